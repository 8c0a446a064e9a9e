import { describe, expect, it } from "vitest";
import { type Extraction, extractBook, type Hints } from "../../pipeline/extract/book.ts";
import type { MilestoneReport } from "../../pipeline/model/milestone-report.ts";
import type { SourceProfile } from "../../pipeline/model/source.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { parseMilestoneWords } from "../../pipeline/reference/milestone-rules.ts";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { profileOf, VOCABULARY } from "./small-vocabulary.ts";

const FILE = new URL("../../seeds/milestone-words.csv", import.meta.url).pathname;
const milestonePhrases = parseMilestoneWords(readCsvRows(FILE), "milestone-words.csv");

interface Sheet {
  readonly merges?: readonly string[];
  readonly source?: SourceProfile;
  readonly hints?: Hints;
}

function read(rows: readonly (readonly GridValue[])[], { merges = [], source, hints = {} }: Sheet = {}): Extraction {
  const sources = source ? [source] : [];
  return extractBook(bookOf(sheetOf(rows, { merges })), { ...VOCABULARY, milestonePhrases, sources }, hints);
}

const money = (amount: MilestoneReport["plannedInvestment"]) =>
  amount && `${amount.value}${amount.unit} ${amount.cell}`;
const told = ({ reports }: Extraction) =>
  reports.map((r) => [`${r.cell} ${r.project}`, r.period, r.state, r.halted ? "停" : ""].join(" ").trim());
const dates = ({ reports }: Extraction) =>
  reports.map((r) => [r.plannedStart, r.started, r.plannedFinish, r.finished].map((month) => month ?? "").join(","));
const sums = ({ reports }: Extraction) =>
  reports.map((r) => [money(r.plannedInvestment), money(r.completedInvestment), money(r.percent)]);
const issues = ({ issues: found }: Extraction) => found.map(({ cell, code }) => `${cell} ${code}`);
const fate = ({ dispositions }: Extraction, cell: string) => dispositions.find((one) => one.cell === cell)?.kind;

/** 交通: one header row, planned and actual starts, an ordinal, sections, a sum. */
const ROADS: readonly (readonly GridValue[])[] = [
  ["2023年6月重点交通项目进展情况表"],
  ["单位：万元"],
  [
    "序号",
    "项目名称",
    "建设内容",
    "总投资",
    "2023年计划投资",
    "1—6月累计完成投资",
    "完成率(%)",
    "形象进度",
    "计划开工时间",
    "实际开工时间",
    "计划竣工时间",
    "责任单位",
  ],
  ["一、续建项目"],
  [
    1,
    "样本一级路",
    "全长45公里",
    90000,
    30000,
    12600,
    42,
    "路基完成60%，计划10月竣工",
    "2022年4月",
    "2022年5月",
    "2023年10月",
    "市交通局",
  ],
  ["二、新建项目"],
  [2, "样本互通", "立交1座", 20000, 8000, 0, 0, "未开工，正在办理前期手续", "2023年4月", null, "2024年底", "市交通局"],
  [3, "样本连接线", "二级路", "5000", "1,200.5", "—", "/", "已开工", "5月", "2023.5", "12月", "开发区"],
  ["合计", null, null, 115000, 39200.5, 12600],
  ["注：总投资为批复数。"],
];

describe("a list of projects in one header row", () => {
  const found = read(ROADS);

  it("gives a report a row, with the state that its words settle", () => {
    expect(told(found)).toEqual([
      "B5 样本一级路 2023-06 在建",
      "B7 样本互通 2023-06 前期",
      "B8 样本连接线 2023-06 开工",
    ]);
    expect(found.reports.map(({ words, wordsCell }) => [words, wordsCell])[0]).toEqual([
      "路基完成60%，计划10月竣工",
      "H5",
    ]);
  });

  it("gives dates as months, the last of what is vague", () => {
    expect(dates(found)).toEqual(["2022-04,2022-05,2023-10,", "2023-04,,2024-12,", "2023-05,2023-05,2023-12,"]);
  });

  it("gives amounts of the year with unit and cell, and leaves the rest", () => {
    expect(sums(found)).toEqual([
      ["30000万元 E5", "12600万元 F5", "42% G5"],
      ["8000万元 E7", "0万元 F7", "0% G7"],
      ["1200.5万元 E8", null, null],
    ]);
    expect(found.observations).toEqual([]);
    expect(found.issues).toEqual([]);
  });

  it("says of every cell what became of it", () => {
    const kinds = ["A1", "A2", "B3", "A4", "A5", "B5", "C5", "D5", "E5", "H5", "I5", "L5", "F8", "A9", "F9", "A10"];
    expect(kinds.map((cell) => `${cell} ${fate(found, cell)}`)).toEqual([
      ...["A1 title", "A2 unit", "B3 header", "A4 label", "A5 ignored", "B5 used", "C5 note", "D5 ignored", "E5 used"],
      ...["H5 used", "I5 used", "L5 note", "F8 sentinel", "A9 ignored", "F9 ignored", "A10 note"],
    ]);
    expect(found.dispositions).toHaveLength(ROADS.flat().filter((value) => value !== null).length);
  });
});

