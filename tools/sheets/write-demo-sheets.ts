import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DemoBook } from "./demo-book.ts";
import { layOutDemoBooks } from "./demo-books.ts";
import { readSeries } from "./series.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXls } from "./write-xls.ts";
import { writeXlsx } from "./write-xlsx.ts";

/**
 * Writes every demo sheet under `directory`, one folder a bureau; the folders that are there are removed first.
 *
 * The same series gives the same bytes.
 *
 * @returns the paths written, from `directory`, sorted
 */
export async function writeDemoSheets(seriesFile: string, directory: string): Promise<readonly string[]> {
  const books = layOutDemoBooks(readSeries(seriesFile));
  mkdirSync(directory, { recursive: true });
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) rmSync(join(directory, entry.name), { recursive: true });
  }
  await writeDemoBooks(books, directory);
  return books.map(({ path }) => path).sort();
}

/** Writes files under a directory, each into its bureau's folder. */
export async function writeDemoBooks(books: readonly DemoBook[], directory: string): Promise<void> {
  for (const book of books) {
    const file = join(directory, book.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await toBytes(book));
  }
}

async function toBytes({ format, grids }: DemoBook): Promise<Uint8Array> {
  if (format === "xlsx") return writeXlsx(grids);
  if (format === "xls") return writeXls(grids);
  return Buffer.concat(grids.map(writeCsv));
}
