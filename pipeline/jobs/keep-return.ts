import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { PipelineError } from "../errors.ts";
import type { Book } from "../model/cell.ts";
import type { Issue } from "../model/issue.ts";
import { parseBook } from "../read/book.ts";
import type { ReadLimits } from "../read/limits.ts";
import { isOwnSheet } from "../returns/own-titles.ts";
import { type ReturnedFile, returnedCopy, returnedFile } from "../returns/returned.ts";

const FOLDER_CHARACTERS = 12; // of the hash
const RETURNED = /^核对结果\.(?:xls[xm]|xlt[xm]|txt)$/;

/** A submission whose issues go back to its bureau. */
interface Returnable {
  readonly bytes: Uint8Array | null; // null where it is too large to be held
  readonly sha256: string; // hex, of `bytes`
  readonly format: string | null;
  readonly issues: readonly Issue[];
  readonly readBook: () => Promise<Book | null>; // its cells; asked for only where they are needed
  readonly isNew: boolean; // read for the first time, or with another outcome than before
}

/**
 * Writes what goes back to the bureau, unless it is there already; what an earlier reading left is taken away.
 *
 * Every name in its path comes from the hash, none from the file. It appears whole or not at all.
 *
 * @param returns folder; made where missing
 * @returns its path from the home, with slashes; null where there is nothing to look at
 */
export async function keepReturn(
  returns: string,
  { bytes, sha256, format, issues, readBook, isNew }: Returnable,
  limits: ReadLimits,
): Promise<string | null> {
  const name = sha256.slice(0, FOLDER_CHARACTERS);
  const folder = join(returns, name);
  if (isNew) rmSync(folder, { recursive: true, force: true });
  if (!issues.some(({ severity }) => severity !== "info")) return null;
  const kept = existsSync(folder) ? readdirSync(folder).find((file) => RETURNED.test(file)) : undefined;
  if (kept !== undefined) return `returns/${name}/${kept}`;
  const isOther = format !== null && format !== "xlsx";
  const copy = isOther ? await faithfulCopy(await readBook(), issues, limits) : null;
  const made = copy ?? returnedFile(bytes ?? new Uint8Array(), format, issues);
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

/** A copy counts only where it reads as the file itself does, cell by cell: then it also comes in as that would, once it is corrected. */
async function faithfulCopy(
  book: Book | null,
  issues: readonly Issue[],
  limits: ReadLimits,
): Promise<ReturnedFile | null> {
  const copy = book && returnedCopy(book, issues);
  if (!book || !copy) return null;
  const again = await tryParse(copy, limits);
  const sheetsOf = ({ sheets }: Book) =>
    sheets.filter((sheet) => !isOwnSheet(sheet)).map((sheet) => ({ ...sheet, cells: [...sheet.cells] }));
  return again && isDeepStrictEqual(sheetsOf(again), sheetsOf(book)) ? copy : null;
}

async function tryParse({ name, bytes }: ReturnedFile, limits: ReadLimits): Promise<Book | null> {
  try {
    return await parseBook({ file: name, bytes: Buffer.from(bytes), sha256: "" }, { limits });
  } catch (error) {
    if (error instanceof PipelineError) return null; // it asks for more than a file may
    throw error;
  }
}
