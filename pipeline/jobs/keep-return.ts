import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "../model/issue.ts";
import { returnedFile } from "../returns/returned.ts";

const FOLDER_CHARACTERS = 12; // of the hash
const RETURNED = /^核对结果\.(?:xls[xm]|xlt[xm]|txt)$/;

/** A submission whose issues go back to its bureau. */
interface Returnable {
  readonly bytes: Uint8Array | null; // null where it is too large to be held
  readonly sha256: string; // hex, of `bytes`
  readonly format: string | null;
  readonly issues: readonly Issue[];
  readonly isNew: boolean; // read for the first time, or with another outcome than before
}

/**
 * Writes what goes back to the bureau, unless it is there already; what an earlier reading left is taken away. Every name in its path comes from the hash, none
 * from the file. It appears whole or not at all.
 *
 * @param returns folder; made where missing
 * @returns its path from the home, with slashes; null where there is nothing to look at
 */
export function keepReturn(returns: string, { bytes, sha256, format, issues, isNew }: Returnable): string | null {
  const name = sha256.slice(0, FOLDER_CHARACTERS);
  const folder = join(returns, name);
  if (isNew) rmSync(folder, { recursive: true, force: true });
  if (!issues.some(({ severity }) => severity !== "info")) return null;
  const kept = existsSync(folder) ? readdirSync(folder).find((file) => RETURNED.test(file)) : undefined;
  if (kept !== undefined) return `returns/${name}/${kept}`;
  const made = returnedFile(bytes ?? new Uint8Array(), format, issues);
  if (made === null) return null;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, made.name);
  const partial = `${file}.partial`; // what a killed process left is written over
  writeFileSync(partial, made.bytes);
  try {
    renameSync(partial, file);
  } catch (error) {
    if (!existsSync(file)) throw error; // else another process has just written the same
  }
  return `returns/${name}/${made.name}`;
}
