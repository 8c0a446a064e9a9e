import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../model/plan.ts";
import type { Target } from "../model/target.ts";
import { regionalTargets } from "../plan/regional-targets.ts";
import { readCsvRows } from "../read/csv-rows.ts";
import { parseRegionalShares } from "../reference/regional-targets.ts";
import type { Reference } from "./reference.ts";

/**
 * Reads the targets that a plan, or a document that divides it (seeds/plans/<year>/regional-targets.csv, which need not
 * be there), sets for places below the city.
 *
 * @throws PipelineError SEED_INVALID
 */
export function loadRegionalTargets(root: string, plan: Plan, { regions }: Reference): readonly Target[] {
  const file = `seeds/plans/${plan.year}/regional-targets.csv`;
  const path = join(root, file);
  return regionalTargets(plan, existsSync(path) ? parseRegionalShares(readCsvRows(path), file) : [], regions);
}
