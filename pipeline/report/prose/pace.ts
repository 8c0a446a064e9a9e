import type { Figure } from "../../model/figure.ts";
import { signOf } from "../edition/display.ts";
import type { PaceFigures } from "../edition/pace-figures.ts";
import { bareGrowth, type RateOptions, rateVerb } from "./growth.ts";
import { say, type Words } from "./runs.ts";

/**
 * Tells how a rate of growth moved since the release before: 增速比1—5月加快0.3个百分点, 降幅比1—5月收窄…,
 * 由1—5月下降2.1%转为增长; empty where it was and is 持平 (standards of the field, section 3.4).
 *
 * @param rate as it is now
 */
export function growthPace(rate: Figure, { before, time, difference }: PaceFigures, options: RateOptions = {}): Words {
  const [now, then] = [signOf(rate), signOf(before)];
  if (now !== then) {
    return then === 0
      ? say`由${time}持平转为${rateVerb(now, options)}`
      : say`由${time}${bareGrowth(before, options)}转为${rateVerb(now, options)}`;
  }
  if (now === 0) return [];
  const moved = signOf(difference);
  const noun = now < 0 ? "降幅" : options.isPrice ? "涨幅" : "增速";
  if (moved === 0) return say`${noun}与${time}持平`;
  return say`${noun}比${time}${paceVerb(noun, moved)}${difference}个百分点`;
}

/** Tells how a rate that is no growth moved: 比5月末上升0.1个百分点 of a rate that a cap holds, 提高 and 下降 of others. */
export function ratePace(
  { time, difference }: Pick<PaceFigures, "time" | "difference">,
  { isCapped = false }: { readonly isCapped?: boolean } = {},
): Words {
  const moved = signOf(difference);
  if (moved === 0) return say`与${time}持平`;
  return say`比${time}${moved < 0 ? "下降" : isCapped ? "上升" : "提高"}${difference}个百分点`;
}

/** A fall that moves down grows: its size is what narrows and widens. */
function paceVerb(noun: string, moved: -1 | 1): string {
  if (noun === "降幅") return moved > 0 ? "收窄" : "扩大";
  if (noun === "涨幅") return moved > 0 ? "扩大" : "回落";
  return moved > 0 ? "加快" : "回落";
}
