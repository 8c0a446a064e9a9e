import type { Figure } from "../../model/figure.ts";
import type { Region } from "../../model/region.ts";
import { signOf } from "../edition/display.ts";
import type { RegionalIndicator } from "../edition/region-figures.ts";
import { bareGrowth } from "./growth.ts";
import { enumerate, enumerateNames } from "./list.ts";
import type { Tell } from "./phrase.ts";
import { joinRuns, say, type Words } from "./runs.ts";

interface Ranked {
  readonly region: Region;
  readonly growth: Figure;
  readonly rank: number;
}

/** With fewer counties than this, first and last are no news. */
const FEWEST_RANKED = 4;
const LEADERS = 3;

/**
 * Tells who leads and who trails in an indicator's growth, without the full stop; empty below four ranked counties.
 *
 * The 口径 stands behind the name, as in the table of regions.
 *
 * `规模以上工业增加值增速，库伦旗、开鲁县和奈曼旗居前三位，分别增长9.1%、8.0%和7.2%；扎鲁特旗居末位，下降1.2%`
 */
export function regionsSentence(
  { indicator, scope, growth, rank }: Pick<RegionalIndicator, "indicator" | "scope" | "growth" | "rank">,
  regions: readonly Region[],
  tell: Tell,
): Words {
  const ranked = regions
    .flatMap((region): readonly Ranked[] => {
      const rate = growth.get(region.code);
      const place = rank.get(region.code);
      return rate && place ? [{ region, growth: rate, rank: Number(place.value) }] : [];
    })
    .sort((a, b) => a.rank - b.rank || a.region.order - b.region.order);
  const lowest = Math.max(...ranked.map((one) => one.rank));
  const leaders = ranked.filter((one) => one.rank <= LEADERS);
  const trailing = ranked.filter((one) => one.rank === lowest);
  // A tie that reaches from the top to the bottom leaves nobody ahead.
  if (ranked.length < FEWEST_RANKED || lowest <= LEADERS) return [];
  return tell("regions", {
    indicator: `${indicator.name}${scope ? `（${scope}）` : ""}`,
    ...{ leaders: namesOf(leaders), places: leaders.length === LEADERS ? "三位" : "", rates: rates(leaders) },
    ...{ last: namesOf(trailing), "last-rates": rates(trailing) },
  });
}

/** 分别增长9.1%、8.0%和7.2% where all rise; 增长1.0%、持平和下降0.3% where they part; one of them without 分别. */
export function rates(ranked: readonly Pick<Ranked, "growth">[]): Words {
  const [first] = ranked;
  if (ranked.length < 2) return first ? bareGrowth(first.growth) : [];
  const signs = new Set(ranked.map(({ growth }) => signOf(growth)));
  const numbers = enumerate(ranked.map(({ growth }) => say`${growth}%`));
  if (signs.size === 1 && signs.has(0)) return say`均持平`;
  if (signs.size === 1) return joinRuns([signs.has(1) ? "分别增长" : "分别下降", ...numbers]);
  return joinRuns(["分别", ...enumerate(ranked.map(({ growth }) => bareGrowth(growth)))]);
}

function namesOf(ranked: readonly Ranked[]): string {
  return enumerateNames(ranked.map(({ region }) => region.shortName));
}
