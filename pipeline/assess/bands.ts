import type { Decimal } from "../model/decimal.ts";
import { type Band, type Grade, isReached } from "../model/rules.ts";
import { compareSettled } from "./goal.ts";

/** The band that a distance falls into; an edge belongs to its band where that is closed. */
export function bandOf(bands: readonly Band[], distance: Decimal): Band {
  const band = bands.find(({ edge, isClosed }) => {
    if (edge === null) return true;
    const side = compareSettled(distance, edge);
    return side > 0 || (side === 0 && isClosed);
  });
  if (!band) throw new RangeError("the last band has an edge");
  return band;
}

/** The grade of what meets its goal, and never a worse one: 左右 may be met from below. */
export function reachedGrade(bands: readonly Band[], distance: Decimal): Grade {
  const band = bandOf(bands, distance);
  return isReached(band) ? band : (bands.findLast(isReached) ?? band);
}

/** The grade of what misses its goal, and never a better one: 突破 may be missed at the goal itself. */
export function missedGrade(bands: readonly Band[], distance: Decimal): Grade {
  const band = bandOf(bands, distance);
  return isReached(band) ? (bands.find((one) => !isReached(one)) ?? band) : band;
}

/** The grade of what is a little short, or far short, of a goal whose unit no edge counts in. */
export function shortGrade(bands: readonly Band[], isNear: boolean): Grade {
  const nearest = missedGrade(bands, "0");
  return isNear ? nearest : (bands.at(-1) ?? nearest);
}
