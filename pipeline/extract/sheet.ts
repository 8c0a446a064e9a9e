import type { Sheet } from "../model/cell.ts";
import { type Issue, quote } from "../model/issue.ts";
import type { MilestoneReport } from "../model/milestone-report.ts";
import type { Observation } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import { answeredCaption, unknownTitleName } from "./answered-caption.ts";
import { answeredRows } from "./answered-rows.ts";
import { makeTell } from "./ask-figure.ts";
import { type BookSetting, captionOf } from "./book-setting.ts";
import { captionsOver } from "./caption-reach.ts";
import { type Caption, captionText, readCaption, saysMore } from "./captions.ts";
import { markColumns, markFrame, sweep } from "./cell-marks.ts";
import type { Column } from "./columns.ts";
import { isFrontSheet } from "./contents-sheet.ts";
import { type Ledger, openLedger } from "./dispositions.ts";
import { farTime, headsLag, type Surroundings } from "./far-time.ts";
import type { TableSetting } from "./figure-spot.ts";
import { type Grid, makeGrid } from "./grid.ts";
import { withIndustries } from "./industries.ts";
import { type IssueList, openIssues } from "./issue-list.ts";
import { leaveFront, leaveTable, titlesOver } from "./left-parts.ts";
import { type Limit, limitOf, limitOfName } from "./limits.ts";
import { squash } from "./normalise.ts";
import { takeProjects } from "./projects.ts";
import { readRows } from "./rows.ts";
import { besideStated } from "./scope-words.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { tableRegion } from "./settle-region.ts";
import { partsOf } from "./side-by-side.ts";
import { statedDates } from "./stated-facts.ts";
import { rowKind } from "./subjects.ts";
import { readFigures } from "./table-figures.ts";
import { tableTopic } from "./table-topic.ts";
import { findTables, type Table } from "./tables.ts";
import { namedByTitle } from "./tail-names.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a sheet gives. */
export interface SheetFindings {
  readonly observations: readonly Observation[];
  readonly reports: readonly MilestoneReport[];
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[];
  readonly ledger: Ledger;
  readonly cells: readonly TypedCell[];
  readonly titles: readonly string[]; // over its tables, left ones included
  readonly vintage: string | null; // the latest day that the sheet states
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
  const parts = (isFront ? [] : partsOf(rest, book.read)).map((part) => extractPart(part, book, ledger, issues));
  const observations = parts.flatMap((part) => part.observations);
  const titles = [...parts.flatMap((part) => part.titles), listTitles];
  if (sheet.hidden || grid.cells.some(({ hidden }) => hidden)) {
    issues.add("hidden-content", null, { found: sheet.hidden ? `工作表${quote(sheet.name)}` : "部分行或列" });
  }
  const { latest, impossible } = statedDates(grid.cells);
  for (const cell of impossible) issues.add("unknown-date", cell.address, { found: quote(cell.text) });
  const found = { observations, reports, issues: issues.list(), questions: issues.questions() };
  return { ...found, ledger, cells: grid.cells, titles: titles.flat(), vintage: latest };
}

/** The tables of a sheet, or of the columns of one that stand by themselves. */
function extractPart(grid: Grid, book: BookSetting, ledger: Ledger, issues: IssueList) {
  const parts = findTables(grid, book.read);
  for (const cell of parts.notes) ledger.mark(cell, "note");
  const cut = parts.tables.map((table) => ({ ...table, segments: segmentsOf(grid, table, book.read) }));
  const titles = parts.tables.map((_, index) => titlesOver(parts.tables, index));
  const observations = cut.flatMap((table, index) => {
    if (book.told.leavesTable(titles[index] ?? [])) {
      leaveTable(grid, table, ledger);
      return [];
    }
    markFrame(grid, table, ledger);
    return table.segments.flatMap((segment) => {
      const around = surroundingsOf(grid, cut, index, segment, book);
      return extractSegment(grid, segment, around, book, ledger, issues);
    });
  });
  sweep(grid, parts, ledger, issues);
  return { observations, titles };
}

interface Around extends Surroundings {
  readonly titleCells: readonly TypedCell[];
  readonly sheetCells: readonly TypedCell[]; // captions of the sheet's first table
  readonly inheritsUnits: boolean; // the table has no captions of its own
  readonly headsLag: boolean; // no head of the sheet is of the month that its titles state
}

type CutTable = Table & { readonly segments: readonly Segment[] };

function surroundingsOf(
  grid: Grid,
  tables: readonly CutTable[],
  index: number,
  { reach }: Segment,
  book: BookSetting,
): Around {
  const owner = tables.slice(0, index + 1).findLast(({ repeats }) => !repeats) ?? tables[index];
  const captionsOf = (table: CutTable | undefined) => {
    const beside = table?.segments.map((segment) => segment.reach) ?? [];
    return captionsOver(grid, table?.captions ?? [], beside, reach);
  };
  const belongs = owner === tables[0] && (index === 0 || tables[index]?.repeats === true);
  const first = belongs ? captionsOf(tables[0]) : ofSheet(captionsOf(tables[0]), book);
  const owned = owner === tables[0] ? first : captionsOf(owner);
  const added = tables[index] === owner ? [] : captionsOf(tables[index]).filter(saysMore);
  const dated = added.some((cell) => captionOf(cell, book).time !== null);
  const inherited = dated ? owned.filter((cell) => captionOf(cell, book).time === null) : owned;
  const own = added.length === 0 ? owned : [...inherited, ...added];
  const inherits = own.length === 0;
  const captions = (cells: readonly TypedCell[]) => [...cells].reverse().map((cell) => captionOf(cell, book));
  const itsOwn = !inherits && own !== first;
  const sheetTitles = itsOwn ? [...captions(first)].reverse() : captions(first); // the lower ones are the first table's
  return {
    titles: itsOwn ? captions(own) : sheetTitles,
    sheetTitles,
    sheetName: readCaption(squash(grid.name), book.names),
    fileName: readCaption(squash(book.fileName), book.names),
    cover: book.cover,
    ...{ titleCells: inherits ? first : own, sheetCells: first, inheritsUnits: inherits },
    headsLag: headsLag(tables, itsOwn ? [...captions(own), ...sheetTitles] : sheetTitles),
  };
}

