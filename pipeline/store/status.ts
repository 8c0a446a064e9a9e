import type Database from "better-sqlite3";
import type { EditionKind } from "../model/edition.ts";
import type { Severity } from "../model/issue-kinds.ts";
import type { RecordedJob, RunOutcome } from "../model/run-outcome.ts";
import { peek } from "./peek.ts";
import { type RestorationStatus, readRestorationStatus } from "./restoration-status.ts";
import { readScheduleStatus, type ScheduleStatus } from "./schedule-status.ts";

/** What a store holds, in numbers. */
export interface StoreStatus extends ScheduleStatus {
  readonly restoration: RestorationStatus | null; // null where it is no home that was restored
  readonly submissions: number;
  readonly observations: number;
  readonly issues: Readonly<Record<Severity, number>>;
  readonly lastRun: LastRun | null;
  readonly editions: readonly LatestEdition[]; // the latest version of each paper, by period, kind, region
}

export interface LastRun {
  readonly job: RecordedJob;
  readonly subject: string | null;
  readonly startedAt: string; // ISO 8601, UTC
  readonly finishedAt: string;
  readonly outcome: RunOutcome;
  readonly error: string | null;
}

export interface LatestEdition {
  readonly period: string;
  readonly kind: EditionKind;
  readonly region: string;
  readonly version: number;
  readonly state: string;
  readonly createdAt: string; // ISO 8601, UTC
  readonly path: string; // of its folder, from the home
}

/**
 * Counts what is in a database file, without changing it; null where there is no file, or nothing in it yet.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export function readStatus(file: string): StoreStatus | null {
  return peek(file, describe);
}

function describe(database: Database.Database): StoreStatus {
  return {
    submissions: count(database, "SELECT count(*) AS count FROM current_submission"),
    observations: count(
      database,
      "SELECT count(*) AS count FROM observation JOIN current_submission USING (sha256, reading)",
    ),
    issues: countIssues(database),
    lastRun: findLastRun(database),
    editions: listLatestEditions(database),
    restoration: readRestorationStatus(database),
    ...readScheduleStatus(database),
  };
}

function count(database: Database.Database, query: string): number {
  return database.prepare<[], { readonly count: number }>(query).get()?.count ?? 0;
}

function countIssues(database: Database.Database): Readonly<Record<Severity, number>> {
  const query =
    "SELECT severity, count(*) AS count FROM data_issue JOIN current_submission USING (sha256, reading) GROUP BY severity";
  const rows = database.prepare<[], { readonly severity: Severity; readonly count: number }>(query).all();
  const found = Object.fromEntries(rows.map((row) => [row.severity, row.count]));
  return { error: 0, warning: 0, info: 0, ...found };
}

function findLastRun(database: Database.Database): LastRun | null {
  const query = `SELECT job, subject, started_at AS startedAt, finished_at AS finishedAt, outcome, error FROM run
    ORDER BY finished_at DESC, started_at DESC, id DESC LIMIT 1`;
  return database.prepare<[], LastRun>(query).get() ?? null;
}

function listLatestEditions(database: Database.Database): readonly LatestEdition[] {
  const query = `SELECT period, kind, region, version, state, created_at AS createdAt, path FROM edition AS e
    WHERE version = (SELECT max(version) FROM edition WHERE period = e.period AND kind = e.kind AND region = e.region)
    ORDER BY period, kind, region`;
  return database.prepare<[], LatestEdition>(query).all();
}
