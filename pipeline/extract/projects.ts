import { quote } from "../model/issue.ts";
import type { MilestoneReport } from "../model/milestone-report.ts";
import type { Period } from "../model/period.ts";
import { captionText, readCaption } from "./captions.ts";
import type { Ledger } from "./dispositions.ts";
import { type Grid, layOut } from "./grid.ts";
import type { IssueList } from "./issue-list.ts";
import type { Names } from "./names.ts";
import { squash } from "./normalise.ts";
import type { TimeWords } from "./period-words.ts";
import type { ProfileFacts } from "./profile.ts";
import type { ProjectColumn } from "./project-heads.ts";
import { projectPeriod } from "./project-period.ts";
import { readProject } from "./project-rows.ts";
import { findProjectTables, type ProjectTable } from "./project-tables.ts";
import type { ReadState } from "./state-words.ts";
import { isFigure, type TypedCell } from "./typed-cell.ts";
import { parseUnits } from "./unit-words.ts";

/** What a book says about the lists of projects on all of its sheets. */
export interface ProjectBook {
  readonly names: Names;
  readonly told: ProfileFacts;
  readonly fileName: string; // without its ending
  readonly cover: TimeWords | null; // the month on the book's cover
  readonly hints: { readonly period?: Period };
  readonly readState: ReadState | null; // null where nobody has said what phrases mean: no list is taken then
}

/** What the lists of projects of a sheet give, and what is left of it. */
export interface TakenProjects {
  readonly reports: readonly MilestoneReport[];
  readonly titles: readonly string[]; // over them
  readonly rest: Grid; // for the readers of figures
}

/** Reads the lists of projects on a sheet and takes them off it. Titles stay: a table of figures below may be meant as well. */
export function takeProjects(grid: Grid, book: ProjectBook, ledger: Ledger, issues: IssueList): TakenProjects {
  const { readState, told } = book;
  const found = readState === null ? [] : findProjectTables(grid);
  const tables = found.filter(({ captions }) => !told.leavesTable(captions.map(({ text }) => text)));
  if (readState === null || tables.length === 0) return { reports: [], titles: [], rest: grid };
  const reports = tables.flatMap((table) => readTable(grid, table, { ...book, readState }, ledger, issues));
  const taken = new Set(tables.flatMap(rowsOf));
  const rest = grid.cells.filter(({ row }) => !taken.has(row));
  const titles = tables.flatMap(({ captions }) => captions.map(({ text }) => text));
  return { reports, titles, rest: layOut(grid.name, rest, grid.merged) };
}

function rowsOf({ header, rows, sections, sums, torn, strays }: ProjectTable): readonly number[] {
  return [...header, ...rows.map(({ row }) => row), ...sections, ...sums, ...torn, ...strays];
}

function readTable(
  grid: Grid,
  table: ProjectTable,
  { names, told, fileName, cover, hints, readState }: ProjectBook & { readonly readState: ReadState },
  ledger: Ledger,
  issues: IssueList,
): readonly MilestoneReport[] {
  const captions = [...table.captions].reverse().map((cell) => readCaption(captionText(cell), names));
  const columns = chosenColumns(table.columns.map((column) => (told.leavesColumn(column) ? left(column) : column)));
  const time = projectPeriod({
    columns,
    titles: captions,
    sheetName: readCaption(squash(grid.name), names),
    fileName: readCaption(squash(fileName), names),
    cover,
    hint: hints.period ?? null,
  });
  markFrame(grid, table, ledger);
  if (time.kind === "known") {
    markBeside(grid, table, columns, ledger, issues);
    const profiled = told.profile?.unit;
    const units =
      [...captions.map(({ units }) => units), profiled ? [profiled] : []].find((one) => one.length > 0) ?? [];
    const setting = { grid, columns, period: time.period, units, readState, ledger, issues };
    const whole = table.rows.filter(({ isTorn }) => !isTorn);
    for (const { row } of table.rows.filter(({ isTorn }) => isTorn)) askRow(grid, row, ledger, issues);
    return whole.map((row) => readProject(row, setting));
  }
  const at = table.captions[0]?.address ?? null;
  if (time.kind === "missing") issues.add("missing-period", at);
  else issues.add("period-conflict", time.cell ?? at, { found: time.found, expected: time.expected });
  for (const { row } of table.rows) for (const cell of grid.inRow(row)) ledger.mark(cell, "asked", "看不出是哪一期");
  markBeside(grid, table, columns, ledger, issues);
  return [];
}

