import type { Answer } from "../model/answer.ts";
import type { Indicator } from "../model/indicator.ts";
import type { MilestonePhrase } from "../model/milestone-rules.ts";
import type { Region } from "../model/region.ts";
import type { SourceProfile } from "../model/source.ts";

/** Every name that extraction may understand. */
export interface Vocabulary {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly sources: readonly SourceProfile[];
  readonly answers?: readonly Answer[]; // that people gave about names, in force; of any source and file
  readonly milestonePhrases?: readonly MilestonePhrase[]; // what is said of projects; without any, no list of projects is read as such
  readonly city: string; // region code of figures that name no place, where the sheet speaks of the city
}
