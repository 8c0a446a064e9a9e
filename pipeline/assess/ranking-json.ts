import { type Decimal, roundHalfUp } from "../model/decimal.ts";
import type { RankedRegion, Ranking } from "../model/ranking.ts";
import { type ObservationJson, observationJson } from "./observation-json.ts";

/** A ranking as `progress --json` prints it. */
export interface RankingJson extends Omit<Ranking, "rows" | "gapRest"> {
  readonly gapRest: Decimal | null; // %, one digit
  readonly illustrative: boolean; // rests on 演示数据
  readonly rows: readonly RankedRegionJson[];
}

interface RankedRegionJson extends Omit<RankedRegion, "observations" | "gapShare" | "assessment"> {
  readonly gapShare: Decimal | null; // %, one digit
  readonly observations: readonly ObservationJson[];
}

/** Shares of the shortfall rounded half up to one digit at this last step. */
export function rankingJson(ranking: Ranking): RankingJson {
  const illustrative = ranking.rows.some(({ observations }) => observations.some((one) => one.illustrative));
  return { ...ranking, illustrative, gapRest: oneDigit(ranking.gapRest), rows: ranking.rows.map(rowJson) };
}

function rowJson(row: RankedRegion): RankedRegionJson {
  const { gapShare, observations, assessment: _, ...plain } = row;
  return {
    ...plain,
    gapShare: oneDigit(gapShare),
    observations: observations.map(observationJson),
  };
}

function oneDigit(share: Decimal | null): Decimal | null {
  return share === null ? null : roundHalfUp(share, 1);
}
