import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Answer, holdsFor } from "../model/answer.ts";
import { readTextFile } from "../read/text-file.ts";
import type { Reference } from "./reference.ts";

/** Whose file it is; null where nobody knows. */
interface ReadFile {
  readonly sha256: string;
  readonly source: string | null;
}

/** Hashes all that a reading of a file depends on besides its bytes; SHA-256, hex. */
export type ReadingKey = (hints: object, file: ReadFile) => string;

/**
 * Makes reading keys: of the hints, the names, phrases and profiles in the seeds, the program's version, and the answers that
 * hold for the file. An answer about another source leaves the key as it is.
 *
 * @param root the project's folder
 * @param answers those in force, in a fixed order
 */
export function makeReadingKey(
  root: string,
  { indicators, regions, sources, milestonePhrases }: Reference,
  answers: readonly Answer[],
): ReadingKey {
  const { version }: { readonly version: string } = JSON.parse(readTextFile(join(root, "package.json")));
  const common = createHash("sha256").update(JSON.stringify([version, indicators, regions, sources, milestonePhrases]));
  return (hints, { source, sha256 }) => {
    const given = Object.entries(hints).sort(([a], [b]) => (a < b ? -1 : 1));
    const held = answers
      .filter((answer) => holdsFor(answer, source, sha256))
      .map(({ kind, label, path, verdict, code, scope, ...reach }) => [
        ...[reach.source === null, kind, label, path, verdict, code, scope],
      ]);
    return common
      .copy()
      .update(JSON.stringify([given, held]))
      .digest("hex");
  };
}
