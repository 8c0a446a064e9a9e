import { type Decimal, roundHalfUp } from "../model/decimal.ts";
import type { RankedRegion, Ranking } from "../model/explanation.ts";
import { type ObservationJson, observationJson } from "./observation-json.ts";

/** A ranking as `progress --json` prints it. */
export interface RankingJson extends Omit<Ranking, "rows"> {
  readonly rows: readonly RankedRegionJson[];
}

interface RankedRegionJson extends Omit<RankedRegion, "observations" | "gapShare"> {
  readonly gapShare: Decimal | null; // %, one digit
  readonly observations: readonly ObservationJson[];
}

/** Shares of the shortfall rounded half up to one digit at this last step. */
export function rankingJson(ranking: Ranking): RankingJson {
  return { ...ranking, rows: ranking.rows.map(rowJson) };
}

function rowJson(row: RankedRegion): RankedRegionJson {
  const { gapShare, observations } = row;
  return {
    ...row,
    gapShare: gapShare === null ? null : roundHalfUp(gapShare, 1),
    observations: observations.map(observationJson),
  };
}
