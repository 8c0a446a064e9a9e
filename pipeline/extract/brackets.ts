import type { ObservationStatus } from "../model/observation.ts";
import { apposeTimes } from "./join-times.ts";
import { type Measure, parseMeasure } from "./measure-words.ts";
import { type TimeWords, timeAtStart } from "./period-words.ts";
import { parseScopes } from "./scope-words.ts";
import { parseUnits } from "./unit-words.ts";

/** What the brackets of a text say, and the text without them. */
export interface BracketWords {
  readonly rest: string; // brackets that say none of the below stay: they are part of the name
  readonly units: readonly string[];
  readonly scopes: readonly string[];
  readonly measure: Measure | null;
  readonly time: TimeWords | null;
  readonly status: ObservationStatus | null;
}

const STATUS: Readonly<Record<string, ObservationStatus>> = {
  初步: "provisional",
  初步数: "provisional",
  初步核算: "provisional",
  初步核算数: "provisional",
  快报: "provisional",
  快报数: "provisional",
  预计: "estimated",
  预计数: "estimated",
  预估: "estimated",
};

/** Reads the brackets of a squashed text: unit, 口径, measure, time, status. */
export function readBrackets(squashed: string): BracketWords {
  let words: BracketWords = { rest: "", units: [], scopes: [], measure: null, time: null, status: null };
  const rest = squashed.replace(/\(([^()]+)\)/g, (bracket, content: string) => {
    const read = readBracket(content);
    if (!read) return bracket;
    words = {
      ...words,
      units: [...words.units, ...(read.units ?? [])],
      scopes: [...words.scopes, ...(read.scopes ?? [])],
      measure: read.measure ?? words.measure,
      time: apposeTimes(read.time ?? null, words.time),
      status: read.status ?? words.status,
    };
    return "";
  });
  return { ...words, rest };
}

/** Reads what stands in a bracket; undefined where it is none of the known kinds. */
export function readBracket(content: string): Partial<BracketWords> | undefined {
  if (/^(?:±|\+-|\+\/-)%?$/.test(content)) return { units: content.endsWith("%") ? ["%"] : [] };
  const units = parseUnits(content);
  if (units) return { units };
  const scopes = parseScopes(content);
  if (scopes) return { scopes };
  const status = STATUS[content];
  if (status) return { status };
  const percent = content.endsWith("%");
  const measure = parseMeasure(percent ? content.slice(0, -1) : content, percent);
  if (measure) return { measure, units: percent ? ["%"] : [] };
  const time = timeAtStart(content);
  return time && time.end === content.length ? { time: time.time } : undefined;
}