/** 发改: two header rows with merged groups, units in the heads, one column of 开工时间 for what is and what is meant. */
const PROJECTS: readonly (readonly GridValue[])[] = [
  ["重点项目调度表（2023年1-5月）"],
  ["序号", "项目名称", "责任单位", "投资情况（亿元）", null, null, "开工时间", "竣工时间", "项目进展情况", "存在问题"],
  [null, null, null, "总投资", "年度计划", "年初累计完成", null, null, null, null],
  [1, "样本电站", "能源局", 5, 2, 0.61, "2023年3月", "2024年6月", "主体施工，因征地停工", "征地"],
  [2, "样本水库", "水务局", 9, 1.5, 0, "2023年4月", "2025年", "办理前期手续", "无"],
  [3, "样本铁路", "发改委", 3, 1, 1, "2021年", "2023年4月", "已竣工，尚未投产", null],
];

describe("a list of projects under a header of two rows", () => {
  const merges = ["A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:G3", "H2:H3", "I2:I3", "J2:J3"];
  const found = read(PROJECTS, { merges });

  it("takes groups and their heads together", () => {
    expect(told(found)).toEqual([
      "B4 样本电站 2023-05 在建 停",
      "B5 样本水库 2023-05 前期",
      "B6 样本铁路 2023-05 竣工",
    ]);
    expect(sums(found)[0]).toEqual(["2亿元 E4", "0.61亿元 F4", null]);
  });

  it("takes 开工时间 for what is or what is meant as the state says, and leaves a bare year of what is", () => {
    expect(dates(found).slice(0, 2)).toEqual([",2023-03,2024-06,", "2023-04,,2025-12,"]);
    expect([fate(found, "G6"), issues(found)]).toEqual(["ignored", []]);
  });

  it("reads the same from a file without merged cells", () => {
    const { reports } = read(PROJECTS);
    expect(reports).toEqual(found.reports);
  });
});

/** 工作任务: no money, no dates; the month in the head; a table of figures below. */
const TASKS: readonly (readonly GridValue[])[] = [
  ["2023年重点工作推进情况"],
  ["重点工作", "牵头单位", "截至6月底进展情况"],
  ["《样本规划》", "发改委", "征求意见"],
  ["样本大会", "文旅局", "成功举办"],
  ["样本平台", "住建局", "有些眉目"],
  ["样本试点", "商务局", null],
  [null],
  ["2023年6月通辽市主要指标完成情况"],
  ["指标", "累计（亿元）"],
  ["固定资产投资", 90],
];

describe("a list of tasks above a table of figures", () => {
  const found = read(TASKS);

  it("takes the month from the head", () => {
    expect(told(found).slice(0, 2)).toEqual(["A3 《样本规划》 2023-06 前期", "A4 样本大会 2023-06 竣工"]);
    expect(found.reports[0]?.key).toBe("样本规划");
  });

  it("asks what nobody has said the meaning of, at its cell, and keeps the report", () => {
    expect(issues(found)).toEqual(["C5 unknown-state", "A6 unknown-state"]);
    expect(found.reports.map(({ state }) => state)).toEqual(["前期", "竣工", null, null]);
    expect(found.issues[0]?.message).toBe('进展 "有些眉目"看不出到了哪一步');
    expect(fate(found, "C5")).toBe("asked");
  });

  it("leaves the figures below to their own readers", () => {
    expect(found.observations.map(({ cell, period, value }) => `${cell} ${period} ${value}`)).toEqual([
      "B10 2023-06 90",
    ]);
  });
});

const HEAD: readonly GridValue[] = ["项目名称", "年度计划投资（万元）", "累计完成投资（万元）", "形象进度"];
const TITLE: readonly GridValue[] = ["2023年6月重点项目进展"];

