import type { Step } from "../model/arithmetic.ts";
import type { Decimal } from "../model/decimal.ts";
import type { WayHome, WayHomeWeight } from "../model/prospect.ts";
import type { Point } from "../model/trend.ts";
import type { EarlierGrowth } from "./tail-growth.ts";

/** What the remaining months must grow, and how that was found. */
export interface RestGrowth {
  readonly growth: Decimal | null; // %, unrounded; null where nothing more has to come
  readonly amounts: Pick<WayHome, "amount" | "each" | "unit" | "decimals">;
  readonly weight: WayHomeWeight | null;
  readonly steps: readonly Step[];
  readonly basis: string; // 按上年基数, 按上年结构, 按时间权重估算
  readonly still: string; // 需完成40亿元、月均6.7亿元; "" where only rates are known
  readonly points: readonly Point[]; // of last year
  readonly earlier: readonly EarlierGrowth[]; // of the same months, reckoned in the same way
}
