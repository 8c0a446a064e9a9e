import { observationsByPlace, type Surroundings } from "../assess/surroundings.ts";
import type { Plan } from "../model/plan.ts";
import { listObservations } from "../store/observations.ts";
import type { OpenHome } from "./open-home.ts";
import { loadRegionalTargets } from "./regional-targets.ts";

/**
 * What is known by a day of the indicators of a plan's targets, and of their parts, in every place and year.
 *
 * @param asOf "2023-07-15"; null for everything known
 * @throws PipelineError SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function loadSurroundings(
  { root, store, reference }: OpenHome,
  plan: Plan,
  asOf: string | null,
): Promise<Surroundings> {
  const { indicators, regions } = reference;
  const regionalTargets = loadRegionalTargets(root, plan, reference);
  const wanted = new Set([...plan.targets, ...regionalTargets].flatMap(({ indicator }) => indicator ?? []));
  const codes = indicators
    .filter(({ code, partOf }) => wanted.has(code) || (partOf !== null && wanted.has(partOf)))
    .map(({ code }) => code);
  const observations = await listObservations(store, { asOf, indicators: codes });
  return { indicators, regions, regionalTargets, observations, observationsOf: observationsByPlace(observations) };
}
