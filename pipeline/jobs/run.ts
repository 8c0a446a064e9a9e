import type { Period } from "../model/period.ts";
import type { InboxRules } from "../model/schedule.ts";
import { type CompletedPapers, publishComplete } from "./edition/publish-complete.ts";
import type { TimedEffects } from "./effects.ts";
import { type InboxRound, takeInbox } from "./inbox/inbox.ts";
import type { OpenHome } from "./open-home.ts";
import { loadSchedule } from "./schedule/rules.ts";

/** What a run came to. */
export interface Run extends InboxRound, CompletedPapers {}

/**
 * Reads the inbox and publishes what has become complete.
 *
 * @param period of which to publish; where not given, every month that something came for
 * @throws PipelineError as `takeInbox` and `publish` do
 */
export async function runOnce(open: OpenHome, period: Period | undefined, effects: TimedEffects): Promise<Run> {
  const round = await takeArrived(open, loadSchedule(open.root).inbox, effects);
  return { ...round, ...(await publishComplete(open, period, effects)) };
}

/** Reads the inbox; what has just been put there is looked at a second time, once it has had the time to settle. */
export async function takeArrived(open: OpenHome, rules: InboxRules, effects: TimedEffects): Promise<InboxRound> {
  const first = await takeInbox(open, rules, effects);
  if (!first.waiting.some(({ reason }) => reason === "unsettled")) return first;
  await effects.wait(rules.settleMs);
  const second = await takeInbox(open, rules, effects);
  return { ...second, files: [...first.files, ...second.files] };
}
