import type { Indicator } from "../model/indicator.ts";
import type { Quota } from "../model/quota.ts";
import { problemAt, repeatedKeys, type SeedProblem, type SeedRow } from "../model/seed-row.ts";
import type { Target } from "../model/target.ts";
import { isGrowthWithoutRate, numberProblems } from "./targets.ts";

/**
 * Holds each quota against the target that waits for it.
 *
 * A target may have several, received on different days: the later replaces the earlier.
 *
 * @param indicators by code
 */
export function checkQuotas(
  rows: readonly SeedRow<Quota>[],
  targets: readonly SeedRow<Target>[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly SeedProblem[] {
  const byId = new Map(targets.map(({ value }) => [value.id, value]));
  const problems = rows.flatMap((row) => {
    const { target: id, basis, op, low, high, unit } = row.value;
    const target = byId.get(id);
    if (!target) return [problemAt(row, `“target”栏：计划中没有 ${JSON.stringify(id)} 这个目标`)];
    if (target.basis !== "quota") return [problemAt(row, `“target”栏：${id} 不是待上级下达的目标`)];
    const isOtherThing = isGrowthWithoutRate({ ...target, basis });
    return [
      ...(isOtherThing ? [`“basis”栏：${id} 不是增速目标，不能写 growth`] : []),
      ...numberProblems({ ...target, basis, op, low, high, unit }, indicators),
    ].map((text) => problemAt(row, text));
  });
  const key = ({ target, received }: Quota) => [`${target}（${received}收到）`];
  return [...repeatedKeys(rows, "目标", key), ...problems];
}
