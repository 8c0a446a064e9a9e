import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { normalBagPath } from "./bag-path.ts";
import type { BagProblem, BagProblemCode } from "./problem.ts";
import { splitLines } from "./tag-lines.ts";

const DECLARATION = "bagit.txt";
const MOST_TEXT_BYTES = 256 * 1024 * 1024; // a manifest of a million files; a text cannot be much longer
const VERSIONS = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"];

/** A bag being checked: its files, how its tag files are read, and where problems go. */
export interface OpenBag {
  readonly folder: string;
  readonly paths: ReadonlySet<string>; // of every file, from the folder
  readonly byNormal: ReadonlyMap<string, string>; // the same by normalBagPath, the first of several
  readonly version: string | null; // null where it is not told, or not known
  readonly isStrict: boolean; // version 1.0 or not told
  readonly encoding: string;
  readonly report: Report;
}

/** Files a problem. */
export type Report = (code: BagProblemCode, path: string, more?: Partial<BagProblem>) => void;

/** Reads a bag's declaration and gets ready to check the rest, by version 1.0 and UTF-8 where it says nothing usable. */
export function openBag(folder: string, paths: readonly string[], report: Report): OpenBag {
  const byNormal = new Map([...paths].reverse().map((path) => [normalBagPath(path), path]));
  const bag = { folder, paths: new Set(paths), byNormal, report };
  const unknown = { ...bag, version: null, isStrict: true, encoding: "utf-8" };
  if (!bag.paths.has(DECLARATION)) {
    report("declaration-missing", DECLARATION);
    return unknown;
  }
  const lines = splitLines(readTagFile(unknown, DECLARATION) ?? "");
  const [, version] = /^BagIt-Version: (\d+\.\d+)$/.exec(lines[0] ?? "") ?? [];
  const [, encoding] = /^Tag-File-Character-Encoding: (\S+)$/.exec(lines[1] ?? "") ?? [];
  if (version === undefined || encoding === undefined || lines.length !== 2) {
    report("declaration-malformed", DECLARATION, { found: lines.join("\n") });
  }
  const isKnown = version !== undefined && VERSIONS.includes(version);
  if (version !== undefined && !isKnown) {
    report("version-unknown", DECLARATION, { line: 1, found: version, expected: VERSIONS.join("、") });
  }
  const isReadable = encoding !== undefined && hasDecoder(encoding);
  if (encoding !== undefined && !isReadable) report("encoding-unknown", DECLARATION, { line: 2, found: encoding });
  return {
    ...bag,
    version: isKnown ? version : null,
    isStrict: !isKnown || version === "1.0",
    encoding: isReadable ? encoding : "utf-8",
  };
}

/** The text of a tag file; null, with the problem filed, where it cannot be read. */
export function readTagFile(
  { folder, encoding, report }: Pick<OpenBag, "folder" | "encoding" | "report">,
  path: string,
) {
  try {
    const { size } = statSync(join(folder, path));
    if (size > MOST_TEXT_BYTES) {
      report("text-too-large", path, { found: `${size}字节`, expected: `最多${MOST_TEXT_BYTES}字节` });
      return null;
    }
    const bytes = readFileSync(join(folder, path));
    if (/^utf-?8$/i.test(encoding) && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) {
      report("text-unreadable", path, { found: "BOM" });
    }
    return new TextDecoder(labelFor(encoding, bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    report((error as NodeJS.ErrnoException).syscall === undefined ? "text-unreadable" : "unreadable", path);
    return null;
  }
}

/** The file that a path of a manifest means, also where it is composed differently; undefined where there is none. */
export function resolveBagPath({ paths, byNormal, report }: OpenBag, path: string): string | undefined {
  if (paths.has(path)) return path;
  const candidate = byNormal.get(normalBagPath(path));
  if (candidate !== undefined) report("name-not-normal", candidate);
  return candidate;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function hasDecoder(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false; // a label that the Encoding Standard does not list
  }
}

/** UTF-16 without a side says in its first two bytes which it is. */
function labelFor(encoding: string, bytes: Buffer): string {
  return /^utf-?16$/i.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : encoding;
}
