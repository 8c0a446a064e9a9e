import { z } from "zod";
import { nearestName } from "../model/nearest-name.ts";
import { numeralsIn } from "../model/numeral.ts";
import {
  PHRASE_SLOTS,
  type Phrase,
  type PhraseName,
  type PhrasePart,
  type Phrases,
  type SlotName,
} from "../model/phrases.ts";
import { typedDirections } from "./typed-directions.ts";
import { parseYaml } from "./yaml-document.ts";

type Flat = readonly (string | { readonly slot: SlotName })[];

/** Marks, outermost first: [ … ] and { … }. */
const GROUP = /\[([^[\]]*)\]/g;
const SLOT = /\{([^{}]*)\}/g;

const NAMES = Object.keys(PHRASE_SLOTS) as readonly PhraseName[];

const phrases = z.strictObject(
  Object.fromEntries(NAMES.map((name) => [name, phraseOf(name)])) as Record<PhraseName, ReturnType<typeof phraseOf>>,
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? (issue.keys as readonly string[])
            .map((key) => `没有 ${key} 这个句式，最接近的是 ${nearestName(key, NAMES)}`)
            .join("，")
        : undefined,
  },
);

/**
 * Reads templates/phrases.yaml: every pattern must be there, with no slot but its own, and without numbers and words of
 * direction, which the data have to say.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError TEMPLATE_INVALID naming the line of every wrong, missing or unknown pattern and slot, and the
 *   nearest valid name
 */
export function parsePhrases(text: string, file: string): Phrases {
  return parseYaml(text, file, phrases, "TEMPLATE_INVALID");
}

function phraseOf(name: PhraseName) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? `缺少 ${name} 这个句式` : undefined) })
    .trim()
    .min(1, "不能留空")
    .transform((text, context): Phrase => {
      const problems = problemsOf(text, name);
      for (const message of problems) context.addIssue({ code: "custom", message });
      return problems.length > 0 ? z.NEVER : partsOf(text.replace(/。$/, ""));
    });
}

/** What a pattern may not have, each said once. */
function problemsOf(text: string, name: PhraseName): readonly string[] {
  const known: readonly string[] = PHRASE_SLOTS[name];
  const slots = [...text.matchAll(SLOT)].map((match) => (match[1] ?? "").trim());
  const unknown = [...new Set(slots)].filter((slot) => !known.includes(slot));
  const words = text.replace(SLOT, "");
  const groups = [...text.matchAll(GROUP)].map((match) => match[1] ?? "");
  return [
    ...unknown.map((slot) =>
      known.length === 0
        ? `${name} 没有可填的项，不能写 {${slot}}`
        : `没有 {${slot}} 这一项，最接近的是 {${nearestName(slot, known)}}`,
    ),
    ...(/[{}]/.test(words) ? ["花括号不成对"] : []),
    ...(/[[\]]/.test(text.replace(GROUP, "")) ? ["方括号不成对，也不能套用"] : []),
    ...(groups.some((group) => !/\{/.test(group)) ? ["方括号里至少要有一项"] : []),
    ...numeralsIn(text.replace(SLOT, "□")).map((numeral) => `不要写数字“${numeral.text}”，数字由程序填入`),
    ...typedDirections(name, text.replace(SLOT, "□").split(/[□[\]]/)).map(
      (word) => `不要写“${word}”：升降、快慢、高低由程序按数据填入，写在句式里会印在每一项后面`,
    ),
    ...(/[,;:!?()"'\s]/.test(words) ? ["要用全角标点，不留空格"] : []),
  ];
}

function partsOf(text: string): Phrase {
  return between<PhrasePart>(text, GROUP, flatOf, (group) => [{ optional: flatOf(group) }]);
}

function flatOf(text: string): Flat {
  return between<Flat[number]>(
    text,
    SLOT,
    (words) => (words === "" ? [] : [words]),
    (slot) => [{ slot: slot.trim() as SlotName }],
  );
}

/** What stands between the matches and what stands in them, in the order of the text. */
function between<T>(
  text: string,
  pattern: RegExp,
  outside: (text: string) => readonly T[],
  inside: (text: string) => readonly T[],
): readonly T[] {
  const parts: T[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(...outside(text.slice(end, match.index)), ...inside(match[1] ?? ""));
    end = match.index + match[0].length;
  }
  return [...parts, ...outside(text.slice(end))];
}
