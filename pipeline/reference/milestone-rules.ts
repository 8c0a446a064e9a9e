import { z } from "zod";
import { compare, isDecimal } from "../model/decimal.ts";
import { MILESTONE_STATES } from "../model/milestone-report.ts";
import type { MilestoneAction, MilestonePhrase, MilestoneRules } from "../model/milestone-rules.ts";
import { repeatedKeys, requireNoProblems } from "../model/seed-row.ts";
import { type CsvRow, parseRows, text } from "./csv-rows.ts";
import { parseYaml } from "./yaml-document.ts";

const state = z.enum(MILESTONE_STATES);
const points = z
  .string()
  .refine(isDecimal, "应是数字")
  .refine((value) => !isDecimal(value) || compare(value, "0") >= 0, "不能是负数");

const rules = z
  .strictObject({
    name: text,
    investment: z.strictObject({
      judgedFrom: z
        .string()
        .regex(/^([1-9]|1[0-2])$/, "应是 1 到 12 的月份")
        .transform(Number),
      yellow: points,
      red: points,
    }),
    lateMonths: z
      .string()
      .regex(/^[1-9]\d?$/, "应是 1 到 99 的整数")
      .transform(Number),
    text: z.array(text).min(1, "不能留空"),
  })
  .superRefine(({ text: sentences, ...values }, context) => {
    const known = thresholds(values);
    const told = sentences.flatMap((sentence) => [...sentence.matchAll(SLOT)].map((match) => match[1] ?? ""));
    for (const name of told.filter((one) => !known.has(one)))
      context.addIssue({ code: "custom", path: ["text"], message: `没有 {${name}} 这个数值` });
    for (const name of [...known.keys()].filter((one) => !told.includes(one)))
      context.addIssue({ code: "custom", path: ["text"], message: `说明里没有写出 {${name}}` });
  })
  .transform((read): MilestoneRules => {
    const known = thresholds(read);
    return { ...read, text: read.text.map((one) => one.replace(SLOT, (_slot, name: string) => known.get(name) ?? "")) };
  });

const SLOT = /\{([^{}]*)\}/g;

const actionRow = z
  .strictObject({ action: text, by_due: state, done: state })
  .transform(({ action, by_due, done }): MilestoneAction => ({ action, byDue: by_due, done }));

const phraseRow = z.strictObject({ phrase: text, meaning: z.enum([...MILESTONE_STATES, "停工", "无关", "部位"]) });

/**
 * Reads seeds/milestone-rules.yaml and fills its thresholds into its sentences.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong value, and every threshold that no sentence tells
 */
export function parseMilestoneRules(yaml: string, file: string): MilestoneRules {
  return parseYaml(yaml, file, rules);
}

/** Reads seeds/milestone-actions.csv. @throws PipelineError SEED_INVALID listing every bad row, repeated ones among them */
export function parseMilestoneActions(rows: readonly CsvRow[], file: string): readonly MilestoneAction[] {
  const parsed = parseRows(rows, file, actionRow);
  requireNoProblems(repeatedKeys(parsed, "事项", ({ action }) => [action]));
  return parsed.map(({ value }) => value);
}

/** Reads seeds/milestone-words.csv. @throws PipelineError SEED_INVALID listing every bad row, repeated ones among them */
export function parseMilestoneWords(rows: readonly CsvRow[], file: string): readonly MilestonePhrase[] {
  const parsed = parseRows(rows, file, phraseRow);
  requireNoProblems(
    repeatedKeys(parsed, "说法", ({ phrase, meaning }) => [meaning === "部位" ? `部位 ${phrase}` : phrase]),
  );
  return parsed.map(({ value }) => value);
}

function thresholds({ investment, lateMonths }: Omit<MilestoneRules, "name" | "text">): ReadonlyMap<string, string> {
  return new Map([
    ["investment.judgedFrom", String(investment.judgedFrom)],
    ["investment.yellow", investment.yellow],
    ["investment.red", investment.red],
    ["lateMonths", String(lateMonths)],
  ]);
}