describe("what a list of projects leaves open", () => {
  it.each([
    ["no month anywhere", [["2023年重点项目进展"], HEAD, ["甲", 1, 1, "已开工"]], "A1 missing-period", 0],
    [
      "two months",
      [TITLE, [...HEAD.slice(0, 2), "1—5月累计完成投资（万元）", "形象进度"], ["甲", 1, 1, "已开工"]],
      "C2 period-conflict",
      0,
    ],
    ["no unit", [TITLE, ["项目名称", "年度计划投资", "形象进度"], ["甲", 1, "已开工"]], "B2 missing-unit", 1],
    ["an unknown head", [TITLE, [...HEAD, "折算数"], ["甲", 1, 1, "已开工", 7]], "E2 unread-header", 1],
    [
      "投资 of no known time",
      [TITLE, ["项目名称", "完成投资（万元）", "形象进度"], ["甲", 1, "已开工"]],
      "B2 unread-header",
      1,
    ],
    ["words for a number", [TITLE, HEAD, ["甲", "若干", 1, "已开工"]], "B3 not-a-number", 1],
    ["a range", [TITLE, HEAD, ["甲", "约500", 1, "已开工"]], "B3 inexact-number", 1],
    ["less than nothing", [TITLE, HEAD, ["甲", 1, -5, "已开工"]], "C3 displaced-row", 1],
    ["a row without a name", [TITLE, HEAD, ["甲", 1, 1, "已开工"], [null, 2, 2, "已开工"]], "B4 unread-cell", 1],
  ] as const)("%s is asked about, and never guessed", (_, rows, issue, reports) => {
    const found = read(rows as readonly (readonly GridValue[])[]);
    expect(issues(found)).toContain(issue);
    expect(found.reports).toHaveLength(reports);
    expect(found.reports.every(({ completedInvestment }) => completedInvestment?.value !== "-5")).toBe(true);
    expect(
      found.dispositions.filter(({ kind }) => kind === "used").some(({ cell }) => issue.startsWith(`${cell} `)),
    ).toBe(false);
  });

  it("takes the month that a person adds where the sheet has none", () => {
    const rows = [["重点项目进展"], HEAD, ["甲", 1, 1, "已开工"]];
    expect(told(read(rows, { hints: { period: "2023-06" as never } }))).toEqual(["A3 甲 2023-06 开工"]);
  });

  it("asks where a date contradicts the words, or lies in the future", () => {
    const heads = ["项目名称", "形象进度", "实际开工时间"];
    const found = read([
      TITLE,
      heads,
      ["甲", "未开工", "2023年3月"],
      ["乙", "已开工", "2023年9月"],
      ["丙", "已开工", 2023.1],
    ]);
    expect(issues(found)).toEqual(["B3 unknown-state", "B4 unknown-state", "C5 unread-month"]);
    expect(found.reports.map(({ state }) => state)).toEqual([null, null, "开工"]);
  });

  it("takes 实际开工 for a start where there are no words", () => {
    expect(
      told(
        read([
          TITLE,
          ["项目名称", "实际开工时间", "实际竣工时间"],
          ["甲", "2023年3月", null],
          ["乙", "2022-05", "2023-04"],
        ]),
      ),
    ).toEqual([...["A3 甲 2023-06 开工", "A4 乙 2023-06 竣工"]]);
  });

  it("takes 年初累计 before 累计, and neither of two that are alike", () => {
    const both = [...HEAD.slice(0, 3), "本年累计完成投资（万元）", "形象进度"];
    expect(sums(read([TITLE, both, ["甲", 9, 8, 3, "在建"]]))[0]?.[1]).toBe("3万元 D3");
    const twice = [...HEAD.slice(0, 3), "累计完成（万元）", "形象进度"];
    expect(sums(read([TITLE, twice, ["甲", 9, 8, 3, "在建"]]))[0]?.[1]).toBeNull();
  });

  it("keeps what is none of the year out", () => {
    const heads = [
      "项目名称",
      "开工以来累计完成投资（万元）",
      "截至2022年底累计完成（万元）",
      "本月完成投资（万元）",
      "形象进度",
    ];
    const found = read([TITLE, heads, ["甲", 9, 8, 3, "在建"]]);
    expect([sums(found), issues(found)]).toEqual([[[null, null, null]], []]);
  });

  it("asks about a name that runs over rows with words of their own", () => {
    const found = read([TITLE, HEAD, ["甲", 1, 1, "已开工"], [null, 2, 2, "已竣工"]], { merges: ["A3:A4"] });
    expect(found.reports).toEqual([]);
    expect(issues(found)).toContain("D4 unread-cell");
  });
});

describe("what is no list of projects", () => {
  it.each([
    ["figures of indicators", ["项目", "计量单位", "本月", "1—6月累计", "进展情况"]],
    ["growth beside", ["项目名称", "累计", "同比增长(%)", "形象进度"]],
    ["no word of progress", ["项目名称", "总投资（万元）", "年度计划投资（万元）"]],
  ])("%s", (_, heads) => {
    expect(read([TITLE, heads, ["固定资产投资", 1, 2, 3, "无"]]).reports).toEqual([]);
  });

  it("is left to the readers of figures where no phrase is known, and left alone where the profile says so", () => {
    const book = bookOf(sheetOf(ROADS));
    expect(extractBook(book, VOCABULARY).reports).toEqual([]);
    const leave = { sheets: [], tables: ["重点交通项目"], columns: [], rows: [] };
    expect(read(ROADS, { source: profileOf("roads", ["重点交通项目"], { leave }) }).reports).toEqual([]);
  });
});
