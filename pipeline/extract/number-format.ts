import { type Decimal, signOf } from "../model/decimal.ts";
import { findUnit } from "../model/unit.ts";

/** What a number format does to the number behind it. */
export interface NumberLook {
  readonly percent: boolean; // shown a hundredfold, with %
  readonly decimals: number | null; // digits after the point; null where the format leaves it open
  readonly literal: string | null; // "%" or another word that the format writes behind the number without scaling it
  readonly altered: boolean; // shown in thousands or with words before it (下降): the number behind is not the one seen
}

/**
 * Reads an Excel number format. Digits are those of the first section, which is that of positive numbers; what alters a
 * number is looked for in the section that shows it, or in any where conditions choose among them.
 *
 * @param value the number that is shown; sections for negative numbers and for zero do not touch a positive one
 */
export function readNumberFormat(format: string, value: Decimal = "1"): NumberLook {
  const sections = sectionsOf(format);
  const chosen = /\[[<>=]/.test(format) ? sections : [sections[sectionFor(value, sections.length)] ?? ""];
  const bare = withoutLiterals(sections[0] ?? "");
  const percent = bare.includes("%");
  const digits = /[0#?]/.test(bare);
  const places = /\.([0#?]*)/.exec(bare)?.[1];
  return {
    percent,
    decimals: !digits || bare.includes("/") || /E[+-]/i.test(bare) ? null : (places?.replace(/[#?]+$/, "").length ?? 0),
    literal: wordsOf(chosen[0] ?? "").behind,
    altered: chosen.some(
      (section) => isAltered(section) || (withoutLiterals(section).includes("%") !== percent && /[0#?]/.test(section)),
    ),
  };
}

/** A look with the unit that its literal is; null for no literal, or for one that is no unit. */
export interface UnitLook extends NumberLook {
  readonly unit: string | null;
}

/** Makes a reader that remembers: a sheet has few formats, and a format shows a number by its sign alone. */
export function makeLookReader(): (format: string, value: Decimal) => UnitLook {
  const known = [-1, 0, 1].map(() => new Map<string, UnitLook>());
  return (format, value) => {
    const looks = known[signOf(value) + 1];
    const before = looks?.get(format);
    if (before) return before;
    const look = readNumberFormat(format, value);
    const unitLook = { ...look, unit: look.literal === null ? null : (findUnit(look.literal)?.name ?? null) };
    looks?.set(format, unitLook);
    return unitLook;
  };
}

function sectionsOf(format: string): readonly string[] {
  return [...format.matchAll(/(?:"[^"]*"|[\\!].|[^;])+/gs)].map(([section]) => section).slice(0, 3);
}

function sectionFor(value: Decimal, sections: number): number {
  const sign = signOf(value);
  return sign < 0 ? Math.min(1, sections - 1) : sign === 0 && sections > 2 ? 2 : 0;
}

function isAltered(section: string): boolean {
  const bare = withoutLiterals(section);
  return (
    /[0#?],+(?:\.|$|[^0#?,.])/.test(bare) || /[\\!"]\.(?="?[0#?])/.test(section) || wordsOf(section).before !== null
  );
}

function withoutLiterals(section: string): string {
  return section
    .replace(/"[^"]*"|[\\!_*]./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .trim();
}

/** The words that a section writes before and behind its digits; signs, brackets and currency signs are none. */
function wordsOf(section: string): { readonly before: string | null; readonly behind: string | null } {
  const shown = section.replace(/\[[^\]]*\]|[_*]./g, "").replace(/General|G\/通用格式/gi, "0");
  const marked = shown.replace(/"([^"]*)"|[\\!](.)/g, (_, quoted?: string, escaped?: string) =>
    [...(quoted ?? escaped ?? "")].map((sign) => (/[\s\d.,+()-]/.test(sign) ? "" : `\ue000${sign}`)).join(""),
  );
  const place = marked.search(/[0#?@]/);
  const words = (text: string) =>
    [...text.matchAll(/\ue000(.)|(\p{Script=Han})/gu)]
      .map(([, literal, plain]) => literal ?? plain)
      .join("")
      .replace(/[¥￥$€-]/g, "") || null;
  return {
    before: place < 0 ? null : words(marked.slice(0, place)),
    behind: words(place < 0 ? marked : marked.slice(place)),
  };
}
