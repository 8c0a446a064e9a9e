import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { PipelineError } from "../errors.ts";
import { type Channel, type Delivery, isSameDelivery, type Recipient } from "../model/delivery.ts";
import type { MailSetting } from "../model/mail-setting.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseRecipients } from "../reference/recipients.ts";
import { listDeliveries, reserveDeliveries, stepDelivery } from "../store/deliveries.ts";
import { type EditionState, listEditions, moveEdition } from "../store/editions.ts";
import { underLock } from "../store/process-lock.ts";
import { insertRun } from "../store/runs.ts";
import { deliverAll } from "./deliver-rounds.ts";
import { type Deliverable, requireDeliverable } from "./deliverable.ts";
import type { TimedEffects } from "./effects.ts";
import { loadMailParts } from "./mail-parts.ts";
import type { OpenHome } from "./open-home.ts";

/** What is to be delivered, and what a person says of mails about which nobody knows. */
export interface DeliverRequest {
  readonly edition: string; // 2023-06-monthly
  readonly to: Channel | null; // null: every channel
  readonly isDryRun: boolean; // nothing is reserved, sent or written
  readonly again: string | null; // address: a mail that was being handed over when the process was killed goes out anew
  readonly arrived: string | null; // address: that mail has arrived
}

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
  readonly deliveries: readonly Delivery[]; // to the recipients asked for, in the order of the seeds
}

/**
 * Delivers an edition to everybody who is to have it and has not got it yet.
 *
 * Each delivery is reserved first, with the Message-ID that it keeps in every attempt; what a recipient has got, or refused
 * for good, is never sent to them again. One process at a time: a second one is told so.
 *
 * @throws PipelineError USAGE, EDITION_NOT_FOUND, NOT_CERTIFIED, NOT_APPROVED before anything leaves; CONFIG_INVALID where
 *   somebody is to get mail and no server is set; SEED_INVALID, TEMPLATE_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function deliver(
  open: OpenHome,
  request: DeliverRequest,
  setting: DeliverSetting,
  effects: TimedEffects,
): Promise<Delivered> {
  const lock = join(dirname(open.home.database), "deliver.lock");
  return underLock(lock, "另一个程序正在发送文稿", () => deliverAlone(open, request, setting, effects));
}

async function deliverAlone(
  open: OpenHome,
  request: DeliverRequest,
  setting: DeliverSetting,
  effects: TimedEffects,
): Promise<Delivered> {
  const startedAt = effects.now();
  const deliverable = await requireDeliverable(open, request.edition);
  const { record, name, printed } = deliverable;
  if (setting.approval && record.state === "draft") throw notApproved(name);
  const everybody = loadRecipients(open.root).filter(({ kinds }) => kinds.includes(record.kind));
  const asked = everybody.filter(({ channel }) => request.to === null || channel === request.to);
  if (asked.some(({ channel }) => channel === "mail") && setting.mail === null) throw noServer();
  const parts = loadMailParts(open, record.period);
  const before = await listDeliveries(open.store);
  const planned = asked.map((recipient) => newDelivery(recipient, deliverable, setting.mail, startedAt));
  const told = { edition: name, version: record.version, illustrative: printed.illustrative };
  if (request.isDryRun) {
    const deliveries = planned.map((one) => before.find((other) => isSameDelivery(one, other)) ?? one);
    return { ...told, state: record.state, isDryRun: true, ok: true, deliveries };
  }
  await reserveDeliveries(open.store, planned);
  await settleUnsure(open, planned, request, startedAt);
  const attempted = await deliverAll(open, { deliverable, parts, setting, wanted: planned, before }, effects);
  const after = await listDeliveries(open.store);
  const state = await settleEdition(open, deliverable, everybody, after);
  const deliveries = planned.map((one) => after.find((other) => isSameDelivery(one, other)) ?? one);
  const ok = deliveries.every((one) => one.state === "sent");
  if (attempted > 0) {
    const counts = Object.fromEntries(
      ["sent", "refused", "reserved", "handed"].map((word) => [
        word,
        deliveries.filter((one) => one.state === word).length,
      ]),
    );
    const outcome = ok ? "done" : "done-with-errors";
    const subject = `${name}-v${record.version}`;
    await insertRun(open.store, {
      job: "deliver",
      startedAt,
      finishedAt: effects.now(),
      outcome,
      subject,
      counts,
      error: null,
    });
  }
  return { ...told, state, isDryRun: false, ok, deliveries };
}

/** Every delivery there has been, by edition, then role, channel and address. @throws PipelineError STORE_BUSY, STORE_FAILED */
export function listDelivered({ store }: OpenHome): Promise<readonly Delivery[]> {
  return listDeliveries(store);
}

