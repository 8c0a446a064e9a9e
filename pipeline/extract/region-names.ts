import type { Region } from "../model/region.ts";
import { nameKey } from "./normalise.ts";
import type { Vocabulary } from "./vocabulary.ts";

const FREE_LENGTH = 3; // a shorter alias ("中旗") is part of other names too often to be looked for inside a title

/** A name by which a text may name a region. */
export interface RegionStart {
  readonly name: string;
  readonly code: string;
  readonly full: boolean; // the whole official name
  readonly free: boolean; // may stand anywhere in a title
}

/** Regions by name, official, short or other; what several share means none. */
export function regionIndex(regions: readonly Region[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const shared = new Set<string>();
  for (const { code, name, shortName, aliases } of regions) {
    for (const key of new Set([name, shortName, ...aliases].map(nameKey))) {
      if (index.has(key)) shared.add(key);
      index.set(key, code);
    }
  }
  for (const key of shared) index.delete(key);
  return index;
}

/** The names of all regions, 全市 included, longest first. */
export function regionStarts({ regions, city }: Vocabulary): readonly RegionStart[] {
  const all = regions.flatMap(({ code, name, shortName, aliases }) => [
    { name: nameKey(name), code, full: true, free: true },
    ...[shortName, ...aliases]
      .map(nameKey)
      .map((alias) => ({ name: alias, code, full: false, free: alias.length >= FREE_LENGTH })),
  ]);
  const whole = { name: "全市", code: city, full: true, free: true };
  return [...all, whole].filter(({ name }) => name.length >= 2).sort((a, b) => b.name.length - a.name.length);
}

/** The region whose name a text begins with. */
export function regionAtStart(squashed: string, starts: readonly RegionStart[]): RegionStart | undefined {
  return starts.find((start) => standsAt(start, squashed, 0));
}

/** Every region that a title names, longest match first at each place. */
export function regionsIn(squashed: string, starts: readonly RegionStart[]): readonly string[] {
  return [...new Set(regionPlaces(squashed, starts).map(({ code }) => code))];
}

/** The text with a | for each region that it names. */
export function withoutRegions(squashed: string, starts: readonly RegionStart[]): string {
  return [...regionPlaces(squashed, starts)]
    .reverse()
    .reduce((text, { place, name }) => `${text.slice(0, place)}|${text.slice(place + name.length)}`, squashed);
}

function regionPlaces(squashed: string, starts: readonly RegionStart[]) {
  const found: (RegionStart & { readonly place: number })[] = [];
  for (let place = 0; place < squashed.length; ) {
    const bounded =
      place === 0 || !/\p{Script=Han}/u.test(squashed.charAt(place - 1)) || /[年月]/.test(squashed.charAt(place - 1));
    const hit = starts.find((start) => (start.free || bounded) && standsAt(start, squashed, place));
    if (hit) found.push({ ...hit, place });
    place += hit ? hit.name.length : 1;
  }
  return found;
}

/** A place inside another: 科尔沁工业园区, 开鲁镇. Its figures are not those of the county that lends it the name. */
const INNER_PLACE =
  /^(?:镇|苏木|街道|嘎查|[\p{Script=Han}]{0,6}?(?:园区|产业园|工业园|工业区|示范区|新区|高新区|保税区))/u;

/** 科尔沁 is short for 科尔沁区, but not in 科尔沁右翼中旗, which lies elsewhere. */
function standsAt({ name, full }: RegionStart, squashed: string, place: number): boolean {
  if (!squashed.startsWith(name, place)) return false;
  if (INNER_PLACE.test(squashed.slice(place + name.length))) return false;
  return full || !/[左右翼旗县区市盟]/.test(squashed.charAt(place + name.length));
}
