import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../errors.ts";
import type { Plan } from "../model/plan.ts";
import type { TextSpan } from "../model/target.ts";
import { accountForNumbers, unaccounted } from "../plan/accounting.ts";
import { assemblePlan } from "../plan/plan.ts";
import { type PlanRegister, registerPlan } from "../plan/register.ts";
import { readCsvRows } from "../read/csv-rows.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseMilestones } from "../reference/milestones.ts";
import { parseNotTargets } from "../reference/not-targets.ts";
import { parsePlanHeader } from "../reference/plan-header.ts";
import { parseQuotas } from "../reference/quotas.ts";
import { parseTargets } from "../reference/targets.ts";
import { loadReference, type Reference } from "./reference.ts";

/**
 * Reads every plan in the seeds, oldest first.
 *
 * @param root the project's folder
 * @throws PipelineError SEED_INVALID, FILE_NOT_FOUND
 */
export function loadPlans(root: string, reference: Reference): readonly Plan[] {
  return planYears(root).map((year) => readPlan(root, year, reference));
}

/** Reads the plan of a year. @throws PipelineError PLAN_NOT_FOUND, SEED_INVALID, FILE_NOT_FOUND */
export function loadPlan(root: string, year: number, reference: Reference): Plan {
  const years = planYears(root);
  if (years.includes(year)) return readPlan(root, year, reference);
  throw new PipelineError("PLAN_NOT_FOUND", `没有 ${year} 年的计划`, {
    hint: `现有计划：${years.join("、")}年；要增加，请照 seeds/plans/${years.at(-1)}/ 建 seeds/plans/${year}/`,
  });
}

/** A plan's register, and how far it accounts for the numbers of the plan's text. */
export interface ShownPlan extends PlanRegister {
  readonly numbers: {
    readonly total: number;
    readonly unaccounted: readonly TextSpan[]; // neither of a target, nor of a milestone, nor listed as no target
  };
}

/**
 * The register of a plan's targets and milestones, held against every number of its text.
 *
 * @param year as typed; the latest plan where none was
 * @throws PipelineError USAGE, PLAN_NOT_FOUND, SEED_INVALID, FILE_NOT_FOUND
 */
export function showPlan(root: string, year: string | undefined): ShownPlan {
  if (year !== undefined && !/^\d{4}$/.test(year)) {
    throw new PipelineError("USAGE", `年份 ${JSON.stringify(year)} 写得不对`, { hint: "年份写作 2023" });
  }
  const reference = loadReference(root);
  const wanted = year === undefined ? (planYears(root).at(-1) ?? 0) : Number(year);
  const plan = loadPlan(root, wanted, reference);
  const file = `seeds/plans/${wanted}/not-targets.csv`;
  const notTargets = parseNotTargets(readCsvRows(join(root, file)), file).map(({ value }) => value);
  const tokens = accountForNumbers(plan.text, plan, notTargets);
  const open = unaccounted(tokens).map(({ text, start, end }) => ({ text, start, end }));
  return { ...registerPlan(plan, reference.indicators), numbers: { total: tokens.length, unaccounted: open } };
}

/** The years that have a plan, earliest first. */
export function planYears(root: string): readonly number[] {
  return readdirSync(join(root, "seeds/plans"))
    .filter((name) => /^\d{4}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

function readPlan(root: string, year: number, reference: Reference): Plan {
  const folder = `seeds/plans/${year}`;
  const file = (name: string) => `${folder}/${name}`;
  const rows = (name: string) => readCsvRows(join(root, file(name)));
  const header = parsePlanHeader(readTextFile(join(root, file("plan.yaml"))), file("plan.yaml"));
  const parts = {
    header: { file: file("plan.yaml"), line: 1, value: header },
    text: readTextFile(join(root, file("plan.txt"))),
    targets: parseTargets(rows("targets.csv"), file("targets.csv")),
    milestones: parseMilestones(rows("milestones.csv"), file("milestones.csv")),
    quotas: parseQuotas(rows("quotas.csv"), file("quotas.csv")),
  };
  return assemblePlan(parts, reference);
}
