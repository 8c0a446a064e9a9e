/** Which way a word points: up, above, ahead; or down, below, behind. */
export type Direction = "up" | "down";

const UP =
  "由降转增|由负转正|转增|转正|增长|增加(?!值)|上升|上涨|提高|提升|攀升|回升|走高|高于|高出|高过|超过|超出|超额|超序时|多于|大于|优于|好于|快于|快过|加快|提速|扩大|拉大|前移|领先|增速[为达是约]?$|增幅[为达是约]?$";
const DOWN =
  "由增转降|由正转负|转降|转负|负增长|下降|下滑|下跌|减少|降低|降幅|跌幅|回落|走低|低于|不及|不足|不到|少于|小于|劣于|慢于|落后|滞后|放缓|减慢|减缓|收窄|缩小|后移|未完成|未达";
const UP_AT_END = "增|升|涨|高|多|快|超";
const DOWN_AT_END = "降|减|跌|低|少|慢|差|缩|欠";

const WORDS = new RegExp(
  `(?<not>[不未没]有?)?(?:(?<down>${DOWN}|(?:${DOWN_AT_END})了?$)|(?<up>${UP}|(?:${UP_AT_END})了?$))`,
  "g",
);

/**
 * The words of direction in what stands before a number, in their order: 增速比1—5月加快 is up, 降幅收窄 twice down, 不低于 up.
 *
 * Words that say the same way count as the same: 增长 and 提高, 低于 and 不及. One sign counts at the end only: 比年度目标少.
 */
export function directionsIn(words: string): readonly Direction[] {
  return [...words.matchAll(WORDS)].map(({ groups }) => {
    const isUp = groups?.up !== undefined;
    return isUp === (groups?.not === undefined) ? "up" : "down";
  });
}

/** The same words as they are written: 下降, 不低于. */
export function directionWordsIn(words: string): readonly string[] {
  return [...words.matchAll(WORDS)].map(([word]) => word);
}
