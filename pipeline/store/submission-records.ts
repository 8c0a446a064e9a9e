import { type Kysely, sql } from "kysely";
import type { BroughtFact, FiledIssue, SubmissionRecord } from "../model/reporting.ts";
import { ask, type Store, type Tables } from "./database.ts";
import { firstSender } from "./receipts.ts";

/** Whose sheet it is, else the bureau in whose folder it first came. */
const sender = sql<string | null>`coalesce(s.bureau, ${firstSender})`;

/** Of which place the figures are the plan's own, and up to which day files count. */
export interface RecordQuestion {
  readonly region: string;
  readonly asOf: string | null; // "2023-07-15": published or received up to that day; null for everything known
}

/** Every file received, as it was last read, with what it brought in numbers; by hash. */
export async function listSubmissionRecords(
  store: Store,
  { region, asOf }: RecordQuestion,
): Promise<readonly SubmissionRecord[]> {
  return ask(store, async (database) => {
    const submissions = await filed(database, asOf)
      .select(["s.file", "s.source", "s.illustrative", "s.vintage", "s.outcome", sender.as("bureau")])
      .select("s.received_at as receivedAt")
      .orderBy("s.sha256")
      .execute();
    const facts = groupByFile(await countFacts(database, region, asOf));
    const reports = groupByFile(await countReports(database, asOf));
    const issues = groupByFile(await countIssues(database, asOf));
    return submissions.map(({ illustrative, ...submission }): SubmissionRecord => {
      const { sha256 } = submission;
      const own = facts.get(sha256) ?? [];
      const told = reports.get(sha256) ?? [];
      const [found] = issues.get(sha256) ?? [];
      return {
        ...submission,
        illustrative: illustrative === 1,
        figures: sum(own.map(({ figures }) => figures)),
        projects: sum(told.map(({ projects }) => projects)),
        errors: found?.errors ?? 0,
        remarks: found?.remarks ?? 0,
        brought: own.map(({ indicator, period, figures, own: ownFigures }): BroughtFact => {
          return { indicator, period, isValue: figures > 0, isOwn: ownFigures > 0 };
        }),
        projectMonths: told.map(({ period }) => period),
      };
    });
  });
}

/** The issues of every file's last reading, by hash and then in the order in which they were found. */
export async function listFiledIssues(store: Store, asOf: string | null): Promise<readonly FiledIssue[]> {
  return ask(store, (database) =>
    filed(database, asOf)
      .innerJoin("data_issue as i", (join) =>
        join.onRef("i.sha256", "=", "s.sha256").onRef("i.reading", "=", "s.reading"),
      )
      .select([
        "s.file",
        sender.as("bureau"),
        "s.vintage",
        "i.code",
        "i.severity",
        "i.sheet",
        "i.cell",
        "i.message",
        "i.hint",
      ])
      .orderBy("s.sha256")
      .orderBy("i.ordinal")
      .execute(),
  );
}

function filed(database: Kysely<Tables>, asOf: string | null) {
  return database
    .selectFrom("current_submission as s")
    .select("s.sha256")
    .$if(asOf !== null, (query) => query.where("s.vintage", "<=", asOf));
}

function countFacts(database: Kysely<Tables>, region: string, asOf: string | null) {
  return filed(database, asOf)
    .innerJoin("observation as o", (join) =>
      join.onRef("o.sha256", "=", "s.sha256").onRef("o.reading", "=", "s.reading"),
    )
    .select(["o.indicator", "o.period"])
    .select((eb) => [
      eb.fn.count<number>("o.value").as("figures"),
      sql<number>`count(CASE WHEN o.region = ${region} THEN o.value END)`.as("own"),
    ])
    .groupBy(["s.sha256", "o.indicator", "o.period"])
    .orderBy("s.sha256")
    .orderBy("o.indicator")
    .orderBy("o.period")
    .execute();
}

function countReports(database: Kysely<Tables>, asOf: string | null) {
  return filed(database, asOf)
    .innerJoin("milestone_report as r", (join) =>
      join.onRef("r.sha256", "=", "s.sha256").onRef("r.reading", "=", "s.reading"),
    )
    .select("r.period")
    .select((eb) => eb.fn.countAll<number>().as("projects"))
    .groupBy(["s.sha256", "r.period"])
    .orderBy("s.sha256")
    .orderBy("r.period")
    .execute();
}

function countIssues(database: Kysely<Tables>, asOf: string | null) {
  return filed(database, asOf)
    .innerJoin("data_issue as i", (join) =>
      join.onRef("i.sha256", "=", "s.sha256").onRef("i.reading", "=", "s.reading"),
    )
    .select([
      sql<number>`count(CASE WHEN i.severity = 'error' THEN 1 END)`.as("errors"),
      sql<number>`count(CASE WHEN i.severity <> 'error' THEN 1 END)`.as("remarks"),
    ])
    .groupBy("s.sha256")
    .execute();
}

function groupByFile<T extends { readonly sha256: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(row.sha256);
    if (known) known.push(row);
    else groups.set(row.sha256, [row]);
  }
  return groups;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
