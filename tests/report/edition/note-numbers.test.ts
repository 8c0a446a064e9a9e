import { describe, expect, it } from "vitest";
import { NOTES_FILE, refusal, told } from "./note-fixture.ts";

const GDP = "地区生产总值";
const INDUSTRY = "规模以上工业增加值";
const REVENUE = "一般公共预算收入";
const JOBS = "城镇新增就业";
const REGIONS = "分旗县市区情况";

/** Numbers that stand in the paper, but for something else than the note says. */
const OF_ANOTHER: readonly (readonly [string, string, string])[] = [
  ["其他", "工业企业亏损面9.0%", "9.0%"],
  ["其他", "用电量增长12.2个百分点", "12.2个百分点"],
  ["其他", "同比增长9.0%", "9.0%"],
  [REVENUE, "工业用电量增长9.0%", "9.0%"],
  [REVENUE, "税收收入增长9.0%", "9.0%"],
  [REVENUE, "民营经济一般公共预算收入增长9.0%", "9.0%"],
  [REVENUE, "工业用电量回升，增长9.0%", "9.0%"],
  [REVENUE, "新开工项目较多，增长9.0%", "9.0%"],
  [REVENUE, "地区生产总值增长9.0%", "9.0%"],
  [REVENUE, "一般公共预算收入平稳，地区生产总值增长9.0%", "9.0%"],
  [REVENUE, "占比为9.0%", "9.0%"],
  [REVENUE, "环比增长9.0%", "9.0%"],
  [REVENUE, "未增长9.0%", "9.0%"],
  [REVENUE, "超过9.0%", "9.0%"],
  [REVENUE, "同比增长9.0%以上", "9.0%"],
  [REVENUE, "增长9.0%的企业较多", "9.0%"],
  [REVENUE, "增长9.0%—12.0%", "9.0%"],
  [REVENUE, "比地区生产总值高2.0个百分点", "2.0个百分点"],
  [REVENUE, "比上年同期高2.0个百分点", "2.0个百分点"],
  [REVENUE, "比全区高2.0个百分点", "2.0个百分点"],
  ["限额以上固定资产投资", "限额以上固定资产投资增长24.3%", "24.3%"],
  [REGIONS, "有的地方规模以上工业增加值增长9.4%", "9.4%"],
  [REGIONS, "开鲁县、科左中旗规模以上工业增加值增长7.0%", "7.0%"],
  [REGIONS, "奈曼旗、科尔沁区规模以上工业增加值分别增长8.1%、9.4%", "8.1%"],
  [REGIONS, "奈曼旗规模以上工业增加值增长9.4%、8.1%", "8.1%"],
  [REGIONS, "奈曼旗规模以上工业增加值增长9.4%，低于年度目标12.2个百分点", "12.2个百分点"],
  [INDUSTRY, "一季度下降3.2%", "3.2%"],
  [INDUSTRY, "6月当月下降3.2%", "3.2%"],
  [INDUSTRY, "6月下降3.2%", "3.2%"],
  [INDUSTRY, "2021年下降3.2%", "3.2%"],
  [INDUSTRY, "全年下降3.2%", "3.2%"],
  [INDUSTRY, "1—5月增长4.1%", "4.1%"],
  [INDUSTRY, "增长4.1%", "4.1%"],
  [INDUSTRY, "12月同比下降2.5%", "2.5%"],
  [INDUSTRY, "比1—4月扩大0.7个百分点", "0.7个百分点"],
  [INDUSTRY, "增速回落0.7个百分点", "0.7个百分点"],
  ["其他", "工业领域4项严重滞后", "4项"],
  ["其他", "5项严重滞后", "5项"],
  ["其他", "4项滞后", "4项"],
  ["其他", "绿灯4项、严重滞后的有4项企业", "4项"],
];

