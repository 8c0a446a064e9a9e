import { readBrackets } from "./brackets.ts";
import { splitOrdinal, splitPartMark, withoutMarks } from "./normalise.ts";
import { parseUnits } from "./unit-words.ts";

/** A label for people: blanks inside, ordinal, 其中, unit and footnote marks taken off; all else as it stands. */
export function labelText(text: string): string {
  const plain = withoutMarks(text);
  const named = splitPartMark(splitOrdinal(plain).rest.replaceAll("：", ":")).rest;
  const unmarked = named === "" ? plain : plain.slice(plain.length - named.length);
  const bare = unmarked.replace(/[（(]([^（()）]*)[)）]/g, (bracket, content: string) => {
    const { units, scopes } = readBrackets(`(${content.normalize("NFKC")})`);
    return units.length > 0 && scopes.length === 0 ? "" : bracket;
  });
  return bare === "" || parseUnits(bare) ? unmarked : bare;
}
