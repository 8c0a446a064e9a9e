import { compare, minus, plus, roundHalfUp } from "../../model/decimal.ts";
import type { Breakdown } from "../../model/explanation.ts";
import type { Figure, FigureId } from "../../model/figure.ts";
import { periodName } from "../../model/period.ts";
import type { RankedRegion, Ranking } from "../../model/ranking.ts";
import { display } from "./display.ts";

/** A computed share that was moved so that the shares as printed add up. */
export interface Adjustment {
  readonly before: Figure; // as it would be printed else
  readonly after: Figure;
}

/** Where the places stand in one measure, each by region code; all empty where nobody ranks them. */
export interface PlaceRanks {
  readonly rank: ReadonlyMap<string, Figure>; // 1, 2, 2, 4
  readonly rankChange: ReadonlyMap<string, Figure>; // places gained since the release before
  readonly gapShare: ReadonlyMap<string, Figure>; // %, 测算: of the city's distance from its goal
  readonly gapRest: Figure | null; // %, 测算: what these shares leave open of it
  readonly adjustments: readonly Adjustment[]; // of shares, where they are balanced
}

/** What a ranking is printed with. */
export interface RankedMeasure {
  readonly id: string; // "industrial-value-added", "2023-054": ids are region/<code>/<id>/rank
  readonly name: string; // 规模以上工业增加值 增速
  readonly values: ReadonlyMap<string, Figure>; // growth or completion by region code, as printed
  readonly breakdown: Breakdown | null; // that shares of the gap come from
}

export const NO_RANKS: PlaceRanks = {
  ...{ rank: new Map(), rankChange: new Map(), gapShare: new Map() },
  ...{ gapRest: null, adjustments: [] },
};

/** How many digits of 百分点 the working of a share shows. */
const WORKING_DECIMALS = 6;

/**
 * Makes the figures of a ranking: ranks and their changes are the ranking's own, never found anew.
 *
 * @throws Error if a ranked place has no figure, or one that prints another number than was ranked
 */
export function placeRanks(ranking: Ranking, measure: RankedMeasure): PlaceRanks {
  const { id, name } = measure;
  const ranked = ranking.rows.filter(({ rank }) => rank !== null);
  const printed = ranked.map((row) => ({ row, figure: measuredFigure(row, measure) }));
  const formula = `由高到低：${printed.map(({ figure }) => display(figure, "cell")).join("、")}`;
  const operands = printed.map(({ figure }) => figure.id);
  const rank = new Map<string, Figure>();
  const rankChange = new Map<string, Figure>();
  for (const { row } of printed) {
    const named = (part: string, words: string, value: number, how: string, from: readonly FigureId[]): Figure => ({
      id: `region/${row.region}/${id}/${part}`,
      name: `${row.name} ${name}${words}`,
      value: String(value),
      unit: null,
      derivation: { kind: "computed", formula: how, operands: from },
    });
    const own = named("rank", "位次", Number(row.rank), formula, operands);
    rank.set(row.region, own);
    if (row.rankChange === null || row.previousRank === null || ranking.previous === null) continue;
    const working = `${periodName(ranking.previous, "ytd")}位次${row.previousRank}−${row.previousRank - row.rankChange}`;
    const among = ranking.notCompared.length === 0 ? working : `在两期都有数的地区之间：${working}`;
    const from = ranking.notCompared.length === 0 ? [own.id] : operands;
    rankChange.set(row.region, named("rank-change", "位次升降", row.rankChange, among, from));
  }
  const gapShare = gapShares(ranking, measure);
  return { rank, rankChange, gapShare, gapRest: gapRestOf(ranking, measure, gapShare), adjustments: [] };
}

function measuredFigure({ region, value }: RankedRegion, { id, values }: RankedMeasure): Figure {
  const figure = values.get(region);
  if (!figure || value === null || compare(display(figure, "cell"), value) !== 0) {
    throw new Error(`region/${region}/${id}: ranked by ${value}, printed as ${figure && display(figure, "cell")}`);
  }
  return figure;
}

function gapShares(ranking: Ranking, { id, name, values, breakdown }: RankedMeasure): ReadonlyMap<string, Figure> {
  const pulls = breakdown?.pulls ?? [];
  const whole = pulls.reduce((sum, { exact }) => plus(sum, exact.gapPoints ?? "0"), "0");
  return new Map(
    ranking.rows.flatMap((row): readonly (readonly [string, Figure])[] => {
      const points = pulls.find(({ code }) => code === row.region)?.exact.gapPoints;
      const own = values.get(row.region);
      if (row.gapShare === null || points == null || !own) return [];
      const [part, all] = [points, whole].map((value) => roundHalfUp(value, WORKING_DECIMALS));
      const formula = `测算：对全市差距的影响${part}÷全市差距${all}×100`;
      const figure: Figure = {
        id: `region/${row.region}/${id}/gap-share`,
        name: `${row.name} ${name}占全市差距的比重（测算）`,
        value: row.gapShare,
        unit: "%",
        decimals: 1,
        derivation: { kind: "computed", formula, operands: [own.id] },
      };
      return [[row.region, figure]];
    }),
  );
}

function gapRestOf(
  { gapRest }: Ranking,
  { id, name }: RankedMeasure,
  shares: ReadonlyMap<string, Figure>,
): Figure | null {
  if (gapRest === null) return null;
  const sum = roundHalfUp(minus("100", gapRest), WORKING_DECIMALS);
  return {
    id: `region/rest/${id}/gap-share`,
    name: `其他 ${name}占全市差距的比重（测算）`,
    value: gapRest,
    unit: "%",
    decimals: 1,
    derivation: {
      kind: "computed",
      formula: `测算：100−各地占全市差距的比重之和${sum}`,
      operands: [...shares.values()].map((share) => share.id),
    },
  };
}
