import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { read } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { savedByOffice, withScratch } from "./office.ts";

const USAGE =
  "usage: npx tsx tools/recalculate.ts WORKBOOK.xlsx...\n  every formula as LibreOffice reckons it against the value that the file carries\n";

type Values = ReadonlyMap<string, string | number | boolean | undefined>; // of cells with a formula, by sheet and address

/** The file without the values of its formulas, so that LibreOffice has nothing to take over and must reckon. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) continue;
    parts[path] = strToU8(strFromU8(part).replace(/(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

function formulaValues(bytes: Uint8Array): Values {
  const book = read(bytes, { type: "buffer" });
  return new Map(
    book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name] ?? {}).flatMap(([address, cell]) =>
        typeof cell === "object" && cell !== null && "f" in cell ? [[`${name}!${address}`, cell.v] as const] : [],
      ),
    ),
  );
}

function recalculated(file: string, scratch: string): Uint8Array {
  const input = join(scratch, basename(file));
  writeFileSync(input, withoutValues(readFileSync(file)));
  return readFileSync(savedByOffice(input, "xlsx", scratch));
}

/** Prints what differs, and returns whether nothing does. */
function check(file: string, scratch: string): boolean {
  const carried = formulaValues(readFileSync(file));
  const reckoned = formulaValues(recalculated(file, scratch));
  const different = [...carried].filter(([place, value]) => value === undefined || reckoned.get(place) !== value);
  for (const [place, value] of different) {
    process.stdout.write(`${place}: carries ${String(value)}, recalculated ${String(reckoned.get(place))}\n`);
  }
  process.stdout.write(`${file}: ${carried.size} formulas, ${different.length} differ\n`);
  return different.length === 0;
}

const files = process.argv.slice(2);
if (files.length === 0 || files[0] === "--help") {
  (files.length === 0 ? process.stderr : process.stdout).write(USAGE);
  process.exitCode = files.length === 0 ? 2 : 0;
} else {
  const held = withScratch((scratch) => files.map((file) => check(file, scratch)).every(Boolean));
  process.exitCode = held ? 0 : 1;
}
