import { type EditionRecord, listEditions } from "../../store/editions.ts";
import { deliver } from "../deliver.ts";
import { withHome } from "../open-home.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";

const RECENT_MS = 31 * 24 * 60 * 60 * 1000; // older papers are delivered by hand only

/** Delivers the latest version of every recent paper to whoever has not got it; what waits for approval is only counted. */
export const deliverJob: ScheduledJob = [deliverPapers];

async function deliverPapers({ setting, effects }: JobContext): Promise<StepResult> {
  return withHome(setting, async (open) => {
    const oldest = new Date(Date.parse(effects.now()) - RECENT_MS).toISOString();
    const due = latestOf(await listEditions(open.store)).filter(
      ({ state, createdAt }) => state !== "delivered" && createdAt >= oldest,
    );
    const isReady = ({ state }: EditionRecord) => !setting.approval || state === "approved";
    const counts = { delivered: 0, undelivered: 0, unapproved: due.filter((edition) => !isReady(edition)).length };
    for (const { period, kind } of due.filter(isReady)) {
      const request = { edition: `${period}-${kind}`, to: null, isDryRun: false, again: null, arrived: null };
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
