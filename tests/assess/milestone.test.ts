import { describe, expect, it } from "vitest";
import { MILESTONE_STATES } from "../../pipeline/model/milestone-report.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { amount, judge, outcome, report } from "./milestone-fixture.ts";

const month = (at: number) => makePeriod(2023, at);

/** 完 已完成, 达 达序时, 未 未到期, 红 严重滞后; by state from 未启动 to 达产. */
const WORDS: Readonly<Record<string, string>> = { 完: "已完成", 达: "达序时", 未: "未到期", 红: "严重滞后" };
const TABLE: readonly (readonly [action: string, june: string, december: string])[] = [
  ["前期", "未达完完完完完", "红完完完完完完"],
  ["开工", "未未完完完完完", "红红完完完完完"],
  ["启动", "未未完完完完完", "红红完完完完完"],
  ["续建", "未未达达完完完", "红红完完完完完"],
  ["建设", "未未达达完完完", "红红完完完完完"],
  ["推进", "未未达达完完完", "红红完完完完完"],
  ["开展", "未未未达完完完", "红红红完完完完"],
  ["建成", "未未未未完完完", "红红红红完完完"],
  ["编制", "未未未未完完完", "红红红红完完完"],
  ["投产", "未未未未达完完", "红红红红红完完"],
  ["通航", "未未未未达完完", "红红红红红完完"],
];

describe("assessMilestone: state x action x month", () => {
  const cases = TABLE.flatMap(([action, june, december]) =>
    MILESTONE_STATES.flatMap((state, index) => [
      { action, state, at: 6, verdict: WORDS[june.charAt(index)] },
      { action, state, at: 12, verdict: WORDS[december.charAt(index)] },
    ]),
  );
  it.each(cases)("$action at $state in month $at: $verdict", ({ action, state, at, verdict }) => {
    expect(judge(action, [report({ state, period: month(at) })], { month: at }).verdict).toBe(verdict);
  });
});

describe("assessMilestone: 应开未开", () => {
  const notStarted = (plannedStart: number, at: number, state: "前期" | "开工" = "前期") =>
    outcome(judge("开工", [report({ state, period: month(at), plannedStart: month(plannedStart) })], { month: at }));

  it.each([
    [7, 6, "未到期", "grey", "not-due"],
    [6, 6, "滞后", "yellow", "start-overdue"], // 当月应开未开
    [5, 6, "滞后", "yellow", "start-overdue"],
    [4, 6, "严重滞后", "red", "start-overdue"], // 连续3个月
    [3, 6, "严重滞后", "red", "start-overdue"],
  ] as const)("planned for month %i, still 前期 in month %i: %s", (planned, at, ...expected) => {
    expect(notStarted(planned, at)).toEqual(expected);
  });

  it("is over once it has started", () => {
    expect(notStarted(3, 6, "开工")).toEqual(["已完成", "green", "reached"]);
  });

  it("says for how long", () => {
    const { reasons } = judge("开工", [report({ state: "前期", plannedStart: month(4) })]);
    expect(reasons[0]?.text).toBe("计划2023年4月开工，连续3个月应开未开");
  });

  it("has its sister for the end of works", () => {
    const finish = (at: number) => outcome(judge("建成", [report({ state: "在建", plannedFinish: month(at) })]));
    expect([7, 6, 4].map(finish)).toEqual([
      ["未到期", "grey", "not-due"],
      ["滞后", "yellow", "finish-overdue"],
      ["严重滞后", "red", "finish-overdue"],
    ]);
  });
});

