import { obstacleTo } from "../../deliver/shared-folder.ts";
import { PipelineError } from "../../errors.ts";
import { type Channel, type Delivery, type DeliveryState, isSameDelivery } from "../../model/delivery.ts";
import { type ReportedDelivery, withReports } from "../../model/mail-report.ts";
import type { MailSetting } from "../../model/mail-setting.ts";
import { listDeliveries, reserveDeliveries } from "../../store/deliveries.ts";
import type { EditionState } from "../../store/editions.ts";
import { listMailReports } from "../../store/mail-reports.ts";
import { findLastEnd, insertRun, type JobRun } from "../../store/runs.ts";
import { underHomeLock } from "../home-lock.ts";
import type { OpenHome } from "../open-home.ts";
import { type SaidOfDeliveries, settleByWord } from "./by-word.ts";
import { requireDeliverable } from "./deliverable.ts";
import { takeBackReturned } from "./had-returned.ts";
import { loadMailParts } from "./mail-parts.ts";
import { loadMessageKey } from "./message-ids.ts";
import { loadRecipients, planDeliveries } from "./plan-deliveries.ts";
import { writeReceipts } from "./receipts.ts";
import { type DeliverEffects, deliverAll } from "./rounds.ts";
import { settleEdition } from "./settle-edition.ts";

/** What is to be delivered, and what a person says of deliveries. */
export interface DeliverRequest extends SaidOfDeliveries {
  readonly edition: string; // 2023-06-monthly
  readonly to: Channel | null; // null: every channel
  readonly isDryRun: boolean; // nothing is reserved, sent or written
}

/** Of a person who says nothing. */
export const NOTHING_SAID: SaidOfDeliveries = { again: null, arrived: null, bounced: null };

/** What to do about a paper that was refused or came back. */
export const RETURNED_HINT =
  "地址错了的，请更正 seeds/recipients.yaml 再发；地址没有错的，用 deliver 期次 --again 地址 再发一次";

/** What to do about a mail of which nobody knows whether it has arrived. */
export const UNKNOWN_HINT =
  "请问收件人：送到了的用 deliver 期次 --arrived 地址，没有送到的用 deliver 期次 --again 地址";

/** Where papers leave by. */
export interface DeliverSetting {
  readonly approval: boolean;
  readonly shared: string;
  readonly mail: MailSetting | null;
}

/** What has become of an edition on its way to everybody. */
export interface Delivered {
  readonly edition: string;
  readonly version: number;
  readonly state: EditionState;
  readonly illustrative: boolean;
  readonly isDryRun: boolean;
  readonly ok: boolean; // everybody asked for has got it
  readonly obstacle: string | null; // of a dry run: why nothing can be put into the shared folder
  readonly deliveries: readonly ReportedDelivery[]; // to the recipients asked for, in the order of the seeds
}

