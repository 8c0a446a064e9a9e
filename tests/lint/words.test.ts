import { describe, expect, it } from "vitest";
import { lintDocument } from "../../pipeline/lint/lint.ts";
import { RULES } from "../../pipeline/lint/rules.ts";
import { asParts, GOOD_BODY, paper, paragraph } from "./paper.ts";
import { SEEDED } from "./seeded.ts";

/** Wordings that a rule is to find, and wordings beside them that are right. */
const WORDINGS: Readonly<Record<string, { readonly bad: readonly string[]; readonly good: readonly string[] }>> = {
  "date-form": {
    bad: [
      "截至2023年07月08日。",
      "会议于2023.7.8召开。",
      "会议于2023-07-08召开。",
      "会议于2023年13月召开。",
      "截至6月32日。",
      "会议于二〇二三年7月召开。",
      "会议于2023年七月八日召开。",
    ],
    good: [
      "截至2023年7月8日。",
      "2023年10月20日印发。",
      "支出2023.75万元。",
      "二〇二三年七月八日。",
      "二〇二三年，7月完成。",
      "2023年一季度增长5%。",
      "2023年三月三歌会。",
    ],
  },
  "short-year": { bad: ["23年上半年，增长5%。"], good: ["2023年上半年，增长5%。", "近23年来持续增长。"] },
  "as-of-word": {
    bad: ["截止6月末，开工30个。", "截止到目前，开工30个。"],
    good: ["截至6月末，开工30个。", "报名截止时间另行通知。"],
  },
  "half-width-mark": {
    bad: [
      "上半年,全市增长5%。",
      "抓项目(含续建)。",
      "任务如下:抓项目。",
      "增长5%;完成30个。",
      "投资增长2%.",
      "投资增长2%.消费增长3%。",
      "投资增长2%（测算）. 消费增长3%。",
    ],
    good: ["上半年，全市增长5%。", "比例为3:2。", "A(B)型。", "投资增长2.5%。", "扣除PM2.5，增长2%。"],
  },
  "straight-quote": { bad: ['做好"放管服"工作。', "做好「放管服」工作。"], good: ["做好“放管服”工作。"] },
  ellipsis: { bad: ["抓项目、抓服务...", "抓项目、抓服务…", "抓项目等……"], good: ["抓项目、抓服务……"] },
  dash: { bad: ["重点--项目。", "重点─项目。"], good: ["重点——项目。", "1—6月增长5%。"] },
  "range-sign": {
    bad: ["1-6月增长5.1%。", "增长5%~8%。", "2021-2023年增长。"],
    good: ["1—6月增长5.1%。", "增长5%～8%。", "电话0475-8235678。"],
  },
  "range-percent": { bad: ["增长5～8%。"], good: ["增长5%～8%。"] },
  space: {
    bad: ["全市 项目开工。", "增长5.1 %。", "第 6 期。", "投资5.1 亿元。"],
    good: ["按GDP 核算。", "全市项目开工。", "Output grew by 5.1 % (2022: 4.8 %) in the year。"],
  },
  "doubled-mark": { bad: ["抓项目，，抓服务。", "抓项目，。"], good: ["抓项目！抓服务！", "抓项目。抓服务。"] },
  "title-marks-joined": {
    bad: ["《甲》、《乙》两个文件。"],
    good: ["《甲》《乙》两个文件。", "《甲》（市）、《乙》。"],
  },
  "full-width-digit": { bad: ["增长５.1%。", "增长5％。"], good: ["增长5.1%。"] },
  "letter-in-number": { bad: ["2O23年，增长5%。", "投资1l2亿元。"], good: ["2023年，PM2.5下降。", "建设5G基站。"] },
  "stray-zero": { bad: ["二○二三年。", "二零二三年。"], good: ["二〇二三年。", "十一年。"] },
  "paragraph-end": {
    bad: ["上半年，全市规模以上工业增加值同比增长7.6%，比上年快"],
    good: [
      "上半年，全市规模以上工业增加值同比增长7.6%，比上年快。",
      "请于7月底前报送以下材料，逾期不候，具体要求如下：",
    ],
  },
  "unpaired-mark": {
    bad: ["抓项目（含续建。", "做好“放管服工作。", "按照通知》办理。"],
    good: ["抓项目（含续建（新））。", "按照《通知》办理。"],
  },
  "negative-growth": {
    bad: [
      "投资增长-3.2%。",
      "投资同比下降-3%。",
      "投资负增长3.2%。",
      "工业增速为-2%。",
      "投资同比增长了-3%。",
      "投资增长约-3%。",
    ],
    good: ["投资下降3.2%。", "扭转了负增长局面。", "投资同比增长了3%。", "最低气温下降到-3℃。"],
  },
  "times-fall": { bad: ["投资下降2倍。", "成本减少了一倍。"], good: ["投资下降50%。", "投资增长2倍。"] },
  "times-growth": { bad: ["投资增长了0.5倍。", "投资增长到150%。"], good: ["投资增长1.2倍。", "占比提高到25%。"] },
  "percent-of-rate": {
    bad: [
      "增速提高2%。",
      "占比同比提高1.2%。",
      "失业率下降0.3%。",
      "增速高于全区1.2%。",
      "增速比全国高2%。",
      "增速同比较上月快了0.3%。",
      "增速比1—5月加快0.3%。",
      "占比比上年提高1.2%。",
    ],
    good: [
      "增速提高2个百分点。",
      "投资增长2%。",
      "失业率低于5%。",
      "失业率下降到5%。",
      "增速比全国高2个百分点。",
      "产量比全国平均高2%。",
      "增速较快的行业利润提高2%。",
      "增速比去年高的行业用电提高2%。",
      "占比较高的行业税收提高2%。",
    ],
  },
  "points-of-amount": { bad: ["工业增加值同比增长5个百分点。"], good: ["工业增加值增长5%，增速提高5个百分点。"] },
  "points-counted": { bad: ["增速提高2百分点。", "增速提高2%百分点。"], good: ["增速提高2个百分点。"] },
  "doubled-hedge": {
    bad: [
      "投资约30亿元左右。",
      "至少开工30个以上。",
      "近30个左右。",
      "不超过5%以内。",
      "开工近100多个。",
      "投资约3万余元。",
      "完成计划的100%以上左右。",
      "开工20多个以上。",
    ],
    good: [
      "投资约30亿元。",
      "投资30亿元左右。",
      "约30个，增长5%左右。",
      "近10多年来持续增长。",
      "近3年多来持续增长。",
      "走访20余家规模以上企业。",
      "走访约20家限额以上企业。",
      "开工100多个，完成90%以上。",
    ],
  },
  "over-fulfilled": {
    bad: [
      "超额完成年度任务，完成率为98.5%。",
      "超额完成计划的120%以上。",
      "超额完成全年任务120%。",
      "超额完成了计划的20%。",
    ],
    good: [
      "超额完成年度任务，完成率为102.5%。",
      "超额20%完成全年任务。",
      "超额完成全年任务20%。",
      "完成全年任务的120%。",
      "超额完成任务的企业产量增长120%。",
    ],
  },
  "last-year-compared": {
    bad: ["去年同期增长5%。", "投资平稳。上年同期下降3.2%。"],
    good: [
      "比上年同期增长5%。",
      "上年同期为增长5%。",
      "与上年同期持平。",
      "投资增长5%，上年同期下降3%。",
      "上年同期增长5%的行业有3个。",
    ],
  },
  "missing-unit": {
    bad: ["固定资产投资完成12.3亿，增长5%。", "固定资产投资完成12.3亿,增长5%。"],
    good: ["固定资产投资完成12.3亿元，增长5%。"],
  },
  "thousands-separator": { bad: ["投资12,345万元。"], good: ["投资12345万元。"] },
  "mixed-numerals": {
    bad: ["补助3千元。", "补助2万5千元。"],
    good: ["补助3000元。", "补助2.5万元。", "装机30万千瓦。"],
  },
  "percent-word": { bad: ["增长百分之5.2。"], good: ["增长5.2%。"] },
  "last-year-word": { bad: ["比上年同期多，比去年同期快。"], good: ["比上年同期多，比上年同期快。"] },
  respectively: {
    bad: ["投资、消费和进出口分别增长5.1%和6.2%。", "投资、消费分别增长5.1%、6.2%和7.3%。"],
    good: [
      "投资、消费和进出口分别增长5.1%、6.2%和7.3%。",
      "三次产业分别增长5.1%、6.2%和7.3%。",
      "投资和消费分别增长5.1%和6.2%。",
    ],
  },
  "list-decimals": {
    bad: ["投资、消费和进出口分别增长5.1%、6%和7.3%。"],
    good: ["投资、消费和进出口分别增长5.1%、6.0%和7.3%。"],
  },
  "repeated-opening": {
    bad: ["全市工业增长5%。全市工业投资增长6%。全市工业用电增长7%。"],
    good: ["全市工业增长5%。工业投资增长6%。全市工业用电增长7%。"],
  },
};

function findingsOf(text: string) {
  return lintDocument(asParts(paper([...GOOD_BODY, paragraph("Body", text)]))).findings;
}

const bad = Object.entries(WORDINGS).flatMap(([rule, row]) => row.bad.map((text) => [rule, text] as const));
const good = Object.entries(WORDINGS).flatMap(([rule, row]) => row.good.map((text) => [rule, text] as const));

describe("lintDocument, language", () => {
  it.each(bad)("finds %s in %s", (rule, text) => {
    const places = findingsOf(text).filter((finding) => finding.rule === rule);
    expect(places.map(({ place }) => place)).toContain("第14段");
  });

  it.each(good)("leaves what is right beside %s: %s", (_, text) => {
    expect(findingsOf(text).map(({ rule, found }) => `${rule} ${found}`)).toEqual([]);
  });

  it("has a test for every rule", () => {
    const tested = new Set([...Object.keys(WORDINGS), ...SEEDED.map(([rule]) => rule)]);
    expect(RULES.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
    expect([...tested].filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  });

  it("names each rule once, with a source", () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.filter(({ source, title }) => source === "" || title === "")).toEqual([]);
  });
});