/** Reads whom papers go to. @throws PipelineError SEED_INVALID, FILE_NOT_FOUND */
export function loadRecipients(root: string): readonly Recipient[] {
  return parseRecipients(readTextFile(join(root, "seeds/recipients.yaml")), "seeds/recipients.yaml");
}

function newDelivery(
  { role, name, channel, address, papers }: Recipient,
  { record }: Deliverable,
  mail: MailSetting | null,
  now: string,
): Delivery {
  const { period, kind, region, version, contentSha256 } = record;
  const own = [period, kind, region, contentSha256, channel, address].join("\0");
  const id = createHash("sha256").update(own).digest("hex").slice(0, 32);
  const domain = mail?.from.split("@").at(-1);
  return {
    ...{ period, kind, region, version, contentSha256, channel, address, role, name, papers },
    messageId: channel === "mail" ? `<${id}@${domain}>` : null,
    ...{ state: "reserved", attempts: 0, reservedAt: now, settledAt: null, code: null, reply: null },
  };
}

/** What a person says of mails that were being handed over when a process was killed. @throws PipelineError USAGE */
async function settleUnsure(
  { store }: OpenHome,
  wanted: readonly Delivery[],
  { again, arrived }: DeliverRequest,
  now: string,
): Promise<void> {
  const known = await listDeliveries(store);
  for (const [address, state] of [
    [again, "reserved"],
    [arrived, "sent"],
  ] as const) {
    if (address === null) continue;
    const unsure = known.find(
      (one) =>
        one.state === "handed" &&
        one.address === address.toLowerCase() &&
        wanted.some((other) => isSameDelivery(one, other)),
    );
    if (unsure === undefined) {
      throw new PipelineError("USAGE", `没有发给 ${JSON.stringify(address)}、不知是否送到的邮件`, {
        hint: "用 deliver --list 查看",
      });
    }
    const said = state === "sent" ? { code: "said", reply: "由人确认已送到" } : { code: null, reply: null };
    await stepDelivery(store, unsure, { state, at: state === "sent" ? now : null, ...said });
  }
}

/** Delivered when nobody waits for it any more and somebody has got it; what it replaces is then corrected. */
async function settleEdition(
  { store }: OpenHome,
  { record }: Deliverable,
  everybody: readonly Recipient[],
  deliveries: readonly Delivery[],
): Promise<EditionState> {
  const own = everybody.map(({ channel, address }) =>
    deliveries.find(
      (one) => one.contentSha256 === record.contentSha256 && one.channel === channel && one.address === address,
    ),
  );
  const isOver = own.every((one) => one !== undefined && one.settledAt !== null);
  if (!isOver || own.every((one) => one?.state !== "sent")) return record.state;
  await moveEdition(store, record, ["draft", "approved"], "delivered");
  for (const edition of await listEditions(store)) {
    const isEarlier =
      edition.period === record.period && edition.kind === record.kind && edition.version < record.version;
    if (isEarlier && edition.region === record.region) await moveEdition(store, edition, ["delivered"], "corrected");
  }
  return "delivered";
}

function notApproved(name: string): PipelineError {
  return new PipelineError("NOT_APPROVED", `${name} 还没有签发，没有发出`, { hint: `签发请运行 approve ${name}` });
}

function noServer(): PipelineError {
  return new PipelineError("CONFIG_INVALID", "有收件人要用邮件发送，但没有设定邮件服务器", {
    hint: "请设定 JINDU_SMTP_HOST 和 JINDU_SMTP_FROM，或用 --to shared-folder 只放入共享文件夹",
  });
}
