import { describe, expect, it } from "vitest";
import { changesOf } from "../../pipeline/assess/changes.ts";
import { assessPlan } from "../../pipeline/assess/plan.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { growing, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

const VINTAGES = ["", "02", "03", "04", "05", "06", "07", "08"].map((next) => `2023-${next}-18`);

/** The growth of 1—n月, published in the month after. */
function rate(at: number, value: string | null, change: Partial<KnownObservation> = {}): KnownObservation {
  const vintage = VINTAGES[at] ?? "";
  const of = {
    quantity: "yoy",
    unit: "%",
    period: month(at),
    vintage,
    cell: `M${at}`,
    file: `${vintage}.xlsx`,
  } as const;
  return observation({ ...of, value, ...change });
}

interface Setting {
  readonly asked?: Target;
  readonly measured?: Partial<Indicator>;
  readonly at?: number;
  readonly before?: number;
  readonly asOf?: string;
}

/** Changes of a goal of 7 % growth, from May to June unless said otherwise, on what was known by a day. */
function changes(observations: readonly KnownObservation[], setting: Setting = {}) {
  const { asked = growing(">=", "7"), measured = {}, at = 6, before = at - 1, asOf = "9999" } = setting;
  const known = new Map([[asked.id, observations.filter(({ vintage }) => vintage <= asOf)]]);
  const context = {
    indicators: [indicator(measured)],
    observations: known,
    reported: new Set(["sample"]),
    rules: RULES,
  };
  const judged = (month_: number) => assessPlan([asked], { ...context, period: month(month_) });
  return changesOf({ previous: judged(before), current: judged(at), observations: known });
}

function told(observations: readonly KnownObservation[], setting?: Setting) {
  return changes(observations, setting).map(({ kind, from, to, period }) => [kind, from, to, period].join(" "));
}

