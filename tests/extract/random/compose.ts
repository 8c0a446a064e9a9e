import type { Book } from "../../../pipeline/model/cell.ts";
import { type CellRange, toAddress } from "../../../pipeline/model/cell.ts";
import { bookOf, type GridValue, sheetOf } from "../../support/grid.ts";
import type { Block, Meaning, Setting } from "./block.ts";
import { type Chance, openChance } from "./chance.ts";
import { indicatorTable, stockTable } from "./indicator-tables.ts";
import { indicatorByPeriod, periodByIndicator, periodOverMeasure } from "./period-tables.ts";
import { fourHeaderRows, placeByIndicator, placeByPeriod, placeTable } from "./place-tables.ts";
import { titleTime } from "./words.ts";

/** A sheet made from its meaning, and that meaning. */
export interface RandomSheet {
  readonly book: Book;
  readonly rows: readonly (readonly GridValue[])[];
  readonly truth: ReadonlyMap<string, Meaning & { readonly value: number }>; // by cell
  readonly shapes: string;
}

const OWN_TITLE = [placeTable, placeByIndicator, placeByPeriod, fourHeaderRows, indicatorByPeriod, periodByIndicator];
const SHEET_TITLE = [indicatorTable, indicatorTable, indicatorTable, stockTable, periodOverMeasure];

/** Makes the sheet of a seed: one to three tables, below or beside each other. */
export function randomSheet(seed: number): RandomSheet {
  const chance = openChance(seed);
  const month = { year: 2021 + chance.below(4), month: 2 + chance.below(11) };
  const setting: Setting = { chance, month, range: chance.often(50), merged: chance.often(80), used: new Set() };
  return chance.often(35) ? single(setting) : chance.often(25) ? beside(setting) : stacked(setting);
}

interface Page {
  readonly rows: GridValue[][];
  readonly merges: CellRange[];
  readonly truth: Map<string, Meaning & { readonly value: number }>;
}

function openPage(): Page {
  return { rows: [], merges: [], truth: new Map() };
}

function place(page: Page, block: Block, top: number, left: number): void {
  for (const [r, row] of block.rows.entries())
    for (const [c, cell] of row.entries()) if (cell !== null) put(page, top + r, left + c, cell);
  for (const m of block.merges)
    page.merges.push({
      top: top + m.top + 1,
      left: left + m.left + 1,
      bottom: top + m.bottom + 1,
      right: left + m.right + 1,
    });
  for (const { row, column, meaning, value } of block.figures)
    page.truth.set(toAddress(top + row + 1, left + column + 1), { ...meaning, value });
}

function put({ rows }: Page, row: number, column: number, cell: GridValue): void {
  while (rows.length <= row) rows.push([]);
  const line = rows[row] ?? [];
  while (line.length <= column) line.push(null);
  line[column] = cell;
}

function widthOf({ rows }: Block): number {
  return Math.max(...rows.map((row) => row.length));
}

const TOPICS = [
  "主要经济指标",
  "主要指标完成情况",
  "经济运行情况",
  "主要经济指标完成情况表",
  "国民经济主要指标",
] as const;

/** Writes the sheet's title, its time in the title, below it, or in the name of the sheet or the file. */
function head(page: Page, setting: Setting, width: number) {
  const { chance, month, range, merged } = setting;
  const time = titleTime(chance, month, range ? "range" : "month");
  const where = chance.pick(["title", "title", "below", "sheet", "file"]);
  const topic = chance.pick(TOPICS);
  put(page, 0, 0, where === "title" ? `${time}通辽市${topic}` : `通辽市${topic}`);
  if (merged && width > 1) page.merges.push({ top: 1, left: 1, bottom: 1, right: width });
  let at = 1;
  if (where === "below") put(page, at++, 0, chance.pick([time, `（${time}）`]));
  if (chance.often(15))
    put(page, at++, 0, chance.pick(["填报单位：通辽市统计局", "编制单位：市财政局", "制表机关：市统计局"]));
  if (chance.often(15)) at++;
  const sheet = where === "sheet" ? time : chance.pick(["Sheet1", "月报", "表1"]);
  const file = where === "file" ? `${time}月报.xlsx` : "报表.xlsx";
  return { at, sheet, file };
}

