import { assessTarget } from "../../pipeline/assess/target.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Decimal } from "../../pipeline/model/decimal.ts";
import { decimalPlaces } from "../../pipeline/model/decimal.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod, type Period } from "../../pipeline/model/period.ts";
import type { LightRules } from "../../pipeline/model/rules.ts";
import type { Target } from "../../pipeline/model/target.ts";

export const CODE = "sample" as IndicatorCode;
export const CITY = "150500";

/** Thresholds of the field's default rules. */
export const RULES: LightRules = {
  name: "default",
  text: [],
  pace: {
    measure: "points",
    bands: [
      { edge: "5", isClosed: true, verdict: "超序时", light: "green" },
      { edge: "0", isClosed: true, verdict: "达序时", light: "green" },
      { edge: "-5", isClosed: true, verdict: "滞后", light: "yellow" },
      { edge: null, isClosed: false, verdict: "严重滞后", light: "red" },
    ],
    worsening: 2,
    worseningFrom: 4,
  },
  growth: {
    bands: [
      { edge: "0", isClosed: true, verdict: "达序时", light: "green" },
      { edge: "-1", isClosed: true, verdict: "滞后", light: "yellow" },
      { edge: null, isClosed: false, verdict: "严重滞后", light: "red" },
    ],
    shrinking: { verdict: "严重滞后", light: "red" },
    belowPeer: null,
  },
  level: { yellowPoints: "1", yellowPercent: "5" },
  around: { points: "0.5", percent: "2" },
  steady: { within: "0.05" },
  exceptions: [],
};

/** A month of 2023. */
export function month(number: number): Period {
  return makePeriod(2023, number);
}

/** A target of 2023: at least 100 个 by the year's end unless changed. */
export function target(change: Partial<Target> = {}): Target {
  return {
    id: "2023-001",
    chapter: 1,
    name: "样本",
    indicator: CODE,
    quantity: "value",
    basis: "flow",
    op: ">=",
    low: "100",
    high: null,
    relativeTo: null,
    unit: "个",
    scope: null,
    comparableScopes: [],
    region: CITY,
    due: month(12),
    strength: "预期性",
    explicit: true,
    headline: false,
    bureau: null,
    bureauIsOurReading: false,
    review: false,
    task: null,
    note: null,
    source: { text: "样本100个", start: 0, end: 6 },
    ...change,
  };
}

/** A target with one number, put where its op wants it. */
export function asking(op: Target["op"], number: Decimal, change: Partial<Target> = {}): Target {
  const low = op === "<=" || op === "<" ? null : number;
  const high = op === ">=" || op === ">" ? null : number;
  return target({ op, low, high, ...change });
}

/** A growth target of so many %. */
export function growing(op: Target["op"], number: Decimal, change: Partial<Target> = {}): Target {
  return asking(op, number, { basis: "growth", quantity: "yoy", unit: "%", ...change });
}

/** A monthly flow judged from January unless changed. */
export function indicator(change: Partial<Indicator> = {}): Indicator {
  return {
    code: CODE,
    name: "样本",
    aliases: [],
    unit: "个",
    decimals: 0,
    nature: "flow",
    price: null,
    cadence: "monthly",
    firstMonth: 1,
    judgedFrom: 1,
    lagMonths: 0,
    partOf: null,
    publisher: "statistics",
    growthOnly: false,
    yearly: null,
    ...change,
  };
}

/** A published cumulative value of December 2023 unless changed; digits shown as written. */
export function observation(change: Partial<KnownObservation> = {}): KnownObservation {
  const value = change.value === undefined ? "100" : change.value;
  return {
    sheet: "S",
    cell: "B2",
    label: "样本",
    path: [],
    indicator: CODE,
    region: CITY,
    period: month(12),
    span: "ytd",
    quantity: "value",
    scope: null,
    unit: "个",
    decimals: value === null ? 0 : decimalPlaces(value),
    status: value === null ? "missing" : "normal",
    statusReason: value === null ? "空白" : null,
    sha256: "ab",
    file: "a.xlsx",
    source: null,
    bureau: null,
    illustrative: false,
    vintage: "2024-01-20",
    url: null,
    ...change,
    value,
  };
}

/** Judges one published value, whose quantity, unit and 口径 are the target's own, read and asked for in a month. */
export function judge(
  asked: Target,
  actual: Decimal,
  { at = 12, ...change }: { readonly at?: number } & Partial<Indicator> = {},
): Assessment {
  const { quantity, unit, scope } = asked;
  const observations = [observation({ value: actual, quantity, unit, scope, period: month(at) })];
  return assessTarget(asked, { indicator: indicator(change), period: month(at), observations, rules: RULES });
}

/** What most tables compare: verdict, light and the code that decided. */
export function outcome({ verdict, light, reasons }: Assessment): readonly (string | undefined)[] {
  return [verdict, light, reasons[0]?.code];
}
