import { join } from "node:path";
import { assemblePlan, type PlanParts } from "../../pipeline/plan/plan.ts";
import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { readTextFile } from "../../pipeline/read/text-file.ts";
import { parseBureaus } from "../../pipeline/reference/bureaus.ts";
import type { CsvRow } from "../../pipeline/reference/csv-rows.ts";
import { parseIndicators } from "../../pipeline/reference/indicators.ts";
import { parseMilestones } from "../../pipeline/reference/milestones.ts";
import { parseNotTargets } from "../../pipeline/reference/not-targets.ts";
import { parsePlanHeader } from "../../pipeline/reference/plan-header.ts";
import { parseQuotas } from "../../pipeline/reference/quotas.ts";
import { parseRegions } from "../../pipeline/reference/regions.ts";
import { parseTargets } from "../../pipeline/reference/targets.ts";

const SEEDS = new URL("../../seeds", import.meta.url).pathname;
const FOLDER = "plans/2023";

/** The tables of the seeds that a plan's codes lead to. */
export function shippedReference() {
  return {
    indicators: shipped("indicators.csv", parseIndicators),
    regions: shipped("regions.csv", parseRegions),
    bureaus: shipped("bureaus.csv", parseBureaus),
  };
}

/** The files of the plan of 2023, each read by itself. */
export function shippedParts(): PlanParts {
  const header = parsePlanHeader(readTextFile(join(SEEDS, FOLDER, "plan.yaml")), `${FOLDER}/plan.yaml`);
  return {
    header: { file: `${FOLDER}/plan.yaml`, line: 1, value: header },
    text: readTextFile(join(SEEDS, FOLDER, "plan.txt")),
    targets: shipped(`${FOLDER}/targets.csv`, parseTargets),
    milestones: shipped(`${FOLDER}/milestones.csv`, parseMilestones),
    quotas: shipped(`${FOLDER}/quotas.csv`, parseQuotas),
  };
}

/** The numbers of the plan of 2023 that set no target. */
export function shippedNotTargets() {
  return shipped(`${FOLDER}/not-targets.csv`, parseNotTargets).map(({ value }) => value);
}

/** The plan of 2023. */
export function shippedPlan() {
  return assemblePlan(shippedParts(), shippedReference());
}

function shipped<T>(name: string, parse: (rows: readonly CsvRow[], file: string) => T): T {
  return parse(readCsvRows(join(SEEDS, name)), name);
}
