import type { Light, Verdict } from "./assessment.ts";
import type { Decimal } from "./decimal.ts";

/** The rule set that lights are given by; printed with every paper (standards of the field, section 3.3). */
export interface LightRules {
  readonly name: string;
  readonly text: readonly string[]; // the rules in sentences, for the papers; thresholds filled in
  readonly pace: PaceRule;
  readonly growth: GrowthRule;
  readonly level: { readonly yellowPoints: Decimal; readonly yellowPercent: Decimal }; // short of a level: 百分点 for rates, % of the target else
  readonly around: { readonly points: Decimal; readonly percent: Decimal }; // 左右: ± 百分点 for rates, ± % of the target else
  readonly steady: { readonly within: Decimal }; // a pace nearer than this to an edge keeps the light of the reading before
  readonly exceptions: readonly RuleException[]; // the first that names an indicator counts
}

/** The rule set that counts where nobody chooses another. */
export const DEFAULT_RULES = "default";

/** The verdicts that a scale gives, best first. */
export const GRADES = ["超序时", "达序时", "滞后", "严重滞后"] as const satisfies readonly Verdict[];

/** A verdict and the light it goes with; a city's light may be another than the verdict's own. */
export interface Grade {
  readonly verdict: (typeof GRADES)[number];
  readonly light: Light;
}

/** A stretch of a scale, down to its edge: 0 is the goal or the pace itself, below is short of it. */
export interface Band extends Grade {
  readonly edge: Decimal | null; // null for the last band, which takes all that is left
  readonly isClosed: boolean; // the edge itself belongs to the band
}

/** How a cumulative amount is held against 序时. */
export interface PaceRule {
  readonly measure: PaceMeasure;
  readonly bands: readonly Band[]; // best first; one of them ends at 0
  readonly worsening: number | null; // readings in a row that are yellow, each behind more than the one before, are red; at least 2
  readonly worseningFrom: number; // month of the year from which readings count for it: a slow start of the year is no trend
}

/** What the edges count: 百分点 of completion less 序时, or that difference in % of 序时. */
export type PaceMeasure = "points" | "percent-of-expected";

/** How a published rate is held against its goal; edges in 百分点. */
export interface GrowthRule {
  readonly bands: readonly Band[]; // best first; one of them ends at 0
  readonly shrinking: Grade; // 应增而降
  readonly belowPeer: Grade | null; // of a region that meets its goal but not the average of the whole city; null: not asked
}

/** A rule that a city published for certain indicators only. */
export interface RuleException {
  readonly indicators: readonly string[]; // codes
  readonly pace: PaceRule | null; // null: as for all others
  readonly growth: GrowthRule | null;
}

/** The light of each verdict, where a rule gives no other; what is not known is grey, never red. */
export const VERDICT_LIGHTS: Readonly<Record<Verdict, Light>> = {
  已完成: "green",
  超序时: "green",
  达序时: "green",
  滞后: "yellow",
  严重滞后: "red",
  突破上限: "red",
  未到期: "grey",
  未发布: "grey",
  无数据来源: "grey",
  待上级下达: "grey",
};

/** Whether a grade says that the goal or the pace is reached. */
export function isReached({ verdict }: Grade): boolean {
  return GRADES.indexOf(verdict) <= GRADES.indexOf("达序时");
}

/** The rules as they are for one indicator: an exception takes the place of what it states. */
export function rulesFor(rules: LightRules, indicator: string): LightRules {
  const exception = rules.exceptions.find(({ indicators }) => indicators.includes(indicator));
  if (!exception) return rules;
  return { ...rules, pace: exception.pace ?? rules.pace, growth: exception.growth ?? rules.growth };
}
