// Lives through the demo's year by a clock of its own: the shipped sheets come into the inbox in the month after theirs, the
// schedule of seeds/schedule.yaml runs, and the ledger is printed: `tsx tools/simulate-year.ts`, in a home that is thrown away.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dueTimes } from "../pipeline/calendar/due-times.ts";
import { normaliseConfig } from "../pipeline/config.ts";
import { attend } from "../pipeline/jobs/attend.ts";
import { withJobRoom } from "../pipeline/jobs/job-room.ts";
import { runLine } from "../pipeline/jobs/run-words.ts";
import { beijingDay } from "../pipeline/model/beijing-time.ts";
import type { ScheduleRules } from "../pipeline/model/schedule.ts";
import { SCHEDULED_JOBS } from "../pipeline/model/scheduled-job.ts";
import { listScheduledRuns } from "../pipeline/store/scheduled-runs.ts";

const SHEETS = fileURLToPath(new URL("../seeds/sheets/demo", import.meta.url));
const MONTHS_OF_QUARTERS: Readonly<Record<string, number>> = { 一季度: 3, 上半年: 6 };
const ARRIVALS = Array.from({ length: 12 }, (_, index) => `2023-${String(index + 1).padStart(2, "0")}-12`);
const START = Date.parse("2023-01-01T00:00:00+08:00");
const END = Date.parse("2024-03-01T12:00:00+08:00"); // the year's paper is due on its second 28 February

const began = performance.now();
const home = mkdtempSync(join(tmpdir(), "jindu-year-"));
let time = START;
const quiet = () => {};
const effects = {
  now: () => new Date(time).toISOString(),
  logger: { info: quiet, warn: quiet, error: (line: string) => console.error(line) },
  wait: async (ms: number) => {
    time += ms;
  },
};
try {
  const ledger = await withJobRoom(normaliseConfig({ JINDU_HOME: home }), effects, async (room) => {
    await attend(room, true);
    for (const day of daysThatMatter(room.rules)) {
      putSheets(day);
      time = Date.parse(`${day}T13:00:00+08:00`); // what fell due in the morning is done then
      await attend(room, false);
    }
    return listScheduledRuns(room.store);
  });
  const told = ledger.filter((run) => run.counts.papers !== undefined || run.job.startsWith("publish"));
  for (const run of told) console.log(runLine(run));
  const count = (job: string) => ledger.filter((run) => run.job === job && run.outcome === "done").length;
  const [months, quarters, years] = [count("publish-monthly"), count("publish-quarterly"), count("publish-annual")];
  const ofTheYear = ledger.filter(({ due }) => due.startsWith("2023-")); // of 2022 and 2024 there is no plan, which is said
  const failed = ofTheYear.filter(({ outcome }) => outcome === "failed" || outcome === null).length;
  const papers = readdirSync(join(home, "editions")).length;
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${ledger.length} runs: ${months} months, ${quarters} quarters, ${years} years, ${failed} failed; ${papers} papers; ${seconds.toFixed(0)} s`,
  );
  process.exitCode = failed > 0 || seconds > 120 ? 1 : 0;
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** Those on which sheets come in, and those on which a paper or a package is due; between them the machine is off. */
function daysThatMatter({ jobs, days }: ScheduleRules): readonly string[] {
  const span = { after: new Date(START).toISOString(), upTo: new Date(END).toISOString(), limit: 100 };
  const periodic = jobs.filter(({ job }) => SCHEDULED_JOBS[job].span !== "time");
  const due = periodic.flatMap((timing) => dueTimes(timing, span, days).times.map(({ at }) => beijingDay(at)));
  return [...new Set([...due, ...ARRIVALS])].sort();
}

/** On the 12th the sheets of the month before come in, each in its bureau's folder. */
function putSheets(day: string): void {
  const month = ARRIVALS.indexOf(day);
  for (const entry of readdirSync(SHEETS, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || monthOfSheet(entry.name) !== month) continue;
    const folder = join(home, "inbox", basename(entry.parentPath));
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(entry.parentPath, entry.name), join(folder, entry.name));
  }
}

/** The month that the name of a shipped sheet says. */
function monthOfSheet(name: string): number | undefined {
  const quarter = Object.keys(MONTHS_OF_QUARTERS).find((word) => name.includes(word));
  if (quarter !== undefined) return MONTHS_OF_QUARTERS[quarter];
  const [, month] = /2023(?:年1—|年|\.)?(\d{1,2})(?=月|）|\.)/.exec(name) ?? [];
  return month === undefined ? undefined : Number(month);
}
