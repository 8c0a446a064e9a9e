import type { CellSpan, ChartDescription, ChartSeries, SeriesRole } from "../../pipeline/model/chart.ts";
import type { CellContent, Edition, SheetDescription } from "../../pipeline/model/edition.ts";
import { column, editionFixture, number, text } from "./edition-fixture.ts";

const DATA = "图表数据"; // months from row 4 on
const COUNTS = "分章 'A&B' 计数"; // chapters from row 3 on
const GAP = "";

/** Growth, goal, last year's growth and amount by month; January and two more have not been published. */
const MONTHS: readonly (readonly string[])[] = [
  ["1月", GAP, "9.0", GAP, GAP],
  ["1—2月", "6.8", "9.0", "12.4", "45.31"],
  ["1—3月", "7.5", "9.0", "11.8", "78.90"],
  ["1—4月", "-2.1", "9.0", "10.5", "101.25"],
  ["1—5月", GAP, "9.0", "9.6", "132.04"],
  ["1—6月", "8.3", "9.0", "8.8", "170.66"],
  ["1—7月", "8.85", "9.0", "-1.2", "198.3"],
  ["1—8月", GAP, "9.0", "7.4", GAP],
];
const CHAPTERS: readonly (readonly string[])[] = [
  ["全面推动经济稳定增长", "12", "3", "0", "2"],
  ["加快构建现代产业体系", "5", "0", "4", "1"],
  ["持续深化改革开放", "0", "2", "1", "7"],
];

/** A span of the made edition. */
export function span(sheet: string, from: string, to = from): CellSpan {
  return { sheet, from, to };
}

/** A series over the months of the made edition, of one of its columns. */
export function monthly(letter: string, role: SeriesRole, change: Partial<ChartSeries> = {}): ChartSeries {
  const values = span(DATA, `${letter}4`, `${letter}11`);
  return { name: span(DATA, `${letter}3`), values, role, form: "line", axis: "primary", ...change };
}

/** A chart over the months of the made edition. */
export function monthlyChart(change: Partial<ChartDescription> = {}): ChartDescription {
  return {
    id: "growth",
    kind: "line",
    title: "规模以上工业增加值增速",
    alt: "折线图：本年累计增速对照年度目标和上年",
    categories: span(DATA, "A4", "A11"),
    series: [monthly("D", "last-year"), monthly("C", "goal"), monthly("B", "actual")],
    unit: "%",
    secondaryUnit: null,
    decimals: 1,
    ...change,
  };
}

/** One chart of each kind, and one more combo whose columns stand on the left. */
export function chartOfEachKind(): readonly ChartDescription[] {
  const amount = { form: "column", axis: "secondary" } as const;
  const combo = { kind: "combo", secondaryUnit: "亿元" } as const;
  const chapters = { categories: span(COUNTS, "A3", "A5"), unit: "项", decimals: 0 };
  const lights = (["green", "yellow", "red", "grey"] as const).map((role, index) => {
    const letter = "BCDE".charAt(index);
    return { ...monthly(letter, role), ...inChapters(letter) };
  });
  const right = { axis: "secondary" } as const;
  return [
    monthlyChart(),
    monthlyChart({
      ...combo,
      id: "growth-and-amount",
      title: "社会消费品零售总额及增速",
      series: [monthly("E", "amount", amount), monthly("C", "goal"), monthly("B", "actual")],
    }),
    monthlyChart({
      id: "amount-and-growth",
      kind: "combo",
      title: "固定资产投资及增速",
      unit: "万平方米",
      secondaryUnit: "%",
      decimals: 0,
      series: [
        monthly("E", "amount", { form: "column" }),
        monthly("D", "last-year", right),
        monthly("B", "actual", right),
      ],
    }),
    monthlyChart({
      id: "amount",
      kind: "column",
      title: "一般公共预算收入 <A & B>",
      unit: "亿元",
      series: [monthly("E", "amount", { form: "column" })],
    }),
    monthlyChart({ id: "counts", kind: "bar", title: "各章绿灯目标数", ...chapters, series: lights.slice(0, 1) }),
    monthlyChart({ id: "lights", kind: "stacked-bar", title: "分章亮灯情况", ...chapters, series: lights }),
  ];
}

function inChapters(letter: string) {
  return {
    form: "column",
    name: span(COUNTS, `${letter}2`),
    values: span(COUNTS, `${letter}3`, `${letter}5`),
  } as const;
}

/** An edition with the charts on a sheet of their own, two abreast, and sparklines in two of its cells. */
export function chartedEdition(charts = chartOfEachKind()): Edition {
  const placed = charts.map((chart, index) => {
    return { chart, row: 5 + Math.floor(index / 2) * 16, column: 1 + (index % 2) * 3, rows: 15, columns: 3 };
  });
  const shown: SheetDescription = {
    ...sheet(
      "趋势",
      ["指标", "本年走势", "说明", "单位", "上年走势", "备注"].map((header) => column(header, 15)),
      [[text("工业"), trend("B4", "B11"), text("一"), text("%"), trend("D4", "D11"), text("二")]],
    ),
    charts: placed,
  };
  const months = ["月份", "本年", "目标", "上年", "总量"].map((header) => column(header, 12));
  const counts = ["篇章", "绿", "黄", "红", "灰"].map((header) => column(header, 22));
  const data = { ...sheet(DATA, months, MONTHS.map(cells)), lines: [["单位：%、亿元"]] };
  return editionFixture({ sheets: [shown, data, sheet(COUNTS, counts, CHAPTERS.map(cells))], illustrative: false });
}

function trend(from: string, to: string): CellContent {
  return { kind: "trend", values: span(DATA, from, to) };
}

function cells([name = "", ...numbers]: readonly string[]): readonly CellContent[] {
  return [text(name), ...numbers.map((one): CellContent => (one === GAP ? { kind: "blank" } : number("f", one)))];
}

function sheet(
  name: string,
  columns: SheetDescription["columns"],
  rows: readonly (readonly CellContent[])[],
): SheetDescription {
  return {
    ...{ name, title: name, lines: [], columns, notes: [], orientation: "portrait", frozenColumns: 0 },
    rows: rows.map((each) => ({ kind: "data", cells: each })),
  };
}
