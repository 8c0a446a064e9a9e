import { formatLocation } from "../errors.ts";
import { compare, type Decimal, minus, roundHalfUp } from "../model/decimal.ts";
import { type Issue, makeIssue } from "../model/issue.ts";
import { type KnownObservation, type Observation, observationKey, publishedValue } from "../model/observation.ts";
import { monthOf } from "../model/period.ts";
import { convert, isRate } from "../model/unit.ts";

const PLACES_THAT_COUNT = 20; // what a division leaves behind them is no difference

/**
 * Asks about every figure that another file of the same day states differently: neither counts until one of them is
 * dated. A figure of a later day is a revision, and settles what earlier files disagree about.
 *
 * @param vintage of the observations
 * @param rivals what other files say, from that vintage on
 * @returns one issue a cell, in the order of the observations
 */
export function checkRivalFigures(
  observations: readonly Observation[],
  { vintage, rivals }: { readonly vintage: string; readonly rivals: readonly KnownObservation[] },
): readonly Issue[] {
  const byFact = new Map<string, KnownObservation[]>();
  for (const rival of rivals) byFact.set(factOf(rival), [...(byFact.get(factOf(rival)) ?? []), rival]);
  return observations.flatMap((observation) => {
    if (observation.indicator === null || observation.region === null || observation.value === null) return [];
    const others = byFact.get(factOf(observation)) ?? [];
    if (others.some((other) => other.vintage > vintage)) return [];
    const other = others.find((one) => one.vintage === vintage && !isSameFigure(one, observation));
    return other ? [conflict(observation, other)] : [];
  });
}

/** The whole year is its 1—12月. */
function factOf(observation: Observation): string {
  const isWholeYear = observation.span === "year" && monthOf(observation.period) === 12;
  return observationKey(isWholeYear ? { ...observation, span: "ytd" } : observation);
}

function isSameFigure(a: Observation, b: Observation): boolean {
  const [left, right] = [figureOf(a), figureOf(b)];
  const restated = left.unit === right.unit ? right.value : convert(right.value, right.unit, left.unit);
  return restated !== undefined && compare(roundHalfUp(minus(left.value, restated), PLACES_THAT_COUNT), "0") === 0;
}

/** As papers judge by it: rates in the digits published. */
function figureOf({ value, unit, quantity, decimals }: Observation): {
  readonly value: Decimal;
  readonly unit: string;
} {
  const stated = unit ?? (quantity === "yoy" || quantity === "mom" ? "%" : "");
  return { value: isRate(stated) ? publishedValue(value ?? "0", decimals) : (value ?? "0"), unit: stated };
}

function conflict(here: Observation, { file, sheet, cell, ...there }: KnownObservation): Issue {
  const told = ({ value, unit }: Pick<Observation, "value" | "unit">) => `${value ?? ""}${unit ?? ""}`;
  const details = { other: formatLocation({ file, sheet, cell }), expected: told(there), found: told(here) };
  const advice = "；更正的表，请写明发布日期或填报日期（晚于原来的）后重新上传";
  return makeIssue("value-conflict", { sheet: here.sheet, cell: here.cell }, { ...details, advice });
}
