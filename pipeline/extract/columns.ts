import { inheritFromLeft, shareMonth } from "./column-neighbours.ts";
import type { Grid } from "./grid.ts";
import type { ColumnRole } from "./head-words.ts";
import { hasGap, lacksSpan, sharesHead } from "./header-gaps.ts";
import type { HeaderRows } from "./header-rows.ts";
import { mergeTimes } from "./join-times.ts";
import type { Measure } from "./measure-words.ts";
import type { NamedIndicator } from "./names.ts";
import { PART_MARK } from "./normalise.ts";
import { dateTime, type TimeWords } from "./period-words.ts";
import type { Phrase, ReadPhrase } from "./phrase.ts";
import type { TypedCell } from "./typed-cell.ts";

/** A column with everything that its header says, the lower rows over the upper ones. */
export interface Column {
  readonly column: number;
  readonly cells: readonly TypedCell[]; // of the header, top to bottom; a merged cell once
  readonly banners: readonly TypedCell[]; // header cells that run over labels and figures alike: titles, no heads
  readonly role: ColumnRole | "data";
  readonly ignored: string | null; // why its figures are no outcome
  readonly time: TimeWords | null;
  readonly measure: Measure | null;
  readonly units: readonly string[];
  readonly measureUnits: readonly string[]; // that the measure words themselves carry, not the name above them
  readonly scopes: readonly string[];
  readonly indicator: NamedIndicator | null;
  readonly region: string | null;
  readonly name: string | null; // a name that nobody knows
  readonly ownName: string | null; // the name as it stands, known or not
  readonly inherited: boolean; // indicator, name and region are those of the figures to its left
  readonly nameCell: TypedCell | null; // where the name stands, known or not
  readonly partOf: string | null; // under 其中, for a name that nobody knows: what the figures to the left of 其中 are of
  readonly unclear: boolean; // the words contradict each other or mean nothing
}

/** Reads the header of every column from the left to the right of the header; columns without a head are left out. */
export function readColumns(grid: Grid, header: HeaderRows, read: ReadPhrase): readonly Column[] {
  const cells = header.rows.flatMap((row) => grid.inRow(row));
  const last = Math.max(...cells.map(({ row, column }) => grid.mergeAt(row, column)?.right ?? column));
  const columns: Column[] = [];
  const labels = new Set(labelHeads(cells, read));
  const isLabel: IsLabel = (row, at) => header.rows.some((lower) => lower > row && labels.has(grid.at(lower, at)));
  for (let column = 1; column <= Math.min(last, MOST_COLUMNS); column++) {
    const over = headOf(grid, header, column, isLabel);
    const banners = over.filter((cell) => isBanner(grid, cell, column, isLabel));
    const head = over.filter((cell) => !banners.includes(cell));
    if (head.length === 0) continue;
    const known = { ...readColumn(column, head, read), banners };
    columns.push({ ...known, unclear: known.unclear || sharesHead(grid, header, column, known) });
  }
  const slipped = columns.some((column) => hasGap(grid, header, column));
  const spanless = lacksSpan(grid, header, columns, (text) => read(text).time);
  const sure = slipped
    ? columns.map((column) => ({ ...column, unclear: true }))
    : columns.map((column) => (spanless.includes(column) ? { ...column, unclear: true } : column));
  return shareMonth(inheritFromLeft(nameWholes(sure)));
}

/** 工业 under 其中 right of 固定资产投资 is another thing than 工业 under 其中 right of 用电量. */
function nameWholes(columns: readonly Column[]): readonly Column[] {
  return columns.map((column, index) => {
    const mark = column.cells.find(({ squashed }) => PART_MARK.test(squashed));
    if (mark === undefined || column.name === null || column.region !== null) return column;
    const whole = columns.slice(0, index).findLast(({ cells, ownName }) => ownName !== null && !cells.includes(mark));
    return { ...column, partOf: whole?.ownName ?? null };
  });
}

const MOST_COLUMNS = 1000;

