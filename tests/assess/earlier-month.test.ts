import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { asking, growing, indicator, month, observation, RULES, target } from "./assess-fixture.ts";

const QUARTERLY = { cadence: "quarterly" } as const;
const LATE = { lagMonths: 1 };
const RATE = { quantity: "yoy", unit: "%" } as const;
const LEVEL = { span: "instant" } as const;

/** What is said of a target at a month on the one figure that is known. */
function said(asked: Target, at: number, kind: Partial<Indicator>, known: Partial<KnownObservation>) {
  const context = { indicator: indicator(kind), period: month(at), observations: [observation(known)], rules: RULES };
  const { reasons, wayHome } = assessTarget(asked, context);
  return [reasons.map(({ text }) => text).join("；"), wayHome?.text.split("，")[0]];
}

describe("a target judged on a figure of an earlier month", () => {
  it.each<[string, Target, number, Partial<Indicator>, Partial<KnownObservation>, string, string]>([
    [
      "a quarter's amount in July",
      target(),
      7,
      QUARTERLY,
      { value: "42.9", period: month(6) },
      "上半年完成年度目标的42.9%，慢于序时进度7.1个百分点",
      "测算（按上半年数）：后2个季度完成年度目标还需57.1个、季均28.6个",
    ],
    [
      "a quarter's growth in August",
      growing(">=", "7"),
      8,
      QUARTERLY,
      { ...RATE, value: "6.2", period: month(6) },
      "上半年累计增长6.2%，低于年度目标0.8个百分点",
      "测算（按上半年数）：按时间权重估算（上半年按占全年的50.0%计）",
    ],
    [
      "a 错月 figure in June",
      growing(">=", "7"),
      6,
      LATE,
      { ...RATE, value: "6.4", period: month(5) },
      "1—5月累计增长6.4%，低于年度目标0.6个百分点",
      "测算（按1—5月数）：按时间权重估算（1—5月按占全年的41.7%计）",
    ],
    [
      "a 错月 amount in June, whose months left are counted from May",
      target(),
      6,
      LATE,
      { value: "40", period: month(5) },
      "1—5月完成年度目标的40.0%，慢于序时进度1.7个百分点",
      "测算（按1—5月数）：后7个月完成年度目标还需60个、月均8.6个",
    ],
    [
      "a level at a quarter's end",
      asking(">=", "370", { basis: "attain" }),
      7,
      { ...QUARTERLY, nature: "stock" },
      { ...LEVEL, value: "362.4", period: month(6) },
      "6月末实际为362.4个，低于年度目标7.6个，尚未达到",
      "测算（按6月末数）：距年度目标还差7.6个",
    ],
    [
      "a level for a later year",
      asking(">=", "50", { basis: "attain", unit: "%", due: makePeriod(2025, 12) }),
      7,
      { ...QUARTERLY, nature: "rate" },
      { ...LEVEL, value: "40", unit: "%", period: month(6) },
      "目标期限为2025年末，尚未到期；6月末实际为40.0%，低于目标10.0个百分点，还有30个月，平均每年还需提高4.0个百分点（测算）",
      "测算（按6月末数）：距目标还差10.0个百分点",
    ],
    [
      "a harvest before its month",
      target(),
      8,
      { ...QUARTERLY, judgedFrom: 10 },
      { value: "8", period: month(6) },
      "上半年完成年度目标的8.0%；该指标年内进度不均衡，10月以前不评价进度",
      "测算（按上半年数）：后2个季度完成年度目标还需92个、季均46.0个",
    ],
  ])("says the time of %s", (_case, asked, at, kind, known, reason, wayHome) => {
    expect(said(asked, at, kind, known)).toEqual([reason, wayHome]);
  });

  it("says nothing of the time where the figure is of the month asked about", () => {
    const [reason, wayHome] = said(target(), 6, QUARTERLY, { value: "42.9", period: month(6) });
    expect([reason, wayHome]).toEqual([
      "完成年度目标的42.9%，慢于序时进度7.1个百分点",
      "测算：后2个季度完成年度目标还需57.1个、季均28.6个",
    ]);
  });
});
