import type { Figure } from "../../model/figure.ts";
import type { Region } from "../../model/region.ts";
import { type ChanceGroup, chanceFigures } from "./chance-figures.ts";
import type { EditionInput } from "./input.ts";
import { lagFigures } from "./lag-figures.ts";
import type { MilestoneFigures } from "./milestone-figures.ts";
import { figuresOfRates, type MilestoneRates, milestoneRates } from "./milestone-rates.ts";
import { figuresOfOverdue, type MilestoneStandings, milestoneStandings } from "./milestone-standings.ts";
import { type PaceFigures, paceFigures } from "./pace-figures.ts";
import type { RegionalIndicator } from "./region-figures.ts";
import { figuresOfPlaces, type RegionPlaces, type RegionTally, regionPlaces, regionTallies } from "./region-places.ts";
import type { TargetFigures } from "./target-figures.ts";
import type { TrendFigures } from "./trend-figures.ts";
import { figuresOfTurns, type TurnFigures, turnFigures } from "./turn-figures.ts";

/** What only sentences tell: how things moved, who leads, what is left. */
export interface ToldFacts {
  readonly paces: ReadonlyMap<string, PaceFigures>; // of rates, since the release before; by target id
  readonly lags: ReadonlyMap<string, Figure>; // releases in a row behind; by target id
  readonly places: readonly RegionPlaces[]; // of the indicators of the paper's own time
  readonly tallies: readonly RegionTally[];
  readonly turns: TurnFigures;
  readonly chances: readonly ChanceGroup[];
  readonly milestoneStandings: MilestoneStandings;
  readonly milestoneRates: MilestoneRates;
}

interface ToldInput {
  readonly input: Pick<EditionInput, "changes" | "milestoneTotals" | "period" | "region">;
  readonly regions: readonly Region[];
  readonly targets: readonly TargetFigures[];
  readonly trends: readonly TrendFigures[];
  readonly regional: readonly RegionalIndicator[];
  readonly projects: readonly MilestoneFigures[];
}

/** Makes them, with every figure that is only theirs. */
export function toldFacts({ input, regions, targets, trends, regional, projects }: ToldInput): {
  readonly facts: ToldFacts;
  readonly figures: readonly Figure[];
} {
  const own = regional.filter(({ period }) => period === input.period);
  const places = regionPlaces(own, { regions, city: input.region.code });
  const facts = {
    paces: paceFigures(trends),
    lags: lagFigures(trends),
    ...{ places, tallies: regionTallies(places) },
    turns: turnFigures(targets, input.changes),
    chances: chanceFigures(targets),
    milestoneStandings: milestoneStandings(projects),
    milestoneRates: milestoneRates(input.milestoneTotals),
  };
  const figures = [
    ...[...facts.paces.values()].map(({ difference }) => difference),
    ...facts.lags.values(),
    ...figuresOfPlaces(places, facts.tallies),
    ...figuresOfTurns(facts.turns),
    ...facts.chances.map(({ count }) => count),
    ...figuresOfOverdue(facts.milestoneStandings),
    ...figuresOfRates(facts.milestoneRates),
  ];
  return { facts, figures };
}