/** Tells whether a head word of labels or ordinals stands in a column below a row of the header. */
type IsLabel = (row: number, column: number) => boolean;

function labelHeads(cells: readonly TypedCell[], read: ReadPhrase): readonly (TypedCell | undefined)[] {
  return cells.filter(({ content, squashed }) => {
    const { role } = content.kind === "text" ? read(squashed) : { role: null };
    return role === "label" || role === "ordinal";
  });
}

/** 财政（万元） merged over 指标 and 1—6月 alike is the title of a table that stands beside another. */
function isBanner(grid: Grid, { row, column }: TypedCell, own: number, isLabel: IsLabel): boolean {
  const { left, right } = grid.mergeAt(row, column) ?? { left: column, right: column };
  const reach = Array.from({ length: right - left + 1 }, (_, step) => left + step);
  return (
    reach.some((at) => isLabel(row, at)) && (right > left || own !== column) && !reach.every((at) => isLabel(row, at))
  );
}

/** The header cells over a column. A group without a merge reaches to the right over heads that stand below it. */
function headOf(grid: Grid, { rows, edge }: HeaderRows, column: number, isLabel: IsLabel): readonly TypedCell[] {
  const head: TypedCell[] = [];
  for (const [index, row] of rows.entries()) {
    const lower = rows.slice(index + 1);
    const cell = grid.over(row, column) ?? groupFromLeft(grid, row, lower, edge, column, isLabel);
    if (cell && !head.includes(cell)) head.push(cell);
  }
  return head;
}

function groupFromLeft(
  grid: Grid,
  row: number,
  lower: readonly number[],
  edge: number,
  column: number,
  isLabel: IsLabel,
) {
  const merged = grid.merged.some(({ top, bottom, left, right }) => top <= row && row <= bottom && right > left);
  const hasHeadBelow = (at: number) => lower.some((other) => grid.at(other, at) !== undefined);
  if (merged || column <= edge || !hasHeadBelow(column)) return undefined;
  for (let left = column - 1; left > edge; left--) {
    const cell = grid.at(row, left);
    if (isLabel(row, left)) return undefined;
    if (cell) return hasHeadBelow(left) ? cell : undefined;
  }
  return undefined;
}

function readColumn(column: number, cells: readonly TypedCell[], read: ReadPhrase): Column {
  const phrases = understand(cells, read);
  const lowest = phrases.at(-1);
  const time = phrases.reduce<TimeWords | null>((far, { time }) => mergeTimes(time, far), null);
  const measures = phrases.flatMap(({ measure }) => measure ?? []);
  const measure = measures.reduce<Measure | null>(lowerMeasure, null);
  const named = phrases.findLastIndex(
    ({ indicator, region, name, role }) => indicator || region || (name !== "" && !role),
  );
  const indicator = phrases.findLast((phrase) => phrase.indicator)?.indicator ?? null;
  const region = phrases.findLast((phrase) => phrase.region)?.region ?? null;
  const unknown = phrases.findLast(
    (phrase) => phrase.name !== "" && !phrase.indicator && !phrase.region && !phrase.role,
  );
  const role = lowest?.role ?? "data";
  return {
    column,
    cells,
    banners: [],
    role,
    ignored: measure?.ignored ?? null,
    time: measure?.month && !time?.span ? mergeTimes(MONTH, time) : time,
    measure,
    units: phrases.findLast(({ units }) => units.length > 0)?.units ?? [],
    measureUnits: measureUnits(phrases),
    scopes: [...new Set([...scopesOf(phrases, measure), ...measures.flatMap(({ scopes }) => scopes)])],
    indicator,
    region,
    name: indicator || role !== "data" ? null : (unknown?.name ?? null),
    inherited: false,
    ownName: role === "data" ? (phrases.findLast(({ name, role }) => name !== "" && !role)?.name ?? null) : null,
    nameCell: cells[Math.min(named, cells.length - 1)] ?? null,
    partOf: null,
    unclear:
      (time?.unclear ?? false) || contradict(measures) || amountUnderRate(phrases) || joinsToOther(phrases, read),
  };
}

