import type { CellObject, ParsingOptions, WorkSheet } from "@e965/xlsx";
import type { CellRange } from "../model/cell.ts";
import { unreadable } from "./refusal.ts";

/** A workbook as the library returns it, in plain words. */
export interface LoadedBook {
  readonly date1904: boolean;
  readonly sheets: readonly LoadedSheet[];
}

/** A sheet as the library returns it. */
export interface LoadedSheet {
  readonly name: string;
  readonly cells: readonly LoadedCell[]; // row by row, left to right
  readonly merges: readonly CellRange[];
}

/** A cell that carries a value. */
export interface LoadedCell {
  readonly row: number; // 1-based
  readonly column: number; // 1-based
  readonly type: "number" | "text" | "boolean" | "error";
  readonly value: number | string | boolean; // the error's code for "error"
  readonly numberFormat: string;
}

/** The streams of an OLE compound file. */
export interface OleFile {
  readonly names: readonly string[]; // at the top; files embedded in the file are not asked
  readonly workbook: Buffer | undefined; // the stream Workbook or Book; undefined where it is missing or cut short
}

const GBK = 936; // for files that do not say their code page
const OPTIONS: ParsingOptions = {
  ...{ type: "buffer", dense: true, cellNF: true, cellStyles: false, sheetStubs: false },
  ...{ cellFormula: false, cellHTML: false, cellText: false },
};
const NEWER_ERROR = -1; // an error that the library does not know, such as #SPILL!
const TYPES = { n: "number", s: "text", b: "boolean", e: "error" } as const;

/**
 * Parses a whole .xls; an .xlsx is read from its own parts (xlsx.ts).
 *
 * Only for bytes that a guard has passed: the library sets no limits of its own. It also drops what it cannot parse
 * without a word, so the caller must count what comes back.
 *
 * @param options codepages: whether text may be in a code page of before Unicode, as in BIFF5
 * @throws PipelineError FILE_UNREADABLE
 */
export async function loadWorkbook(bytes: Buffer, file: string, { codepages = false } = {}): Promise<LoadedBook> {
  const library = await import("@e965/xlsx");
  if (codepages) library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  const book = parseOrRefuse(() => library.read(bytes, codepages ? { ...OPTIONS, codepage: GBK } : OPTIONS), file);
  if (new Set(book.SheetNames).size !== book.SheetNames.length) throw unreadable(file, "文件里有两个同名的工作表");
  const sheets = book.SheetNames.map((name) => {
    const sheet = book.Sheets[name] ?? {}; // what the library could not parse it leaves out
    return { name, cells: cellsOf(sheet), merges: mergesOf(sheet) };
  });
  return { date1904: book.Workbook?.WBProps?.date1904 ?? false, sheets };
}

/** Opens an OLE compound file. @throws PipelineError FILE_UNREADABLE */
export async function openOle(bytes: Buffer, file: string): Promise<OleFile> {
  const { CFB } = await import("@e965/xlsx");
  return parseOrRefuse(() => {
    const container = CFB.read(bytes, { type: "buffer" });
    const paths = (container.FullPaths as readonly string[]).map((path) =>
      path.split("/").filter((part) => part !== ""),
    );
    const names = paths.flatMap(([, name, ...deeper]) => (name !== undefined && deeper.length === 0 ? [name] : []));
    const stream = CFB.find(container, "/Workbook") ?? CFB.find(container, "/Book");
    const content = stream === null ? undefined : Buffer.from(stream.content);
    return { names, workbook: content?.length === stream?.size ? content : undefined };
  }, file);
}

function parseOrRefuse<T>(parse: () => T, file: string): T {
  try {
    return parse();
  } catch (cause) {
    throw unreadable(file, "文件已损坏或不完整，无法解析", { cause });
  }
}

/** Sparse: a lone cell in the last row costs one step, not a million. */
function cellsOf(sheet: WorkSheet): readonly LoadedCell[] {
  const cells: LoadedCell[] = [];
  const rows: readonly (readonly CellObject[] | undefined)[] = sheet["!data"] ?? [];
  rows.forEach((row, rowIndex) => {
    row?.forEach((cell, columnIndex) => {
      const type = TYPES[cell?.t as keyof typeof TYPES];
      if (type === undefined) return;
      const value = (cell.v ?? (type === "error" ? NEWER_ERROR : "")) as number | string | boolean;
      cells.push({
        row: rowIndex + 1,
        column: columnIndex + 1,
        type,
        value,
        numberFormat: String(cell.z ?? "General"),
      });
    });
  });
  return cells;
}

function mergesOf(sheet: WorkSheet): readonly CellRange[] {
  return (sheet["!merges"] ?? []).map(({ s, e }) => ({
    ...{ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 },
  }));
}
