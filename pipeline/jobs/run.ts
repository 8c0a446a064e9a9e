import type { Period } from "../model/period.ts";
import type { TimedEffects } from "./effects.ts";
import { type InboxRound, takeInbox } from "./inbox.ts";
import type { OpenHome } from "./open-home.ts";
import { type CompletedPapers, publishComplete } from "./publish-complete.ts";
import { loadSchedule } from "./schedule-rules.ts";

/** What a run came to. */
export interface Run extends InboxRound, CompletedPapers {}

/**
 * Reads the inbox and publishes what has become complete. Files that have just been put there are looked at a second
 * time, once they have had the time to settle.
 *
 * @param period of which to publish; where not given, every month that something came for
 * @throws PipelineError as `takeInbox` and `publish` do
 */
export async function runOnce(open: OpenHome, period: Period | undefined, effects: TimedEffects): Promise<Run> {
  const { inbox } = loadSchedule(open.root);
  const first = await takeInbox(open, inbox, effects);
  const isNew = first.waiting.some(({ reason }) => reason === "unsettled");
  if (isNew) await effects.wait(inbox.settleMs);
  const second = isNew ? await takeInbox(open, inbox, effects) : { ...first, files: [] };
  const files = [...first.files, ...second.files];
  return { ...second, files, ...(await publishComplete(open, period, effects)) };
}