describe("changesOf(months)", () => {
  it.each<[string, readonly KnownObservation[], readonly string[]]>([
    ["nothing", [rate(5, "7.5"), rate(6, "7.4")], []],
    ["a verdict", [rate(5, "7.5"), rate(6, "6.4")], ["verdict 达序时 滞后 2023-06"]],
    ["a figure for the first time this year", [rate(6, "6.4")], ["newly-reported  6.4 2023-06"]],
    ["a figure that is back", [rate(4, "7.5"), rate(6, "7.4")], ["verdict 未发布 达序时 2023-06"]],
    ["a figure that is late", [rate(5, "7.5")], ["newly-late 达序时 未发布 2023-06"]],
    ["nothing of what is late for long", [rate(4, "7.5")], []],
    [
      "a figure that cannot be used",
      [rate(5, "7.5"), rate(6, "7.4"), rate(6, "7.3", { file: "b.xlsx" })],
      ["verdict 达序时 未发布 2023-06"],
    ],
  ])("tells %s", (_, observations, expected) => {
    expect(told(observations)).toEqual(expected);
  });

  it("knows a figure of last year as none of this one's", () => {
    const old = rate(6, "7.0", { period: makePeriod(2022, 12), vintage: "2023-01-18" });
    expect(told([old, rate(6, "7.4")])).toEqual(["newly-reported  7.4 2023-06"]);
  });

  it.each<[string, readonly KnownObservation[], string]>([
    ["-3.0", [], "样本增速本年首次有数：上半年下降3.0%，严重滞后"],
    ["7.0", [], "样本增速本年首次有数：上半年7.0%，达序时"],
    [
      "7.0",
      [rate(5, "-1.2"), rate(5, "0.5", { vintage: "2023-07-18", file: "b.xlsx" })],
      "样本增速2023年1—5月数由下降1.2%修订为0.5%（2023-07-18）",
    ],
  ])("puts no minus into a sentence: %s", (june, before, text) => {
    expect(changes([...before, rate(6, june)]).map((one) => one.text)).toContain(text);
  });

  it("names verdicts as they are printed, and calls no news that judging begins", () => {
    const measured = { judgedFrom: 6 };
    const begun = changes([rate(5, "7.5"), rate(6, "6.4")], { measured });
    expect(begun.map(({ kind, from, to, text }) => [kind, from, to, text])).toEqual([
      ["judging-begins", "尚不评价", "滞后", "样本增速从本期起评价：滞后"],
    ]);
    const conflicting = [rate(6, "6.4"), rate(6, "6.3", { file: "b.xlsx" })];
    expect(told([rate(5, "7.5"), ...conflicting], { measured })).toEqual(["verdict 尚不评价 未发布 2023-06"]);
    expect(told([rate(5, "7.5")], { measured })).toEqual(["newly-late 尚不评价 未发布 2023-06"]);
    const first = changes([rate(6, "6.4")], { measured: { judgedFrom: 7 } });
    expect(first.map(({ text }) => text)).toEqual(["样本增速本年首次有数：上半年6.4%，尚不评价"]);
  });

  it("compares with whatever earlier period it is given", () => {
    const months = [rate(3, "7.5"), rate(5, "6.0"), rate(6, "6.4")];
    expect(told(months, { before: 3 })).toEqual(["verdict 达序时 滞后 2023-06"]);
    expect(told(months)).toEqual([]);
    const again = rate(5, "6.1", { vintage: "2023-07-18", file: "again.xlsx" });
    expect(told([...months, again], { before: 3 })).toContain("revised 6.0 6.1 2023-05");
  });

  it("does not call a quarter late in the months between", () => {
    const measured = { cadence: "quarterly", firstMonth: 3 } as const;
    expect(told([rate(3, "7.5")], { measured, at: 4 })).toEqual([]);
    expect(told([rate(3, "7.5")], { measured, at: 6 })).toEqual(["newly-late 达序时 未发布 2023-06"]);
    expect(told([rate(3, "7.5")], { measured, at: 3 })).toEqual(["newly-reported  7.5 2023-03"]);
  });

  describe("of revisions", () => {
    const months = [rate(3, "7.1"), rate(4, "7.2"), rate(5, "7.5"), rate(6, "7.4")];
    const again = (at: number, value: string | null, vintage: string, change = {}) =>
      rate(at, value, { vintage, file: `${vintage}-again.xlsx`, ...change });

    it.each<[string, readonly KnownObservation[], readonly string[]]>([
      ["last month's, with this month's sheet", [again(5, "7.3", "2023-07-18")], ["revised 7.5 7.3 2023-05"]],
      ["an earlier month's", [again(3, "7.0", "2023-06-25")], ["revised 7.1 7.0 2023-03"]],
      ["the same value again", [again(5, "7.50", "2023-07-18")], []],
      ["this month's own", [again(6, "7.2", "2023-07-25")], ["revised 7.4 7.2 2023-06"]],
      ["nothing of a later month", [rate(7, "7.0"), again(7, "7.1", "2023-08-20")], []],
      ["what last month's papers knew already", [again(3, "7.0", "2023-06-18")], []],
      ["a value that is gone in the new sheet", [again(5, null, "2023-07-18")], []],
      ["演示数据 beside what is published", [again(5, "1.0", "2023-07-18", { illustrative: true })], []],
      ["another quantity", [again(5, "1.0", "2023-07-18", { quantity: "value", unit: "个" })], []],
      ["the month alone", [again(5, "1.0", "2023-07-18", { span: "month" })], []],
      [
        "a vintage that contradicts itself",
        [again(5, "7.3", "2023-07-18"), again(5, "7.2", "2023-07-18", { file: "c.xlsx" })],
        ["verdict 未发布 达序时 2023-06"], // May itself is in conflict now
      ],
      [
        "twice since, from first to last",
        [again(5, "7.3", "2023-07-01"), again(5, "7.2", "2023-07-18")],
        ["revised 7.5 7.2 2023-05"],
      ],
    ])("tells %s", (_, revised, expected) => {
      expect(told([...months, ...revised])).toEqual(expected);
    });

    it("judges last month on what is known of it now", () => {
      const observations = [...months, again(5, "6.5", "2023-07-18")];
      expect(told(observations)).toEqual(["verdict 滞后 达序时 2023-06", "revised 7.5 6.5 2023-05"]);
    });

    it("says that last month's verdict is by revised figures, and of no other", () => {
      const verdict = (observations: readonly KnownObservation[]) =>
        changes(observations).find(({ kind }) => kind === "verdict");
      const text = (observations: readonly KnownObservation[]) => verdict(observations)?.text;
      expect(verdict([...months, again(5, "6.5", "2023-07-18")])).toHaveProperty("onRevised", true);
      expect(verdict([rate(5, "6.5"), rate(6, "7.4")])).not.toHaveProperty("onRevised");
      expect(text([...months, again(5, "6.5", "2023-07-18")])).toBe(
        "样本增速由“滞后”变为“达序时”（上一期按修订后的数评价）",
      );
      expect(text([rate(5, "6.5"), rate(6, "7.4")])).toBe("样本增速由“滞后”变为“达序时”");
      const own = [rate(5, "6.5"), rate(6, "7.4"), again(6, "7.2", "2023-07-25")];
      expect(text(own)).toBe("样本增速由“滞后”变为“达序时”");
    });

    it("knows nothing of what came after the day that is asked about", () => {
      const observations = [...months, again(5, "6.5", "2023-07-20")];
      expect(told(observations, { asOf: "2023-07-19" })).toEqual([]);
      expect(told(observations, { asOf: "2023-07-20" })).toHaveLength(2);
      expect(told(observations, { asOf: "2023-07-17" })).toEqual(["newly-late 达序时 未发布 2023-06"]);
    });

    it("compares in the target's unit and names both cells", () => {
      const asked = target({ unit: "个" });
      const amounts = [5, 6].map((at) => rate(at, "60", { quantity: "value", unit: "个" }));
      const same = again(5, "0.006", "2023-07-18", { quantity: "value", unit: "万个" });
      expect(told([...amounts, same], { asked })).toEqual([]);
      const [revised] = changes([...amounts, { ...same, value: "0.0061" }], { asked });
      expect(revised).toMatchObject({ kind: "revised", from: "60", unit: "个" });
      expect(Number(revised?.to)).toBe(61);
      expect(revised?.observations.map(({ file }) => file)).toEqual(["2023-06-18.xlsx", "2023-07-18-again.xlsx"]);
      expect(revised?.text).toContain("2023年1—5月数由60个修订为");
    });
  });
});
