import { type Completeness, completenessOf } from "../assess/completeness.ts";
import { monthOfRecord } from "../assess/sent-figures.ts";
import { EDITION_KINDS, MONTHS_IN } from "../model/edition-kind.ts";
import { monthOf, type Period, yearOf } from "../model/period.ts";
import { listEditions } from "../store/editions.ts";
import { listUnsettledReceipts, settleReceipts } from "../store/receipts.ts";
import { listSubmissionRecords } from "../store/submission-records.ts";
import type { Effects } from "./effects.ts";
import type { OpenHome } from "./open-home.ts";
import { loadPlan, planYears } from "./plan.ts";
import { type Published, publish } from "./publish.ts";

/** What became of the months that files came for. */
export interface CompletedPapers {
  readonly published: readonly Published[];
  readonly incomplete: readonly Completeness[];
}

/**
 * Publishes the papers of the months for which something has come through the inbox since the last look, and that are
 * complete: the monthly, and with a quarter's or the year's last month the quarterly and the annual. Where papers of later
 * months of the year are out, they are written anew too, as far as what came changes them.
 *
 * What came is remembered as looked at only when all is published, so a process killed on the way starts over.
 *
 * @param only this month, whatever came
 * @throws PipelineError as `publish` does
 */
export async function publishComplete(
  open: OpenHome,
  only: Period | undefined,
  effects: Effects,
): Promise<CompletedPapers> {
  const receipts = await listUnsettledReceipts(open.store);
  const months = only === undefined ? await monthsTouched(open, new Set(receipts.map(({ sha256 }) => sha256))) : [only];
  const published: Published[] = [];
  const incomplete: Completeness[] = [];
  for (const period of months) {
    const found = await readCompleteness(open, period);
    if (!found.isComplete) incomplete.push(found);
    else
      for (const kind of EDITION_KINDS.filter((one) => monthOf(period) % MONTHS_IN[one] === 0))
        published.push(await publish(open, { period, kind, asOf: null }, effects));
  }
  if (only === undefined) await settleReceipts(open.store, receipts);
  return { published, incomplete };
}

/** Tells whether the sheets for a month are in. @throws PipelineError PLAN_NOT_FOUND, SEED_INVALID, STORE_BUSY, STORE_FAILED */
export async function readCompleteness(open: OpenHome, period: Period): Promise<Completeness> {
  const plan = loadPlan(open.root, yearOf(period), open.reference);
  const records = await listSubmissionRecords(open.store, { region: plan.region, asOf: null });
  return completenessOf(records, { plan, period, ...open.reference });
}

/** The months that files were sent for and that have a plan, and later ones of the year that a paper is out for; in order. */
async function monthsTouched(open: OpenHome, files: ReadonlySet<string>): Promise<readonly Period[]> {
  if (files.size === 0) return [];
  const { indicators } = open.reference;
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const [year] = planYears(open.root).slice(-1);
  const { region } = loadPlan(open.root, year ?? 0, open.reference);
  const records = await listSubmissionRecords(open.store, { region, asOf: null });
  const sentFor = records.filter(({ sha256 }) => files.has(sha256)).map((record) => monthOfRecord(record, byCode));
  const own = sentFor.flatMap((month) => month ?? []);
  const printed = (await listEditions(open.store)).filter(({ kind }) => kind === "monthly").map(({ period }) => period);
  const later = printed.filter((period) => own.some((month) => yearOf(month) === yearOf(period) && month < period));
  const years = planYears(open.root);
  return [...new Set([...own, ...later])].filter((period) => years.includes(yearOf(period))).sort();
}
