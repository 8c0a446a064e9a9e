import { createHash } from "node:crypto";
import { join } from "node:path";
import { readTextFile } from "../read/text-file.ts";
import type { Reference } from "./reference.ts";

/**
 * Makes a function from hints to a hash of all that a reading depends on besides the file's bytes: the hints, the names
 * and profiles in the seeds, and the program's version. SHA-256, hex.
 *
 * @param root the project's folder
 */
export function makeReadingKey(root: string, { indicators, regions, sources }: Reference): (hints: object) => string {
  const { version }: { readonly version: string } = JSON.parse(readTextFile(join(root, "package.json")));
  const common = createHash("sha256").update(JSON.stringify([version, indicators, regions, sources]));
  return (hints) => {
    const given = Object.entries(hints).sort(([a], [b]) => (a < b ? -1 : 1));
    return common.copy().update(JSON.stringify(given)).digest("hex");
  };
}
