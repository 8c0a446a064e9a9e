import { z } from "zod";
import type { LightRules } from "../model/rules.ts";
import { around, growth, level, pace, sentence, steady } from "./rule-sections.ts";
import { parseYaml } from "./yaml-document.ts";

const name = z.string().min(1, "不能留空");
const sections = { pace, growth, level, around, steady };
const SECTION_NAMES = Object.keys(sections) as readonly (keyof typeof sections)[];

const wholeSet = z.strictObject({ name, ...sections, notes: z.array(sentence) });

function exceptionOf(isIndicator: (code: string) => boolean) {
  const indicator = name.refine(isIndicator, { error: ({ input }) => `指标库中没有 ${JSON.stringify(input)}` });
  return z
    .strictObject({
      indicators: z.array(indicator).min(1, "不能留空"),
      pace: pace.optional(),
      growth: growth.optional(),
    })
    .refine((one) => one.pace !== undefined || one.growth !== undefined, "没有写规则：pace 或 growth");
}

function citySetOf(isIndicator: (code: string) => boolean) {
  const exceptions = z.array(exceptionOf(isIndicator)).default([]);
  return z
    .strictObject({ name, source: sentence, for: exceptions, ...z.object(sections).partial().shape })
    .superRefine(({ for: exceptions }, context) => {
      const named = exceptions.flatMap(({ indicators }) => indicators);
      exceptions.forEach(({ indicators }, index) => {
        if (indicators.every((code) => named.indexOf(code) === named.lastIndexOf(code))) return;
        context.addIssue({ code: "custom", path: ["for", index, "indicators"], message: "同一指标只能写在一处" });
      });
    });
}

/** A rule set that states everything, and from which others take what they leave out. */
export type WholeRules = z.infer<typeof wholeSet>;

/**
 * Reads the default rule set, seeds/rules/default.yaml, and fills its thresholds into its sentences, so that what is
 * printed is what is applied. Signs are left out of sentences: they say 低于 or 慢于.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong, missing or unknown value, every threshold and
 *   light that no sentence tells, and every band that leaves a gap or rewards less
 */
export function parseDefaultRules(text: string, file: string): WholeRules {
  return parseYaml(text, file, wholeSet);
}

/** The default rules as they are applied. */
export function defaultLightRules(whole: WholeRules): LightRules {
  const text = [...SECTION_NAMES.map((section) => whole[section].text), ...whole.notes];
  return { ...rulesOf(whole), text, exceptions: [] };
}

/**
 * Reads the rule set of another city: what it published, and the rest from the default set. The sentences say where it
 * was published and what is not of it.
 *
 * @param file its path from the project's root, for messages
 * @param isIndicator tells the codes of indicators from others
 * @throws PipelineError SEED_INVALID as above, and for an indicator that there is not
 */
export function parseCityRules(
  text: string,
  file: string,
  { whole, isIndicator }: { readonly whole: WholeRules; readonly isIndicator: (code: string) => boolean },
): LightRules {
  const city = parseYaml(text, file, citySetOf(isIndicator));
  const own = SECTION_NAMES.flatMap((section) => city[section]?.text ?? []);
  const special = city.for.flatMap((one) => [one.pace?.text ?? [], one.growth?.text ?? []].flat());
  const rest = SECTION_NAMES.filter((section) => city[section] === undefined).map((section) => whole[section].text);
  return {
    ...rulesOf({
      name: city.name,
      pace: city.pace ?? whole.pace,
      growth: city.growth ?? whole.growth,
      level: city.level ?? whole.level,
      around: city.around ?? whole.around,
      steady: city.steady ?? whole.steady,
    }),
    exceptions: city.for.map((one) => ({
      indicators: one.indicators,
      pace: one.pace ? withoutText(one.pace) : null,
      growth: one.growth ? withoutText(one.growth) : null,
    })),
    text: [
      `规则来自${city.source}。`,
      ...special,
      ...own,
      `以下没有公布，用“${whole.name}”。`,
      ...rest,
      ...whole.notes,
    ],
  };
}

function rulesOf(whole: Omit<WholeRules, "notes">): Omit<LightRules, "text" | "exceptions"> {
  return {
    name: whole.name,
    pace: withoutText(whole.pace),
    growth: withoutText(whole.growth),
    level: withoutText(whole.level),
    around: withoutText(whole.around),
    steady: withoutText(whole.steady),
  };
}

function withoutText<T extends { readonly text: string }>({ text: _text, ...rule }: T): Omit<T, "text"> {
  return rule;
}
