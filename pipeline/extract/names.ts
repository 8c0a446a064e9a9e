import type { Answer } from "../model/answer.ts";
import type { Indicator, IndicatorCode } from "../model/indicator.ts";
import type { SourceProfile } from "../model/source.ts";
import { type Answers, makeAnswers } from "./answers.ts";
import { type FindNearest, makeNearest } from "./nearest-names.ts";
import { nameKey } from "./normalise.ts";
import {
  type RegionStart,
  regionAtStart,
  regionIndex,
  regionStarts,
  regionsIn,
  withoutRegions,
} from "./region-names.ts";
import { remembered } from "./remembered.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a name means. */
export interface NamedIndicator {
  readonly code: IndicatorCode;
  readonly scope: string | null; // 口径 that the name itself carries
}

/** The names of a vocabulary, with a source's own and what people answered in front. */
export interface Names {
  readonly city: string;
  readonly answers: Answers;
  /** The indicator that has exactly this name after normalisation; undefined for none, or for several. */
  findIndicator(text: string): NamedIndicator | undefined;
  /** The indicator that a label names together with the one that it stands under: 第二产业 under 地区生产总值. */
  findIndicatorUnder(parent: string, text: string): NamedIndicator | undefined;
  getIndicator(code: IndicatorCode): Indicator | undefined;
  /** The region of exactly this name; words for the whole are the city only where `wholes` says so. */
  findRegion(text: string, options?: { readonly wholes: boolean }): string | undefined;
  /** Whether a name is 合计 or the like: the city only where all of its counties are added up. */
  isSum(text: string): boolean;
  /** Whether the regions are all of the city's counties, or more. */
  hasAllCounties(codes: ReadonlySet<string>): boolean;
  /** The region whose name a text begins with, longest first; full and short names and 全市. */
  regionAtStart(squashed: string): { readonly code: string; readonly length: number } | undefined;
  /** Every region that a title names, longest match first at each place. */
  regionsIn(squashed: string): readonly string[];
  /** The text with a | for each region that it names. */
  withoutRegions(squashed: string): string;
  /** The text with a | for each indicator that it names. */
  withoutNames(squashed: string): string;
  /** The 口径 that the names in a text carry: 限额以上固定资产投资 says 限额以上. */
  scopesNamed(squashed: string): readonly string[];
  /** Up to three names that look most like this one; for people to choose from, never taken. */
  nearest(text: string): readonly string[];
}

const WHOLES: ReadonlySet<string> = new Set(["全市", "全市合计", "全市总计", "本市", "市合计", "全市平均"]);
const SUMS: ReadonlySet<string> = new Set(["合计", "总计", "小计", "各旗县合计", "旗县合计", "旗县市区合计"]);

/** A vocabulary laid out for lookup, by names as `nameKey` writes them. */
export interface NameIndex {
  readonly city: string;
  readonly indicators: ReadonlyMap<string, NamedIndicator | null>; // null where two indicators share the name
  readonly byCode: ReadonlyMap<string, Indicator>;
  readonly regions: ReadonlyMap<string, string>; // to their codes
  readonly places: ReadonlySet<string>; // codes of all regions
  readonly counties: readonly string[]; // codes
  readonly starts: readonly RegionStart[];
  readonly nearest: FindNearest;
}

/**
 * Lays out a vocabulary for lookup: once, for any number of books.
 *
 * The level above the city is known by no name: 内蒙古 stands before the names of its offices and cities, and 全区 is the
 * district itself in a district's own sheet. A source's profile or an answer says where a column speaks of it.
 */
export function indexNames(vocabulary: Vocabulary): NameIndex {
  const { city, indicators, regions } = vocabulary;
  const inside = regions.filter(({ kind }) => kind !== "province");
  return {
    city,
    indicators: indicatorIndex(indicators),
    byCode: new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator])),
    regions: regionIndex(inside),
    places: new Set(regions.map(({ code }) => code)),
    counties: regions.filter(({ kind }) => kind === "county").map(({ code }) => code),
    starts: regionStarts({ ...vocabulary, regions: inside }),
    nearest: makeNearest(indicators.flatMap(({ aliases }) => aliases.map(({ text }) => text))),
  };
}

/**
 * Puts a source's own names and what people answered in front of those of a vocabulary. An alias that two indicators
 * share means neither.
 *
 * @param given the answers that hold for the file. Places go by name alone; indicators are looked up with what they
 *   stand under (answered-rows.ts), because a label may mean something else elsewhere
 */
export function makeNames(index: NameIndex, profile: SourceProfile | null, given: readonly Answer[] = []): Names {
  const { city, indicators, byCode, regions, places, counties, starts } = index;
  const own = keyed(profile?.indicators ?? {});
  const answers = makeAnswers(given, (kind, code) => (kind === "indicator" ? byCode.has(code) : places.has(code)));
  const ownRegions = new Map([...keyed(profile?.regions ?? {}), ...answers.regions]);
  const longest = [...new Set([...indicators.keys(), ...own.keys()])].sort((a, b) => b.length - a.length);
  const scoped = [...indicators, ...own].flatMap(([name, meaning]) =>
    meaning?.scope ? [[name, meaning.scope] as const] : [],
  );
  const keyOf = remembered(nameKey);
  const findIndicator = remembered((text) => own.get(keyOf(text)) ?? indicators.get(keyOf(text)) ?? undefined);
  const findUnder = remembered((parent) => remembered((text) => findIndicator(`${parent}${text}`)));
  return {
    city,
    answers,
    findIndicator,
    findIndicatorUnder: (parent, text) => findUnder(parent)(text),
    getIndicator: (code) => byCode.get(code),
    findRegion: (text, { wholes } = { wholes: false }) => {
      const key = keyOf(text);
      const whole = wholes && (WHOLES.has(key) || key === "合计" || key === "总计") ? city : undefined;
      return ownRegions.get(key) ?? regions.get(key) ?? whole;
    },
    isSum: (text) => SUMS.has(keyOf(text)) && !ownRegions.has(keyOf(text)),
    hasAllCounties: (codes) => counties.every((code) => codes.has(code)),
    regionAtStart: (squashed) => {
      const hit = regionAtStart(squashed, starts);
      return hit && { code: hit.code, length: hit.name.length };
    },
    regionsIn: (squashed) => regionsIn(squashed, starts),
    withoutRegions: (squashed) => withoutRegions(squashed, starts),
    withoutNames: (squashed) => longest.reduce((text, name) => text.replaceAll(name, "|"), squashed),
    scopesNamed: (squashed) => scoped.flatMap(([name, scope]) => (squashed.includes(name) ? [scope] : [])),
    nearest: remembered((text) => index.nearest(nameKey(text))),
  };
}

/** 社会消费品零售总额>吃 is 吃 under 社会消费品零售总额, which rows look for as one name. */
function keyed<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record).map(([label, meaning]) => [nameKey(label).replaceAll(">", ""), meaning]));
}

function indicatorIndex(indicators: readonly Indicator[]): ReadonlyMap<string, NamedIndicator | null> {
  const index = new Map<string, NamedIndicator | null>();
  for (const { code, name, aliases } of indicators) {
    for (const { text, scope } of [...aliases, { text: name, scope: null }]) {
      const known = index.get(nameKey(text));
      if (known === undefined) index.set(nameKey(text), { code, scope });
      else if (known?.code !== code) index.set(nameKey(text), null);
    }
  }
  return index;
}
