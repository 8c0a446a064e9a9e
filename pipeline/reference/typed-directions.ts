import { directionWordsIn } from "../model/direction-words.ts";
import type { PhraseName } from "../model/phrases.ts";

/** What else the program says by the data, and a pattern would say of all alike. */
const BY_DATA = /持平|上行|下行|上扬|飙升|萎缩|转好|转差|好转|恶化|变好|变差|突破/g;

const NOUN = /^增[速幅]/; // says neither up nor down until a number follows
const BEHIND = /滞后|落后|慢于|未完成|未达/;

/** Words that a pattern may say itself, as the program prints it only of what is so. */
const OWN: Readonly<Partial<Record<PhraseName, RegExp>>> = {
  ...{ since: BEHIND, "milestones-overdue": BEHIND, "milestones-behind": BEHIND, "milestones-late": BEHIND },
  ...{ "lagging-all": BEHIND, "lagging-most": BEHIND, "lagging-tabled": BEHIND, "lagging-told-before": BEHIND },
  ...{ "lagging-beside": BEHIND, "lagging-beside-tabled": BEHIND, "lagging-sources": BEHIND },
  "overview-held": /快于|超过|超序时|好于/,
  "overview-year": /未完成|未达|突破|超过|超出/,
  "changes-none": /转好|转差|好转|变好|变差/,
  "changes-better": /转好|好转|变好/,
  "changes-worse": /转差|恶化|变差/,
  "headline-growth": /增长/,
  regions: /领先|落后|高$|低$/,
  "regions-tally": /领先|落后/,
};

/**
 * Words of direction that a pattern says by itself where the data have to: 同比下降 would stand before every rate.
 *
 * @param stretches what stands between its slots
 * @returns as written, each once
 */
export function typedDirections(name: PhraseName, stretches: readonly string[]): readonly string[] {
  const typed = stretches.flatMap((words) => [...directionWordsIn(words), ...(words.match(BY_DATA) ?? [])]);
  return [...new Set(typed)].filter((word) => !NOUN.test(word) && !OWN[name]?.test(word));
}
