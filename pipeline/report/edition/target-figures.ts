import type { Assessment } from "../../model/assessment.ts";
import { compare, type Decimal, decimalPlaces } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Span } from "../../model/period.ts";
import { differenceDecimals, printsAsRate, rateDecimals, tellingDecimals } from "./display.ts";
import { byPlace, isSameNumber, quotedFigures, readFigure, withValue } from "./observed-figures.ts";
import { figuresOfProspect, type ProspectFigures, prospectFigures } from "./prospect-figures.ts";

const PART_NAMES = { completion: "完成率", expected: "序时进度", gap: "差距", required: "尚需" } as const;

type ComputedPart = keyof typeof PART_NAMES;

/** A judged target with its figures: what every sheet and sentence about it prints. */
export interface TargetFigures extends ProspectFigures {
  readonly assessment: Assessment;
  readonly indicator: Indicator | null;
  readonly subject: string; // what the actual measures; not the target's name where the 口径 differs
  readonly span: Span | null; // of the actual; null without one
  readonly low: Figure | null; // the same figure as `high` where the goal is one number for both
  readonly high: Figure | null;
  readonly actual: Figure | null;
  readonly completion: Figure | null; // %
  readonly expected: Figure | null; // %
  readonly gap: Figure | null; // positive is better than asked
  readonly required: Figure | null; // null also where nothing is left to do
  readonly read: readonly Figure[]; // as they stand in cells
}

/**
 * Makes the figures of an assessment, with ids `<target>/actual`, `/target` ...
 *
 * Each is printed with the formula of the step that the judge took to it.
 *
 * @throws Error if a number of the assessment does not follow from its observations and its goal
 */
export function targetFigures(assessment: Assessment, indicator: Indicator | null): TargetFigures {
  const { read: goalRead, ...goal } = goalFigures(assessment);
  const { actual, read: actualRead } = actualFigure(assessment);
  const computed = (part: ComputedPart) => computedFigure(assessment, part, { ...goal, actual });
  return {
    assessment,
    indicator,
    subject: measuredName(assessment, indicator),
    span: [...assessment.observations].sort(byPlace)[0]?.span ?? null,
    ...goal,
    actual,
    read: [...actualRead, ...goalRead],
    completion: computed("completion"),
    expected: computed("expected"),
    gap: computed("gap"),
    required: isPositive(assessment.required) ? computed("required") : null,
    ...prospectFigures(assessment, { ...goal, actual }),
  };
}

/** Every figure of a target, each once. */
export function figuresOf(t: TargetFigures): readonly Figure[] {
  const all = [t.low, t.high, t.actual, t.completion, t.expected, t.gap, t.required, ...t.read];
  return [...new Set([...all.filter((figure) => figure !== null), ...figuresOfProspect(t), ...t.prospectRead])];
}

/** 完成率 and gap print as many digits as show which side of the goal they are on, and which light that is by the rules. */
function decimalsOf(part: ComputedPart, value: Decimal, assessment: Assessment): number {
  const { actual, target, actualDecimals, gapUnit } = assessment;
  const goal = target.low ?? target.high ?? "0";
  const told = assessment.steps.find(({ name }) => name === part)?.decimals ?? 0;
  if (part === "expected") return 1;
  if (part === "completion") return Math.max(tellingDecimals(value, "100", 1), told);
  const isPace = assessment.completion !== null && assessment.expected !== null;
  const published = Math.max(actualDecimals, decimalPlaces(goal));
  if (part === "required") return Math.max(published, differenceDecimals(goal, actual ?? "0"));
  const fewest = gapUnit !== "百分点" ? published : isPace ? 1 : rateDecimals(published);
  return Math.max(tellingDecimals(value, "0", fewest), told);
}

function computedFigure(
  assessment: Assessment,
  part: ComputedPart,
  operands: Readonly<Record<"low" | "high" | "actual", Figure | null>>,
): Figure | null {
  const { target, gapUnit, steps } = assessment;
  const value = assessment[part];
  if (value === null) return null;
  const step = steps.find(({ name }) => name === part);
  if (!step || !isSameNumber(step.value, value)) {
    throw new Error(`${target.id}: ${part} ${value} does not follow from its actual and its goal`);
  }
  const ids = step.operands.flatMap(({ figure }) => (figure === undefined ? [] : [operands[figure]?.id]));
  return {
    id: `${target.id}/${part}`,
    name: `${target.name} ${PART_NAMES[part]}`,
    value,
    unit: part === "gap" ? gapUnit : part === "required" ? target.unit : "%",
    decimals: decimalsOf(part, value, assessment),
    derivation: { kind: "computed", formula: step.formula, operands: ids.filter((id) => id !== undefined) },
  };
}

interface GoalFigures {
  readonly low: Figure | null;
  readonly high: Figure | null;
  readonly read: readonly Figure[]; // that the number of a relative goal was read from
}

function goalFigures({ target, goalObservations }: Assessment): GoalFigures {
  const { id, name, low, high, unit, source, quota } = target;
  const origin = quota ? `（${quota.document}）` : "";
  const planned = (part: string, value: Decimal): Figure => ({
    id: `${id}/${part}`,
    name: `${name} 目标${origin}`,
    value,
    unit,
    derivation: { kind: "planned", target: id, source },
  });
  if (low !== null && high !== null && compare(low, high) !== 0) {
    return { low: planned("target-low", low), high: planned("target-high", high), read: [] };
  }
  const only = low ?? high;
  if (only === null) return { low: null, high: null, read: [] };
  const seen = withValue(goalObservations);
  const decimals = Math.max(printsAsRate(unit) ? 1 : 0, decimalPlaces(only));
  const { figure, read } =
    seen.length === 0
      ? { figure: planned("target", only), read: [] }
      : readFigure({ id: `${id}/target`, name: `${name} 所比照的数`, value: only, unit, decimals }, seen);
  return { low: low === null ? null : figure, high: high === null ? null : figure, read };
}

function actualFigure({ target, actual, actualDecimals, observations }: Assessment): {
  readonly actual: Figure | null;
  readonly read: readonly Figure[];
} {
  const id = `${target.id}/actual`;
  const name = `${target.name} 实际`;
  const valued = withValue(observations);
  if (actual === null) return { actual: null, read: quotedFigures(id, name, valued) };
  const decimals = printsAsRate(target.unit) ? rateDecimals(actualDecimals) : actualDecimals;
  const { figure, read } = readFigure({ id, name, value: actual, unit: target.unit, decimals }, valued);
  return { actual: figure, read };
}

function isPositive(value: Decimal | null): boolean {
  return value !== null && compare(value, "0") > 0 && !isSameNumber(value, "0");
}

/** Tells whether the actual was published in another 口径 than the goal's. */
export function isOfOtherScope({ reasons }: Assessment): boolean {
  return reasons.some(({ code }) => code === "scope-differs");
}

/** What the figure measures, in the words of its own 口径: 固定资产投资 where the goal speaks of 限额以上. */
function measuredName(assessment: Assessment, indicator: Indicator | null): string {
  const { target, observations } = assessment;
  const observation = [...observations].sort(byPlace)[0];
  if (!isOfOtherScope(assessment) || !indicator || !observation) return target.name;
  const names = indicator.aliases.filter(({ scope }) => scope === observation.scope).map(({ text }) => text);
  const plain = observation.scope === null ? indicator.name : `${indicator.name}（${observation.scope}）`;
  const name = names.includes(observation.label) ? observation.label : (names[0] ?? plain);
  return name === target.name ? name : `${name}（目标为${target.name}）`;
}
