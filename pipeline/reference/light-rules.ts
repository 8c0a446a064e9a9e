import { z } from "zod";
import { absolute, compare, type Decimal, isDecimal } from "../model/decimal.ts";
import type { LightRules } from "../model/rules.ts";
import { parseYaml } from "./yaml-document.ts";

const decimal = z.string().refine(isDecimal, "应是数字");
const atLeastZero = decimal.refine((value) => !isDecimal(value) || compare(value, "0") >= 0, "不能是负数");
const atMostZero = decimal.refine((value) => !isDecimal(value) || compare(value, "0") <= 0, "不能是正数");

const lightRules = z
  .strictObject({
    name: z.string().min(1, "不能留空"),
    pace: z.strictObject({ ahead: atLeastZero, yellow: atMostZero }),
    growth: z.strictObject({ yellow: atLeastZero }),
    level: z.strictObject({ yellowPoints: atLeastZero, yellowPercent: atLeastZero }),
    around: z.strictObject({ points: atLeastZero, percent: atLeastZero }),
    text: z.array(z.string().min(1, "不能留空")).min(1, "不能留空"),
  })
  .superRefine(({ text, ...rules }, context) => {
    const known = thresholds(rules);
    const used = new Set<string>();
    text.forEach((sentence, index) => {
      for (const name of slotNames(sentence)) {
        used.add(name);
        if (known.has(name)) continue;
        context.addIssue({ code: "custom", path: ["text", index], message: `没有 {${name}} 这个数值` });
      }
    });
    // A threshold that no sentence prints would judge in secret.
    for (const name of [...known.keys()].filter((one) => !used.has(one))) {
      context.addIssue({ code: "custom", path: ["text"], message: `说明里没有写出 {${name}}` });
    }
  })
  .transform((rules): LightRules => {
    const known = thresholds(rules);
    return { ...rules, text: rules.text.map((sentence) => fill(sentence, known)) };
  });

/**
 * Reads a rule set, seeds/rules/<name>.yaml, and fills its thresholds into its sentences, so that what is printed is
 * what is applied. Signs are left out of sentences: they say 低于 or 慢于.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong, missing or unknown value, and every threshold
 *   that no sentence tells
 */
export function parseLightRules(text: string, file: string): LightRules {
  return parseYaml(text, file, lightRules);
}

function thresholds({ pace, growth, level, around }: Omit<LightRules, "name" | "text">): ReadonlyMap<string, Decimal> {
  const groups: Readonly<Record<string, Readonly<Record<string, Decimal>>>> = { pace, growth, level, around };
  return new Map(
    Object.entries(groups).flatMap(([group, values]) =>
      Object.entries(values).map(([name, value]) => [`${group}.${name}`, value] as const),
    ),
  );
}

function slotNames(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}

function fill(sentence: string, values: ReadonlyMap<string, Decimal>): string {
  return sentence.replace(/\{([^{}]*)\}/g, (_slot, name: string) => absolute(values.get(name) ?? ""));
}
