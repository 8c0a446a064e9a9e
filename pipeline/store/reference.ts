import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { PipelineError } from "../errors.ts";
import type { Bureau } from "../model/bureau.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Plan } from "../model/plan.ts";
import type { Region } from "../model/region.ts";
import { insertRows } from "./bulk-insert.ts";
import { toBureauRow } from "./bureaus.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { toAliasRows, toIndicatorRow } from "./indicators.ts";
import { toMilestoneRow, toPlanRow, toTargetRow } from "./plans.ts";
import { listDanglingCodes } from "./reference-links.ts";
import { toRegionRow } from "./regions.ts";

/** What a seed's tables were last filled from. */
export interface SeedTable {
  readonly name: string; // "reference", "plan-2023"
  readonly content_sha256: string; // of the rows
}

/** What the seeds say, read and checked. */
export interface ReferenceData {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly bureaus: readonly Bureau[];
  readonly plan: Plan;
}

type ReferenceRows = ReturnType<typeof toReferenceRows>;
type PlanRows = ReturnType<typeof toPlanRows>;

/**
 * Makes the seeds' tables equal to the seeds. Writes nothing where they are equal already.
 *
 * Plans of other years stay; one that names what the seeds no longer have leaves the tables until it is synced itself.
 * Observations of an indicator, region or bureau that has left the seeds stay, because their codes are plain text;
 * they join again when the code comes back.
 *
 * @throws PipelineError SEED_INVALID if a code leads nowhere; nothing is changed then
 */
export async function syncReference(store: Store, data: ReferenceData): Promise<"changed" | "unchanged"> {
  const reference = toReferenceRows(data);
  const plan = toPlanRows(data.plan);
  const seeds: readonly SeedTable[] = [
    { name: "reference", content_sha256: hashOf(reference) },
    { name: planSeed(data.plan.year), content_sha256: hashOf(plan) },
  ];
  return ask(store, async (database) => {
    if (await isCurrent(database, seeds)) return "unchanged";
    await database.transaction().execute(async (transaction) => {
      await writeSeeds(transaction, seeds);
      await replaceReference(transaction, reference);
      await replacePlan(transaction, plan);
      await settleLinks(transaction, data.plan.year);
    });
    return "changed";
  });
}

function toReferenceRows({ bureaus, regions, indicators }: ReferenceData) {
  return {
    bureau: bureaus.map(toBureauRow),
    region: regions.map(toRegionRow),
    indicator: indicators.map(toIndicatorRow),
    indicator_alias: indicators.flatMap(toAliasRows),
  };
}

function toPlanRows(plan: Plan) {
  return {
    plan: toPlanRow(plan),
    target: plan.targets.map((target) => toTargetRow(plan.year, target)),
    milestone: plan.milestones.map((milestone) => toMilestoneRow(plan.year, milestone)),
  };
}

function hashOf(rows: ReferenceRows | PlanRows): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}

async function isCurrent(database: Kysely<Tables>, seeds: readonly SeedTable[]): Promise<boolean> {
  const stored = await database.selectFrom("seed").selectAll().execute();
  return seeds.every(({ name, content_sha256 }) =>
    stored.some((row) => row.name === name && row.content_sha256 === content_sha256),
  );
}

/** First in the transaction, so that it holds the write lock before it relies on what it reads. */
async function writeSeeds(database: Kysely<Tables>, seeds: readonly SeedTable[]): Promise<void> {
  const names = seeds.map(({ name }) => name);
  await database.deleteFrom("seed").where("name", "in", names).execute();
  await insertRows(database, "seed", seeds, asIs);
}

async function replaceReference(database: Kysely<Tables>, rows: ReferenceRows): Promise<void> {
  await database.deleteFrom("indicator_alias").execute();
  await database.deleteFrom("indicator").execute();
  await database.deleteFrom("region").execute();
  await database.deleteFrom("bureau").execute();
  await insertRows(database, "bureau", rows.bureau, asIs);
  await insertRows(database, "region", rows.region, asIs);
  await insertRows(database, "indicator", rows.indicator, asIs);
  await insertRows(database, "indicator_alias", rows.indicator_alias, asIs);
}

async function replacePlan(database: Kysely<Tables>, rows: PlanRows): Promise<void> {
  await deletePlan(database, rows.plan.year);
  await insertRows(database, "plan", [rows.plan], asIs);
  await insertRows(database, "target", rows.target, asIs);
  await insertRows(database, "milestone", rows.milestone, asIs);
}

/** Refuses codes of the plan of `year` and outside plans that lead nowhere; drops other plans that have such codes. */
async function settleLinks(database: Kysely<Tables>, year: number): Promise<void> {
  const dangling = await listDanglingCodes(database);
  const ours = dangling.filter((code) => code.year === null || code.year === year);
  if (ours.length > 0)
    throw new PipelineError("SEED_INVALID", `对照表之间对不上：${ours.map(({ text }) => text).join("；")}`, {
      hint: "请在 seeds/ 中补上缺少的代码，或改正引用它的行",
    });
  for (const other of new Set(dangling.flatMap((code) => code.year ?? []))) {
    await deletePlan(database, other);
    await database.deleteFrom("seed").where("name", "=", planSeed(other)).execute();
  }
}

async function deletePlan(database: Kysely<Tables>, year: number): Promise<void> {
  await database.deleteFrom("milestone").where("year", "=", year).execute();
  await database.deleteFrom("target").where("year", "=", year).execute();
  await database.deleteFrom("plan").where("year", "=", year).execute();
}

function planSeed(year: number): string {
  return `plan-${year}`;
}

function asIs<Row>(row: Row): Row {
  return row;
}
