import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseSource } from "../../pipeline/reference/sources.ts";

const LEAST = "title: 财政收支月报\nbureau: finance\nrecognise: [财政收支]\n";
const FULL = `${LEAST}illustrative: true
region: "150500"
span: ytd
sentinels:
  ×: missing
indicators:
  收入合计: budget-revenue
  投资: fixed-asset-investment@限额以上
regions:
  本区: "150502"
units:
  收入合计: 万元
`;

describe("parseSource(name, yaml, file)", () => {
  it("needs no more than title, bureau and words to recognise", () => {
    expect(parseSource("finance", LEAST, "finance.yaml")).toEqual({
      ...{ name: "finance", title: "财政收支月报", bureau: "finance", recognise: ["财政收支"], illustrative: false },
      ...{ take: { sheets: [], tables: [] }, leave: { sheets: [], tables: [], columns: [], rows: [] } },
      ...{ region: null, span: null, unit: null, scope: null, status: null, rates: [], projects: [] },
      ...{ sentinels: {}, indicators: {}, regions: {}, units: {} },
    });
  });

  it("reads what the sheet does not say itself", () => {
    expect(parseSource("finance", FULL, "finance.yaml")).toMatchObject({
      ...{ illustrative: true, region: "150500", span: "ytd", sentinels: { "×": "missing" } },
      indicators: {
        收入合计: { code: "budget-revenue", scope: null },
        投资: { code: "fixed-asset-investment", scope: "限额以上" },
      },
      ...{ regions: { 本区: "150502" }, units: { 收入合计: "万元" } },
    });
  });

  it("reads what to take and to leave, and what holds for the whole sheet", () => {
    const yaml = `${LEAST}take: {sheets: ["月报*"]}\nleave: {columns: [总投资], rows: [区级]}\nunit: 万 元\nscope: 限额以上
status: provisional\nrates: [采矿业]\nprojects: [重点项目]\nunits: {居民消费价格指数: 上年同期=100}\n`;
    expect(parseSource("finance", yaml, "finance.yaml")).toMatchObject({
      take: { sheets: ["月报*"], tables: [] },
      leave: { sheets: [], tables: [], columns: ["总投资"], rows: ["区级"] },
      ...{ unit: "万元", scope: "限额以上", status: "provisional", rates: ["采矿业"], projects: ["重点项目"] },
      units: { 居民消费价格指数: "上年同期=100" },
    });
  });

  it.each([
    ["no title", "title: 财政收支月报", "title:", 1],
    ["no bureau", "bureau: finance\n", "", 1],
    ["no words to recognise", "recognise: [财政收支]", "recognise: []", 3],
    ["a yes that is none", "illustrative: true", "illustrative: 是", 4],
    ["a region of five digits", '"150500"', '"15050"', 5],
    ["a span that is none", "span: ytd", "span: 累计", 6],
    ["a status that is none", "×: missing", "×: none", 8],
    ["an indicator without a scope", "fixed-asset-investment@限额以上", "fixed-asset-investment@", 11],
    ["a unit that nobody knows", "收入合计: 万元", "收入合计: 万圆", 15],
    ["a key of a part that is none", "span: ytd", "leave: {cells: [B2]}", 6],
    ["a whole sheet's unit that nobody knows", "span: ytd", "unit: 万圆", 6],
    ["a status that a whole sheet cannot have", "span: ytd", "status: missing", 6],
    ["a list that is none", "span: ytd", "rates: 工业增加值", 6],
    ["a label that repeats, spaced otherwise", "units:", "units:\n  收入 合计: 亿元", 16],
    ["a sign that stands for a value", "×: missing", "×: normal", 8],
    ["an unknown key", "span: ytd", "spam: ytd", 6],
    ["a key that repeats", "span: ytd", "region: 1", 6],
    ["a line that is no YAML", "span: ytd", "span: [ytd", 6],
  ])("refuses %s, naming the line", (_case, before, after, line) => {
    const yaml = FULL.replace(before, after);
    expect(yaml).not.toBe(FULL);
    const { code, location } = caught(() => parseSource("finance", yaml, "finance.yaml"));
    expect([code, location.file]).toEqual(["SEED_INVALID", "finance.yaml"]);
    expect(Math.abs((location.line ?? 0) - line)).toBeLessThanOrEqual(after === "span: [ytd" ? 1 : 0);
  });

  it("says in Chinese what makes it no YAML", () => {
    for (const broken of [
      "span: [ytd",
      "span: {ytd",
      'span: "ytd',
      "\tspan: ytd",
      "span: ytd: x",
      "span: *x",
      "span",
    ]) {
      const { message } = caught(() => parseSource("finance", FULL.replace("span: ytd", broken), "finance.yaml"));
      expect(message).toMatch(/^不是正确的 YAML：[^A-Za-z]+$/);
    }
  });

  it("tells every problem at once", () => {
    const yaml = FULL.replace("illustrative: true", "illustrative: 是").replace("span: ytd", "span: 累计");
    expect(caught(() => parseSource("finance", yaml, "f")).message.match(/第\d+行/g)).toHaveLength(2);
  });
});

function caught(run: () => unknown): PipelineError {
  try {
    run();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
