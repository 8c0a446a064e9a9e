import type { SourceProfile } from "../model/source.ts";
import { nameKey } from "./normalise.ts";

/** Whose sheet a book is, as far as its words tell. */
export interface RecognisedSource {
  readonly source: SourceProfile | null;
  readonly rivals: readonly SourceProfile[]; // profiles that fit equally well; none of them is taken
}

/**
 * Finds whose recurring sheet this is by the words that its profile names, all of which must stand in the texts.
 *
 * Blanks, brackets and quotation marks do not count, nor do file names. The profile with the most words wins; where
 * several have as many, which of them is meant is for a person to say.
 *
 * @param texts sheet names and the first rows of the sheets
 * @param forced name of a profile that someone has named; it wins where it exists
 */
export function recogniseSource(
  texts: readonly string[],
  profiles: readonly SourceProfile[],
  forced?: string,
): RecognisedSource {
  const named = profiles.find(({ name }) => name === forced);
  if (named) return { source: named, rivals: [] };
  const haystack = texts.map(wordKey).join("\n");
  const fitting = profiles.filter(
    ({ recognise }) => recognise.length > 0 && recognise.every((word) => haystack.includes(wordKey(word))),
  );
  const most = Math.max(...fitting.map(({ recognise }) => recognise.length));
  const best = fitting.filter(({ recognise }) => recognise.length === most);
  return best.length > 1 ? { source: null, rivals: best } : { source: best[0] ?? null, rivals: [] };
}

function wordKey(text: string): string {
  return nameKey(text).replace(/[()<>「」『』]/g, "");
}