function left(column: ProjectColumn): ProjectColumn {
  return { ...column, role: "left", reason: "来源配置不读这一栏" };
}

/** One column of each role that is read: of amounts 年初累计 before a bare 累计; two that are alike are asked about. */
function chosenColumns(columns: readonly ProjectColumn[]): readonly ProjectColumn[] {
  return columns.map((column) => {
    const { role, isSurelyOfYear } = column;
    if (["note", "left", "unknown", "ordinal"].includes(role)) return column;
    const rivals = columns.filter((other) => other.role === role && other !== column);
    if (role === "name")
      return rivals.some((other) => other.column < column.column) ? { ...column, role: "note" } : column;
    if (!isSurelyOfYear && rivals.some((other) => other.isSurelyOfYear))
      return { ...column, role: "left", reason: "另有年初以来的累计数" };
    return rivals.some((other) => other.isSurelyOfYear === isSurelyOfYear) ? { ...column, role: "unknown" } : column;
  });
}

function markFrame(grid: Grid, { captions, header, sections }: ProjectTable, ledger: Ledger): void {
  for (const cell of captions) {
    ledger.mark(cell, parseUnits(cell.squashed) || /单位:/.test(cell.squashed) ? "unit" : "title");
  }
  for (const row of header) for (const cell of grid.inRow(row)) ledger.mark(cell, "header");
  for (const row of sections) for (const cell of grid.inRow(row)) ledger.mark(cell, "label");
}

/** Marks what is not read: remarks, ordinals, sums, figures that are none of the year; asks about heads nobody knows. */
function markBeside(
  grid: Grid,
  { rows, sums, torn, strays }: ProjectTable,
  columns: readonly ProjectColumn[],
  ledger: Ledger,
  issues: IssueList,
): void {
  for (const row of sums) for (const cell of grid.inRow(row)) ledger.mark(cell, "ignored", "合计行");
  for (const row of [...torn, ...strays]) askRow(grid, row, ledger, issues);
  for (const { row, isTorn } of rows) {
    for (const cell of isTorn ? [] : grid.inRow(row)) {
      const column = columns.find((one) => one.column === cell.column);
      if (column?.role === "ordinal") ledger.mark(cell, "ignored", "序号");
      else if (column?.role === "note") ledger.mark(cell, "note");
      else if (column?.role === "left") ledger.mark(cell, "ignored", column.reason ?? undefined);
      else if (!column || column.role === "unknown") markUnknown(cell, column, ledger, issues);
    }
  }
}

function markUnknown(cell: TypedCell, column: ProjectColumn | undefined, ledger: Ledger, issues: IssueList): void {
  const head = column?.cells.at(-1);
  if (!isFigure(cell) && (column === undefined || cell.content.kind !== "date")) {
    const isOrdinal = column === undefined && /^[\d一二三四五六七八九十]{1,3}$/.test(cell.squashed);
    ledger.mark(cell, isOrdinal ? "ignored" : "note", isOrdinal ? "序号" : undefined);
    return;
  }
  if (column === undefined && /^\d{1,3}$/.test(cell.text)) {
    ledger.mark(cell, "ignored", "序号");
    return;
  }
  if (head) issues.add("unread-header", head.address, { found: quote(head.text) });
  else issues.add("unread-cell", cell.address, { found: quote(cell.text) });
  ledger.mark(cell, "asked");
}

function askRow(grid: Grid, row: number, ledger: Ledger, issues: IssueList): void {
  for (const cell of grid.inRow(row)) {
    issues.add("unread-cell", cell.address, { found: quote(cell.text) });
    ledger.mark(cell, "unread");
  }
}
