import type { SourceProfile } from "../model/source.ts";
import { nameKey } from "./normalise.ts";

/**
 * Finds whose recurring sheet this is by the words that its profile names, all of which must stand in the texts.
 *
 * The profile with the most words wins; null where none fits or two fit equally well. File names do not count.
 *
 * @param texts sheet names and the first rows of the sheets
 * @param forced name of a profile that someone has named; it wins where it exists
 */
export function recogniseSource(
  texts: readonly string[],
  profiles: readonly SourceProfile[],
  forced?: string,
): SourceProfile | null {
  const named = profiles.find(({ name }) => name === forced);
  if (named) return named;
  const haystack = texts.map(nameKey).join("\n");
  const fitting = profiles
    .filter(({ recognise }) => recognise.length > 0 && recognise.every((word) => haystack.includes(nameKey(word))))
    .sort((a, b) => b.recognise.length - a.recognise.length);
  const [best, second] = fitting;
  return best && best.recognise.length > (second?.recognise.length ?? 0) ? best : null;
}
