import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Bureau } from "../model/bureau.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Plan } from "../model/plan.ts";
import type { Region } from "../model/region.ts";
import { insertRows } from "./bulk-insert.ts";
import { toBureauRow } from "./bureaus.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { toAliasRows, toIndicatorRow } from "./indicators.ts";
import { toMilestoneRow, toPlanRow, toTargetRow } from "./plans.ts";
import { requireLinks } from "./reference-links.ts";
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
 * Makes the seeds' tables equal to the seeds; plans of other years stay. Writes nothing where they are equal already.
 *
 * An indicator, region or bureau that has left the seeds leaves the tables too, unless a plan still names it.
 * Observations of it stay, because their codes are plain text; they join again when the code comes back.
 *
 * @throws PipelineError SEED_INVALID if a code leads nowhere; nothing is changed then
 */
export async function syncReference(store: Store, data: ReferenceData): Promise<"changed" | "unchanged"> {
  const reference = toReferenceRows(data);
  const plan = toPlanRows(data.plan);
  const seeds: readonly SeedTable[] = [
    { name: "reference", content_sha256: hashOf(reference) },
    { name: `plan-${data.plan.year}`, content_sha256: hashOf(plan) },
  ];
  return ask(store, async (database) => {
    if (await isCurrent(database, seeds)) return "unchanged";
    await database.transaction().execute(async (transaction) => {
      await writeSeeds(transaction, seeds);
      await replaceReference(transaction, reference);
      await replacePlan(transaction, plan);
      await requireLinks(transaction);
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
  await insertRows(database, "seed", seeds);
}

async function replaceReference(database: Kysely<Tables>, rows: ReferenceRows): Promise<void> {
  await database.deleteFrom("indicator_alias").execute();
  await database.deleteFrom("indicator").execute();
  await database.deleteFrom("region").execute();
  await database.deleteFrom("bureau").execute();
  await insertRows(database, "bureau", rows.bureau);
  await insertRows(database, "region", rows.region);
  await insertRows(database, "indicator", rows.indicator);
  await insertRows(database, "indicator_alias", rows.indicator_alias);
}

async function replacePlan(database: Kysely<Tables>, rows: PlanRows): Promise<void> {
  const { year } = rows.plan;
  await database.deleteFrom("milestone").where("year", "=", year).execute();
  await database.deleteFrom("target").where("year", "=", year).execute();
  await database.deleteFrom("plan").where("year", "=", year).execute();
  await insertRows(database, "plan", [rows.plan]);
  await insertRows(database, "target", rows.target);
  await insertRows(database, "milestone", rows.milestone);
}
