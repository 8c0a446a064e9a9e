import type { Decimal } from "../../model/decimal.ts";
import { decimalPlaces } from "../../model/decimal.ts";
import type { Change, ChangeKind } from "../../model/explanation.ts";
import type { Figure } from "../../model/figure.ts";
import { periodName } from "../../model/period.ts";
import { compareText } from "../../model/text-order.ts";
import { countNames } from "./count-figures.ts";
import { printsAsRate, rateDecimals } from "./display.ts";
import { type ReadFigure, readFigure, withValue } from "./observed-figures.ts";
import type { TargetFigures } from "./target-figures.ts";

/** A change since the period before with its figures. */
export interface ChangeFigures {
  readonly change: Change;
  readonly target: TargetFigures;
  readonly from: Figure | null; // of a revision
  readonly to: Figure | null; // of a revision; the actual where it is known for the first time
  readonly read: readonly Figure[]; // as they stand in cells
}

/** Kinds that are told one by one: first what a reader has to know before the verdicts. */
export const TOLD_KINDS = [
  "revised",
  "newly-late",
  "verdict",
  "newly-reported",
] as const satisfies readonly ChangeKind[];

export type ToldKind = (typeof TOLD_KINDS)[number];

/** As many as a page has room for beside everything else. */
const MOST_TOLD = 8;

/** The changes that are told one by one, and how many more there are. */
export interface ToldChanges {
  readonly told: readonly ChangeFigures[];
  readonly rest: readonly { readonly kind: ToldKind; readonly count: Figure }[]; // kinds with any left, in their order
  readonly begun: Figure | null; // how many are judged from this period on; null where none
}

/**
 * Sorts changes and makes the figures of those that are told, with ids `<target>/change/<n>/old` and `/new`.
 *
 * Headline targets come first; of these, and of the others, revisions and what is late before verdicts and what was
 * reported for the first time; then as the plan names them. That judging begins is the calendar's doing, and is counted.
 */
export function toldChanges(targets: readonly TargetFigures[], changes: readonly Change[]): ToldChanges {
  const places = new Map(targets.map(({ assessment }, index) => [assessment.target.id, index]));
  const known = changes.flatMap((change) => {
    const place = places.get(change.target);
    const target = place === undefined ? undefined : targets[place];
    return place === undefined || !target ? [] : [{ change, place, target }];
  });
  const begun = known.filter(({ change }) => change.kind === "judging-begins");
  const order = (kind: ChangeKind) => (TOLD_KINDS as readonly ChangeKind[]).indexOf(kind);
  const sorted = known
    .filter((one) => !begun.includes(one))
    .sort(
      (a, b) =>
        Number(b.target.assessment.target.headline) - Number(a.target.assessment.target.headline) ||
        order(a.change.kind) - order(b.change.kind) ||
        a.place - b.place ||
        compareText(a.change.period, b.change.period) ||
        compareText(a.change.text, b.change.text),
    );
  const rest = sorted.slice(MOST_TOLD);
  return {
    told: sorted.slice(0, MOST_TOLD).map(({ change, target }, index) => figuresOfChange(change, target, index + 1)),
    rest: TOLD_KINDS.flatMap((kind) => {
      const own = rest.filter(({ change }) => change.kind === kind).map(({ change }) => change.target);
      const count = countNames(`count/changes-rest/${kind}`, "其余的变化", "项", own);
      return own.length === 0 ? [] : [{ kind, count }];
    }),
    begun: begun.length === 0 ? null : countNames("count/changes-begun", "从本期起评价的目标", "项", namesOf(begun)),
  };
}

/** Every figure of changes, each once. */
export function figuresOfChanges({ told, rest, begun }: ToldChanges): readonly Figure[] {
  const figures = told.flatMap(({ target, from, to, read }) => [from, to === target.actual ? null : to, ...read]);
  return [
    ...new Set([
      ...figures.filter((one) => one !== null),
      ...rest.map(({ count }) => count),
      ...(begun ? [begun] : []),
    ]),
  ];
}

function namesOf(changes: readonly { readonly change: Change }[]): readonly string[] {
  return changes.map(({ change }) => change.target).sort();
}

function figuresOfChange(change: Change, target: TargetFigures, number: number): ChangeFigures {
  const { kind, from, to } = change;
  if (kind !== "revised" || from === null || to === null) {
    return { change, target, from: null, to: kind === "newly-reported" ? target.actual : null, read: [] };
  }
  const ends = [readEnd(change, target, number, "old", from), readEnd(change, target, number, "new", to)];
  const [old, latest] = ends.map(({ figure }) => figure);
  return { change, target, from: old ?? null, to: latest ?? null, read: ends.flatMap(readFor) };
}

/** The observations of a change are those of both ends; each end is read from its own. */
function readFor({ figure, read }: ReadFigure): readonly Figure[] {
  const { derivation } = figure;
  return derivation.kind === "computed" ? read.filter(({ id }) => derivation.operands.includes(id)) : [figure];
}

function readEnd(
  { observations, period }: Change,
  { subject, assessment: { target } }: TargetFigures,
  number: number,
  end: "old" | "new",
  value: Decimal,
): ReadFigure {
  const known = withValue(observations);
  const published = Math.max(...known.map(({ decimals }) => decimals));
  const isConverted = known.every(({ unit }) => unit !== null && unit !== target.unit);
  const decimals = printsAsRate(target.unit) ? rateDecimals(published) : isConverted ? decimalPlaces(value) : published;
  const span = known[0]?.span ?? "ytd";
  const name = `${subject} ${periodName(period, span)}${end === "old" ? "原数" : "修订数"}`;
  const id = `${target.id}/change/${number}/${end}`;
  return readFigure({ id, name, value, unit: target.unit, decimals }, known);
}