function finish(page: Page, names: { sheet: string; file: string }, shapes: string): RandomSheet {
  const made = { ...sheetOf(page.rows, { name: names.sheet }), merges: page.merges };
  return { book: bookOf(made, names.file), rows: page.rows, truth: page.truth, shapes };
}

/** Lines over a table; a unit line may stand at its right end. */
function captions(page: Page, block: Block, at: number, left: number, { chance }: Setting): number {
  let row = at;
  for (const line of block.captions) {
    const far = /单位/.test(line) && chance.often(50) ? widthOf(block) - 1 : 0;
    put(page, row++, left + far, line);
  }
  return row;
}

const NOTES = [
  "注：1.本表数据为初步统计数，增速按可比价格计算。",
  "注:规模以上工业为年主营业务收入2000万元及以上的工业企业。",
  "数据来源：通辽市统计局",
  "说明：因四舍五入，分项合计与总计可能略有出入。",
] as const;

function note(page: Page, at: number, chance: Chance): number {
  if (!chance.often(30)) return at;
  put(page, at, 0, chance.pick(NOTES));
  return at + 1;
}

function single(setting: Setting): RandomSheet {
  const { chance } = setting;
  const page = openPage();
  if (chance.often(55)) {
    const block = chance.pick(OWN_TITLE)(setting);
    const at = captions(page, block, 0, 0, setting);
    place(page, block, at, 0);
    note(page, at + block.rows.length, chance);
    return finish(page, { sheet: "Sheet1", file: "通辽市月报.xlsx" }, block.shape);
  }
  const block = chance.pick(SHEET_TITLE)(setting);
  const { at, ...names } = head(page, setting, widthOf(block));
  const top = captions(page, block, at, 0, setting);
  place(page, block, top, 0);
  note(page, top + block.rows.length, chance);
  return finish(page, names, block.shape);
}

function stacked(setting: Setting): RandomSheet {
  const { chance } = setting;
  const page = openPage();
  const blocks = Array.from({ length: 2 + chance.below(2) }, () =>
    chance.pick(chance.often(60) ? SHEET_TITLE : OWN_TITLE)(setting),
  );
  const first = blocks[0];
  const { at, ...names } = head(page, setting, first ? widthOf(first) : 1);
  let row = at;
  for (const [index, block] of blocks.entries()) {
    const gap = index === 0 ? 0 : chance.below(3);
    const own = block.captions.length > 0 && !/^(?:计量)?单位/.test(block.captions[0] ?? "");
    row += gap;
    if (!own && (index > 0 || chance.often(30)))
      put(page, row++, 0, `${"一二三"[index]}、${chance.pick(["基本情况", "运行情况", "综合指标"])}`);
    row = captions(page, block, row, 0, setting);
    place(page, block, row, 0);
    row = note(page, row + block.rows.length, chance);
  }
  return finish(page, names, `stacked: ${blocks.map(({ shape }) => shape).join(" / ")}`);
}

function beside(setting: Setting): RandomSheet {
  const { chance } = setting;
  const page = openPage();
  const blocks = [chance.pick(SHEET_TITLE)(setting), chance.pick(chance.often(60) ? SHEET_TITLE : OWN_TITLE)(setting)];
  const [left, right] = blocks;
  if (!left || !right) throw new Error("two tables");
  const gap = 1 + chance.below(2);
  const { at, ...names } = head(page, setting, widthOf(left) + gap + widthOf(right));
  const titled = [left, right].some(({ captions: lines }) => lines.length > 0);
  const depth = titled ? 2 : 0;
  for (const [block, column] of [
    [left, 0],
    [right, widthOf(left) + gap],
  ] as const) {
    const lines = depth === 0 ? [] : [...block.captions];
    if (titled) {
      const [first = "", second = ""] =
        lines.length === 2 ? lines : lines[0]?.includes("单位") ? ["指标", lines[0]] : [lines[0] ?? "指标", ""];
      put(page, at, column, first === "指标" ? chance.pick(["主要指标", "综合指标"]) : first);
      if (second) put(page, at + 1, column, second);
    }
    place(page, block, at + depth, column);
  }
  return finish(page, names, `beside(${gap}): ${left.shape} / ${right.shape}`);
}
