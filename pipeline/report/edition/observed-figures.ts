import { compare, type Decimal, dividedBy, isZero, minus, roundHalfUp, times } from "../../model/decimal.ts";
import type { CellReference, Figure, FigureId } from "../../model/figure.ts";
import type { KnownObservation } from "../../model/observation.ts";
import { compareText } from "../../model/text-order.ts";
import { findUnit } from "../../model/unit.ts";

/** An observation that holds a value. */
export type ValuedObservation = KnownObservation & { readonly value: Decimal };

/** A figure in the unit it is printed in, with the figures as they stand in cells. */
export interface ReadFigure {
  readonly figure: Figure;
  readonly read: readonly Figure[]; // observed; `figure` itself where nothing had to be converted
}

interface Wanted {
  readonly id: FigureId;
  readonly name: string;
  readonly value: Decimal;
  readonly unit: string;
  readonly decimals: number;
}

const PLACES_THAT_COUNT = 20;

/** Tells whether two numbers are the same, but for the last of the forty places that divisions keep. */
export function isSameNumber(a: Decimal, b: Decimal): boolean {
  return isZero(roundHalfUp(minus(a, b), PLACES_THAT_COUNT));
}

/** Leaves out the observations without a value. */
export function withValue(observations: readonly KnownObservation[]): readonly ValuedObservation[] {
  return observations.flatMap((observation) =>
    observation.value === null ? [] : [{ ...observation, value: observation.value }],
  );
}

/**
 * Makes the figure that observations stand behind; a value in another unit is computed from the one in the cell.
 *
 * @throws Error if no observation leads to the value: a figure without provenance must not be printed
 */
export function readFigure(wanted: Wanted, observations: readonly ValuedObservation[]): ReadFigure {
  const groups = groupByValue(observations);
  const direct = groups.find((group) => standsFor(group, wanted));
  const others = groups.filter((group) => group !== direct);
  const read = others.map((group, index) => observedFigure(group, `${wanted.id}/read-${index + 1}`, wanted.name));
  if (direct) {
    const figure = { ...observedFigure(direct, wanted.id, wanted.name), unit: wanted.unit, decimals: wanted.decimals };
    return { figure, read: [figure, ...read] };
  }
  for (const [index, [first]] of others.entries()) {
    const formula = conversion(first, wanted);
    const operand = read[index];
    if (formula === undefined || operand === undefined) continue;
    const derivation = { kind: "computed" as const, formula, operands: [operand.id] };
    return { figure: { ...wanted, derivation }, read };
  }
  throw new Error(`${wanted.id}: ${wanted.value} ${wanted.unit} does not follow from its observations`);
}

/** Figures as they stand in cells, one for each different value, for numbers that are told but not used. */
export function quotedFigures(
  id: FigureId,
  name: string,
  observations: readonly ValuedObservation[],
): readonly Figure[] {
  return groupByValue(observations).map((group, index) => observedFigure(group, `${id}/read-${index + 1}`, name));
}

/** Points at the cell that an observation was read from. */
export function referenceTo(observation: ValuedObservation): CellReference {
  const { file, sha256, sheet, cell, value, unit, vintage, illustrative, url } = observation;
  return { file, sha256, sheet, cell, value, unit, vintage, illustrative, url };
}

/** Orders observations by place; the same for any order they come in. */
export function byPlace(a: KnownObservation, b: KnownObservation): number {
  const key = (o: KnownObservation) => [o.file, o.sha256, o.sheet, o.cell.padStart(12)].join("\u0000");
  return compareText(key(a), key(b));
}

type Group = readonly [ValuedObservation, ...ValuedObservation[]];

function groupByValue(observations: readonly ValuedObservation[]): readonly Group[] {
  const groups: Group[] = [];
  for (const observation of [...observations].sort(byPlace)) {
    const at = groups.findIndex(
      ([first]) => first.unit === observation.unit && compare(first.value, observation.value) === 0,
    );
    const group = groups[at];
    if (group) groups[at] = [...group, observation];
    else groups.push([observation]);
  }
  return groups;
}

/** 百分点 and % of a rate, and a unit left unsaid, are read as they stand. */
function standsFor([first]: Group, { value, unit }: Wanted): boolean {
  const isSameUnit = first.unit === null || first.unit === unit || findUnit(first.unit)?.name === findUnit(unit)?.name;
  return isSameUnit && compare(first.value, value) === 0;
}

function observedFigure(group: Group, id: FigureId, name: string): Figure {
  const [first] = group;
  const decimals = Math.max(...group.map((observation) => observation.decimals));
  const derivation = { kind: "observed" as const, observations: group.map(referenceTo) };
  return { id, name, value: first.value, unit: first.unit, decimals, derivation };
}

/** How the value follows from the one read, with its numbers: 12754÷10000; undefined where it does not. */
function conversion(observation: ValuedObservation, wanted: Wanted): string | undefined {
  const { value, unit, quantity, decimals } = observation;
  const isSameUnit = unit === null || unit === wanted.unit;
  if (isSameUnit && isSameNumber(roundHalfUp(value, decimals), wanted.value)) return `${value}四舍五入到公布的位数`;
  if (quantity === "index" && isSameNumber(minus(value, "100"), wanted.value)) return `${value}−100`;
  const from = findUnit(unit ?? "");
  const to = findUnit(wanted.unit);
  if (!from || !to || from.dimension !== to.dimension) return undefined;
  if (!isSameNumber(dividedBy(times(value, from.factor), to.factor), wanted.value)) return undefined;
  const isFiner = compare(from.factor, to.factor) <= 0;
  return isFiner ? `${value}÷${dividedBy(to.factor, from.factor)}` : `${value}×${dividedBy(from.factor, to.factor)}`;
}
