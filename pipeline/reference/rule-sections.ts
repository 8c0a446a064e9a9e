import { z } from "zod";
import { compare, type Decimal, isDecimal } from "../model/decimal.ts";
import { type Grade, isReached, type PaceMeasure } from "../model/rules.ts";
import { bands, bandThresholds, decimal, grade, isNoBetter, lightNames } from "./rule-bands.ts";

const MEASURES: Readonly<Record<string, PaceMeasure>> = { 百分点: "points", 占序时的百分比: "percent-of-expected" };
const MEASURE_UNITS: Readonly<Record<PaceMeasure, string>> = { points: "个百分点", "percent-of-expected": "%" };

/** A sentence with slots for thresholds: {第1档}, {within}. */
export const sentence = z.string().min(1, "不能留空");

const atLeastZero = decimal.refine((value) => !isDecimal(value) || compare(value, "0") >= 0, "不能是负数");
const readings = z
  .string()
  .regex(/^[2-9]$/, "应是 2 到 9 的整数")
  .transform(Number);

const month = z
  .string()
  .regex(/^([1-9]|1[0-2])$/, "应是 1 到 12 的月份")
  .transform(Number);

/** How cumulative amounts are held against 序时. */
export const pace = z
  .strictObject({
    measure: z
      .enum(Object.keys(MEASURES))
      .transform((words) => MEASURES[words] ?? "points")
      .default("points"),
    bands,
    worsening: readings.nullable().default(null),
    worseningFrom: month.nullable().default(null),
    text: sentence,
  })
  .transform((rule, context) => {
    const thresholds = new Map(bandThresholds(rule.bands, MEASURE_UNITS[rule.measure]));
    if (rule.worsening !== null) thresholds.set("worsening", String(rule.worsening));
    if (rule.worseningFrom !== null) thresholds.set("worseningFrom", String(rule.worseningFrom));
    return {
      ...rule,
      worseningFrom: rule.worseningFrom ?? 1,
      text: tell(rule.text, { thresholds, grades: rule.bands }, context),
    };
  });

/** How published rates are held against their goals. */
export const growth = z
  .strictObject({ bands, shrinking: grade, belowPeer: grade.nullable().default(null), text: sentence })
  .superRefine(({ bands: list, shrinking, belowPeer }, context) => {
    const [worst, nearest] = [list.at(-1), list.find((one) => !isReached(one))];
    if (worst && !isNoBetter(shrinking, worst)) {
      context.addIssue({ code: "custom", path: ["shrinking"], message: "不能比最后一档好" });
    }
    if (belowPeer && nearest && (isReached(belowPeer) || !isNoBetter(nearest, belowPeer))) {
      context.addIssue({
        code: "custom",
        path: ["belowPeer"],
        message: "应是没有达到，又不能比没有达到目标的第一档差",
      });
    }
  })
  .transform((rule, context) => {
    const grades = [...rule.bands, rule.shrinking, ...(rule.belowPeer ? [rule.belowPeer] : [])];
    const thresholds = new Map(bandThresholds(rule.bands, MEASURE_UNITS.points));
    return { ...rule, text: tell(rule.text, { thresholds, grades }, context) };
  });

/** How far short of a level is still yellow. */
export const level = ofThresholds({ yellowPoints: atLeastZero, yellowPercent: atLeastZero });

/** How far 左右 reaches. */
export const around = ofThresholds({ points: atLeastZero, percent: atLeastZero });

/** How near an edge the light of the reading before is kept. */
export const steady = ofThresholds({ within: atLeastZero });

function ofThresholds<K extends string>(shape: Readonly<Record<K, typeof atLeastZero>>) {
  return z.strictObject({ ...shape, text: sentence }).transform((section, context) => {
    const { text, ...values } = section as Readonly<Record<K | "text", string>>;
    const thresholds = new Map(Object.entries<Decimal>(values));
    return { ...(values as Readonly<Record<K, Decimal>>), text: tell(text, { thresholds, grades: [] }, context) };
  });
}

interface Told {
  readonly thresholds: ReadonlyMap<string, string>; // as printed
  readonly grades: readonly Grade[];
}

/** Fills the thresholds into a sentence; one that it does not print, or a light that it does not name, would judge in secret. */
function tell(text: string, { thresholds, grades }: Told, context: z.RefinementCtx): string {
  const complain = (message: string) => context.addIssue({ code: "custom", path: ["text"], message });
  const slots = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  for (const name of slots.filter((one) => !thresholds.has(one))) complain(`没有 {${name}} 这个数值`);
  for (const name of [...thresholds.keys()].filter((one) => !slots.includes(one))) complain(`没有写出 {${name}}`);
  for (const light of lightNames(grades).filter((one) => !text.includes(one))) complain(`没有写到${light}`);
  return text.replace(/\{([^{}]*)\}/g, (_slot, name: string) => thresholds.get(name) ?? "");
}
