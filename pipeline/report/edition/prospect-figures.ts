import type { Step } from "../../model/arithmetic.ts";
import type { Assessment } from "../../model/assessment.ts";
import { compare, type Decimal, minus } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { KnownObservation } from "../../model/observation.ts";
import { isSameNumber, quotedFigures, withValue } from "./observed-figures.ts";

/** What the time left must bring, and where it may end: 测算 always. */
export interface ProspectFigures {
  readonly growth: Figure | null; // %, of the remaining months
  readonly each: Figure | null; // what an amount must bring on average each month, quarter or year left
  readonly outlook: { readonly low: Figure; readonly mid: Figure; readonly high: Figure } | null;
  readonly prospectRead: readonly Figure[]; // as they stand in cells, of earlier months and years
}

/** The figures of the assessment itself that those of its prospect are reckoned from. */
export type ProspectOperands = Readonly<Record<"low" | "high" | "actual", Figure | null>>;

/**
 * Makes the figures of a target's prospect, with ids `<target>/growth`, `/each`, `/outlook-low`, `/outlook` and `/outlook-high`.
 *
 * @throws Error if one does not follow from its step
 */
export function prospectFigures(assessment: Assessment, operands: ProspectOperands): ProspectFigures {
  const growth = growthFigure(assessment, operands);
  const each = eachFigure(assessment, operands);
  const outlook = outlookFigures(assessment, operands);
  const { low, mid, high } = outlook ?? {};
  return {
    growth: growth?.figure ?? null,
    each: each?.figure ?? null,
    outlook: low && mid && high ? { low, mid, high } : null,
    prospectRead: [...(growth?.read ?? []), ...(each?.read ?? []), ...(outlook?.read ?? [])],
  };
}

/** The observations of earlier months and years behind them. */
export function prospectObservations({ wayHome, outlook }: Assessment): readonly KnownObservation[] {
  return [...(wayHome?.observations ?? []), ...(outlook?.observations ?? [])];
}

/** Figures of the prospect, without those that stand in cells. */
export function figuresOfProspect({ growth, each, outlook }: ProspectFigures): readonly Figure[] {
  return [growth, each, outlook?.low, outlook?.mid, outlook?.high].filter(
    (figure) => figure !== null && figure !== undefined,
  );
}

interface WithRead {
  readonly figure: Figure;
  readonly read: readonly Figure[];
}

function growthFigure({ target, wayHome }: Assessment, operands: ProspectOperands): WithRead | null {
  if (!wayHome || wayHome.growth === null) return null;
  const step = wayHome.steps.find(({ name }) => name === "growth");
  const id = `${target.id}/growth`;
  return steppedFigure({ id, name: `${target.name} 后期需增长`, value: wayHome.growth }, step, {
    operands,
    observations: wayHome.observations,
  });
}

function eachFigure({ target, wayHome }: Assessment, operands: ProspectOperands): WithRead | null {
  const step = wayHome?.steps.find(({ name }) => name === "each");
  if (!wayHome || wayHome.each === null || !step) return null;
  const wanted = { id: `${target.id}/each`, name: `${target.name} ${step.label}`, value: wayHome.each };
  return steppedFigure(wanted, step, { operands, observations: [] });
}

function outlookFigures({ target, outlook }: Assessment, operands: ProspectOperands) {
  if (!outlook) return null;
  const { low, mid, high, unit, decimals, steps, observations } = outlook;
  const id = `${target.id}/outlook`;
  const name = `${target.name} 全年预计`;
  const step = steps.find((one) => one.name === "outlook");
  const middle = steppedFigure({ id, name, value: mid }, step, { operands, observations });
  const end = (part: string, word: string, value: Decimal): Figure => {
    const distance = minus(value, mid);
    const formula = compare(distance, "0") < 0 ? `${mid}−${distance.slice(1)}` : `${mid}+${distance}`;
    const derivation = { kind: "computed" as const, formula, operands: [id] };
    return { id: `${id}-${part}`, name: `${name}${word}`, value, unit, decimals, derivation };
  };
  return {
    ...{ low: end("low", "下限", low), mid: { ...middle.figure, unit, decimals }, high: end("high", "上限", high) },
    read: middle.read,
  };
}

interface Ground {
  readonly operands: ProspectOperands;
  readonly observations: readonly KnownObservation[];
}

function steppedFigure(
  { id, name, value }: Pick<Figure, "id" | "name" | "value">,
  step: Step | undefined,
  { operands, observations }: Ground,
): WithRead {
  if (!step || !isSameNumber(step.value, value)) throw new Error(`${id}: ${value} does not follow from its step`);
  const read = quotedFigures(id, name, withValue(observations));
  const own = step.operands.flatMap(({ figure }) => (figure === undefined ? [] : [operands[figure]?.id]));
  const ids = [...own.filter((one) => one !== undefined), ...read.map((one) => one.id)];
  const derivation = { kind: "computed" as const, formula: step.formula, operands: [...new Set(ids)] };
  return { figure: { id, name, value, unit: step.unit, decimals: step.decimals, derivation }, read };
}
