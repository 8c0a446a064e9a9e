import { describe, expect, it } from "vitest";
import { milestoneTotals } from "../../pipeline/assess/milestone-totals.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { ACTIONS, amount, judge, report } from "./milestone-fixture.ts";

const period = makePeriod(2023, 10);
const totals = (assessments: Parameters<typeof milestoneTotals>[0]) =>
  milestoneTotals(assessments, { period, actions: ACTIONS });

/** A project of this name that was meant to start in a month, as of October. */
function project(name: string, planned: number, isStarted: boolean) {
  const state = isStarted ? "开工" : "前期";
  const one = report({ key: name, project: name, period, state, plannedStart: makePeriod(2023, planned) });
  return judge("建设", [one], { month: 10, id: name, project: name });
}

describe("milestoneTotals", () => {
  it("comes to 江门's 80.8 % of the year: 255 to start, 223 of them by October, 206 started", () => {
    const list = Array.from({ length: 255 }, (_, at) => project(`p${at}`, at < 223 ? 10 : 11, at < 206));
    const { startRateYear, startRateToDate } = totals(list);
    expect(startRateYear?.text).toBe("开工率（年度应开）：已开工206个÷年度应开工255个×100＝80.8%");
    expect(startRateToDate?.text).toBe("开工率（截至当月应开）：已开工206个÷截至当月应开工223个×100＝92.4%");
  });

  it("counts a project of two milestones once, and what has no date where the plan asks a start", () => {
    const one = report({ period, plannedInvestment: amount("1", "亿元"), completedInvestment: amount("6290") });
    const both = [judge("开工", [one], { month: 10 }), judge("投产", [one], { month: 10, id: "2023-m002" })];
    const found = totals(both);
    expect(found.startRateYear?.formula).toBe("1÷1×100");
    expect(found.startRateToDate).toBeNull();
    expect(found.investment?.text).toBe("投资完成率：累计完成投资6290万元÷年度计划投资10000万元×100＝62.9%");
  });

  it("counts what is missing from this month's sheet as it stood, and says so", () => {
    const before = makePeriod(2023, 9);
    const amounts = { plannedInvestment: amount("10000"), completedInvestment: amount("8000") };
    const named = (name: string, reports: readonly Parameters<typeof report>[0][]) =>
      judge(
        "开工",
        reports.map((one) => report({ key: name, project: name, plannedStart: makePeriod(2023, 4), ...one })),
        { month: 10, id: name, project: name },
      );
    const found = totals([
      named("甲", [{ period: before, state: "开工", ...amounts }]),
      named("乙", [{ period: before, state: "在建", ...amounts }]),
      named("丙", [{ period: before, state: "前期" }]),
      named("丁", [
        { period: before, state: "前期", ...amounts },
        { period, state: "开工", plannedStart: null, words: "已开工" },
      ]),
    ]);
    expect(found.startRateYear?.text).toBe(
      "开工率（年度应开）：已开工3个÷年度应开工4个×100＝75.0%（其中3个按以前月份所报）",
    );
    expect(found.startRateToDate?.text).toContain("已开工3个÷截至当月应开工4个");
    expect(found.investment?.text).toBe(
      "投资完成率：累计完成投资24000万元÷年度计划投资30000万元×100＝80.0%（其中3个按以前月份所报）",
    );
  });

  it("leaves out sheets that disagree and words that nobody understands, and says so where others count", () => {
    const two = [report({ period, state: "前期" }), report({ period, file: "b.xlsx" })];
    const disagreeing = judge("开工", two, { month: 10 });
    expect(totals([disagreeing])).toEqual({ startRateYear: null, startRateToDate: null, investment: null });
    const unclear = judge("开工", [report({ key: "乙", period, state: null, words: "有些眉目" })], { month: 10 });
    const { startRateYear } = totals([project("丙", 10, true), disagreeing, unclear]);
    expect(startRateYear?.text).toBe(
      "开工率（年度应开）：已开工1个÷年度应开工1个×100＝100.0%（另有2个进展不明，没有计入）",
    );
  });

  it("keeps to what was understood before where this month's words are not", () => {
    const reports = [report({ period: makePeriod(2023, 9) }), report({ period, state: null, words: "有些眉目" })];
    expect(totals([judge("开工", reports, { month: 10 })]).startRateYear?.text).toBe(
      "开工率（年度应开）：已开工1个÷年度应开工1个×100＝100.0%（其中1个按以前月份所报）",
    );
  });

  it("does not ask a start of a task whose preparation is all that the plan wants", () => {
    expect(totals([judge("前期", [report({ period, state: "前期" })], { month: 10 })]).startRateYear).toBeNull();
  });
});
