import { describe, expect, it } from "vitest";
import type { Target } from "../../pipeline/model/target.ts";
import { shippedPlan, shippedReference } from "./shipped-plan.ts";

const plan = shippedPlan();
const { indicators } = shippedReference();
const targetOf = (name: string) => plan.targets.find((target) => target.name === name);
const named = (label: string) =>
  indicators.flatMap(({ code, aliases }) =>
    aliases.filter(({ text }) => text === label).map(({ scope }) => ({ code, scope })),
  );

describe("the targets of 2023", () => {
  it.each<[string, Partial<Target>]>([
    ["地区生产总值", { basis: "growth", quantity: "yoy", op: "~", low: "7", high: "7", headline: true }],
    ["限额以上固定资产投资", { op: ">=", low: "30", scope: "限额以上", comparableScopes: ["", "不含农户"] }],
    ["城镇居民人均可支配收入", { op: ">=", low: "6" }],
    ["农村牧区居民人均可支配收入", { op: ">=", low: "8" }],
    ["城镇登记失业率", { basis: "keep", op: "<=", low: null, high: "5" }],
    ["自治区下达的节能减排降碳任务", { basis: "quota", low: null, high: null, explicit: false }],
    ["应改企业技改升级完成率", { due: "2025-12" as Target["due"], explicit: false }],
    ["重点建设项目完成投资", { op: ">", low: "450", unit: "亿元" }],
    ["项目前期手续办结率", { due: "2023-03" as Target["due"], strength: "力争", explicit: false }],
    ["应开工项目开工率", { due: "2023-04" as Target["due"], strength: "力争" }],
    ["锦联自备电厂绿电替代风电项目规模", { low: "42", unit: "万千瓦", review: true }],
    ["嘎查村生活垃圾收运处置体系覆盖率", { op: "~", low: "50", strength: "力争" }],
    ["细颗粒物浓度", { basis: "attain", op: "<", high: "31.4", unit: "微克/立方米", strength: "约束性" }],
    ["地表水国考断面劣Ⅴ类水体比例", { op: "=", low: "0", high: "0", explicit: false }],
    ["政府隐性债务变动", { quantity: "change", op: "<=", high: "0", explicit: false }],
    ["不良贷款率", { basis: "attain", op: "<=", high: "3" }],
    ["新建高标准农田", { basis: "flow", low: "16", indicator: "new-farmland" as Target["indicator"] }],
    ["牛存栏", { basis: "attain", low: "370", comparableScopes: ["肉牛"] }],
    ["蛋产量", { low: "4.7", unit: "万吨" }],
    ["医保参保率", { basis: "keep", low: "95", strength: "预期性" }],
    ["创建国家级卫生县城（乡镇）", { op: "range", low: "8", high: "10" }],
  ])("read %s as the plan words it", (name, expected) => {
    expect(targetOf(name)).toMatchObject(expected);
  });

  it("splits what one clause says of two things", () => {
    const shared = plan.targets.filter(({ source }) => source.text.includes("104个、100.86万平方米"));
    expect(shared.map(({ low, unit }) => [low, unit])).toEqual([
      ["104", "个"],
      ["100.86", "万平方米"],
    ]);
  });

  it("asks a person about every bound that the text calls by no such name", () => {
    const silent = plan.targets.filter(({ strength, review }) => strength === "约束性" && !review);
    expect(silent).toEqual([]);
  });

  it("explains every reading that a person should confirm", () => {
    expect(plan.targets.filter(({ review, note }) => review && note === null)).toEqual([]);
  });

  it("judges nothing as a flow that its indicator takes for a stock or a rate", () => {
    const flows = plan.targets.filter(({ basis }) => basis === "flow").map(({ indicator }) => indicator);
    expect(indicators.filter(({ code, nature }) => flows.includes(code) && nature !== "flow")).toEqual([]);
  });

  it("counts its targets and milestones by chapter", () => {
    const count = (rows: readonly { readonly chapter: number }[]) =>
      plan.chapters.map((_title, chapter) => rows.filter((row) => row.chapter === chapter).length);
    expect(count(plan.targets.filter(({ explicit }) => explicit))).toEqual([9, 4, 8, 6, 3, 9, 4, 6, 23, 16]);
    expect(count(plan.targets.filter(({ explicit }) => !explicit))).toEqual([1, 4, 1, 0, 5, 2, 0, 4, 5, 3]);
    expect(count(plan.milestones)).toEqual([0, 30, 8, 42, 17, 10, 13, 22, 12, 33]);
  });
});

describe("the names under which outcomes are published", () => {
  it.each([
    ["地区生产总值", "地区生产总值", null],
    ["规模以上工业增加值", "规模以上工业增加值", null],
    ["固定资产投资", "限额以上固定资产投资", null],
    ["固定资产投资（不含农户）", "限额以上固定资产投资", "不含农户"],
    ["社会消费品零售总额", "社会消费品零售总额", null],
    ["一般公共预算收入", "一般公共预算收入", null],
    ["实施重点项目", "实施重点建设项目", null],
    ["签约引进千万元以上项目", "新签约千万元以上招商引资项目", null],
    ["招商引资到位资金", "招商引资到位资金", null],
    ["争取到位上级项目资金", "争取上级到位资金", null],
    ["粮食产量", "粮食产量", null],
    ["肉牛存栏", "牛存栏", "肉牛"],
  ])("joins %s to the target %s", (label, target, scope) => {
    expect(named(label)).toEqual([{ code: targetOf(target)?.indicator, scope }]);
  });

  it.each(["新能源装机规模", "新建和改造提升高标准农田", "计划实施重点项目"])("joins %s to no target", (label) => {
    const [own] = named(label);
    expect(own).toBeDefined();
    expect(plan.targets.filter(({ indicator }) => indicator === own?.code)).toEqual([]);
  });

  it("leaves 新建高标准农田 to the source that uses it, because it has meant two things", () => {
    expect(named("新建高标准农田")).toEqual([]);
  });
});
