import { type Decimal, dividedBy, minus, plus, times } from "../model/decimal.ts";
import type { Band } from "../model/rules.ts";
import { isRate } from "../model/unit.ts";
import { levelYellow, toleranceOf } from "./goal.ts";
import type { Case } from "./judgement.ts";

/** What edges are counted from. */
type Judged = Pick<Case, "target" | "goal" | "rules">;

/**
 * Gaps from 序时 at which another light or verdict begins, in 百分点, 序时 itself included: a gap is printed with as many
 * digits as show on which side of each it is.
 *
 * @param expected 序时, %; null once the due date is past
 */
export function paceEdges({ rules: { pace } }: Pick<Judged, "rules">, expected: Decimal | null): readonly Decimal[] {
  const edges = edgesOf(pace.bands);
  if (pace.measure === "points") return edges;
  return edges.map((edge) => dividedBy(times(edge, expected ?? "100"), "100"));
}

/** The same of the completion itself, in %, once the due date is there and the whole is what it is held against. */
export function completionEdges(one: Pick<Judged, "rules">): readonly Decimal[] {
  return paceEdges(one, null).map((edge) => plus("100", edge));
}

/** The same of the distance from a goal, in its unit and in both directions: the goal, what is little, what 左右 allows. */
export function levelEdges({ target, goal, rules }: Judged): readonly Decimal[] {
  const isByBands = target.basis === "growth" && isRate(target.unit);
  const little = isByBands ? edgesOf(rules.growth.bands) : [levelYellow(target, goal, rules)];
  const edges = [...little, toleranceOf(target, goal, rules)];
  return ["0", ...edges, ...edges.map((edge) => minus("0", edge))];
}

function edgesOf(bands: readonly Band[]): readonly Decimal[] {
  return bands.flatMap(({ edge }) => edge ?? []);
}
