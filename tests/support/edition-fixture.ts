import type { Light } from "../../pipeline/model/assessment.ts";
import type { Block, CellContent, ColumnDescription, Edition, SheetDescription } from "../../pipeline/model/edition.ts";
import type { Figure, FigureText, Run } from "../../pipeline/model/figure.ts";
import { makePeriod } from "../../pipeline/model/period.ts";

const TARGETS = 100;
const LIGHTS: readonly Light[] = ["green", "yellow", "red", "grey"];
const NAMES = [
  "地区生产总值",
  "规模以上工业增加值",
  "固定资产投资（不含农户）",
  "社会消费品零售总额",
  "城镇居民人均可支配收入",
  "争取上级资金",
  "规模以上工业战略性新兴产业增加值占规模以上工业增加值比重",
  "肉牛存栏",
];
const PLAN =
  "紧扣“稳中求进”工作总基调，全力抓好项目建设。全年实施政府投资和500万元以上重点项目540个以上，完成投资增长15%以上；新签约国内（区外）项目570个以上，引进国内（区外）到位资金增长30%以上。";

/** An edition of about the size of a real month: 100 targets, long and short texts, nothing of it true. */
export function editionFixture(change: Partial<Edition> = {}): Edition {
  return {
    kind: "monthly",
    period: makePeriod(2023, 6),
    region: "150500",
    title: "2023年6月通辽市国民经济和社会发展计划执行情况",
    asOf: null,
    dataVintage: "2023-07-12",
    illustrative: true,
    rules: "2023",
    plan: { year: 2023, title: "2023年通辽市国民经济和社会发展计划", documentNumber: "通政发〔2023〕21号" },
    figures: FIGURES,
    sheets: [overviewSheet(), targetSheet(), sourceSheet()],
    blocks: blocks(),
    ...change,
  };
}

/** Every figure text that a description prints, in reading order. */
export function printedTexts(value: unknown): readonly FigureText[] {
  if (Array.isArray(value)) return value.flatMap(printedTexts);
  if (typeof value !== "object" || value === null) return [];
  if ("figure" in value && "text" in value) return [{ figure: String(value.figure), text: String(value.text) }];
  return Object.values(value).flatMap(printedTexts);
}

/** A sheet of one column without rows, but for what is changed. */
export function sheet(change: Partial<SheetDescription> = {}): SheetDescription {
  return {
    name: "表",
    title: "题",
    lines: [],
    columns: [column("栏", 20)],
    rows: [],
    notes: [],
    orientation: "portrait",
    frozenColumns: 0,
    ...change,
  };
}

/** A text cell. */
export function text(...runs: readonly Run[]): CellContent {
  return { kind: "text", runs };
}

/** A number cell. */
export function number(figure: string, printed: string, link?: string): CellContent {
  return { kind: "number", figure, text: printed, ...(link !== undefined && { link }) };
}

/** A column; group only where given. */
export function column(
  header: string,
  widthChars: number,
  align: ColumnDescription["align"] = "left",
  group?: string,
): ColumnDescription {
  return { header, widthChars, align, ...(group !== undefined && { group }) };
}

const FIGURES: readonly Figure[] = Array.from({ length: TARGETS }, (_unused, index) => ({
  id: `${targetId(index)}/actual`,
  name: nameOf(index),
  value: actualOf(index),
  unit: "%",
  decimals: 1,
  derivation: { kind: "computed", formula: "1+1", operands: [] },
}));

function targetId(index: number): string {
  return `2023-${String(index + 1).padStart(3, "0")}`;
}

function nameOf(index: number): string {
  return NAMES[index % NAMES.length] ?? "";
}

function actualOf(index: number): string {
  return ((index * 37) % 1000) / 10 - 20 < 0 ? `-${(index % 9) + 1}.5` : `${index + 1}.${index % 10}`;
}

function lightOf(index: number): Light {
  return LIGHTS[(index * 7) % LIGHTS.length] ?? "grey";
}

function overviewSheet(): SheetDescription {
  return {
    name: "总览",
    title: "2023年6月通辽市国民经济和社会发展计划执行情况总览",
    lines: [["期间：2023年上半年　数据截至2023年7月12日"], ["演示数据：本表数据仅供演示，不是实际统计结果"]],
    columns: [
      column("章节", 30),
      column("目标数", 8, "right"),
      column("绿", 8, "right", "其中"),
      column("黄", 8, "right", "其中"),
      column("红", 8, "right", "其中"),
      column("灰", 8, "right", "其中"),
    ],
    rows: ["全面推动经济稳定增长", "加快构建现代产业体系", "持续深化改革开放"].map((chapter, index) => ({
      kind: "data",
      cells: [text(chapter), ...["12", "5", "3", "2", "2"].map((count, at) => number(`count/${index}/${at}`, count))],
    })),
    notes: [["说明：绿为达到或快于序时，黄为略慢于序时，红为明显慢于序时，灰为未到期、未发布或无数据来源。"]],
    orientation: "portrait",
    frozenColumns: 1,
  };
}