describe("assessMilestone: the pace of investment", () => {
  const paced = (completed: string, state: "在建" | "竣工" = "在建") =>
    judge("建成", [report({ state, plannedInvestment: amount("10000"), completedInvestment: amount(completed) })]);

  it.each([
    ["5000", "达序时", "green"],
    ["4001", "达序时", "green"], // 9.99 behind
    ["4000", "滞后", "yellow"], // 10 behind
    ["2000", "滞后", "yellow"], // 30 behind
    ["1999", "严重滞后", "red"],
  ])("with %s of 10000 done in June: %s", (completed, ...expected) => {
    expect(outcome(paced(completed)).slice(0, 2)).toEqual(expected);
  });

  it.each([
    ["2000", "年度投资完成率低于序时进度30.0个百分点"],
    ["1999", "年度投资完成率低于序时进度30.01个百分点"],
  ])("tells %s from the edge of another light", (completed, text) => {
    expect(paced(completed).reasons[0]?.text).toBe(text);
  });

  it("is told step by step", () => {
    expect(paced("3210").steps.map(({ text }) => text)).toEqual([
      "投资完成率：累计完成投资3210万元÷年度计划投资10000万元×100＝32.1%",
      "序时进度：已过6个月÷全年12个月×100＝50.0%",
      "差距：累计完成投资3210万元÷年度计划投资10000万元×100−已过6个月÷全年12个月×100＝负17.9个百分点",
    ]);
  });

  it("is judged from April on: too early in the year it is told and no more, and a start is late as ever", () => {
    const at = (asked: number, changes = {}) => {
      const amounts = { plannedInvestment: amount("10000"), completedInvestment: amount("0") };
      return judge("建成", [report({ state: "在建", period: month(asked), ...amounts, ...changes })], { month: asked });
    };
    expect([1, 2, 3, 4].map((asked) => at(asked).light)).toEqual(["grey", "grey", "grey", "red"]);
    expect(at(3)).toMatchObject({ completion: "0", expected: null, gap: null, verdict: "未到期" });
    expect(at(3).reasons.map(({ code }) => code)).toEqual(["not-due", "investment-not-judged-yet"]);
    expect(at(3).steps.map(({ name }) => name)).toEqual(["completion"]);
    expect(outcome(at(3, { state: "前期", plannedStart: month(3) }))).toEqual(["滞后", "yellow", "start-overdue"]);
    const beyond = at(2, { completedInvestment: amount("10001") });
    expect(beyond.reasons.map(({ code }) => code)).toEqual(["not-due", "investment-implausible"]);
  });

  it("holds 亿元 against 万元", () => {
    const asked = report({
      state: "在建",
      plannedInvestment: amount("1", "亿元"),
      completedInvestment: amount("3210"),
    });
    expect(judge("建成", [asked]).gap).toBe("-17.9");
  });

  it("counts from the planned start where that lies in the year, and not before it", () => {
    const meant = (start: number) =>
      report({
        ...{ state: "在建", plannedStart: month(start) },
        ...{ plannedInvestment: amount("900"), completedInvestment: amount("90") },
      });
    const { gap, steps } = judge("建成", [meant(4)]);
    expect([gap?.slice(0, 7), steps[1]?.text]).toEqual([
      "-23.333",
      "序时进度：计划开工以来3个月÷计划开工至年底9个月×100＝33.3%",
    ]);
    expect(outcome(judge("建成", [meant(6)])).slice(0, 2)).toEqual(["达序时", "green"]); // 10 % of 14.3 %
    expect(judge("建成", [meant(7)])).toMatchObject({ gap: null, verdict: "未到期" });
    expect(judge("建成", [report({ ...meant(1), plannedStart: makePeriod(2022, 4) })]).gap).toBe("-40");
  });

  it("does not count against what is finished", () => {
    expect(outcome(paced("100", "竣工"))).toEqual(["已完成", "green", "reached"]);
  });

  it("says where more than the year's plan is done", () => {
    expect(paced("10001").reasons.map(({ code }) => code)).toEqual(["investment-implausible"]);
  });

  it("is not reckoned without a plan", () => {
    const none = report({ state: "在建", plannedInvestment: amount("0"), completedInvestment: amount("5") });
    expect(judge("建成", [none])).toMatchObject({ completion: null, verdict: "未到期", steps: [] });
  });
});