/** What is printed of the target, said as something else or in the wrong direction. */
const MISSAID: readonly (readonly [string, string, string])[] = [
  [INDUSTRY, "增速为3.2%", "方向"],
  [INDUSTRY, "同比增3.2%", "3.2%"],
  [INDUSTRY, "同比增长3.2%", "方向"],
  [INDUSTRY, "同比上升3.2%", "方向"],
  [INDUSTRY, "实际3.2%", "方向"],
  [INDUSTRY, "增速下降3.2%", "写明"],
  [INDUSTRY, "高于目标12.2个百分点", "方向"],
  [INDUSTRY, "超出年度目标12.2个百分点", "方向"],
  [INDUSTRY, "目标低于实际12.2个百分点", "写明"],
  [INDUSTRY, "12.2个百分点", "写明"],
  [INDUSTRY, "目标12.2个百分点", "写明"],
  [INDUSTRY, "增长9%", "写明"],
  [INDUSTRY, "完成目标9%", "写明"],
  [INDUSTRY, "目标为下降9%", "方向"],
  [INDUSTRY, "降幅比1—5月收窄0.7个百分点", "方向"],
  [INDUSTRY, "增幅比1—5月扩大0.7个百分点", "方向"],
  [INDUSTRY, "比1—5月加快0.7个百分点", "方向"],
  [INDUSTRY, "去年同期下降7.7%", "方向"],
  [REVENUE, "下降9.0%", "方向"],
  [REVENUE, "低于年度目标2.0个百分点", "方向"],
  [REVENUE, "9.0%", "写明"],
  [GDP, "比目标高1.8个百分点", "方向"],
  [JOBS, "快于序时进度10.0个百分点", "方向"],
  [JOBS, "增长0.4806万人", "写明"],
  [JOBS, "增长40.1%", "写明"],
  [JOBS, "完成0.7194万人", "写明"],
  ["城镇登记失业率", "城镇登记失业率下降3.89%", "写明"],
  ["城镇登记失业率", "高于控制目标1.11个百分点", "方向"],
  ["牛存栏", "比目标多10万头", "方向"],
  [REGIONS, "科左中旗规模以上工业增加值增长1.5%", "方向"],
];

const MISWRITTEN: readonly (readonly [string, string, string])[] = [
  [INDUSTRY, "增速低3.7%", "3.7%"],
  [INDUSTRY, "低于目标12.2%", "单位"],
  [INDUSTRY, "下降3.2个百分点", "单位"],
  [JOBS, "还需0.7194万户", "单位"],
  [JOBS, "还需0.7194万人次", "单位"],
  [INDUSTRY, "下降3%", "3%"],
  [INDUSTRY, "下降3.20%", "3.20%"],
  [INDUSTRY, "增长-3.2%", "-3.2%"],
  [INDUSTRY, "下降百分之三", "百分之三"],
  [INDUSTRY, "三家企业停产", "三"],
  [INDUSTRY, "投入五千万元", "五千万"],
  [INDUSTRY, "投入1,234万元", "1,234"],
  [INDUSTRY, "下降٣%", "٣"],
  [INDUSTRY, "½的企业", "½"],
  [INDUSTRY, "居全区第1位", "1位"],
  [INDUSTRY, "增速居全市第一", "一"],
  [INDUSTRY, "名列全市前3名", "3名"],
  [INDUSTRY, "进入前三位", "三"],
  [INDUSTRY, "连续9个月落后", "9个月"],
  [INDUSTRY, "连续4个月领先", "4个月"],
  [INDUSTRY, "奈曼旗居第2位", "2位"],
  [INDUSTRY, "奈曼旗总量居第1位", "1位"],
];

describe("a number in a note", () => {
  it.each([...OF_ANOTHER, ...MISSAID, ...MISWRITTEN])("under %s is refused in %s", (heading, note, word) => {
    const error = refusal(`## ${heading}\n\n甲。\n${note}。`);
    expect(error.code).toBe("NOTE_UNPROVEN");
    expect(error.location).toEqual({ file: NOTES_FILE, line: 4 });
    expect(error.message).toContain(word);
  });

  it.each([
    "2023年6月18日、7月5日前、1—6月、上半年、一季度",
    "第三产业、第一季度、（一）、附表2",
    "通政发〔2023〕21号文件、PM2.5、5G、“十四五”",
    "后6个月、两个方面、一是统一部署、进一步加快",
    "第一，压实责任",
  ])("is allowed as a date, ordinal or name: %s", (words) => {
    expect(told(`## 其他\n\n${words}。`).other.flat()).toEqual([`${words}。`]);
  });

  it.each([
    [INDUSTRY, "下降3.1%", "规模以上工业增加值同比下降3.2%"],
    [INDUSTRY, "高于目标12.2个百分点", "规模以上工业增加值低于年度目标12.2个百分点"],
    ["其他", "同比增长9.0%", "一般公共预算收入同比增长9.0%"],
    [JOBS, "0.7194万人", "城镇新增就业还需完成0.7194万人"],
    ["其他", "用电量增长5%", "[5%](来源：…)"],
  ])("is told under %s how to write %s", (heading, note, expected) => {
    expect(refusal(`## ${heading}\n\n${note}。`).message).toContain(expected);
  });
});
