import { describe, expect, it } from "vitest";
import { figuresIn, refusal } from "./note-fixture.ts";

const GDP = "地区生产总值";
const INDUSTRY = "规模以上工业增加值";
const JOBS = "城镇新增就业";

/** Sentences as compilers write them, and the figures that their numbers are. */
const SENTENCES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    INDUSTRY,
    "受[3家](来源：市工信局电话记录)企业停产检修影响，增速低于年度目标12.2个百分点。",
    ["note/3-1", "2023-002/gap"],
  ],
  [INDUSTRY, "上半年规模以上工业增加值同比下降3.2%，低于年度目标12.2个百分点。", ["2023-002/actual", "2023-002/gap"]],
  [INDUSTRY, "主要是受电力行业产量减少影响，降幅比1—5月扩大0.7个百分点。", ["2023-002/pace"]],
  [INDUSTRY, "一季度增长4.1%，上半年下降3.2%，走势回落。", ["2023-002/trend/2023-03", "2023-002/actual"]],
  [INDUSTRY, "去年同期增长7.7%，基数较高。", ["2023-002/trend/2022-06"]],
  [INDUSTRY, "目标是9%，实际下降3.2%。", ["2023-002/target", "2023-002/actual"]],
  [INDUSTRY, "已连续4个月低于年度目标。", ["2023-002/behind"]],
  [GDP, "受规模以上工业增加值下降3.2%影响，增速低于年度目标1.8个百分点。", ["2023-002/actual", "2023-001/gap"]],
  [
    GDP,
    "虽然上半年增长5.2%，但与全年7%左右的目标仍差1.8个百分点。",
    ["2023-001/actual", "2023-001/target", "2023-001/gap"],
  ],
  [GDP, "上半年，地区生产总值同比增长5.2%，完成全年增长7%左右的目标压力较大。", ["2023-001/actual", "2023-001/target"]],
  [
    "一般公共预算收入",
    "收入完成较好，一般公共预算收入增长9.0%，高于年度目标2.0个百分点。",
    ["2023-004/actual", "2023-004/gap"],
  ],
  [
    JOBS,
    "城镇新增就业0.4806万人，完成年度目标的40.1%，慢于序时进度10.0个百分点。",
    ["2023-005/actual", "2023-005/completion", "2023-005/gap"],
  ],
  [JOBS, "完成率40.1%，后6个月还需0.7194万人，请市人社局抓紧落实。", ["2023-005/completion", "2023-005/required"]],
  ["固定资产投资", "增长24.3%，低于年度目标5.7个百分点，要加快项目开工。", ["2023-003/actual", "2023-003/gap"]],
  [
    "城镇登记失业率",
    "城镇登记失业率3.89%，低于5%的控制目标1.11个百分点。",
    ["2023-006/actual", "2023-006/target", "2023-006/gap"],
  ],
  ["牛存栏", "截至6月末，全市牛存栏360万头，比目标少10万头。", ["2023-008/actual", "2023-008/gap"]],
  [
    "分旗县市区情况",
    "分地区看，奈曼旗、科尔沁区规模以上工业增加值分别增长9.4%、8.1%，科左中旗下降1.5%。",
    [
      "region/150525/industrial-value-added/yoy",
      "region/150502/industrial-value-added/yoy",
      "region/150521/industrial-value-added/yoy",
    ],
  ],
  ["分旗县市区情况", "开鲁县、霍林郭勒市规模以上工业增加值增长7.0%。", ["region/150581/industrial-value-added/yoy"]],
  ["编者按", "今年量化目标10项，其中4项严重滞后。", ["count/total", "count/verdict/far-behind"]],
  ["其他", "规模以上工业增加值下降3.2%，责任单位于7月25日前报送整改措施。", ["2023-002/actual"]],
  ["其他", "地区生产总值和一般公共预算收入分别增长5.2%和9.0%。", ["2023-001/actual", "2023-004/actual"]],
  [
    "编者按",
    "上半年，全市地区生产总值增长5.2%，规模以上工业增加值下降3.2%，各责任单位要压实责任。",
    ["2023-001/actual", "2023-002/actual"],
  ],
  [
    INDUSTRY,
    "奈曼旗增长９．４％，居全市第1位。",
    ["region/150525/industrial-value-added/yoy", "region/150525/industrial-value-added/rank"],
  ],
];

/** Each says the other way of the one beside it. */
const WAYS = [
  ["增长", "下降"],
  ["高于", "低于"],
  ["快于", "慢于"],
  ["比目标少", "比目标多"],
  ["仍差", "超过"],
  ["扩大", "收窄"],
];

describe("a compiler's sentence", () => {
  it.each(SENTENCES)("under %s keeps its figures: %s", (heading, note, expected) => {
    expect(figuresIn(note, heading)).toEqual(expected);
  });

  it.each(
    SENTENCES.flatMap(([heading, note]) =>
      WAYS.flatMap(([a = "", b = ""]) => [
        [heading, note.replace(a, b)],
        [heading, note.replace(b, a)],
      ]).filter(([, turned]) => turned !== note && !turned?.includes("目标是下降") && !turned?.includes("全年下降")),
    ),
  )("under %s is refused with the other direction: %s", (heading = "", note = "") => {
    expect(refusal(`## ${heading}\n\n${note}`).code).toBe("NOTE_UNPROVEN");
  });

  it.each(
    SENTENCES.filter(([, , figures]) => !figures[0]?.startsWith("note/")).flatMap(([heading, note]) =>
      ["民营", "开发区用电", "环比", "不"].flatMap((word) =>
        ["增长", "下降", "低于", "完成年度"].flatMap((verb) =>
          note.includes(verb) ? [[heading, note.replace(verb, `${word}${verb}`)]] : [],
        ),
      ),
    ),
  )("under %s is refused with a word that changes what it says: %s", (heading = "", note = "") => {
    expect(refusal(`## ${heading}\n\n${note}`).code).toBe("NOTE_UNPROVEN");
  });
});
