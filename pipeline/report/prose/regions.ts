import { absolute, compare, plus } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { spanName } from "../../model/period.ts";
import { display, signOf } from "../edition/display.ts";
import { LEADERS, type RankedPlace, type RegionPlaces, type RegionTally } from "../edition/region-places.ts";
import { areAlike, bareGrowth, rateVerb } from "./growth.ts";
import { enumerate, enumerateNames } from "./list.ts";
import type { Tell } from "./phrase.ts";
import { rankMoves } from "./rank.ts";
import { joinRuns, say, type Words } from "./runs.ts";

/** A move of fewer places is no news. */
const FEWEST_MOVED = 2;

/** So many of those who carry the city's shortfall are named. */
const MOST_CARRYING = 3;

/**
 * Tells how many counties outgrow the city in an indicator, who leads, who trails and by how much, and who moved most
 * since the release before, and who carries what the city lacks of its goal; without the full stop.
 *
 * The 口径 stands behind the name, as in the table of regions.
 *
 * `规模以上工业增加值增速，8个旗县市区中4个高于全市，库伦旗、开鲁县和奈曼旗居前三位，分别增长9.1%、8.0%和7.2%；扎鲁特旗居末位，
 * 下降1.2%，低于全市8.2个百分点`
 */
export function regionsSentence(places: RegionPlaces, tell: Tell): Words {
  return tell("regions", { ...standingSlots(places), moves: moves(places), shares: sharesWords(places, tell) });
}

/**
 * The counties in two sentences: how they stand in the first indicator, and who is first and last most often; none
 * without an indicator.
 */
export function regionsInBrief(
  all: readonly RegionPlaces[],
  tallies: readonly RegionTally[],
  tell: Tell,
): readonly Words[] {
  const [first] = all;
  if (!first) return [];
  const opening = tell("regions", { ...standingSlots(first), moves: [], shares: [] });
  if (all.length < 2) return [opening];
  const listed = (part: "first" | "last") =>
    enumerate(
      tallies
        .filter((tally) => tally[part].value !== "0")
        .sort((a, b) => compare(b[part].value, a[part].value) || a.region.order - b.region.order)
        .map((tally) => say`${tally.region.shortName}${tally[part]}项`),
    );
  const names = enumerateNames(all.map(({ indicator }) => indicator.indicator.name));
  return [opening, tell("regions-tally", { list: names, first: listed("first"), last: listed("last") })];
}

function standingSlots({ indicator: { indicator, scope }, places, ranked, above, behind }: RegionPlaces) {
  const leaders = places.filter(({ rank }) => rank <= LEADERS);
  const lowest = places.at(-1)?.rank;
  const trailing = places.filter(({ rank }) => rank === lowest);
  return {
    indicator: `${indicator.name}${scope ? `（${scope}）` : ""}`,
    above: above === null ? [] : aboveWords(ranked, above),
    ...{ leaders: namesOf(leaders), places: leaders.length === LEADERS ? "三位" : "", rates: rates(leaders) },
    ...{ last: namesOf(trailing), "last-rates": rates(trailing) },
    behind: behind === null ? [] : fromCity(behind, trailing.length),
  };
}

/** 8个旗县市区中4个高于全市; all of them and none of them in words. */
function aboveWords(ranked: Figure, above: Figure): Words {
  if (above.value === "0") return say`${ranked}个旗县市区均不高于全市`;
  return above.value === ranked.value
    ? say`${ranked}个旗县市区均高于全市`
    : say`${ranked}个旗县市区中${above}个高于全市`;
}

function fromCity(behind: Figure, count: number): Words {
  const sign = signOf(behind);
  if (sign === 0) return say`与全市持平`;
  return say`${count > 1 ? "均" : ""}${sign > 0 ? "高于" : "低于"}全市${behind}个百分点`;
}

/**
 * Which counties carry most of what the city lacks of its goal, where it lacks anything: 测算. None where others make up
 * for so much that the named ones come to more than all of it.
 */
function sharesWords({ places, indicator: { gapShare } }: RegionPlaces, tell: Tell): Words {
  const carrying = places
    .flatMap(({ region }) => {
      const share = gapShare.get(region.code);
      return share && signOf(share) > 0 ? [{ name: region.shortName, share }] : [];
    })
    .sort((a, b) => compare(b.share.value, a.share.value))
    .slice(0, MOST_CARRYING);
  const sum = carrying.reduce((total, { share }) => plus(total, share.value), "0");
  if (carrying.length === 0 || compare(sum, "100") > 0) return [];
  const list = enumerateNames(carrying.map(({ name }) => name));
  const numbers = enumerate(carrying.map(({ share }) => say`${share}%`));
  return tell("regions-shares", { list, rates: joinRuns([carrying.length > 1 ? "分别占" : "占", ...numbers]) });
}

/** Who moved farthest up and farthest down, and since when. */
function moves({ places, indicator: { previous } }: RegionPlaces): Words {
  const moved = places.flatMap(({ region, change }) =>
    change !== null && compare(absolute(change.value), String(FEWEST_MOVED)) >= 0
      ? [{ name: region.shortName, change }]
      : [],
  );
  const farthest = (sign: 1 | -1) => {
    const own = moved.filter(({ change }) => signOf(change) === sign);
    const most = own.reduce(
      (size, { change }) => (compare(absolute(change.value), size) > 0 ? absolute(change.value) : size),
      "0",
    );
    return own.filter(({ change }) => compare(absolute(change.value), most) === 0);
  };
  const told = [...farthest(1), ...farthest(-1)];
  return previous === null || told.length === 0 ? [] : say`与${spanName(previous, "ytd")}相比，${rankMoves(told)}`;
}

/** 分别增长9.1%、8.0%和7.2% where all rise; 均下降1.2% of equal ones; 增长1.0%、持平和下降0.3% where they part; one of them without 分别. */
export function rates(ranked: readonly Pick<RankedPlace, "growth">[]): Words {
  const [first] = ranked;
  if (!first) return [];
  if (ranked.length < 2) return bareGrowth(first.growth);
  if (ranked.every(({ growth }) => display(growth, "cell") === display(first.growth, "cell"))) {
    return say`均${bareGrowth(first.growth)}`;
  }
  const signs = [...new Set(ranked.map(({ growth }) => signOf(growth)))];
  const [sign] = signs;
  const isPlain = areAlike(ranked.map(({ growth }) => growth));
  if (signs.length > 1 || sign === undefined || !isPlain) {
    return joinRuns(["分别", ...enumerate(ranked.map(({ growth }) => bareGrowth(growth)))]);
  }
  return joinRuns([`分别${rateVerb(sign)}`, ...enumerate(ranked.map(({ growth }) => say`${growth}%`))]);
}

function namesOf(ranked: readonly RankedPlace[]): string {
  return enumerateNames(ranked.map(({ region }) => region.shortName));
}
