import type { Sheet } from "../model/cell.ts";
import { type Issue, quote } from "../model/issue.ts";
import type { MilestoneReport } from "../model/milestone-report.ts";
import type { Observation } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import { answeredRows } from "./answered-rows.ts";
import type { BookSetting } from "./book-setting.ts";
import { markColumns, markFrame, type SheetRecord, sweep } from "./cell-marks.ts";
import { isFrontSheet } from "./contents-sheet.ts";
import { type Ledger, openLedger } from "./dispositions.ts";
import { openSection } from "./first-section.ts";
import { type Grid, makeGrid } from "./grid.ts";
import { withIndustries } from "./industries.ts";
import { type IssueList, openIssues } from "./issue-list.ts";
import { leaveFront, leaveTable, titlesOver } from "./left-parts.ts";
import { takeProjects } from "./projects.ts";
import { notesOn, remarksOn } from "./remarks.ts";
import { readRows } from "./rows.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { partsOf } from "./side-by-side.ts";
import { statedFacts } from "./stated-facts.ts";
import { rowKind } from "./subjects.ts";
import { captionsAround } from "./table-captions.ts";
import { readFigures } from "./table-figures.ts";
import { tableSetting } from "./table-setting.ts";
import { type TableWords, tableWords } from "./table-words.ts";
import { findTables } from "./tables.ts";
import { namedByTitle } from "./tail-names.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a sheet gives. */
export interface SheetFindings {
  readonly observations: readonly Observation[];
  readonly reports: readonly MilestoneReport[];
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[];
  readonly ledger: Ledger;
  readonly titles: readonly string[]; // over its tables, left ones included
  readonly vintage: string | null; // the latest day that the sheet states
  readonly illustrative: boolean; // 演示数据
  readonly url: string | null; // where the figures are published, as a cell says
}

/** Reads a sheet: its lists of projects, its tables, every figure in them, then what is left over. */
export function extractSheet(sheet: Sheet, book: BookSetting): SheetFindings {
  const grid = makeGrid(sheet, book.told.profile?.sentinels);
  const ledger = openLedger(grid);
  const issues = openIssues(sheet.name);
  const isFront = isFrontSheet(grid);
  if (isFront) leaveFront(grid, ledger);
  const {
    reports,
    titles: listTitles,
    rest,
  } = takeProjects(grid, isFront ? { ...book, readState: null } : book, ledger, issues);
  const observations: Observation[] = [];
  const record = { ledger, issues, observations };
  const titles = [
    ...(isFront ? [] : partsOf(rest, book.read)).flatMap((part) => extractPart(part, book, record)),
    listTitles,
  ];
  if (sheet.hidden || grid.cells.some(({ hidden }) => hidden)) {
    issues.add("hidden-content", null, { found: sheet.hidden ? `工作表${quote(sheet.name)}` : "部分行或列" });
  }
  const { vintage, illustrative, url, impossible } = statedFacts(grid.cells);
  for (const cell of impossible) issues.add("unknown-date", cell.address, { found: quote(cell.text) });
  const found = { observations, reports, issues: issues.list(), questions: issues.questions() };
  return { ...found, ledger, titles: titles.flat(), vintage, illustrative, url };
}

/** Reads the tables of a sheet, or of the columns of one that stand by themselves, and gives the titles over each. */
function extractPart(grid: Grid, book: BookSetting, record: SheetRecord): readonly (readonly string[])[] {
  const { ledger } = record;
  const parts = findTables(grid, book.read);
  for (const cell of parts.notes) ledger.mark(cell, "note");
  const cut = parts.tables.map((table) => ({ ...table, segments: segmentsOf(grid, table, book.read) }));
  const titles = parts.tables.map((_, index) => titlesOver(parts.tables, index));
  for (const [index, table] of cut.entries()) {
    if (book.told.leavesTable(titles[index] ?? [])) {
      leaveTable(grid, table, ledger);
      continue;
    }
    markFrame(grid, table, ledger);
    for (const segment of table.segments) {
      const around = captionsAround(cut, index, { grid, book, reach: segment.reach });
      const words = tableWords(segment.titles, around, { sheet: grid.name, book });
      const notes = notesOn(table, parts.tables, parts.notes);
      extractSegment(grid, segment, { words, notes, book, record });
    }
  }
  sweep(grid, parts, record);
  return titles;
}

interface SegmentSetting {
  readonly words: TableWords;
  readonly notes: readonly TypedCell[]; // that may speak of its figures
  readonly book: BookSetting;
  readonly record: SheetRecord;
}

/** A table, or the part of it that has columns of labels of its own. */
function extractSegment(grid: Grid, segment: Segment, { words, notes, book, record }: SegmentSetting): void {
  const { ledger, issues } = record;
  const { names, told } = book;
  const labelled = withIndustries(readRows(grid, segment, book.read), grid, segment.data, names);
  const rows = answeredRows(labelled, words.topic, names);
  markColumns(grid, segment, rows, ledger);
  askUnits(words, issues);
  const kind = rowKind(rows, names, segment.table.columns);
  const heads =
    kind === "indicators" ? segment.data : segment.data.map((head) => namedByTitle(head, words.naming, names));
  const remarks = remarksOn(grid, segment, rows, notes);
  const open = openSection(grid, segment.table, book);
  const setting = tableSetting(words, { kind, rows, heads, remarks, open }, { book, issues });
  const data = heads.map((head) => (told.leavesColumn(head) ? { ...head, ignored: "来源配置不读这一栏" } : head));
  readFigures({ ...segment, data }, rows, { grid, setting, record });
}

function askUnits({ titles, top }: TableWords, issues: IssueList): void {
  const unknown = titles.flatMap(({ unknownUnits }) => unknownUnits);
  if (unknown.length > 0) issues.add("unknown-unit", top?.address ?? null, { found: quote(unknown.join("、")) });
}