/** Of the captions over a sheet's first table those that hold for the tables below: a title of its own does not. */
function ofSheet(captions: readonly TypedCell[], book: BookSetting): readonly TypedCell[] {
  const top = captions[0]?.row;
  return captions.filter((cell) => cell.row === top || captionOf(cell, book).indicator === null);
}

function extractSegment(
  grid: Grid,
  found: Segment,
  around: Around,
  book: BookSetting,
  ledger: Ledger,
  issues: IssueList,
): readonly Observation[] {
  const own = [...found.titles, ...[...around.titleCells].reverse()];
  const topic = tableTopic(own, grid.name, book.topic);
  const labelled = withIndustries(readRows(grid, found, book.read), grid, found.data, book.names);
  const rows = answeredRows(labelled, topic, book.names);
  markColumns(grid, found, rows, ledger);
  const titles = [...found.titles.map((cell) => captionOf(cell, book)), ...around.titles];
  const inner = found.titles.length > 0 ? { ...around, titles } : around;
  const { names, told, hints, read } = book;
  const region = tableRegion(inner, {
    city: names.city,
    profileRegion: told.profile?.region ?? null,
    hintRegion: hints.region ?? null,
    cityIsSure: book.cityIsSure,
  });
  const far = around.titleCells === around.sheetCells ? [] : [...around.sheetCells].reverse();
  const named = namingCaption([...own, ...far], around.sheetName, book);
  const at = around.titleCells[0]?.address ?? null;
  const kind = rowKind(rows, names, found.table.columns);
  const heads = kind === "indicators" ? found.data : found.data.map((column) => namedByTitle(column, named, names));
  const unknown = titles.flatMap(({ unknownUnits }) => unknownUnits);
  if (unknown.length > 0) issues.add("unknown-unit", at, { found: quote(unknown.join("、")) });
  const regionWords = around.titleCells[0]?.text ?? grid.name;
  const setting: TableSetting = {
    sheet: grid.name,
    kind,
    names,
    told,
    projects: told.hasProjects(own.map(({ text }) => text)),
    ...{ far: farTime(inner), headsLag: around.headsLag },
    hint: hints.period ?? null,
    years: new Set([
      ...heads.map(({ time }) => time?.year ?? null),
      ...rows.flatMap(({ time }) => (time ? [time.year] : [])),
    ]),
    region: region.region ?? names.answers.region(squash(regionWords)) ?? null,
    ...{ regionCell: at, regionWords, titleCell: at, title: named, topic },
    titleName: named ? "" : unknownTitleName([...own, ...far].map(captionText), book.residue, names),
    limits: limitsOf(own, far, grid.name, heads, region.region, book),
    residue: book.residue,
    units: titles.map(({ units }) => units),
    issues,
    tell: makeTell(issues),
    read,
  };
  const data = heads.map((column) =>
    told.leavesColumn(column) ? { ...column, ignored: "来源配置不读这一栏" } : column,
  );
  return readFigures(grid, { ...found, data }, rows, setting, ledger);
}

/** The nearest caption that is about something, where it names an indicator; one that nobody knows is not passed over. */
function namingCaption(cells: readonly TypedCell[], sheetName: Caption, book: BookSetting): Caption | null {
  for (const cell of cells) {
    const caption = captionOf(cell, book);
    if (caption.indicator) return caption;
    const unknown = book.residue(captionText(cell)).topic;
    if (unknown !== "") return answeredCaption(captionText(cell), unknown, book.names);
  }
  return sheetName.indicator ? sheetName : null;
}

/** Titles of the sheet hold for a table below as well, unless its own title names what or whom it is about. */
function limitsOf(
  own: readonly TypedCell[],
  far: readonly TypedCell[],
  sheetName: string,
  heads: readonly Column[],
  region: string | null,
  book: BookSetting,
): readonly Limit[] {
  const captions = [...own, ...far].map((cell) => captionOf(cell, book));
  const complete = captions.slice(0, own.length).some((c) => c.indicator !== null || c.regions.length > 0);
  const titles = [...own, ...(complete ? [] : far)].map((cell) => limitOf(cell, book.residue));
  const named = captions.some(({ regions }) => regions.length > 0); // what the names of sheet and file say then matters less
  const stated = heads.flatMap(({ scopes }) => scopes); // 同口径增长 under one head says of what a file called so speaks
  const names = [sheetName, book.fileName]
    .map((name) => limitOfName(name, book.residue))
    .map((limit) => ({ ...limit, scopes: besideStated(limit.scopes, stated) }));
  const limits = [...titles, ...names.map((limit) => (named ? { ...limit, foreign: null } : limit))];
  const county = region !== null && region !== book.names.city; // whose own sheets say 全区, 全旗
  return limits.map((limit) =>
    county && /^全[区旗县]$/.test(limit.foreign ?? "") ? { ...limit, foreign: null } : limit,
  );
}
