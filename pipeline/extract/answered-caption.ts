import type { IndicatorCode } from "../model/indicator.ts";
import type { ReadResidue } from "./caption-residue.ts";
import { type Caption, readCaption } from "./captions.ts";
import type { NamedIndicator, Names } from "./names.ts";

/**
 * Reads a title whose one unknown name a person has answered, as if the name were known; null where nobody has, or where
 * the rest of the title leaves it open all the same.
 *
 * @param name what the title names and nobody knows
 */
export function answeredCaption(squashed: string, name: string, names: Names): Caption | null {
  const answer = names.answers.indicator(name, []);
  const caption = answer && readWith(squashed, name, answer, names);
  return caption?.indicator ? caption : null;
}

/** The first name that the titles, near to far, say and nobody knows; "" where knowing it would not settle the title. */
export function unknownTitleName(titles: readonly string[], read: ReadResidue, names: Names): string {
  const title = titles.find((squashed) => read(squashed).topic !== "") ?? "";
  const name = read(title).topic;
  return name !== "" && readWith(title, name, SOMETHING, names).indicator ? name : "";
}

const SOMETHING: NamedIndicator = { code: "something" as IndicatorCode, scope: null };

function readWith(squashed: string, name: string, meaning: NamedIndicator, names: Names): Caption {
  const findIndicator: Names["findIndicator"] = (text) => (text === name ? meaning : names.findIndicator(text));
  return readCaption(squashed, { ...names, findIndicator });
}
