import { fileURLToPath } from "node:url";
import { plus } from "../../pipeline/model/decimal.ts";
import { monthOf, type Period, parsePeriod, yearOf } from "../../pipeline/model/period.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { filingDate, monthsToDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { type Block, banner, corners, type GridValue, heading, plain, stack, toCell } from "./grid.ts";
import { partOfTheWay } from "./second-half.ts";

const FILE = fileURLToPath(new URL("projects.csv", import.meta.url));
const WIDTH = 12;

type Fields = Readonly<Record<string, string>>;

/** 发改委 重点项目调度表: a row a project, sections by rows, amounts and dates under merged heads, a sum at the end. */
export const projectSchedule: BureauLayout = (_series, period) => {
  const projects = readCsvRows(FILE).map(({ fields }) => ({ ...fields, ...carriedOn(fields, period) }));
  const sections = [...new Set(projects.map(({ section = "" }) => section))];
  const done = `${monthsToDate(period)}累计完成`;
  const grid = stack(
    "项目调度",
    [6, 40, 8, 11, 11, 13, 12, 12, 14, 34, 16, 14],
    [
      banner("title", `通辽市${yearMonth(period)}重点项目调度表`, WIDTH),
      corners(`演示数据    填报日期：${filingDate(period, 9)}`, "单位：万元", WIDTH),
      heading([
        ...["序号", "项目名称", "建设性质"],
        ["投资", ["总投资", `${yearOf(period)}年计划`, done]],
        ["开工时间", ["计划", "实际"]],
        ...["计划竣工时间", "形象进度", "责任单位", "备注"],
      ]),
      ...sections.flatMap((section) => sectionBlocks(section, projects, period)),
      plain("body", [sumRow(projects, period)]),
      banner("note", "注：总投资为批复数；形象进度为月末情况。", WIDTH),
    ],
  );
  return [{ path: `发改委/重点项目调度表${period.replace("-", "")}.xlsx`, format: "xlsx", grids: [grid] }];
};

/** After June: the year's plan is reached in December, in six equal parts; what was said in June is said again, but for what was planned. */
function carriedOn(fields: Fields, period: Period): Fields {
  const months = monthOf(period) - 6;
  if (months <= 0) return {};
  const { planned = "", "completed 2023-06": completed = "", "words 2023-06": words = "" } = fields;
  const kept = words.split("，").filter((part) => !part.startsWith("计划"));
  return {
    [`completed ${period}`]: partOfTheWay(completed, planned, months),
    [`words ${period}`]: kept.join("，"),
  };
}

function sectionBlocks(section: string, projects: readonly Fields[], period: Period): readonly Block[] {
  const rows = projects.flatMap((fields, index) => (fields.section === section ? [toRow(fields, index, period)] : []));
  return [plain("section", [[section]]), plain("body", rows)];
}

function toRow(fields: Fields, index: number, period: Period): readonly GridValue[] {
  const started = parsePeriod(fields.started ?? "");
  return [
    ...[toCell(String(index + 1)), fields.project ?? "", fields.nature ?? ""],
    ...[toCell(fields.total), toCell(fields.planned), toCell(fields[`completed ${period}`])],
    ...[monthWords(fields.planned_start), started !== undefined && started <= period ? monthWords(started) : null],
    ...[monthWords(fields.planned_finish), fields[`words ${period}`] ?? "", fields.bureau ?? "", null],
  ];
}

function monthWords(month = ""): GridValue {
  const period = parsePeriod(month);
  return period === undefined ? null : `${yearOf(period)}年${monthOf(period)}月`;
}

function sumRow(projects: readonly Fields[], period: Period): readonly GridValue[] {
  const sum = (column: string) =>
    toCell(projects.map((fields) => fields[column] ?? "0").reduce((total, value) => plus(total, value), "0"));
  const sums = [sum("total"), sum("planned"), sum(`completed ${period}`)];
  return ["合计", null, null, ...sums, null, null, null, null, null, null];
}
