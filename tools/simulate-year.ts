// Lives through the demo's year by a clock of its own: the bureaus' sheets come into the inbox in the month after theirs, the
// schedule of seeds/schedule.yaml runs, and the ledger is printed: `tsx tools/simulate-year.ts`, in a home that is thrown
// away. The sheets of January to June are those that ship; those of July to December are made as they were, of the same
// illustrative series carried on (tools/sheets/second-half.ts). Packages are made without PDFs, and their time is told
// apart; there are no nightly backups; and between the days on which sheets come or a paper or a package is due the machine is off.

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dueTimes } from "../pipeline/calendar/due-times.ts";
import { normaliseConfig } from "../pipeline/config.ts";
import { attend } from "../pipeline/jobs/schedule/attend.ts";
import { withJobRoom } from "../pipeline/jobs/schedule/job-room.ts";
import type { JobStep } from "../pipeline/jobs/schedule/jobs/job.ts";
import { runLine } from "../pipeline/jobs/schedule/run-words.ts";
import { beijingDay } from "../pipeline/model/beijing-time.ts";
import type { Delivery } from "../pipeline/model/delivery.ts";
import { makePeriod, type Period, shiftPeriod } from "../pipeline/model/period.ts";
import type { RecordedReminder } from "../pipeline/model/reporting-calendar.ts";
import type { ScheduleRules } from "../pipeline/model/schedule.ts";
import { type JobName, SCHEDULED_JOBS } from "../pipeline/model/scheduled-job.ts";
import { listDeliveries } from "../pipeline/store/deliveries.ts";
import { listEditions } from "../pipeline/store/editions.ts";
import { listReminders } from "../pipeline/store/reminders.ts";
import { listScheduledRuns, type ScheduledRun } from "../pipeline/store/scheduled-runs.ts";
import { layOutDemoBooks } from "./sheets/demo-books.ts";
import { carryOn } from "./sheets/second-half.ts";
import { readSeries } from "./sheets/series.ts";
import { writeDemoBooks } from "./sheets/write-demo-sheets.ts";

const START = Date.parse("2023-01-01T00:00:00+08:00");
const END = Date.parse("2024-03-16T00:00:00+08:00"); // the fourth quarter is packed on 15 March, once the year's paper is out
const MONTHS: readonly Period[] = Array.from({ length: 12 }, (_, index) => makePeriod(2023, index + 1));
const MOST_SECONDS = 120; // without packing; by the clock or of the processor, since what else a machine does only slows it down
const EXPECTED =
  /^12 months, 4 quarters, 1 year, 4 packages, 0 failed, [1-9]\d* deliveries of 17 papers, [1-9]\d* reminders, 0 not sent; 17 papers$/;
const LINE_CHARS = 110;

const began = secondsGone();
const series = carryOn(readSeries(fileURLToPath(new URL("sheets/series.csv", import.meta.url))));
const home = mkdtempSync(join(tmpdir(), "jindu-year-"));
let time = START;
const packing = { clock: 0, processor: 0 }; // seconds
const quiet = () => {};
const effects = {
  now: () => new Date(time).toISOString(),
  random: randomBytes,
  logger: { info: quiet, warn: quiet, error: quiet }, // what fails is in the ledger
  wait: async (ms: number) => {
    time += ms;
  },
};
try {
  const config = normaliseConfig({ JINDU_HOME: home, JINDU_OFFICE: "none" });
  await withJobRoom(config, effects, async (whole) => {
    const rules = { ...whole.rules, jobs: whole.rules.jobs.filter(({ job }) => job !== "backup") };
    const room = { ...whole, rules, registry: { ...whole.registry, archive: whole.registry.archive.map(timed) } };
    await attend(room, true);
    for (const day of daysThatMatter(room.rules)) {
      const sent = MONTHS.filter((period) => arrivalOf(period) === day);
      await writeDemoBooks(layOutDemoBooks(series, sent), join(home, "inbox"));
      time = Date.parse(`${day}T15:00:00+08:00`); // what fell due since the last such day is done then
      await attend(room, false);
    }
    const { store } = room;
    const ledger = await listScheduledRuns(store);
    const rest = ledger.filter((run) => !isOfPapers(run));
    for (const run of ledger.filter(isOfPapers)) console.log(shorten(runLine(run)));
    for (const job of new Set(rest.map((run) => run.job))) console.log(restLine(rest.filter((run) => run.job === job)));
    const outcome = [describe(ledger), describeDelivered(await listDeliveries(store), await listReminders(store))];
    const papers = new Set((await listEditions(store)).map(({ period, kind }) => `${period}-${kind}`)).size;
    const [clock, processor] = [secondsGone() - began - packing.clock, processorSeconds() - packing.processor];
    const told = `${outcome.join(", ")}; ${papers} papers`;
    console.log(
      `${ledger.filter(({ startedAt }) => startedAt !== null).length} runs: ${told}; ${timesOf({ clock, processor })}, and packing ${timesOf(packing)}`,
    );
    if (EXPECTED.test(told) && Math.min(clock, processor) <= MOST_SECONDS) return;
    console.log(`expected ${EXPECTED}, within ${MOST_SECONDS} s`);
    process.exitCode = 1;
  });
} finally {
  execFileSync("chmod", ["-R", "u+w", home]); // packages are read-only
  rmSync(home, { recursive: true, force: true });
}

