import { type Completeness, completenessOf } from "../../assess/completeness.ts";
import { monthOfRecord } from "../../assess/sent-figures.ts";
import { PipelineError, placeToTell } from "../../errors.ts";
import type { EditionKind } from "../../model/edition.ts";
import { EDITION_KINDS, MONTHS_IN } from "../../model/edition-kind.ts";
import { monthOf, type Period, yearOf } from "../../model/period.ts";
import { listEditions } from "../../store/editions.ts";
import { type HeldPaper, listHeldPapers, recordLook } from "../../store/held-papers.ts";
import { listUnsettledReceipts } from "../../store/receipts.ts";
import { listSubmissionRecords } from "../../store/submission-records.ts";
import type { Effects } from "../effects.ts";
import type { OpenHome } from "../open-home.ts";
import { loadPlan, planYears } from "../plan.ts";
import { type Published, publish } from "./publish.ts";

/** What became of the months that files came for. */
export interface CompletedPapers {
  readonly published: readonly Published[];
  readonly incomplete: readonly Completeness[];
  readonly held: readonly NewlyHeld[]; // papers whose sheets are in and that could not be written
}

/** A paper that could not be written. */
export interface NewlyHeld extends HeldPaper {
  readonly isNew: boolean; // false where the last look at it said the same
}

/**
 * Publishes the papers of the months for which something has come through the inbox, or was read otherwise, since the last
 * look, and that are complete: the monthly, and with a quarter's or the year's last month the quarterly and the annual. Where
 * papers of later months of the year are out, they are written anew too, as far as what came changes them.
 *
 * A paper that cannot be written keeps none of the others back; it is tried again at every look. What came is remembered as
 * looked at only when all has been tried, so a process killed on the way starts over.
 *
 * @param only this month, whatever came
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function publishComplete(
  open: OpenHome,
  only: Period | undefined,
  effects: Effects,
): Promise<CompletedPapers> {
  const before = await listHeldPapers(open.store);
  const receipts = only === undefined ? await listUnsettledReceipts(open.store) : [];
  const touched = await monthsTouched(open, new Set(receipts.map(({ sha256 }) => sha256)));
  const months = only === undefined ? [...new Set([...touched, ...before.map(({ period }) => period)])].sort() : [only];
  const published: Published[] = [];
  const incomplete: Completeness[] = [];
  const held: NewlyHeld[] = [];
  for (const period of months) {
    const found = await readCompleteness(open, period);
    if (!found.isComplete) incomplete.push(found);
    for (const kind of found.isComplete ? kindsEnding(period) : []) {
      const paper = await tryPublish(open, { period, kind }, effects);
      if (typeof paper !== "string") published.push(paper);
      else held.push({ period, kind, problem: paper, isNew: !before.some(isSame({ period, kind, problem: paper })) });
    }
  }
  const kept = held.map(({ period, kind, problem }) => ({ period, kind, problem }));
  await recordLook(open.store, { receipts, months, held: kept, at: effects.now() });
  return { published, incomplete, held };
}

function kindsEnding(period: Period): readonly EditionKind[] {
  return EDITION_KINDS.filter((kind) => monthOf(period) % MONTHS_IN[kind] === 0);
}

function isSame({ period, kind, problem }: HeldPaper) {
  return (other: HeldPaper) => other.period === period && other.kind === kind && other.problem === problem;
}

/** In words what keeps the paper back; what stands in the way of every paper, or is a mistake of ours, is thrown. */
async function tryPublish(
  open: OpenHome,
  paper: { readonly period: Period; readonly kind: EditionKind },
  effects: Effects,
): Promise<Published | string> {
  try {
    return await publish(open, { ...paper, asOf: null }, effects);
  } catch (error) {
    if (!(error instanceof PipelineError) || error.mayPass || /^STORE_/.test(error.code)) throw error;
    return [placeToTell(error), error.message].filter(Boolean).join("：");
  }
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
