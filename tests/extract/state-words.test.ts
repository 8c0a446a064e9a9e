import { describe, expect, it } from "vitest";
import { makeStateReader } from "../../pipeline/extract/state-words.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { parseMilestoneWords } from "../../pipeline/reference/milestone-rules.ts";

const FILE = new URL("../../seeds/milestone-words.csv", import.meta.url).pathname;
const read = makeStateReader(parseMilestoneWords(readCsvRows(FILE), "milestone-words.csv"));
const JUNE = makePeriod(2023, 6);
const told = (text: string) => {
  const { state, halted } = read(text, JUNE);
  return state === null ? "?" : halted ? `${state}，停工` : state;
};

/** As of June; ? is a question to a person. */
const PHRASES: readonly (readonly [text: string, state: string])[] = [
  ["已开工", "开工"],
  ["已于3月开工", "开工"],
  ["2023年3月15日开工", "开工"],
  ["2022年9月已开工", "开工"],
  ["项目已开工", "开工"],
  ["已经开工建设", "开工"],
  ["5月开工，完成投资1,200万元", "开工"],
  ["已开工，正在东侧砌筑围墙", "开工"],
  ["施工队伍已进场", "开工"],
  ["正在进行主体施工", "在建"],
  ["目前正在进行基础施工", "在建"],
  ["主体完成80%，计划10月竣工", "在建"],
  ["截至6月底，主体完成60%", "在建"],
  ["完成总工程量的35%", "在建"],
  ["主体已封顶", "在建"],
  ["主体封顶，尚未竣工", "在建"],
  ["主体已完工，正在进行内外装修", "在建"],
  ["已开工，主体施工中", "在建"],
  ["已复工", "在建"],
  ["冬季停工", "在建"],
  ["设备安装完成40%，预计9月投产", "在建"],
  ["桩基施工；计划年底前竣工", "在建"],
  ["已竣工", "竣工"],
  ["5月竣工", "竣工"],
  ["2022年10月开工，2023年5月竣工", "竣工"],
  ["通过竣工验收", "竣工"],
  ["已完工，计划8月投产", "竣工"],
  ["已竣工，尚未投产", "竣工"],
  ["试运行", "竣工"],
  ["已印发", "竣工"],
  ["成功举办", "竣工"],
  ["已投产", "投产"],
  ["已并网发电", "投产"],
  ["建成通车", "投产"],
  ["已投产，尚未达产", "投产"],
  ["已达产达效", "达产"],
  ["前期", "前期"],
  ["项目处于前期阶段", "前期"],
  ["完成前期", "前期"],
  ["完成立项、用地、环评", "前期"],
  ["前期手续办理中，计划9月开工", "前期"],
  ["未开工，正在办理前期手续", "前期"],
  ["正在征求意见", "前期"],
  ["未开工", "未启动"],
  ["尚未开工", "未启动"],
  ["因征地未开工", "未启动"],
  ["拟开工", "未启动"],
  ["拟7月开工", "未启动"],
  ["计划9月开工", "未启动"],
  ["预计三季度开工", "未启动"],
  ["9月开工", "未启动"], // as of June this can only be a plan
  ["已停工", "在建，停工"],
  ["因资金问题停工", "在建，停工"],
  ["主体施工，因征地停工", "在建，停工"],
  ["已开工（停工）", "开工，停工"],
  ["计划3月开工", "?"], // March is over: did it?
  ["计划10月竣工", "?"],
  ["10月竣工", "?"],
  ["预计年底投产", "?"],
  ["力争年内并网", "?"],
  ["未竣工", "?"],
  ["尚未投产", "?"],
  ["不具备开工条件", "?"],
  ["无法开工", "?"],
  ["尚未完成前期手续", "?"],
  ["未按期开工", "?"],
  ["没有竣工", "?"],
  ["完成100%", "?"],
  ["完成0%", "?"],
  ["一期已竣工，二期正在施工", "?"],
  ["已竣工，正在施工", "?"],
  ["未开工，主体施工", "?"],
  ["附属工程未开工，主体施工", "?"],
  ["前期停工", "?"],
  ["已竣工，停工", "?"],
  ["6月竣工", "?"], // did it, or will it still?
  ["6月开工", "?"],
  ["已于6月开工", "开工"],
  ["截至6月底主体完成60%", "在建"],
  ["征地拆迁，已完成", "?"], // of what?
  ["附属设施，已竣工", "?"],
  ["可研报告（已完成）", "?"],
  ["前期工作，已完成", "?"],
  ["计划建设3栋楼，已完成", "?"],
  ["一期工程：已竣工", "?"],
  ["将停工", "?"],
  ["计划停工，主体施工", "?"],
  ["计划外停工，主体施工", "?"],
  ["部分投产", "?"],
  ["基本建成", "?"],
  ["已开工，拟终止", "?"],
  ["竣工通车", "投产"],
  ["已于5月全线通车", "投产"],
  ["5月正式投产", "投产"],
  ["已批复可研", "前期"],
  ["可研已批复，正在编制初设", "前期"],
  ["初步设计已批复", "前期"],
  ["完成施工招标，计划8月开工", "前期"],
  ["用地预审批复", "前期"],
  ["环评批复、能评批复", "前期"],
  ["征地拆迁完成60%", "前期"],
  ["完成管道铺设30%", "在建"],
  ["管道铺设30%", "在建"],
  ["管道铺设已完成12.5公里", "在建"],
  ["路基工程完成80%，桥涵60%，路面20%", "在建"],
  ["路基已完成，桥涵施工", "在建"],
  ["正在进行设备安装调试", "在建"],
  ["设备安装调试中，计划9月投产", "在建"],
  ["风机吊装完成40台", "在建"],
  ["形象进度达到85%", "在建"],
  ["进入收尾阶段", "在建"],
  ["全面开工", "开工"],
  ["已通过交工验收", "竣工"],
  ["已竣工，尚未通车", "竣工"],
  ["完成管道铺设100%", "?"], // all of it, but of a part
  ["管道铺设0%", "?"],
  ["计划完成管道铺设30%", "?"],
  ["计划竣工通车", "?"],
  ["预计10月竣工通车", "?"],
  ["10月竣工通车", "?"],
  ["未竣工通车", "?"],
  ["尚未批复可研", "?"],
  ["未完成管道铺设30%", "?"],
  ["管道铺设", "?"],
  ["管道铺设，已完成", "?"],
  ["路基完成80%，已竣工", "?"],
  ["可研（已完成）", "?"],
  ["部分路段通车", "?"],
  ["首台机组并网", "?"],
  ["进展顺利", "?"],
  ["正常", "?"],
  ["已入库", "?"],
  ["完成投资3000万元", "?"],
];

