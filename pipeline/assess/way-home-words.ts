import { absolute, type Decimal, roundHalfUp, signOf } from "../model/decimal.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { BestGrowth, Chance } from "../model/prospect.ts";
import { compareSettled } from "./goal.ts";
import { printed } from "./wording.ts";

const CHANCES: Readonly<Record<Chance, string>> = {
  确保: "能够确保实现目标",
  有望: "有望实现目标",
  有困难: "实现目标有困难",
  难以: "难以实现目标",
};

/** Behind a 测算 that rests on 演示数据, so that the sentence says so by itself. */
export const DEMO_MARK = "（含演示数据）";

/** How a 测算 ends. */
export interface Ending {
  readonly best: BestGrowth | null;
  readonly chance: Chance | null;
  readonly isCap: boolean;
  readonly isReached?: boolean; // the clauses say so already
  readonly isAbout?: boolean; // the chance is of 基本达到, which a 左右 allows
}

/** A whole 测算: its clauses, the best of earlier years, the chance, and 演示数据 where any of it is that. */
export function wayHomeText(
  clauses: readonly string[],
  { best, chance, isCap, isReached = false, isAbout = false }: Ending,
  observations: readonly KnownObservation[],
): string {
  const clausesOfHistory = [
    ...(best === null ? [] : [`历年同期${isCap ? "最低" : "最高"}为${best.year}年的${growthWords(best.growth)}`]),
    ...(chance === null || isReached ? [] : [chanceWords(chance, isAbout)]),
  ];
  return `测算：${[...clauses, ...clausesOfHistory].join("，")}${demoMark(observations)}`;
}

function chanceWords(chance: Chance, isAbout: boolean): string {
  return isAbout ? CHANCES[chance].replace("实现目标", "基本达到目标") : CHANCES[chance];
}

/** What growth it takes, said as the remaining months' own: 需同比增长6.4%以上, 只需…, 同比降幅不超过2.0%即可. */
export function neededGrowth(required: Decimal, current: Decimal | null, isCap: boolean): string {
  const size = printed(absolute(required), 1);
  const sign = signOf(roundHalfUp(required, 1));
  if (isCap) {
    return sign > 0 ? `同比增速不得高于${size}%` : sign < 0 ? `需同比下降${size}%以上` : "不得高于上年同期";
  }
  if (sign < 0) return `同比降幅不超过${size}%即可`;
  if (sign === 0) return "需不低于上年同期";
  return `${current !== null && compareSettled(required, current) <= 0 ? "只需" : "需"}同比增长${size}%以上`;
}

/** 增长5.2%, 下降3.0%, 持平: no minus stands in a sentence. */
function growthWords(growth: Decimal): string {
  const sign = signOf(roundHalfUp(growth, 1));
  return sign === 0 ? "持平" : `${sign > 0 ? "增长" : "下降"}${printed(absolute(growth), 1)}%`;
}

/** （含演示数据） where any of the observations is that. */
export function demoMark(observations: readonly KnownObservation[]): string {
  return observations.some(({ illustrative }) => illustrative) ? DEMO_MARK : "";
}
