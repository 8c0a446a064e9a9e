import { type ErrorCode, PipelineError, withHint } from "../../../errors.ts";
import { type Channel, isSameDelivery, type Recipient } from "../../../model/delivery.ts";
import { RESTORED } from "../../../model/restoration.ts";
import { listDeliveries } from "../../../store/deliveries.ts";
import { type EditionRecord, listEditions } from "../../../store/editions.ts";
import {
  type Delivered,
  type DeliverSetting,
  deliver,
  NOTHING_SAID,
  RETURNED_HINT,
  UNKNOWN_HINT,
} from "../../deliver/deliver.ts";
import { takeBackReturned } from "../../deliver/had-returned.ts";
import { loadRecipients } from "../../deliver/plan-deliveries.ts";
import { takeReplies } from "../../deliver/replies.ts";
import type { DeliverEffects } from "../../deliver/rounds.ts";
import { MISNAMED_FILE } from "../../inbox/misnamed.ts";
import { type OpenHome, withHome } from "../../open-home.ts";
import { foundCounts } from "./found-counts.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";

const UNKNOWN_WORDS = "数据由备份恢复，不知发过没有、没有再发的";

const RECENT_MS = 31 * 24 * 60 * 60 * 1000; // older papers are delivered by hand only

/**
 * Reads the mails that came back, then delivers the latest version of every recent paper to whoever has not got it; what waits
 * for approval is only counted, and a damaged paper keeps none of the others back.
 */
export const deliverJob: ScheduledJob = [readReplies, deliverPapers];

async function readReplies({ setting, rules, effects }: JobContext): Promise<StepResult> {
  const { files, waiting } = await withHome(setting, (open) => takeReplies(open, rules.inbox, effects));
  const bounced = files.filter(({ outcome, action }) => outcome === "recorded" && action === "failed");
  const unmatched = files.filter(({ outcome }) => outcome === "unmatched").length;
  const misnamed = waiting.filter(({ reason }) => reason === "misnamed");
  const counts = { replies: files.length, bounced: bounced.length, unmatched, unusable: misnamed.length };
  const names = bounced.map(({ mail }) => `${mail?.title} ${mail?.name}（${mail?.address}）`);
  const words = [
    ...(names.length === 0 ? [] : [`被退回：${names.join("、")}。${RETURNED_HINT}`]),
    ...misnamed.map(({ file }) => `回信 ${file} ${MISNAMED_FILE}`),
  ];
  return {
    counts: foundCounts(counts),
    note: words.join("；") || null,
    hasErrors: bounced.length + unmatched + misnamed.length > 0,
  };
}

async function deliverPapers({ setting, effects, isStopping }: JobContext): Promise<StepResult> {
  return withHome(setting, async (open) => {
    const oldest = new Date(Date.parse(effects.now()) - RECENT_MS).toISOString();
    const recent = latestOf(await listEditions(open.store)).filter(({ createdAt }) => createdAt >= oldest);
    const due = await notHad(open, recent);
    const isReady = ({ state }: EditionRecord) => !setting.approval || state !== "draft";
    const counts = { delivered: 0, undelivered: 0, withheld: 0 };
    const problems: string[] = [];
    const unknown: string[] = [];
    const stopped = new Set<Channel>();
    for (const edition of due.filter(isReady)) {
      if (isStopping()) break;
      const result = await tryToDeliver(open, nameOf(edition), setting, { ...effects, stopped, isStopping });
      if (typeof result === "string") problems.push(`${nameOf(edition)}：${result}`);
      else unknown.push(...unknownOf(result));
      counts[typeof result === "string" ? "withheld" : result.ok ? "delivered" : "undelivered"] += 1;
    }
    const unapproved = due.filter((edition) => !isReady(edition)).length;
    const notes = [
      ...(problems.length === 0 ? [] : [`没有发出：${problems.join("；")}`]),
      ...(unknown.length === 0 ? [] : [`${UNKNOWN_WORDS}：${unknown.join("、")}。${UNKNOWN_HINT}`]),
    ];
    return {
      counts: foundCounts({ ...counts, unapproved }),
      note: notes.join("；") || null,
      hasErrors: counts.undelivered + counts.withheld > 0,
    };
  });
}

/** Whose mail may have gone out before a restore. */
function unknownOf({ edition, deliveries }: Delivered): readonly string[] {
  const own = deliveries.filter(({ state, code }) => state === "handed" && code === RESTORED);
  return own.map(({ name, address }) => `${edition} ${name}（${address}）`);
}

/** What is wrong with one paper, which keeps none of the others back. */
const OF_ONE_PAPER: readonly ErrorCode[] = ["NOT_CERTIFIED", "EDITION_NOT_FOUND", "PLAN_NOT_FOUND"];

/** In words why a paper could not leave. */
async function tryToDeliver(
  open: OpenHome,
  edition: string,
  setting: DeliverSetting,
  effects: DeliverEffects,
): Promise<Delivered | string> {
  try {
    return await deliver(open, { edition, to: null, isDryRun: false, ...NOTHING_SAID }, setting, effects);
  } catch (error) {
    if (!(error instanceof PipelineError && OF_ONE_PAPER.includes(error.code))) throw error;
    effects.logger.error(`发送 ${edition} ${error.message}`);
    return withHint(error);
  }
}

/** Those that somebody has not got, a recipient who was added later among them. */
async function notHad(open: OpenHome, editions: readonly EditionRecord[]): Promise<readonly EditionRecord[]> {
  await takeBackReturned(open);
  const recipients = loadRecipients(open.root);
  const sent = (await listDeliveries(open.store)).filter(({ state }) => state === "sent");
  return editions.filter((edition) => {
    const { state, kind } = edition;
    const isHadBy = ({ channel, address }: Recipient) =>
      sent.some((one) => isSameDelivery(one, { ...edition, channel, address }));
    return state !== "delivered" || !recipients.filter(({ kinds }) => kinds.includes(kind)).every(isHadBy);
  });
}

function nameOf({ period, kind }: EditionRecord): string {
  return `${period}-${kind}`;
}

/** The latest version of each paper, looks into the past left out; editions come in the order of their versions. */
function latestOf(editions: readonly EditionRecord[]): readonly EditionRecord[] {
  const present = editions.filter(({ asOf }) => asOf === null);
  return [...new Map(present.map((edition) => [nameOf(edition), edition])).values()];
}
