import { spanName } from "../model/period.ts";
import type { Case } from "./judgement.ts";

/** 上半年, 1—5月, 6月末 where the reading is of an earlier month than was asked about; "" where it is of that month. */
export function earlierMonth({ reading: { period, span }, asked }: Pick<Case, "reading" | "asked">): string {
  return period < asked ? spanName(period, span) : "";
}

/** A 测算 that rests on an earlier month says so first, because the time left is counted from there: 测算（按上半年数）：… */
export function fromEarlierMonth<T extends { readonly text: string }>(one: Case, reckoned: T | null): T | null {
  const month = earlierMonth(one);
  if (reckoned === null || month === "") return reckoned;
  return { ...reckoned, text: reckoned.text.replace(/^测算：/, `测算（按${month}数）：`) };
}
