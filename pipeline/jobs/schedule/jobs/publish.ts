import { PipelineError } from "../../../errors.ts";
import type { EditionKind } from "../../../model/edition.ts";
import { yearOf } from "../../../model/period.ts";
import { FOUND_MISSING, FOUND_NOTHING } from "../../../model/run-outcome.ts";
import { publish } from "../../edition/publish.ts";
import { readCompleteness } from "../../edition/publish-complete.ts";
import { type OpenHome, withHome } from "../../open-home.ts";
import { planYears } from "../../plan.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";
import { missingWords } from "./missing-words.ts";

/** Publishes the paper of a kind on its closing day, whatever is missing, and says what is. */
export function publishJob(kind: EditionKind): ScheduledJob {
  return [(context) => withHome(context.setting, (open) => publishPaper(open, kind, context))];
}

async function publishPaper(open: OpenHome, kind: EditionKind, { period, effects }: JobContext): Promise<StepResult> {
  if (period === null) throw new RangeError(`${kind}: no period`);
  const [first = 0] = planYears(open.root);
  if (yearOf(period) < first)
    return { counts: { [FOUND_NOTHING]: 1 }, note: `没有 ${yearOf(period)} 年的计划，不生成`, hasErrors: false };
  const { missing } = await readCompleteness(open, period);
  const note = missingWords(missing, open.reference);
  const counts = missing.length === 0 ? {} : { [FOUND_MISSING]: missing.length };
  try {
    const { isNew } = await publish(open, { period, kind, asOf: null }, effects);
    return { counts: isNew ? { ...counts, papers: 1 } : counts, note, hasErrors: false };
  } catch (error) {
    if (!(error instanceof PipelineError && error.code === "NOTHING_TO_PUBLISH")) throw error;
    return { counts: { ...counts, [FOUND_NOTHING]: 1 }, note: error.message, hasErrors: false }; // a month of which nothing was sent is no failure of ours
  }
}
