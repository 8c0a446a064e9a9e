import { renderMail } from "../../deliver/mail-text.ts";
import { sendComposed } from "../../deliver/send-composed.ts";
import { folderNote, tryToPlace } from "../../deliver/shared-folder.ts";
import { type Attempt, type MailServer, STATE_AFTER } from "../../deliver/smtp.ts";
import { type Channel, type Delivery, isOfEdition } from "../../model/delivery.ts";
import { answerInFull } from "../../model/delivery-answer.ts";
import { PAPER_WORDS } from "../../model/delivery-words.ts";
import { hadBefore } from "../../model/had-papers.ts";
import type { MailSetting } from "../../model/mail-setting.ts";
import { countAttempt, listDeliveries, stepDelivery } from "../../store/deliveries.ts";
import type { TimedEffects } from "../effects.ts";
import type { OpenHome } from "../open-home.ts";
import type { Deliverable } from "./deliverable.ts";
import { type MailParts, namedPapers } from "./mail-parts.ts";
import { readServer } from "./mail-server.ts";

/** How long to wait before the second attempt, the third and so on; after the last of them it is for the next run. */
export const RETRY_AFTER_MS: readonly number[] = [5_000, 30_000, 120_000];

/** An edition, whom it goes to, and by what. */
export interface DeliveryTask {
  readonly deliverable: Deliverable;
  readonly parts: MailParts;
  readonly setting: { readonly shared: string; readonly mail: MailSetting | null };
  readonly wanted: readonly Delivery[]; // as they were planned
  readonly before: readonly Delivery[]; // when the run began, of what it may be a correction of
}

/** What delivering takes of the world; several editions in one run share what has stopped. */
export interface DeliverEffects extends TimedEffects {
  readonly stopped?: Set<Channel>; // takes in by what nothing can go out any more in this run; of its own where not given
  readonly isStopping?: () => boolean; // asked before every attempt; never where not given
}

/** So many answers waited for in vain, and a server counts as dead for this run. */
const MOST_TIMEOUTS = 2;

/** A file's name in a shared folder: what a mail would say. */
const NOTE = "要点.txt";

/**
 * Attempts every reserved delivery, and again those that the server may take later, round by round, so that nobody waits for
 * another's full mailbox; who has been tried least often comes first. Where no server answers, nobody else is tried by mail in
 * this run.
 *
 * A mail in the state `handed` was given to the server, and no answer came before the connection, the time or the process
 * ended: nobody knows whether it was taken, so it is left for a person to say.
 *
 * @returns how many deliveries were attempted
 */
export async function deliverAll(open: OpenHome, task: DeliveryTask, effects: DeliverEffects): Promise<number> {
  const server = task.setting.mail && readServer(task.setting.mail);
  const { stopped = new Set<Channel>(), isStopping = () => false } = effects;
  let attempted = 0;
  let timeouts = 0;
  for (const pause of [0, ...RETRY_AFTER_MS]) {
    const waiting = (await reservedOf(open, task)).filter(({ channel }) => !stopped.has(channel));
    if (waiting.length === 0 || isStopping()) break;
    if (pause > 0) await effects.wait(pause);
    for (const delivery of waiting) {
      if (stopped.has(delivery.channel) || isStopping()) continue;
      const { outcome, code } = await attempt(open, delivery, task, server, effects);
      if (code === "ETIMEDOUT") timeouts += outcome === "unknown" ? MOST_TIMEOUTS : 1;
      if (outcome === "stopped" || timeouts >= MOST_TIMEOUTS) stopped.add(delivery.channel);
      if (pause === 0) attempted += 1;
    }
  }
  return attempted;
}

async function reservedOf({ store }: OpenHome, { wanted, deliverable }: DeliveryTask): Promise<readonly Delivery[]> {
  const places = new Map(wanted.map(({ channel, address }, index) => [`${channel} ${address}`, index]));
  const place = ({ channel, address }: Delivery) => places.get(`${channel} ${address}`) ?? -1;
  return (await listDeliveries(store))
    .filter((one) => isOfEdition(one, deliverable.record) && one.state === "reserved" && place(one) >= 0)
    .sort((a, b) => a.attempts - b.attempts || place(a) - place(b));
}

async function attempt(
  { store }: OpenHome,
  delivery: Delivery,
  task: DeliveryTask,
  server: MailServer | null,
  effects: TimedEffects,
): Promise<Attempt> {
  await countAttempt(store, delivery);
  const answer =
    delivery.channel === "mail" && server
      ? await mailTo(delivery, task, server, () =>
          stepDelivery(store, delivery, { state: "handed", at: null, code: null, reply: null }),
        )
      : placeFor(delivery, task);
  const { outcome, code, reply } = answer;
  const isOver = outcome === "sent" || outcome === "refused";
  const state = STATE_AFTER[outcome];
  await stepDelivery(store, delivery, { state, at: isOver ? effects.now() : null, code, reply: reply || null });
  const line = `发送 ${task.deliverable.name} ${delivery.name} ${OUTCOMES[outcome]}`;
  if (outcome === "sent") effects.logger.info(line);
  else effects.logger.warn(`${line} ${answerInFull({ ...delivery, code, reply })}`);
  return answer;
}

const OUTCOMES: Readonly<Record<Attempt["outcome"], string>> = {
  sent: "已送达",
  refused: "被拒收",
  later: "暂未送达",
  stopped: "发不出",
  unknown: "不知送到没有",
};

async function mailTo(
  delivery: Delivery,
  task: DeliveryTask,
  server: MailServer,
  beforeLast: () => Promise<void>,
): Promise<Attempt> {
  const { papers, subject, body } = contents(delivery, task);
  const own = {
    ...{ messageId: delivery.messageId ?? "", date: delivery.reservedAt, sender: task.parts.issuer, subject, body },
    to: { name: delivery.name, address: delivery.address },
    attachments: [...papers].map(([name, bytes]) => ({ name, bytes })),
  };
  return sendComposed(server, own, beforeLast);
}

function placeFor(delivery: Delivery, task: DeliveryTask): Attempt {
  const { papers, subject, body } = contents(delivery, task);
  const folder = `${task.deliverable.name}-v${delivery.version}`;
  const files = new Map([...papers, [NOTE, folderNote(subject, body)]]);
  return tryToPlace(task.setting.shared, "", delivery.address, folder, files);
}

function contents(delivery: Delivery, task: DeliveryTask) {
  const { deliverable, parts, before } = task;
  const { papers: wanted, name, version } = delivery;
  const papers = namedPapers(delivery, deliverable.files, deliverable.printed);
  const { printed } = deliverable;
  const { replaced } = hadBefore(delivery, before);
  const { template, issuer, headline } = parts;
  const own = { name, issuer, headline, kind: delivery.kind, period: delivery.period, version, replaced };
  const context = { ...own, papers: wanted.map((paper) => PAPER_WORDS[paper]) };
  return { papers, ...renderMail(template, printed, context) };
}