/**
 * Delivers an edition to everybody who is to have it and has not got it yet.
 *
 * Each delivery is reserved first, with the Message-ID that it keeps in every attempt; what a recipient has got, what was
 * refused for good and what came back is never sent to them again by itself, nor what may have gone out before a restore. One
 * process at a time: a second one is told so.
 *
 * @throws PipelineError USAGE, EDITION_NOT_FOUND, NOT_CERTIFIED, NOT_APPROVED before anything leaves; CONFIG_INVALID where
 *   somebody is to get mail and no server is set; SEED_INVALID, TEMPLATE_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function deliver(
  open: OpenHome,
  request: DeliverRequest,
  setting: DeliverSetting,
  effects: DeliverEffects,
): Promise<Delivered> {
  return underHomeLock(open.home.database, "deliver", "另一个程序正在发送文稿", () =>
    deliverAlone(open, request, setting, effects),
  );
}

async function deliverAlone(
  open: OpenHome,
  request: DeliverRequest,
  setting: DeliverSetting,
  effects: DeliverEffects,
): Promise<Delivered> {
  const startedAt = effects.now();
  const deliverable = await requireDeliverable(open, request.edition);
  const { record, name, printed } = deliverable;
  if (setting.approval && record.state === "draft") throw notApproved(name);
  const everybody = loadRecipients(open.root).filter(({ kinds }) => kinds.includes(record.kind));
  const asked = everybody.filter(({ channel }) => request.to === null || channel === request.to);
  if (asked.some(({ channel }) => channel === "mail") && setting.mail === null) throw noServer();
  const parts = loadMailParts(open, record.period);
  await takeBackReturned(open);
  const all = await listDeliveries(open.store);
  const key = await loadMessageKey(open.store, request.isDryRun, effects);
  const { planned, before } = await planDeliveries(open, deliverable, asked, {
    all,
    key,
    mail: setting.mail,
    startedAt,
  });
  const told = { edition: name, version: record.version, illustrative: printed.illustrative };
  const recorded = async (known: readonly Delivery[]) =>
    withReports(
      planned.map((one) => known.find((other) => isSameDelivery(one, other)) ?? one),
      await listMailReports(open.store),
    );
  if (request.isDryRun) {
    const deliveries = await recorded(all);
    const waiting = deliveries.filter(({ state }) => state === "reserved");
    const obstacle = obstacleTo(waiting, setting.shared);
    return { ...told, state: record.state, isDryRun: true, ok: true, obstacle, deliveries };
  }
  await reserveDeliveries(open.store, planned);
  await settleByWord(open, planned, request, { key, now: startedAt });
  const attempted = await deliverAll(open, { deliverable, parts, setting, wanted: planned, before }, effects);
  const after = await listDeliveries(open.store);
  await writeReceipts(open);
  const deliveries = await recorded(after);
  const ok = deliveries.every((one) => one.state === "sent");
  const subject = `${name}-v${record.version}`;
  if (attempted > 0 || (await isUntold(open, subject, deliveries))) {
    await insertRun(open.store, runOf(subject, deliveries, { startedAt, finishedAt: effects.now() }));
  }
  const state = await settleEdition(open, record, everybody, after);
  return { ...told, state, isDryRun: false, ok, obstacle: null, deliveries };
}

function runOf(
  subject: string,
  deliveries: readonly Delivery[],
  times: Pick<JobRun, "startedAt" | "finishedAt">,
): JobRun {
  const count = (state: DeliveryState) => deliveries.filter((one) => one.state === state).length;
  const states = ["sent", "refused", "bounced", "reserved", "handed"] as const;
  const outcome = count("sent") === deliveries.length ? "done" : "done-with-errors";
  const counts = Object.fromEntries(states.map((state) => [state, count(state)]));
  return { job: "deliver", ...times, outcome, subject, counts, error: null };
}

/** Something has become of a delivery since a run was last recorded: its process was killed, or a person has said so. */
async function isUntold({ store }: OpenHome, subject: string, deliveries: readonly Delivery[]): Promise<boolean> {
  const last = await findLastEnd(store, "deliver", subject);
  return deliveries.some(({ settledAt }) => settledAt !== null && (last === null || settledAt > last));
}

/** Every delivery there has been, by edition, then role, channel and address. @throws PipelineError STORE_BUSY, STORE_FAILED */
export async function listDelivered({ store }: OpenHome): Promise<readonly ReportedDelivery[]> {
  return withReports(await listDeliveries(store), await listMailReports(store));
}

function notApproved(name: string): PipelineError {
  return new PipelineError("NOT_APPROVED", `${name} 还没有签发，没有发出`, { hint: `签发请运行 approve ${name}` });
}

function noServer(): PipelineError {
  return new PipelineError("CONFIG_INVALID", "有收件人要用邮件发送，但没有设定邮件服务器", {
    hint: "请设定 JINDU_SMTP_HOST 和 JINDU_SMTP_FROM，或用 --to shared-folder 只放入共享文件夹",
  });
}
