import { beijingDay } from "../../../model/beijing-time.ts";
import { yearOf } from "../../../model/period.ts";
import { FOUND_MISSING } from "../../../model/run-outcome.ts";
import { periodEndedBy } from "../../../model/scheduled-job.ts";
import { catchUp } from "../../catch-up.ts";
import { readCompleteness } from "../../edition/publish-complete.ts";
import { withHome } from "../../open-home.ts";
import { planYears } from "../../plan.ts";
import { countOpenQuestions } from "../../review-questions.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";
import { missingWords } from "./missing-words.ts";

/** Reads anew what seeds and answers have changed, then tells what waits for a person and which sheets are missing. */
export const checkJob: ScheduledJob = [rereadFiles, lookForGaps];

async function rereadFiles({ setting, effects }: JobContext): Promise<StepResult> {
  const reread = await withHome(setting, (open) => catchUp(open, "all", effects));
  return { counts: reread.length === 0 ? {} : { reread: reread.length }, note: null, hasErrors: false };
}

async function lookForGaps({ setting, effects }: JobContext): Promise<StepResult> {
  return withHome(setting, async (open) => {
    const questions = await countOpenQuestions(open);
    const period = periodEndedBy(beijingDay(effects.now()), "month");
    const asked: Readonly<Record<string, number>> = questions === 0 ? {} : { questions };
    if (!planYears(open.root).includes(yearOf(period))) return { counts: asked, note: null, hasErrors: false };
    const { missing } = await readCompleteness(open, period);
    const counts = missing.length === 0 ? asked : { ...asked, [FOUND_MISSING]: missing.length };
    return { counts, note: missingWords(missing, open.reference), hasErrors: false };
  });
}
