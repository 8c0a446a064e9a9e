import { z } from "zod";
import type { Light } from "../model/assessment.ts";
import { absolute, compare, isDecimal, isZero } from "../model/decimal.ts";
import { type Band, GRADES, type Grade, isReached, VERDICT_LIGHTS } from "../model/rules.ts";

const LIGHT_WORDS = { 绿: "green", 黄: "yellow", 红: "red" } as const satisfies Readonly<Record<string, Light>>;
const FROM_THE_BEST: readonly Light[] = ["green", "yellow", "red"];

/** A number as text. */
export const decimal = z.string().refine(isDecimal, { error: "应是数字", abort: true });

const graded = {
  verdict: z.enum(GRADES),
  light: z.enum(Object.keys(LIGHT_WORDS) as (keyof typeof LIGHT_WORDS)[]).optional(),
};

/** A verdict, and its light where that is not the verdict's own. */
export const grade = z.strictObject(graded).transform(toGrade);

const band = z
  .strictObject({ ...graded, atLeast: decimal.optional(), moreThan: decimal.optional() })
  .refine(({ atLeast, moreThan }) => atLeast === undefined || moreThan === undefined, {
    error: "一档只能写一个界限",
    abort: true,
  })
  .transform(({ atLeast, moreThan, ...words }): Band => {
    return { ...toGrade(words), edge: atLeast ?? moreThan ?? null, isClosed: atLeast !== undefined };
  });

/** Bands from the best to the worst that leave no gap, no overlap and no reward for less; one ends at 0. */
export const bands = z.array(band).superRefine((list, context) => {
  const complain = (index: number, message: string) => context.addIssue({ code: "custom", path: [index], message });
  list.forEach((one, index) => {
    const fault = faultOf(one, list[index - 1], index === list.length - 1);
    if (fault !== null) complain(index, fault);
  });
  const lowest = list.findLast(isReached);
  if (!lowest?.isClosed || !isZero(lowest.edge ?? "1")) complain(0, "应有一档是达到序时或目标的：atLeast: 0");
  if (list.every(isReached)) complain(0, "应有一档是没有达到的：滞后或严重滞后");
});

/** Whether what comes after is as good at most, in verdict and in light. */
export function isNoBetter(after: Grade, before: Grade): boolean {
  const falls = (of: (one: Grade) => number) => of(after) >= of(before);
  return falls(({ verdict }) => GRADES.indexOf(verdict)) && falls(({ light }) => FROM_THE_BEST.indexOf(light));
}

/** The thresholds of bands as their sentence prints them: 第1档 to 5个百分点（含）; 0 has words of its own. */
export function bandThresholds(list: readonly Band[], unit: string): readonly (readonly [string, string])[] {
  return list.flatMap(({ edge, isClosed }, index) => {
    if (edge === null || isZero(edge)) return [];
    return [[`第${index + 1}档`, `${absolute(edge)}${unit}${isClosed ? "（含）" : "（不含）"}`] as const];
  });
}

/** The lights that grades give, as sentences name them: 绿灯. */
export function lightNames(grades: readonly Grade[]): readonly string[] {
  const words = Object.entries(LIGHT_WORDS).filter(([, light]) => grades.some((one) => one.light === light));
  return words.map(([word]) => `${word}灯`);
}

function toGrade({
  verdict,
  light,
}: {
  verdict: Grade["verdict"];
  light?: keyof typeof LIGHT_WORDS | undefined;
}): Grade {
  return { verdict, light: light === undefined ? VERDICT_LIGHTS[verdict] : LIGHT_WORDS[light] };
}

function faultOf(one: Band, before: Band | undefined, isLast: boolean): string | null {
  if (isLast !== (one.edge === null)) return isLast ? "最后一档不写界限，其余的都归它" : "只有最后一档不写界限";
  if (one.edge !== null && isReached(one) !== compare(one.edge, "0") >= 0) {
    return "界限不低于 0 的写超序时或达序时，低于 0 的写滞后或严重滞后";
  }
  if (before && !isLower(one, before)) return "界限应比上一档低";
  return before && !isNoBetter(one, before) ? "评价和灯不能比上一档好" : null;
}

function isLower(one: Band, before: Band): boolean {
  if (one.edge === null || before.edge === null) return true;
  const side = compare(one.edge, before.edge);
  return side < 0 || (side === 0 && one.isClosed && !before.isClosed);
}
