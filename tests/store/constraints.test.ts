import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { insertAnswer } from "../../pipeline/store/answers.ts";
import { approveDraft } from "../../pipeline/store/approvals.ts";
import { reserveDeliveries } from "../../pipeline/store/deliveries.ts";
import { insertBasis } from "../../pipeline/store/edition-bases.ts";
import { insertEdition, recordMakings } from "../../pipeline/store/editions.ts";
import { beat } from "../../pipeline/store/heartbeats.ts";
import { recordLook } from "../../pipeline/store/held-papers.ts";
import { insertMailReport } from "../../pipeline/store/mail-reports.ts";
import { keepMessageKey } from "../../pipeline/store/message-key.ts";
import { keepOffers } from "../../pipeline/store/offers.ts";
import { insertPackage } from "../../pipeline/store/packages.ts";
import { insertReceipt } from "../../pipeline/store/receipts.ts";
import { syncReference } from "../../pipeline/store/reference.ts";
import { reserveReminders } from "../../pipeline/store/reminders.ts";
import { reserveAgain, reserveDue } from "../../pipeline/store/reservations.ts";
import { recordRestoration } from "../../pipeline/store/restorations.ts";
import { lookAgain } from "../../pipeline/store/sightings.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { scratchFile, withRaw } from "./raw-database.ts";
import {
  answer,
  CITY,
  delivery,
  hash,
  issue,
  mailReport,
  observation,
  question,
  reading,
  reference,
  reminder,
  report,
  run,
  submission,
} from "./sample-rows.ts";

const SHA = hash("a");

let filled: Promise<Buffer> | undefined;

/** A database with a row in every table, opened behind the store's back: a copy in memory for each test. */
async function withFilled<T>(work: (database: Database.Database) => T): Promise<T> {
  filled ??= fill();
  const database = new Database(await filled);
  try {
    database.pragma("foreign_keys = ON");
    return work(database);
  } finally {
    database.close();
  }
}

async function fill(): Promise<Buffer> {
  const file = scratchFile();
  const store = await openStore(file);
  await syncReference(store, reference());
  const lists = {
    observations: [observation({ cell: "A1" })],
    issues: [issue("A1")],
    questions: [question()],
    reports: [report()],
  };
  const read = reading(submission("a"), { ...lists, run: run({ subject: SHA }) });
  await insertSubmission(store, read);
  await insertSubmission(store, { ...read, submission: submission("a", { readAs: hash("new seeds") }) });
  await insertAnswer(store, answer());
  await keepOffers(store, new Map([[hash("a"), [{ code: "new-farmland", scope: null, name: "新建高标准农田面积" }]]]));
  const now = "2023-07-11T01:02:03Z";
  await lookAgain(store, "财政局", [{ place: "财政局/6月.csv", stamp: "1" }], now);
  const held = [{ period: makePeriod(2023, 6), kind: "monthly", problem: "编者注有误" } as const];
  await recordLook(store, { receipts: [], months: [], held, at: now });
  await insertReceipt(store, { sha256: SHA, bureau: "finance", stamp: "1", file: "6月.csv", receivedAt: now });
  const pending = { job: "inbox", due: now, scheduledFor: now, outcome: null, note: null };
  await reserveAgain(store, pending, now);
  await reserveDue(store, "inbox", { before: null, now }, []);
  await beat(store, "schedule", "1", now);
  const edition = { period: makePeriod(2023, 6), kind: "monthly", region: CITY, version: 1, state: "draft" } as const;
  const rest = { asOf: null, contentSha256: SHA, createdAt: "2023-07-11T01:02:03Z", path: "editions/x" };
  await insertEdition(store, { ...edition, ...rest }, run({ job: "publish" }));
  await insertBasis(store, edition, { rules: "default", files: {}, known: null });
  await recordMakings(store, edition, hash("made of"));
  await approveDraft(store, { ...edition, approvedAt: now, approvedBy: "王主任" });
  const hashes = { contentSha256: SHA, sealSha256: SHA };
  const packed = { quarter: "2023-Q2", version: 1, name: "TL-1", supersedes: null, ...hashes, baggedAt: now };
  const series = { fonds: "Z109", year: 2023, retention: "D10", department: "FGW" } as const;
  await insertPackage(store, packed, [{ ...series, ordinal: 1, item: "2023-06-monthly", contentSha256: SHA }]);
  await reserveDeliveries(store, [delivery({ contentSha256: SHA })]);
  await reserveReminders(store, "2023-08-14", [reminder()]);
  await insertMailReport(store, mailReport(), {});
  await keepMessageKey(store, hash("secret"));
  await closeStore(store);
  recordRestoration(file, { restoredAt: now, backedUpAt: now });
  return withRaw(file, (database) => {
    database.pragma("journal_mode = DELETE"); // what is opened from memory has no write-ahead log
    return database.serialize();
  });
}

