import type { Operand, Step } from "../model/arithmetic.ts";
import type { Decimal } from "../model/decimal.ts";
import { printed, unsigned } from "./wording.ts";

/** A piece of a formula: a sign, or a number with its name. */
export type Part = string | Operand;

/** A step but for what follows from its parts. */
export interface StepDraft extends Omit<Step, "formula" | "operands" | "text"> {
  readonly parts: readonly Part[];
}

/**
 * Writes a step's formula and its sentence from the same parts, so that both say the same.
 *
 * A negative operand stands in brackets in the formula; in the sentence it is 负, because no minus stands before a
 * number there. A 测算 says so first.
 */
export function makeStep({ parts, ...draft }: StepDraft): Step {
  const formula = parts.map((part) => (typeof part === "string" ? part : term(part.value))).join("");
  const words = parts.map((part) => (typeof part === "string" ? fullWidth(part) : said(part))).join("");
  const { label, estimated, value, decimals, unit } = draft;
  const result = `${unsigned(printed(value, decimals))}${unitWords(unit)}`;
  return {
    ...draft,
    formula,
    operands: parts.filter((part) => typeof part !== "string"),
    text: `${estimated ? `测算（${label}）` : label}：${words}＝${result}`,
  };
}

/** A number of a step that is neither the actual nor the goal. */
export function operand(name: string, value: Decimal, unit: string): Operand {
  return { name, value, unit };
}

/** A count of a unit as sentences tell it: 8.5个百分点, 3万亩. */
export function unitWords(unit: string): string {
  return unit === "百分点" || unit === "千分点" ? `个${unit}` : unit;
}

function fullWidth(sign: string): string {
  return sign.replaceAll("(", "（").replaceAll(")", "）");
}

function term(value: Decimal): string {
  return value.startsWith("-") ? `(${value})` : value;
}

function said({ name, value, unit }: Operand): string {
  return `${name}${unsigned(value)}${unitWords(unit)}`;
}