function targetSheet(): SheetDescription {
  const rows = Array.from({ length: TARGETS }, (_unused, index) => index).flatMap((index) => [
    ...(index % 12 === 0 ? [{ kind: "section" as const, text: `第${index / 12 + 1}部分　经济社会发展目标` }] : []),
    { kind: "data" as const, cells: targetCells(index) },
  ]);
  return {
    name: "主要指标对照",
    title: "主要指标与年度目标对照",
    lines: [["期间：2023年上半年"], ["演示数据：本表数据仅供演示，不是实际统计结果"]],
    columns: [
      column("序号", 5, "center"),
      column("指标", 24),
      column("年度目标", 10, "right", "目标"),
      column("单位", 8, "center", "目标"),
      column("实际", 9, "right", "执行情况"),
      column("完成率（%）", 8, "right", "执行情况"),
      column("序时（%）", 7, "right", "执行情况"),
      column("差距", 8, "right", "执行情况"),
      column("评价", 8, "center"),
      column("灯", 6, "center"),
      column("说明", 30),
      column("责任单位", 14),
      column("计划原文", 50),
    ],
    rows,
    notes: [["注：序时进度按月均算。"], ["差距为正表示好于目标，单位为百分点或指标单位。"]],
    orientation: "landscape",
    frozenColumns: 2,
  };
}

function targetCells(index: number): readonly CellContent[] {
  const actual = `${targetId(index)}/actual`;
  return [
    text(String(index + 1)),
    text(nameOf(index)),
    text("≥", { figure: `${targetId(index)}/low`, text: "9" }),
    text("%"),
    number(actual, actualOf(index), `数据来源!A${index + 4}`),
    index % 3 === 0 ? { kind: "blank" } : number(`${targetId(index)}/completion`, "97.16"),
    text("50.0"),
    number(`${targetId(index)}/gap`, "-2.8"),
    text("滞后"),
    { kind: "light", light: lightOf(index) },
    text(
      "上半年增长",
      { figure: actual, text: actualOf(index) },
      "%，低于年度目标",
      { figure: "gap", text: "2.8" },
      "个百分点",
    ),
    text(index % 2 === 0 ? "市统计局" : "市工业和信息化局、市发展和改革委员会"),
    text(index % 5 === 0 ? PLAN.repeat(2) : PLAN.slice(0, 20 + (index % 60))),
  ];
}

function sourceSheet(): SheetDescription {
  return {
    name: "数据来源",
    title: "数据来源",
    lines: [["演示数据：本表数据仅供演示，不是实际统计结果"]],
    columns: [
      column("序号", 5, "center"),
      column("指标", 26),
      column("数值", 12, "right"),
      column("文件", 30),
      column("工作表", 12),
      column("单元格", 8, "center"),
      column("来源网址", 40),
    ],
    rows: Array.from({ length: TARGETS }, (_unused, index) => ({
      kind: "data",
      cells: [
        text(String(index + 1)),
        text(nameOf(index)),
        number(`${targetId(index)}/source`, `${index * 1234567}.25`),
        text("通辽市主要经济指标月报2023年6月（终稿）.xlsx"),
        text("1-6月"),
        text(`C${index + 7}`),
        {
          kind: "text",
          runs: ["https://tjj.example.cn/2023/07/t20230712_1.html?a=1&b=2"],
          link: "https://tjj.example.cn/?a=1&b=2",
        },
      ],
    })),
    notes: [],
    orientation: "landscape",
    frozenColumns: 0,
  };
}

function blocks(): readonly Block[] {
  return [
    paragraph("title", "2023年6月通辽市国民经济和社会发展计划执行情况"),
    paragraph("subtitle", "演示数据，不是实际统计结果　数据截至2023年7月12日"),
    ...bodyParagraphs(2),
    tableBlock("主要指标完成情况", 12),
    paragraph("heading1", "一、主要指标"),
    ...bodyParagraphs(6),
    paragraph("heading1", "二、滞后指标"),
    paragraph("heading2", "（一）亮红灯的指标"),
    ...bodyParagraphs(5),
    paragraph("heading2", "（二）亮黄灯的指标"),
    ...bodyParagraphs(4),
    tableBlock("滞后指标一览", 30),
    paragraph("heading1", "三、口径说明与数据来源"),
    ...bodyParagraphs(3),
    paragraph("note", "注：差距为正表示好于目标；“测算”按上年基数推算，不代表预测。"),
  ];
}

function paragraph(style: "title" | "subtitle" | "heading1" | "heading2" | "note", words: string): Block {
  return { kind: "paragraph", style, runs: [words] };
}

function bodyParagraphs(count: number): readonly Block[] {
  return Array.from({ length: count }, (_unused, index) => ({
    kind: "paragraph",
    style: "body",
    runs: [
      `上半年，全市${nameOf(index)}同比增长`,
      { figure: `${targetId(index)}/actual`, text: `${index + 1}.3` },
      "%，低于年度目标",
      { figure: `${targetId(index)}/gap`, text: "3.7" },
      "个百分点，慢于序时进度——按“月均”测算，后6个月需完成",
      { figure: `${targetId(index)}/required`, text: "312.45" },
      "亿元，方可实现全年目标，由市发展和改革委员会会同有关部门跟踪调度。",
    ],
  }));
}

function tableBlock(caption: string, rows: number): Block {
  return {
    kind: "table",
    caption,
    unit: "单位：亿元、%",
    columns: [
      column("指标", 26),
      column("年度目标", 10, "center", "目标"),
      column("单位", 8, "center", "目标"),
      column("实际", 10, "right", "执行"),
      column("差距", 10, "right", "执行"),
      column("灯", 6, "center"),
    ],
    rows: [
      { kind: "section", text: "经济增长" },
      ...Array.from({ length: rows }, (_unused, index) => ({
        kind: "data" as const,
        cells: [
          text(nameOf(index)),
          text("≥", { figure: `${targetId(index)}/low`, text: "9" }),
          text("%"),
          number(`${targetId(index)}/actual`, actualOf(index)),
          number(`${targetId(index)}/gap`, "-2.8"),
          { kind: "light" as const, light: lightOf(index) },
        ],
      })),
    ],
  };
}
