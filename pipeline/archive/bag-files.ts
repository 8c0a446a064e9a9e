import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { compareText } from "../model/text-order.ts";
import type { BagProblem } from "./problem.ts";

/** What stands in a bag's folder. */
export interface BagFiles {
  readonly paths: readonly string[]; // of every file, from the folder, with slashes; in order
  readonly problems: readonly BagProblem[]; // links that lead out, and what is no file
}

/** Lists a bag's files without opening any. A link within the bag counts as the file that it leads to; folders are never linked. */
export function listBagFiles(folder: string): BagFiles {
  const root = realpathSync(folder);
  const paths: string[] = [];
  const problems: BagProblem[] = [];
  const walk = (below: string): void => {
    for (const entry of entriesOf(join(folder, below)) ?? unreadable(below)) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFileWithin(root, path))) paths.push(path);
      else problems.push({ code: codeOf(entry), path, line: null, found: null, expected: null });
    }
  };
  const unreadable = (path: string): readonly Dirent[] => {
    problems.push({ code: "unreadable", path, line: null, found: null, expected: null });
    return [];
  };
  walk("");
  return { paths: paths.sort(compareText), problems };
}

/** Null where the system does not let it be read: no right to, a path longer than it can follow. */
function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

function codeOf(entry: Dirent): "link-outside" | "special-file" {
  return entry.isSymbolicLink() ? "link-outside" : "special-file";
}

function leadsToFileWithin(root: string, path: string): boolean {
  try {
    const target = realpathSync(join(root, path));
    return target.startsWith(`${root}${sep}`) && statSync(target).isFile();
  } catch {
    return false; // it leads nowhere, or round in a circle
  }
}