type Columns = Readonly<Record<string, string | number | null>>;

/** Inserts a copy of a table's first row with other key and changes; gives SQLite's code if it is refused. */
function copyRow(database: Database.Database, table: string, key: Columns, changes: Columns): string {
  const [row] = database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
  const copy = { ...row, ...key, ...changes };
  const names = Object.keys(copy);
  const insert = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`;
  try {
    database.prepare(insert).run(copy);
    return "accepted";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const NEW_KEY: Readonly<Record<string, Columns>> = {
  seed: { name: "another" },
  bureau: { code: "another" },
  region: { code: "150599" },
  indicator: { code: "another" },
  indicator_alias: { text: "另一个" },
  plan: { year: 2024 },
  target: { id: "2023-999" },
  milestone: { id: "2023-m999" },
  submission: { sha256: hash("b") },
  observation: { cell: "B2" },
  milestone_report: { cell: "B2" },
  data_issue: { ordinal: 7 },
  question: { ordinal: 7 },
  reading_check: { read_as: hash("other seeds") },
  answer: { ordinal: 7 },
  offer: { question: hash("f") },
  sighting: { place: "财政局/7月.csv" },
  receipt: { stamp: "another" },
  scheduled_run: { due: "another" },
  schedule_mark: { job: "another" },
  heartbeat: { name: "another" },
  restoration: { restored_at: "2023-07-12T01:02:03Z" },
  run: { id: "another" },
  edition: { version: 2 },
  package: { quarter: "2023-Q3", name: "TL-2" },
  package_item: { ordinal: 2, item: "another" },
  delivery: { address: "another@example.cn", message_id: "<another@example.cn>" },
  reminder: { recipient: "another", message_id: "<another@example.cn>" },
  mail_report: { id: "another@example.cn" },
};

const CHECKED: readonly [table: string, column: string, bad: readonly (string | number)[]][] = [
  ["seed", "name", ["", "A b"]],
  ["seed", "content_sha256", ["", "abc", "G".repeat(64), "a".repeat(65)]],
  ["bureau", "code", ["", "统计局", "A"]],
  ["bureau", "name", [""]],
  ["bureau", "short_name", [""]],
  ["bureau", "aliases", ["{}", "x", ""]],
  ["region", "code", ["", "15050", "1505000", "15050x"]],
  ["region", "name", [""]],
  ["region", "short_name", [""]],
  ["region", "aliases", ['"x"']],
  ["region", "kind", ["town"]],
  ["indicator", "code", ["", "GDP"]],
  ["indicator", "name", [""]],
  ["indicator", "decimals", [-1]],
  ["indicator", "nature", ["amount"]],
  ["indicator", "price", ["current", ""]],
  ["indicator", "cadence", ["weekly"]],
  ["indicator", "first_month", [0, 13]],
  ["indicator", "judged_from", [0, 13]],
  ["indicator_alias", "text", [""]],
  ["indicator_alias", "scope", [""]],
  ["plan", "year", [1899, 2200]],
  ["plan", "chapters", ["null", "3"]],
  ["target", "id", [""]],
  ["target", "chapter", [-1]],
  ["target", "name", [""]],
  ["target", "quantity", ["amount"]],
  ["target", "basis", ["guess"]],
  ["target", "op", ["!=", ""]],
  ["target", "low", ["", "9%", "9,0", "1e3", "NaN", ".5", "5.", "--1", "1-", "1.2.3", "-", " 9", "9\n", "٣"]],
  ["target", "high", ["9"]], // >= has a low only
  ["target", "relative_indicator", ["industrial-value-added"]], // half of a reference
  ["target", "relative_region", ["150500"]],
  ["target", "scope", [""]],
  ["target", "comparable_scopes", ["", "{}"]],
  ["target", "due", ["2023", "2023-13", "2023-00", "2023-6", "0023-06", "2023-06-01"]],
  ["target", "strength", ["", "必须"]],
  ["target", "explicit", [2, -1]],
  ["target", "headline", [2]],
  ["target", "bureau_is_our_reading", [2]],
  ["target", "review", [2]],
  ["target", "source_text", [""]],
  ["target", "source_start", [-1]],
  ["target", "source_end", [2]],
  ["milestone", "id", [""]],
  ["milestone", "chapter", [-1]],
  ["milestone", "project", [""]],
  ["milestone", "task", [""]],
  ["milestone", "action", [""]],
  ["milestone", "due", ["2023", "2023-13"]],
  ["milestone", "bureau_is_our_reading", [3]],
  ["milestone", "source_text", [""]],
  ["milestone", "source_start", [-1]],
  ["milestone", "source_end", [0]],
  ["submission", "sha256", ["", "abc", "A".repeat(64)]],
  ["submission", "reading", [0, -1]],
  ["submission", "read_as", ["", "abc"]],
  ["submission", "hints", ["", "[]", "x"]],
  ["submission", "file", [""]],
  ["submission", "format", ["", ".xlsx", "XLSX"]],
  ["submission", "source", [""]],
  ["submission", "bureau", ["", "统计局"]],
  ["submission", "illustrative", [2]],
  ["submission", "vintage", ["", "2023", "2023-7-1", "2023-02-30", "2023-07-10T00:00:00Z", "now", "2460000"]],
  ["submission", "url", [""]],
  ["submission", "received_at", ["", "2023-07-11", "2023-07-11 01:02:03", "2023-07-11T01:02:03+08:00"]],
  ["submission", "outcome", ["", "ok"]],
  ["observation", "cell", ["", "7", "c7", "C0", "C07", "$C$7", "C7:D8", "R1C1", "C"]],
  ["observation", "ordinal", [-1]],
  ["observation", "path", ["", "工业", "{}"]],
  ["observation", "indicator", ["", "工业"]],
  ["observation", "region", ["", "通辽市", "15050"]],
  ["observation", "period", ["", "2023", "2023-Q2", "2023-13", "2023-00", "2023-6", "2023-06-30"]],
  ["observation", "span", ["", "week"]],
  ["observation", "quantity", ["", "amount"]],
  ["observation", "scope", [""]],
  [
    "observation",
    "value",
    ["", "5.2%", "5,200", "5e1", "Infinity", ".5", "5.", "+5", "--5", "5-", "-", "1.2.3", " 5", "5\n"],
  ],
  ["observation", "unit", [""]],
  ["observation", "decimals", [-1]],
  ["observation", "status", ["", "ok", "missing"]], // missing has no value
  ["observation", "status_reason", [""]],
  ["milestone_report", "cell", ["", "7", "c7", "C0", "$C$7", "C7:D8"]],
  ["milestone_report", "ordinal", [-1]],
  ["milestone_report", "project", [""]],
  ["milestone_report", "project_key", [""]],
  ["milestone_report", "period", ["", "2023", "2023-Q2", "2023-13"]],
  ["milestone_report", "words", [""]],
  ["milestone_report", "words_cell", ["", "7", "c7"]],
  ["milestone_report", "state", ["", "快了"]],
  ["milestone_report", "halted", [2, -1]],
  ["milestone_report", "planned_start", ["", "2023-13", "2023"]],
  ["milestone_report", "started", ["", "2023-00"]],
  ["milestone_report", "planned_finish", ["", "2023-13"]],
  ["milestone_report", "finished", ["", "2023-6"]],
  ["milestone_report", "planned_investment", ["", "[]", "12"]],
  ["milestone_report", "completed_investment", ["", "[]", "12"]],
  ["milestone_report", "percent", ["", "[]", "12"]],
  ["data_issue", "ordinal", [-1]],
  ["data_issue", "code", ["", "Bad Code"]],
  ["data_issue", "severity", ["", "fatal"]],
  ["data_issue", "message", [""]],
  ["question", "ordinal", [-1]],
  ["question", "kind", ["", "unit"]],
  ["question", "label", [""]],
  ["question", "path", ["", "{}"]],
  ["question", "file_only", [2]],
  ["question", "figures", [-1]],
  ["reading_check", "read_as", ["", "abc"]],
  ["answer", "ordinal", [0, -1]],
  ["answer", "source", [""]],
  ["answer", "sha256", ["", "abc", hash("b")]], // holds for a source already
  ["answer", "kind", ["", "unit"]],
  ["answer", "label", [""]],
  ["answer", "path", ["", "{}"]],
  ["answer", "verdict", ["", "maybe", "none", "withdrawn"]], // none has no code
  ["answer", "code", ["", "工业"]],
  ["answer", "scope", [""]],
  ["answer", "answered_at", ["", "2023-07-11"]],
  ["offer", "question", ["", "abc"]],
  ["offer", "candidates", ["", "{}"]],
  ["held_paper", "period", ["", "2023-6"]],
  ["held_paper", "kind", ["weekly"]],
  ["held_paper", "problem", [""]],
  ["held_paper", "since", ["", "2023-07-11"]],
  ["restoration", "restored_at", ["", "2023-07-11"]],
  ["restoration", "backed_up_at", ["", "2023-07-11", "2023-07-13T01:02:03Z"]],
  ["sighting", "place", [""]],
  ["sighting", "stamp", [""]],
  ["sighting", "since", ["", "2023-07-11"]],
  ["receipt", "sha256", ["", "abc"]],
  ["receipt", "bureau", [""]],
  ["receipt", "stamp", [""]],
  ["receipt", "file", [""]],
  ["receipt", "received_at", ["", "yesterday"]],
  ["receipt", "is_settled", [2]],
  ["scheduled_run", "job", ["", "In Box"]],
  ["scheduled_run", "due", [""]],
  ["scheduled_run", "scheduled_for", ["", "2023-07-20"]],
  ["scheduled_run", "reserved_at", ["", "yesterday"]],
  ["scheduled_run", "started_at", ["", "yesterday"]],
  ["scheduled_run", "finished_at", ["", "2023-07-20T02:00:00Z"]], // finished without an outcome
  ["scheduled_run", "attempts", [-1]],
  ["scheduled_run", "step", [-1]],
  ["scheduled_run", "outcome", ["", "ok", "done"]], // an outcome without an end
  ["scheduled_run", "counts", ["", "[]", "1"]],
  ["scheduled_run", "note", [""]],
  ["scheduled_run", "error", ["", "x"]], // only a failure has one
  ["schedule_mark", "job", ["", "In Box"]],
  ["schedule_mark", "looked_at", ["", "yesterday"]],
  ["heartbeat", "name", [""]],
  ["heartbeat", "owner", [""]],
  ["heartbeat", "started_at", ["", "2023-07-20"]],
  ["heartbeat", "beat_at", ["", "2023-07-20"]],
  ["heartbeat", "stopped_at", ["", "2023-07-20"]],
  ["run", "job", ["", "In Gest"]],
  ["run", "started_at", ["", "2023-07-11"]],
  ["run", "finished_at", ["", "yesterday"]],
  ["run", "outcome", ["", "failed"]], // a failure has a reason
  ["run", "subject", [""]],
  ["run", "counts", ["", "[]", "1"]],
  ["run", "error", ["", "x"]], // only a failure has one
  ["edition", "period", ["2023", "2023-13"]],
  ["edition", "kind", ["weekly"]],
  ["edition", "region", ["", "x"]],
  ["edition", "version", [0, -1]],
  ["edition", "state", ["", "final"]],
  ["edition", "as_of", ["", "2023-02-30", "2023"]],
  ["edition", "content_sha256", ["", "abc"]],
  ["edition", "created_at", ["", "2023-07-11"]],
  ["edition", "path", ["", "/etc", "../x", "C:/x"]],
  ["approval", "approved_at", ["", "2023-07-11"]],
  ["approval", "approved_by", [""]],
  ["edition_basis", "rules", [""]],
  ["edition_basis", "files", ["", "[]", "1"]],
  ["edition_basis", "known", ["", "[]", "1"]],
  ["edition", "makings", ["", "abc"]],
  ["package", "quarter", ["2023", "2023-Q5"]],
  ["package", "version", [0, -1]],
  ["package", "name", ["", "../x", "归档"]],
  ["package", "supersedes", ["TL-1"]], // the first corrects none
  ["package", "content_sha256", ["", "abc"]],
  ["package", "seal_sha256", ["", "abc"]],
  ["package", "bagged_at", ["", "2023-07-11"]],
  ["package", "placed", [2]],
  ["package_item", "fonds", [""]],
  ["package_item", "retention", ["", "D20"]],
  ["package_item", "department", [""]],
  ["package_item", "ordinal", [0, 10_000]],
  ["package_item", "item", [""]],
  ["package_item", "content_sha256", ["", "abc"]],
  ["reminder", "day", ["", "2023-02-30", "2023-08"]],
  ["reminder", "recipient", ["", "财政局"]],
  ["reminder", "stage", ["", "over"]],
  ["reminder", "periods", ["", "{}"]],
  ["reminder", "channel", ["", "fax", "shared-folder"]], // a folder has no Message-ID
  ["reminder", "address", [""]],
  ["reminder", "name", [""]],
  ["reminder", "subject", [""]],
  ["reminder", "body", [""]],
  ["reminder", "message_id", ["", "x@y", "<@y>"]],
  ["reminder", "state", ["", "delivered"]],
  ["reminder", "reserved_at", ["", "2023-07-11"]],
  ["reminder", "code", [""]],
  ["reminder", "reply", [""]],
  ["mail_report", "id", [""]],
  ["mail_report", "message_id", ["", "x@y", "<@y>"]],
  ["mail_report", "action", ["", "bounced"]],
  ["mail_report", "status", ["", "5", "1.1.1", "5.x.1"]],
  ["mail_report", "words", [""]],
  ["mail_report", "received_at", ["", "2023-07-11"]],
  ["message_key", "id", [2]],
  ["message_key", "secret", ["", "abc", "G".repeat(64)]],
  ["delivery", "content_sha256", ["", "abc"]],
  ["delivery", "channel", ["", "fax", "shared-folder"]], // a folder has no Message-ID
  ["delivery", "address", [""]],
  ["delivery", "role", ["", "领导"]],
  ["delivery", "name", [""]],
  ["delivery", "papers", ["", "{}"]],
  ["delivery", "paper_sha256", ["", "[]"]],
  ["delivery", "earlier_ids", ["", "{}"]],
  ["delivery", "message_id", ["", "x@y", "<@y>", "<x@>"]],
  ["delivery", "state", ["", "lost", "sent"]], // what is sent has a time
  ["delivery", "attempts", [-1]],
  ["delivery", "reserved_at", ["", "2023-07-11"]],
  ["delivery", "settled_at", ["", "2023-07-11", "2023-07-11T01:02:03Z"]], // what is reserved has none
  ["delivery", "code", [""]],
  ["delivery", "reply", [""]],
];

describe("the database itself", () => {
  it("takes a copy of a row under another key, so that refusals below are about what is changed", async () => {
    const results = await withFilled((database) =>
      Object.entries(NEW_KEY).map(([table, key]) => [table, copyRow(database, table, key, {})]),
    );
    expect(results).toEqual(Object.keys(NEW_KEY).map((table) => [table, "accepted"]));
  });

  it.each(CHECKED)("checks %s.%s", async (table, column, bad) => {
    const results = await withFilled((database) =>
      bad.map((value) => [value, copyRow(database, table, NEW_KEY[table] ?? {}, { [column]: value })]),
    );
    const refused = /^SQLITE_(CONSTRAINT_CHECK|ERROR)$/; // ERROR: json_type of what is no JSON
    expect(results.filter(([, code]) => !refused.test(String(code)))).toEqual([]);
  });

  it("checks every column that has a rule", async () => {
    const ruled = await withFilled((database) => {
      const query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'kysely_*'";
      const tables = database.prepare<[], { readonly name: string; readonly sql: string }>(query).all();
      return tables.flatMap(({ name, sql }) =>
        [...sql.matchAll(/^ {2}(\w+) (?:TEXT|INTEGER)[^\n]*(?:\n {4}[^\n]*)*/gm)]
          .filter(([definition]) => definition.includes("CHECK"))
          .map((match) => `${name}.${match[1]}`),
      );
    });
    const tested = new Set(CHECKED.map(([table, column]) => `${table}.${column}`));
    expect(ruled.length).toBeGreaterThan(70);
    expect(ruled.filter((column) => !tested.has(column))).toEqual([]);
  });

  it.each<[string, string, Columns, string]>([
    ["a null with a reason", "observation", { value: null, status: "below-unit", status_reason: "…" }, "accepted"],
    ["a null without one", "observation", { value: null, status: "missing" }, "SQLITE_CONSTRAINT_CHECK"],
    ["a null of normal status", "observation", { value: null, status_reason: "x" }, "SQLITE_CONSTRAINT_CHECK"],
    ["a negative decimal", "observation", { value: "-0.50" }, "accepted"],
    ["leading zeros", "observation", { value: "007.10" }, "accepted"],
    ["a number for a decimal", "observation", { decimals: "x" }, "SQLITE_CONSTRAINT_DATATYPE"],
    ["an observation of no submission", "observation", { sha256: hash("nobody") }, "SQLITE_CONSTRAINT_FOREIGNKEY"],
    ["an issue of no submission", "data_issue", { sha256: hash("nobody") }, "SQLITE_CONSTRAINT_FOREIGNKEY"],
    ["a readable file without format", "submission", { format: null }, "SQLITE_CONSTRAINT_CHECK"],
    ["a refused file without format", "submission", { format: null, outcome: "refused" }, "accepted"],
    ["a target of another year", "target", { year: 2031 }, "SQLITE_CONSTRAINT_FOREIGNKEY"],
    ["a goal without a number", "target", { low: null }, "SQLITE_CONSTRAINT_CHECK"],
    ["a quota without a number", "target", { low: null, basis: "quota" }, "accepted"],
    ["around, both sides", "target", { op: "~", high: "9" }, "accepted"],
    ["around, one side", "target", { op: "~" }, "SQLITE_CONSTRAINT_CHECK"],
    ["half a range", "target", { op: "range" }, "SQLITE_CONSTRAINT_CHECK"],
    ["a cap with a floor", "target", { op: "<=", high: "9" }, "SQLITE_CONSTRAINT_CHECK"],
    ["a cap", "target", { op: "<=", low: null, high: "9" }, "accepted"],
    ["a delivery of no edition", "delivery", { version: 2 }, "SQLITE_CONSTRAINT_FOREIGNKEY"],
    ["a Message-ID of another delivery", "delivery", { message_id: "<x@example.cn>" }, "SQLITE_CONSTRAINT_UNIQUE"],
    ["a failed run with its reason", "run", { outcome: "failed", error: "x" }, "accepted"],
  ])("on %s", async (_, table, changes, expected) => {
    expect(await withFilled((database) => copyRow(database, table, NEW_KEY[table] ?? {}, changes))).toBe(expected);
  });

  it.each([
    "UPDATE observation SET value = '9.9'",
    "UPDATE observation SET indicator = NULL",
    "DELETE FROM observation",
    "INSERT OR REPLACE INTO observation SELECT * FROM observation",
    "INSERT INTO observation SELECT * FROM observation WHERE true ON CONFLICT DO UPDATE SET value = '9.9'",
    "UPDATE submission SET vintage = '2020-01-01'",
    "DELETE FROM submission",
    "UPDATE question SET figures = 0",
    "DELETE FROM question",
    "INSERT OR REPLACE INTO question SELECT * FROM question",
    "UPDATE reading_check SET read_as = read_as",
    "DELETE FROM reading_check",
    "UPDATE answer SET verdict = 'none', code = NULL",
    "DELETE FROM answer",
    "INSERT OR REPLACE INTO answer SELECT * FROM answer",
  ])("forbids %s", async (statement) => {
    const value = await withFilled((database) => {
      expect(() => database.exec(statement)).toThrow(/append-only/);
      return database.prepare("SELECT value, vintage FROM observation JOIN submission USING (sha256)").all();
    });
    expect(value).toEqual([{ value: "5.20", vintage: "2023-07-10" }]);
  });
});