describe("assessMilestone: what stands", () => {
  it("is grey where nobody ever reported, and where nobody did this month", () => {
    expect(outcome(judge("开工", []))).toEqual(["无数据来源", "grey", "no-source"]);
    expect(outcome(judge("建成", [report({ period: month(5) })]))).toEqual(["未发布", "grey", "not-published"]);
  });

  it("stays reached without a further report", () => {
    expect(outcome(judge("开工", [report({ period: month(3) })]))).toEqual(["已完成", "green", "reached"]);
  });

  it("does not look at later months", () => {
    const reports = [report({ period: month(5), state: "前期" }), report({ period: month(6) })];
    expect(judge("开工", reports, { month: 5 }).state).toBe("前期");
  });

  it("says that it went back, and is not content", () => {
    const back = judge("建设", [report({ period: month(5), state: "在建" }), report({ state: "前期" })]);
    expect(outcome(back)).toEqual(["滞后", "yellow", "went-back"]);
    expect(back.reasons[0]?.text).toBe("2023年5月报的是在建，现在报的是前期，请核实");
    const undone = judge("开工", [report({ period: month(5), state: "开工" }), report({ state: "前期" })]);
    expect(outcome(undone)).toEqual(["滞后", "yellow", "went-back"]);
  });

  it("takes 已开工 after 在建, 已竣工 after 投产 and 未开工 after 前期 for no step back", () => {
    const after = (first: "在建" | "投产" | "前期", then: "开工" | "竣工" | "未启动") =>
      judge("投产", [report({ period: month(5), state: first }), report({ state: then })]);
    expect(after("在建", "开工")).toMatchObject({ state: "在建", verdict: "未到期" });
    expect(after("投产", "竣工")).toMatchObject({ state: "投产", verdict: "已完成" });
    expect(after("前期", "未启动")).toMatchObject({ state: "前期", verdict: "未到期" });
  });

  it("asks where words are not understood or sheets disagree", () => {
    expect(outcome(judge("开工", [report({ state: null })]))).toEqual(["未发布", "grey", "state-unsettled"]);
    const two = [report({ state: "开工" }), report({ state: "前期", file: "b.xlsx" })];
    expect(outcome(judge("开工", two))).toEqual(["未发布", "grey", "conflicting"]);
    expect(judge("开工", two).state).toBeNull();
  });

  it("takes the latest vintage, and published before illustrative", () => {
    const old = report({ state: "前期" });
    const revised = report({ state: "开工", vintage: "2023-07-20" });
    const demo = report({ state: "竣工", vintage: "2023-08-01", illustrative: true });
    expect(judge("开工", [demo, revised, old])).toMatchObject({ state: "开工", verdict: "已完成" });
  });

  it("is never moved by 演示数据 of earlier months where this month is published", () => {
    const may = report({ period: month(5), state: "在建", illustrative: true });
    expect(judge("开工", [may, report({ state: "前期" })])).toMatchObject({ verdict: "未到期", state: "前期" });
    const june = report({ state: "前期", illustrative: true });
    expect(outcome(judge("开工", [may, june]))).toEqual(["滞后", "yellow", "went-back"]);
  });

  it("is yellow while work stands still", () => {
    expect(outcome(judge("建设", [report({ state: "在建", halted: true })]))).toEqual(["滞后", "yellow", "halted"]);
  });

  it("does not judge a verb of which nobody has said what it asks", () => {
    expect(outcome(judge("飞跃", [report()]))).toEqual(["未到期", "grey", "unknown-action"]);
  });
});

describe("assessMilestone: the plan's own date", () => {
  const missed = (at: number, task = "开工样本路") =>
    outcome(judge("开工", [report({ state: "前期", period: month(at) })], { month: at, due: month(4), task }));

  it("is missed like any planned month, and red when the year is over", () => {
    expect([3, 4, 5, 6].map((at) => missed(at)[0])).toEqual(["未到期", "滞后", "滞后", "严重滞后"]);
    expect(outcome(judge("开工", [report({ state: "前期", period: month(12) })], { month: 12 }))).toEqual([
      ...["严重滞后", "red", "due-missed"],
    ]);
  });

  it("is never red where the plan says 力争", () => {
    expect(missed(8, "力争开工样本路")).toEqual(["滞后", "yellow", "due-missed"]);
  });

  it("is not kept by works that go on but are late", () => {
    const late = report({ state: "在建", period: month(12), plannedFinish: month(10) });
    expect(outcome(judge("建设", [late], { month: 12 }))).toEqual(["严重滞后", "red", "finish-overdue"]);
  });
});
