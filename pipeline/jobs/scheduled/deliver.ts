import { type EditionRecord, listEditions } from "../../store/editions.ts";
import { deliver, NOTHING_SAID, RETURNED_HINT } from "../deliver.ts";
import { withHome } from "../open-home.ts";
import { takeReplies } from "../replies.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";

const RECENT_MS = 31 * 24 * 60 * 60 * 1000; // older papers are delivered by hand only

/**
 * Reads the mails that came back, then delivers the latest version of every recent paper to whoever has not got it; what waits
 * for approval is only counted.
 */
export const deliverJob: ScheduledJob = [readReplies, deliverPapers];

async function readReplies({ setting, rules, effects }: JobContext): Promise<StepResult> {
  const { files } = await withHome(setting, (open) => takeReplies(open, rules.inbox, effects));
  const bounced = files.filter(({ outcome, action }) => outcome === "recorded" && action === "failed");
  const unmatched = files.filter(({ outcome }) => outcome === "unmatched").length;
  const counts = { replies: files.length, bounced: bounced.length, unmatched };
  const names = bounced.map(({ mail }) => `${mail?.title} ${mail?.name}（${mail?.address}）`);
  return {
    counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    note: names.length === 0 ? null : `被退回：${names.join("、")}。${RETURNED_HINT}`,
    hasErrors: bounced.length + unmatched > 0,
  };
}

async function deliverPapers({ setting, effects }: JobContext): Promise<StepResult> {
  return withHome(setting, async (open) => {
    const oldest = new Date(Date.parse(effects.now()) - RECENT_MS).toISOString();
    const due = latestOf(await listEditions(open.store)).filter(
      ({ state, createdAt }) => state !== "delivered" && createdAt >= oldest,
    );
    const isReady = ({ state }: EditionRecord) => !setting.approval || state !== "draft";
    const counts = { delivered: 0, undelivered: 0, unapproved: due.filter((edition) => !isReady(edition)).length };
    for (const { period, kind } of due.filter(isReady)) {
      const request = { edition: `${period}-${kind}`, to: null, isDryRun: false, ...NOTHING_SAID };
      const { ok } = await deliver(open, request, setting, effects);
      counts[ok ? "delivered" : "undelivered"] += 1;
    }
    const told = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    return { counts: told, note: null, hasErrors: counts.undelivered > 0 };
  });
}

/** The latest version of each paper; editions come in the order of their versions. */
function latestOf(editions: readonly EditionRecord[]): readonly EditionRecord[] {
  return [...new Map(editions.map((edition) => [`${edition.period}-${edition.kind}`, edition])).values()];
}
