import { minus } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { makePeriod, monthOf, spanName, yearOf } from "../../model/period.ts";
import { differenceDecimals, display } from "./display.ts";
import type { TrendFigures } from "./trend-figures.ts";

/** A rate at the release before its own in the year, and how far it has moved since. */
export interface PaceFigures {
  readonly before: Figure;
  readonly time: string; // of the release before: 1—5月, 一季度, 5月末
  readonly difference: Figure; // 百分点, of the rates as printed; negative where it is less now
}

/**
 * Finds how each rate moved since the release before, by target id, with ids `<target>/pace`.
 *
 * Rates only, whose release before is known in the same 口径 and span: never one farther back.
 */
export function paceFigures(trends: readonly TrendFigures[]): ReadonlyMap<string, PaceFigures> {
  return new Map(
    trends.flatMap((trend): readonly (readonly [string, PaceFigures])[] => {
      const pace = paceOf(trend);
      return pace === null ? [] : [[trend.target.assessment.target.id, pace]];
    }),
  );
}

function paceOf({ target: t, span, months, actual }: TrendFigures): PaceFigures | null {
  const { target, observedPeriod } = t.assessment;
  if (target.unit !== "%" || observedPeriod === null || t.actual === null) return null;
  const month = monthOf(observedPeriod);
  const earlier = months.filter((one) => one < month).at(-1);
  const before = earlier === undefined ? undefined : actual.get(earlier);
  if (earlier === undefined || before === undefined || actual.get(month) !== t.actual) return null;
  const [now, then] = [display(t.actual, "cell"), display(before, "cell")];
  const value = minus(now, then);
  return {
    before,
    time: spanName(makePeriod(yearOf(observedPeriod), earlier), span),
    difference: {
      ...{ id: `${target.id}/pace`, name: `${t.subject} 比上一期变动`, value, unit: "百分点" },
      decimals: differenceDecimals(now, then),
      derivation: {
        kind: "computed",
        formula: `${now}−${then.startsWith("-") ? `(${then})` : then}`,
        operands: [t.actual.id, before.id],
      },
    },
  };
}