describe("makeStateReader(seeds/milestone-words.csv)", () => {
  it.each(PHRASES)("%s: %s", (text, state) => {
    expect(told(text)).toBe(state);
  });

  it("reads lines of one cell one by one", () => {
    expect(told("已开工\n主体施工")).toBe("在建");
    expect(told("已开工\n正在砌墙，10月竣工")).toBe("开工");
  });

  it("takes a month for past or to come by the period of the sheet", () => {
    expect(read("5月竣工", makePeriod(2023, 4))).toEqual({ state: null, halted: false });
    expect(read("上半年开工", makePeriod(2023, 3)).state).toBe("未启动");
    expect(read("上半年开工", makePeriod(2023, 7)).state).toBe("开工");
  });

  it("never takes a phrase behind a plan or a negation for done", () => {
    const done = parseMilestoneWords(readCsvRows(FILE), "").filter(({ meaning }) => /竣工|投产|达产/.test(meaning));
    const wrong = done
      .filter(({ phrase }) => !/^[已{]/.test(phrase))
      .flatMap(({ phrase }) =>
        ["计划", "预计10月", "力争", "拟", "未能", "不能", "没有", "无法"].map((word) => word + phrase),
      )
      .filter((text) => !["?", "未启动"].includes(told(text)));
    expect(done.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it("never takes works behind a plan or a negation for begun, in any wording of any part", () => {
    const phrases = parseMilestoneWords(readCsvRows(FILE), "");
    const parts = phrases.filter(({ meaning }) => meaning === "部位").map(({ phrase }) => phrase);
    const begun = phrases
      .filter(({ phrase, meaning }) => /^(?:开工|在建)$/.test(meaning) && !/^(?:已|冬|.*停工)/.test(phrase))
      .flatMap(({ phrase }) => (phrase.includes("{部位}") ? parts : [""]).map((part) => phrase.replace("{部位}", part)))
      .map((phrase) => phrase.replace("{比例}", "30%").replace("{数量}", "30公里").replace("{时间}", "5月"));
    const wrong = begun
      .flatMap((phrase) => ["计划", "预计", "力争", "拟", "尚未", "没有", "未能", "无法"].map((word) => word + phrase))
      .filter((text) => !["?", "未启动"].includes(told(text)));
    expect(begun.length).toBeGreaterThan(1500);
    expect(wrong).toEqual([]);
  });

  it("reads every wording of a part of the works as works that go on", () => {
    const phrases = parseMilestoneWords(readCsvRows(FILE), "");
    const parts = phrases.filter(({ meaning }) => meaning === "部位").map(({ phrase }) => phrase);
    const wordings = phrases.filter(({ phrase }) => phrase.includes("{部位}")).map(({ phrase }) => phrase);
    const texts = wordings.flatMap((one) => parts.map((part) => one.replace("{部位}", part)));
    const said = texts.map((one) => one.replace("{比例}", "30.5%").replace("{数量}", "30公里"));
    expect(said.filter((text) => told(text) !== "在建")).toEqual([]);
  });
});
