import { flatText, grid, line } from "./flat-text.ts";

/** A paper that the program has not written. */
export interface ForeignPaper {
  readonly name: string; // of its file, with the ending LibreOffice knows it by
  readonly text: string;
  readonly wrong: readonly string[]; // rules that must speak of it
  readonly right?: readonly string[]; // rules that must not
}

const A4 = { "fo:page-width": "210mm", "fo:page-height": "297mm" };
const STANDARD_EDGES = {
  ...{ "fo:margin-top": "37mm", "fo:margin-bottom": "35mm", "fo:margin-left": "28mm", "fo:margin-right": "26mm" },
};
const OFFICE_EDGES = {
  ...{
    "fo:margin-top": "25.4mm",
    "fo:margin-bottom": "25.4mm",
    "fo:margin-left": "31.8mm",
    "fo:margin-right": "31.8mm",
  },
};
const FANGSONG = "仿宋_GB2312";
const CENTRED = { "fo:text-align": "center" };
const TEXT = { "fo:text-indent": "32pt", "fo:text-align": "justify", "fo:line-height": "28.95pt" };
const PLAIN = { Title: { font: "宋体", pt: 18, paragraph: CENTRED }, Body: { font: "宋体", pt: 12 } };

/** A letter typed in a plain editor. */
const LETTER = [
  "关于商请提供数据的函",
  "",
  "市统计局:",
  "    因工作需要,请于2023.7.8前提供23年上半年工业数据.",
  "    截止6月末,全市规上工业投资增长-3.2%,比去年同期回落2%。",
  "通辽市发展改革委",
  "2023年07月01日",
].join("\n");

const REPORT = flatText({
  page: { ...A4, ...OFFICE_EDGES },
  styles: PLAIN,
  body: [
    line("Title", "上半年经济运行情况报告。"),
    line("Body", "一、总体情况。"),
    line("Body", "上半年,全市地区生产总值完成702.5亿,同比增长6.2 %；固定资产投资下降2倍。"),
    line("Body", "三、下步打算"),
    line("Body", '做好"放管服"工作，，力争约30个左右项目开工...'),
  ],
});

const ENGLISH = flatText({
  page: { "fo:page-width": "8.5in", "fo:page-height": "11in", "fo:margin": "1in" },
  styles: { Title: { font: "Arial", pt: 20 }, Body: { font: "Times New Roman", pt: 11 } },
  body: [
    line("Title", "Quarterly review"),
    line("Body", "Output grew by 5.1 % (2022: 4.8 %), mostly in energy, and prices were flat."),
    line("Body", "Next steps: hire two analysts; publish by 2023-09-01."),
  ],
});

const NOTICE = flatText({
  page: { ...A4, ...STANDARD_EDGES, "fo:margin-bottom": "27.9mm" }, // LibreOffice counts the footer into the rest
  styles: {
    Title: { font: "方正小标宋简体", pt: 22, paragraph: CENTRED },
    Number: { font: FANGSONG, pt: 16, paragraph: CENTRED },
    To: { font: FANGSONG, pt: 16, paragraph: { "fo:line-height": "28.95pt" } },
    Body: { font: FANGSONG, pt: 16, paragraph: TEXT },
    First: { font: "黑体", pt: 16, paragraph: TEXT },
    Foot: { font: "宋体", pt: 14, paragraph: CENTRED },
  },
  footer: "— <text:page-number/> —",
  body: [
    line("Number", "通政办发[2023]021号"),
    line("Title", "关于做好项目调度工作的通知"),
    line("To", "各旗县市区人民政府，市直有关部门："),
    line("Body", "为做好下半年项目调度工作，现将有关事项通知如下。"),
    line("First", "一、调度范围"),
    line("Body", "列入2023年计划的重点项目，按月报送进展情况。"),
    line("First", "二、报送时间"),
    line("Body", "请于每月5日前报送，首次报送截止2023年07月08日。"),
  ],
});

const FIGURES = flatText({
  page: { ...A4, ...OFFICE_EDGES },
  styles: {
    ...PLAIN,
    Cell: { font: "宋体", pt: 10.5, paragraph: { "fo:line-height": "28pt", "fo:text-indent": "21pt" } },
  },
  body: [
    line("Title", "各旗县市区主要指标表"),
    ...[1, 2].map((table) =>
      grid(
        "Cell",
        Array.from({ length: 14 }, (_unused, row) =>
          row === 0 ? ["地区", "总量", "增速"] : [`第${table}组第${row}个旗县`, `${row}2345`, `${row}.5`],
        ),
      ),
    ),
  ],
});

/** Papers of five kinds, as people send them. */
export const FOREIGN_PAPERS: readonly ForeignPaper[] = [
  {
    ...{ name: "letter.txt", text: `\uFEFF${LETTER}` },
    wrong: [
      "page-margins",
      "page-number",
      "half-width-mark",
      "date-form",
      "short-year",
      "as-of-word",
      "negative-growth",
    ],
  },
  {
    ...{ name: "report.fodt", text: REPORT },
    wrong: [
      "page-margins",
      "page-grid",
      "body-font",
      "title-punctuation",
      "numbering-gap",
      "missing-unit",
      "times-fall",
    ],
  },
  {
    ...{ name: "english.fodt", text: ENGLISH },
    wrong: ["page-size", "page-margins", "title-size"],
    right: ["half-width-mark", "space"],
  },
  {
    ...{ name: "notice.fodt", text: NOTICE },
    wrong: ["document-number", "date-form", "as-of-word", "page-grid", "page-number-sides"],
    right: [
      "page-size",
      "page-margins",
      "title-font",
      "title-size",
      "body-font",
      "body-size",
      "heading1-font",
      "page-number",
    ],
  },
  {
    ...{ name: "figures.fodt", text: FIGURES },
    wrong: ["page-margins", "table-header", "row-split", "cell-spacing", "title-font", "page-number"],
  },
];
