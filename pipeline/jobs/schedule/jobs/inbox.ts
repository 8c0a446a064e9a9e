import { publishComplete } from "../../edition/publish-complete.ts";
import { withHome } from "../../open-home.ts";
import { takeArrived } from "../../run.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";

/** Reads what has come into the inbox, then publishes the months that it completes. */
export const inboxJob: ScheduledJob = [takeFiles, publishMonths];

/** Reads what has come into the inbox; nothing is published. */
export async function takeFiles({ setting, rules, effects }: JobContext): Promise<StepResult> {
  const { files, unusable } = await withHome(setting, (open) => takeArrived(open, rules.inbox, effects));
  const failed = files.filter(({ ingested }) => ingested === null || ingested.outcome === "refused").length;
  const hasErrors = files.some(
    ({ ingested }) => ingested === null || ingested.issues.some(({ severity }) => severity === "error"),
  );
  return {
    counts: {
      ...(files.length > 0 && { files: files.length, failed }),
      ...(unusable.length > 0 && { unusable: unusable.length }),
    },
    note: unusable.map(({ folder, problem }) => `${folder} ${problem}`).join("；") || null,
    hasErrors: hasErrors || unusable.length > 0,
  };
}

/** A paper that is held for the same reason as at the last look is told of no more. */
async function publishMonths({ setting, effects }: JobContext): Promise<StepResult> {
  const { published, held } = await withHome(setting, (open) => publishComplete(open, undefined, effects));
  const papers = published.filter(({ isNew }) => isNew).length;
  const news = held.filter(({ isNew }) => isNew);
  const words = news.map(({ period, kind, problem }) => `${period}-${kind} 没有生成：${problem}`);
  for (const line of words) effects.logger.warn(`文稿 ${line}`);
  return {
    counts: { ...(papers > 0 && { papers }), ...(news.length > 0 && { held: news.length }) },
    note: words.join("；") || null,
    hasErrors: news.length > 0,
  };
}
