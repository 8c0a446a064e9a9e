import { describe, expect, it } from "vitest";
import { type HistoryRequest, historyLines } from "../../../pipeline/jobs/schedule/job-history.ts";
import type { ScheduledRun } from "../../../pipeline/store/scheduled-runs.ts";
import { callCommand } from "../../support/call-command.ts";
import { scratchFolder } from "../../support/scratch-home.ts";

const MINUTES = 60_000;

/** Runs five minutes apart, of these jobs in turn. */
function ledger(count: number, changes: (index: number) => Partial<ScheduledRun>): readonly ScheduledRun[] {
  return Array.from({ length: count }, (_, index): ScheduledRun => {
    const at = new Date(Date.parse("2023-07-20T00:00:00.000Z") + index * 5 * MINUTES).toISOString();
    const times = { due: at, scheduledFor: at, reservedAt: at, startedAt: at, finishedAt: at };
    const end = { attempts: 1, step: 1, outcome: "done", counts: {}, note: null, error: null } as const;
    return { job: "inbox", ...times, ...end, ...changes(index) };
  });
}

const ALL: HistoryRequest = { job: null, limit: 30 };

describe("historyLines(runs, asked)", () => {
  it.each<[what: string, quiet: Partial<ScheduledRun>]>([
    ["found nothing", { job: "inbox" }],
    ["sent nothing", { job: "deliver" }],
    ["were left out", { job: "inbox", outcome: "skipped", note: "没有运行时错过" }],
    ["overlapped", { job: "deliver", outcome: "overlapped", note: "上一项工作还没有做完" }],
  ])("tells of the paper before 200 runs that %s, and how many of those there are", (_, quiet) => {
    const runs = ledger(201, (index) => (index === 0 ? { job: "publish-monthly", due: "2023-06" } : quiet));
    const [paper, ...rest] = historyLines(runs, ALL);
    expect([paper, rest]).toEqual([expect.stringContaining("2023年6月"), [expect.stringContaining(" 200 次")]]);
  });

  it.each<[what: string, telling: Partial<ScheduledRun>]>([
    ["took files", { counts: { files: 1 } }],
    ["failed", { outcome: "failed", error: "磁盘已满" }],
    ["said something", { note: "市统计局 不能读取" }],
    ["has not ended", { outcome: null, finishedAt: null }],
    ["was left out, of a paper", { job: "publish-monthly", due: "2023-06", outcome: "skipped", note: "错过" }],
    ["found nothing, once a day", { job: "check" }],
  ])("tells of a run that %s", (_, telling) => {
    expect(
      historyLines(
        ledger(1, () => telling),
        ALL,
      ),
    ).toHaveLength(1);
  });

  it("tells the last, says how many earlier ones there are, and all of one job where that is asked for", () => {
    const runs = ledger(90, (index) => ({ job: index % 2 === 0 ? "backup" : "inbox" }));
    const lines = historyLines(runs, ALL);
    expect(lines.slice(30)).toEqual([expect.stringContaining(" 15 次：--limit"), expect.stringContaining(" 45 次")]);
    expect(historyLines(runs, { job: null, limit: 45 }).slice(45)).toEqual([expect.stringContaining(" 45 次没有列出")]);
    const inbox = historyLines(runs, { job: "inbox", limit: 45 });
    expect([inbox.length, inbox.every((line) => line.includes("收件"))]).toEqual([45, true]);
    expect(historyLines(runs, { job: "archive", limit: 45 })).toEqual(["还没有做过季度归档。"]);
    expect(historyLines([], ALL)).toEqual(["还没有做过定时工作。"]);
  });
});

describe("jindu jobs history", () => {
  it.each([
    [["jobs", "history", "--job", "nothing"], 2],
    [["jobs", "history", "--limit", "0"], 2],
    [["jobs", "history", "--limit", "1.5"], 2],
    [["jobs", "list", "--limit", "5"], 2],
    [["jobs", "list", "--job", "inbox"], 2],
    [["jobs", "history", "--job", "backup", "--limit", "5"], 0],
  ])("ends for %j with %i", async (words, status) => {
    expect((await callCommand(words, scratchFolder())).status).toBe(status);
  });

  it("narrows --json as it is asked, and else tells every run", async () => {
    const home = scratchFolder();
    for (let times = 0; times < 3; times += 1) await callCommand(["jobs", "run", "inbox"], home);
    await callCommand(["jobs", "run", "check"], home);
    const count = async (...more: readonly string[]) => {
      const { runs } = JSON.parse((await callCommand(["jobs", "history", "--json", ...more], home)).stdout);
      return runs.length;
    };
    expect([await count(), await count("--job", "inbox"), await count("--limit", "2")]).toEqual([4, 3, 2]);
  });
});
