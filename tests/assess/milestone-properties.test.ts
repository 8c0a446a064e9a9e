import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownMilestoneReport, MILESTONE_STATES } from "../../pipeline/model/milestone-report.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { ACTIONS, amount, judge, report } from "./milestone-fixture.ts";

const RANK = ["严重滞后", "滞后", "未到期", "达序时", "已完成"];
const state = fc.constantFrom(...MILESTONE_STATES);
const at = fc.integer({ min: 1, max: 12 });
const planned = fc.option(at.map((month) => makePeriod(2023, month)));
const money = fc.option(fc.integer({ min: 0, max: 20_000 }).map((value) => amount(String(value))));

const one: fc.Arbitrary<KnownMilestoneReport> = fc
  .record({
    ...{ state, halted: fc.boolean(), plannedStart: planned, plannedFinish: planned, month: at },
    ...{ plannedInvestment: money, completedInvestment: money, file: fc.constantFrom("a.xlsx", "b.xlsx") },
  })
  .map(({ month, ...rest }) => report({ ...rest, period: makePeriod(2023, month) }));

const asked = fc.record({
  action: fc.constantFrom(...ACTIONS.map(({ action }) => action)),
  month: at,
  due: planned,
  task: fc.constantFrom("开工样本路", "力争开工样本路"),
});

describe("assessMilestone", () => {
  it("never gives a worse verdict for a further state", () => {
    fc.assert(
      fc.property(asked, fc.array(one, { maxLength: 3 }), one, state, (plan, before, last, other) => {
        const { action, ...rest } = plan;
        const period = makePeriod(2023, plan.month);
        const earlier = before.filter((each) => each.period < period);
        const [less, more] = [last.state ?? other, other].sort(
          (a, b) => MILESTONE_STATES.indexOf(a) - MILESTONE_STATES.indexOf(b),
        );
        const verdict = (now: typeof state extends fc.Arbitrary<infer S> ? S : never) =>
          judge(action, [...earlier, { ...last, period, state: now }], rest).verdict;
        const [worse, better] = [less, more].map((now) => RANK.indexOf(verdict(now ?? other)));
        expect(worse).toBeGreaterThanOrEqual(0);
        expect(better).toBeGreaterThanOrEqual(worse ?? 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("says the same whatever the order of the reports", () => {
    fc.assert(
      fc.property(asked, fc.array(one, { maxLength: 5 }), ({ action, ...rest }, found) => {
        const reports = found.map((each, index) => ({ ...each, cell: `B${index + 5}` }));
        expect(judge(action, [...reports].reverse(), rest)).toEqual(judge(action, reports, rest));
      }),
      { numRuns: 1_000 },
    );
  });

  it("never says the same of a unit differently", () => {
    fc.assert(
      fc.property(asked, one, ({ action, ...rest }, report) => {
        const inYuan = (money: KnownMilestoneReport["plannedInvestment"]) =>
          money && { ...money, value: `${money.value}0000`, unit: "元" };
        const restated = { ...report, completedInvestment: inYuan(report.completedInvestment) };
        expect(judge(action, [restated], rest).verdict).toBe(judge(action, [report], rest).verdict);
      }),
      { numRuns: 1_000 },
    );
  });
});
