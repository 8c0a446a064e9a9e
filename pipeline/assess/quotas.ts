import type { Reason } from "../model/assessment.ts";
import type { Quota } from "../model/quota.ts";
import type { Target } from "../model/target.ts";

/**
 * Puts the numbers that a higher level has set into the targets that wait for them, as they were known on a day.
 *
 * @param asOf "2023-07-15": quotas received later are not known yet; null for everything known
 * @returns the targets in their order; the last received of several counts
 */
export function withQuotas(
  targets: readonly Target[],
  quotas: readonly Quota[],
  asOf: string | null,
): readonly Target[] {
  const known = quotas
    .filter(({ received }) => asOf === null || received <= asOf)
    .sort((a, b) => (a.received < b.received ? -1 : 1));
  const byTarget = new Map(known.map((quota) => [quota.target, quota]));
  return targets.map((target) => {
    const quota = target.basis === "quota" ? byTarget.get(target.id) : undefined;
    if (!quota) return target;
    const { basis, op, low, high, unit, document, received } = quota;
    return { ...target, basis, op, low, high, unit, quota: { document, received } };
  });
}

/** Says where the number comes from, for a target that had to wait for it. */
export function quotaReasons({ quota }: Target): readonly Reason[] {
  if (!quota) return [];
  const [year, month, day] = quota.received.split("-").map(Number);
  const text = `目标数据上级下达的${quota.document}（${year}年${month}月${day}日收到）`;
  return [{ code: "quota-received", text }];
}
