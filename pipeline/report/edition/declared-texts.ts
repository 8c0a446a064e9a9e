import { canDeclare, type DeclaredText, type NON_FIGURE_KINDS } from "../../model/non-figure.ts";
import { numeralsIn } from "../../model/numeral.ts";
import { compareText } from "../../model/text-order.ts";
import { briefRules } from "../prose/brief-rules.ts";
import { textOf } from "../prose/runs.ts";
import type { EditionInput } from "./input.ts";
import { sheetName } from "./template-names.ts";

type DeclaringInput = Pick<
  EditionInput,
  | "plan"
  | "indicators"
  | "regions"
  | "bureaus"
  | "rules"
  | "milestoneRules"
  | "milestones"
  | "otherProjects"
  | "workbook"
> &
  Partial<Pick<EditionInput, "notes">>;

/**
 * The names, sentences of the plan and rules that hold numbers and may stand in an edition's words; by kind, then text.
 */
export function declaredTexts(input: DeclaringInput): readonly DeclaredText[] {
  const { plan, indicators, regions, bureaus, rules, milestoneRules } = input;
  const milestones = [...plan.milestones, ...input.milestones.map(({ milestone }) => milestone)];
  const names = [
    ...indicators.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]),
    ...regions.flatMap(({ name, shortName, aliases }) => [name, shortName, ...aliases]),
    ...bureaus.flatMap(({ name, shortName }) => [name, shortName]),
    ...plan.targets.flatMap(({ name, task, scope, unit }) => [name, task, scope, unit]),
    ...milestones.flatMap(({ project, task }) => [project, task]),
    ...input.otherProjects.map(({ report }) => report.project),
    ...[rules.name, milestoneRules.name],
  ];
  const sources = (input.notes?.sections ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flat().map(({ source }) => source),
  );
  const quotations = [
    ...[plan.title, plan.documentNumber, ...plan.chapters],
    ...[...plan.targets, ...milestones].map(({ source }) => source.text),
  ];
  const texts: Readonly<Record<"name" | "quotation" | "rule", readonly (string | null)[]>> = {
    name: [...names, ...sources],
    quotation: quotations,
    rule: [...rules.text, ...milestoneRules.text, textOf(briefRules(rules, sheetName({ input }, "scopes")))],
  };
  return (["name", "quotation", "rule"] as const satisfies readonly (keyof typeof NON_FIGURE_KINDS)[]).flatMap((kind) =>
    distinct(texts[kind]).map((text) => ({ kind, text })),
  );
}

function distinct(texts: readonly (string | null)[]): readonly string[] {
  const trimmed = texts.flatMap((text) => (text === null ? [] : [text.trim().replace(/[。；]$/, "")]));
  return [...new Set(trimmed)].filter((text) => numeralsIn(text).length > 0 && canDeclare(text)).sort(compareText);
}