/** 实际 over growth is 扣除价格因素; over a value, beside 计划, it only says that this is the outcome. */
function scopesOf(phrases: readonly Phrase[], measure: Measure | null): readonly string[] {
  const value = measure === null || measure.quantity === "value";
  return phrases.flatMap(({ squashed, scopes }) => (value && squashed === "实际" ? [] : scopes));
}

/** 一般公共预算收入(万元) over 同比 is not a growth in 万元. */
function measureUnits(phrases: readonly Phrase[]): readonly string[] {
  const from = phrases.findLastIndex(({ measure }) => measure !== null);
  const own = phrases
    .slice(Math.max(from, 0))
    .flatMap(({ name, units }) => (name === "" ? units : units.filter((unit) => /[%‰点]/.test(unit))));
  return from < 0 ? [] : [...own, ...phrases.flatMap(({ measure }) => measure?.unit ?? [])];
}

const MONTH: TimeWords = { year: null, month: null, span: "month", lastYear: false, unclear: false };

/** A head broken over two rows (累计 over 增长%, 以上月价格 over 为100) is read as one where its parts mean nothing. */
function understand(cells: readonly TypedCell[], read: ReadPhrase): readonly Phrase[] {
  const phrases = cells.map((cell) => (cell.content.kind === "date" ? readDateHead(cell, read) : read(cell.squashed)));
  if (cells.length < 2 || phrases.every(isUnderstood)) return phrases;
  const joined = read(cells.map(({ squashed }) => squashed).join(""));
  const known = phrases.flatMap(({ indicator, region }) => indicator?.code ?? region ?? []);
  const same = known.every((code) => code === joined.indicator?.code || code === joined.region);
  return isUnderstood(joined) && same ? [joined] : phrases;
}

function isUnderstood({ name, indicator, region, role }: Phrase): boolean {
  return name === "" || indicator !== null || region !== null || role !== null;
}

function readDateHead({ content, squashed }: TypedCell, read: ReadPhrase): Phrase {
  if (content.kind !== "date") return read(squashed);
  return { ...read(`${content.year}年${content.month}月`), time: dateTime(content) };
}

function lowerMeasure(upper: Measure | null, lower: Measure): Measure {
  const falls = lower.falls || (upper?.falls ?? false);
  if (upper?.bare) return { ...lower, month: lower.month || upper.month, annual: lower.annual || upper.annual };
  return lower.open && upper?.quantity
    ? { ...upper, falls, scopes: [...upper.scopes, ...lower.scopes] }
    : { ...lower, falls };
}

/** 累计(亿元) under 增速(%): the upper head belongs to another table, or one of the two was left over. */
function amountUnderRate(phrases: readonly Phrase[]): boolean {
  const rate = phrases.findIndex(({ units }) => units.includes("%"));
  return (
    rate >= 0 &&
    phrases.slice(rate + 1).some(({ units }) => units.length > 0 && !units.some((unit) => /[%‰点]/.test(unit)))
  );
}

/** 工业 over 固定资产投资 may be 工业固定资产投资, or only the group in which the latter stands. */
function joinsToOther(phrases: readonly Phrase[], read: ReadPhrase): boolean {
  return phrases.some(({ name, indicator }, index) => {
    const groups = phrases.slice(0, index).filter((group) => group.name !== "" && !group.indicator && !group.region);
    const joined = indicator ? groups.map((group) => read(`${group.name}${name}`).indicator) : [];
    return joined.some((other) => other && other.code !== indicator?.code);
  });
}

/** 增长 over 位次 is a rank, 比上年同期 over 增减额 a change; any other two quantities over one column contradict each other. */
function contradict(measures: readonly Measure[]): boolean {
  const telling = measures.filter(({ bare }, index) => !bare || index === measures.length - 1);
  const quantities = telling.flatMap(({ quantity }) => quantity ?? []);
  return new Set(quantities).size > 1 && quantities.at(-1) !== "rank";
}