/** The same step, with the time it takes noted apart. */
function timed(step: JobStep): JobStep {
  return async (context) => {
    const [clock, processor] = [secondsGone(), processorSeconds()];
    const result = await step(context);
    packing.clock += secondsGone() - clock;
    packing.processor += processorSeconds() - processor;
    return result;
  };
}

function secondsGone(): number {
  return performance.now() / 1000;
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function timesOf({ clock, processor }: typeof packing): string {
  return `${clock.toFixed(0)} s (${processor.toFixed(0)} s of the processor)`;
}

/** Those on which sheets come in, and those on which a paper or a package is due. */
function daysThatMatter({ jobs, days }: ScheduleRules): readonly string[] {
  const span = { after: new Date(START).toISOString(), upTo: new Date(END).toISOString(), limit: 100 };
  const periodic = jobs.filter(({ job }) => SCHEDULED_JOBS[job].span !== "time");
  const due = periodic.flatMap((timing) => dueTimes(timing, span, days).times.map(({ at }) => beijingDay(at)));
  return [...new Set([...due, ...MONTHS.map(arrivalOf)])].sort();
}

/** The sheets of a month come on the 12th of the next. */
function arrivalOf(period: Period): string {
  return `${shiftPeriod(period, 1)}-12`;
}

function shorten(line: string): string {
  return line.length > LINE_CHARS ? `${line.slice(0, LINE_CHARS)}…` : line;
}

function isOfPapers({ job, counts }: ScheduledRun): boolean {
  return /^(?:publish|archive)/.test(job) || counts.papers !== undefined;
}

/** What became of the year's runs; 2022 lies before the first plan, which is noted, and of 2024 there is none yet, which fails. */
function describe(ledger: readonly ScheduledRun[]): string {
  const ofTheYear = ledger.filter(
    ({ job, due }) => SCHEDULED_JOBS[job as JobName].span === "time" || due.startsWith("2023-"),
  );
  const done = (job: JobName) => ofTheYear.filter((run) => run.job === job && run.outcome === "done").length;
  const failed = ofTheYear.filter(({ outcome }) => outcome === null || outcome === "failed").length;
  const papers = `${done("publish-monthly")} months, ${done("publish-quarterly")} quarters, ${done("publish-annual")} year`;
  return `${papers}, ${done("archive")} packages, ${failed} failed`;
}

function describeDelivered(deliveries: readonly Delivery[], reminders: readonly RecordedReminder[]): string {
  const papers = new Set(deliveries.map(({ period, kind }) => `${period}-${kind}`)).size;
  const unsent = [...deliveries, ...reminders].filter(({ state }) => state !== "sent").length;
  return `${deliveries.length} deliveries of ${papers} papers, ${reminders.length} reminders, ${unsent} not sent`;
}

/** All runs of a job in a line: how they ended, and what they counted. */
function restLine(runs: readonly ScheduledRun[]): string {
  const sums = new Map<string, number>();
  for (const { outcome, counts } of runs) {
    for (const [name, count] of [[outcome ?? "open", 1] as const, ...Object.entries(counts)])
      sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return `${runs[0]?.job}: ${[...sums].map(([name, sum]) => `${name} ${sum}`).join(", ")}`;
}
