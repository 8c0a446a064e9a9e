import { describe, expect, it } from "vitest";
import type { Figure } from "../../pipeline/model/figure.ts";
import type { StatedPart } from "../../pipeline/model/proof-ledger.ts";
import { holdTokens, newHolder } from "../../pipeline/proof/hold.ts";
import { statedTokens } from "../../pipeline/proof/tokens.ts";

const figure = (name: string, unit: string | null): Figure => ({
  ...{ id: name, name, value: "5.2", unit },
  derivation: { kind: "stated", source: "x", file: "x", line: 1 },
});
const FIGURES = [
  figure("地区生产总值 实际", "%"),
  figure("规模以上工业增加值 实际", "%"),
  figure("奈曼旗 地区生产总值 同比", "%"),
  figure("开鲁县 地区生产总值 同比", "%"),
  figure("城镇新增就业 实际", "万人"),
];

/** Words with `[figure]` in them as the ledger has them: [实际] is 5.2 in %, [就业] in 万人. */
function faults(stated: string, found: string): readonly string[] {
  const parts = stated.split(/(\[[^\]]*\])/).flatMap((part): readonly StatedPart[] => {
    if (part === "") return [];
    if (part === "[实际]") return [{ figure: "地区生产总值 实际", text: "5.2", mark: null }];
    if (part === "[就业]") return [{ figure: "城镇新增就业 实际", text: "5.2", mark: null }];
    return [part];
  });
  const holder = newHolder(FIGURES);
  const tokens = statedTokens({ label: "第1段", parts }, holder.book);
  const paragraphs = found.split("\n").map((text) => ({ text, marks: [], isAlternative: false }));
  holdTokens(tokens, paragraphs, { holder, place: "正文" });
  return holder.unmatched.map(({ fault }) => fault);
}

describe("holdTokens(stated, paragraphs)", () => {
  it.each([
    ["[实际]", "-5.2", "changed"],
    ["[实际]", "–5.2", "changed"],
    ["[实际]", "‐5.2", "changed"],
    ["[实际]", ".52", "changed"],
    ["[实际]", "5.2%", "unit"],
    ["[实际]", "5.2万", "unit"],
    ["[实际]", "5.2 亿", "unit"],
    ["[实际]", "5.2亩", "unit"],
    ["[实际]", "5.2‰", "unit"],
    ["[实际]", "(5.2)", "direction"],
    ["[实际]", "（5.2）", "direction"],
    ["增长[实际]%", "增长（5.2）%", "direction"],
    ["增长[实际]%", "增长5.2‰", "unit"],
    ["增长[实际]%", "增长5.2个百分点", "unit"],
    ["新增[就业]万人", "新增5.2亿人", "unit"],
    ["（累计）[实际]%", "（累计）-5.2%", "changed"],
    ["GDP[实际]%", "GDP-5.2%", "changed"],
    ["同比增长[实际]%", "同比下降5.2%", "direction"],
    ["同比增长[实际]%", "同比负增长5.2%", "direction"],
    ["同比增长[实际]%", "同比5.2%", "direction"],
    ["增速[实际]%", "下降5.2%", "direction"],
    ["高于年度目标[实际]个百分点", "低于年度目标5.2个百分点", "direction"],
    ["快于序时进度[实际]个百分点", "慢于序时进度5.2个百分点", "direction"],
    ["降幅收窄[实际]个百分点", "降幅扩大5.2个百分点", "direction"],
    ["降幅收窄[实际]个百分点", "增幅收窄5.2个百分点", "direction"],
    ["比年度目标少[就业]万人", "比年度目标多5.2万人", "direction"],
    ["不低于[实际]%", "低于5.2%", "direction"],
    ["完成年度目标的[实际]%", "未完成年度目标的5.2%", "direction"],
    ["地区生产总值增长[实际]%", "规模以上工业增加值增长5.2%", "subject"],
    ["奈曼旗、开鲁县分别增长[实际]%", "开鲁县、奈曼旗分别增长5.2%", "subject"],
  ])("holds %s, and tells that %s is another number", (stated, found, fault) => {
    expect(faults(stated, found)).toEqual([fault]);
  });

  it.each([
    ["[实际]", " 5.2 "],
    ["[实际]", "5.2（初步）"],
    ["增长[实际]%", "提高了5.2%"],
    ["增长[实际]%", "增速为5.2%"],
    ["低于年度目标[实际]个百分点", "不及全年目标5.2个百分点"],
    ["低于年度目标[实际]个百分点", "未达年度目标，低5.2个百分点"],
    ["慢于序时进度[实际]个百分点", "落后于序时进度5.2个百分点"],
    ["快于序时进度[实际]个百分点", "超过序时进度5.2个百分点"],
    ["规模以上工业增加值同比增长[实际]%", "规上工业同比增长5.2%"],
    ["奈曼旗、开鲁县分别增长[实际]%", "开鲁县等分别增长5.2%"],
    ["同比增长[实际]%", "受地区生产总值带动，同比增长5.2%"],
    ["同比增长[实际]%", "面对下降压力，同比增长5.2%"],
    ["同比增长[实际]%", "同比增长\n5.2%"],
    ["完成投资[就业]万人", "投资5.2万人"],
  ])("holds %s, and takes %s for the same", (stated, found) => {
    expect(faults(stated, found)).toEqual([]);
  });
});
