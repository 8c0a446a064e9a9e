import { parseReply, type ReportedRecipient } from "../../deliver/reply.ts";
import { beijingClock } from "../../model/beijing-time.ts";
import { REPORT_WORDS } from "../../model/delivery-words.ts";
import { type MailReport, type ReportAction, stateAfter } from "../../model/mail-report.ts";
import { insertMailReport, type ReportedStep } from "../../store/mail-reports.ts";
import type { Effects } from "../effects.ts";
import type { OpenHome } from "../open-home.ts";
import { listSentMails, mailsNamed, type SentMail } from "./sent-mails.ts";

/** A message that came back, taken in whole. */
export interface ReceivedReply {
  readonly file: string; // base name
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly stamp: string; // tells copies of the same message apart
}

/** What came of a message that came back. */
export interface JudgedReply {
  readonly outcome: "recorded" | "repeated" | "unmatched"; // unmatched: nothing was changed, and a person should look
  readonly action: ReportAction | null; // null where nothing was recorded
  readonly mail: Pick<SentMail, "title" | "name" | "address"> | null; // which it is about, where that is known
  readonly lines: readonly string[]; // what there is to say to a person
}

/**
 * Finds out which of our mails a message reports on and records what it says. It must name that mail, and its recipient, and
 * say what became of it; whatever leaves a doubt changes nothing. Safe to run again: the same report counts once.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function judgeReply(open: OpenHome, reply: ReceivedReply, effects: Effects): Promise<JudgedReply> {
  const parsed = await parseReply(reply.bytes);
  if (parsed.kind === "no-mail") return unmatched(parsed.isOutlook ? OUTLOOK : NO_MAIL);
  const mails = mailsNamed(await listSentMails(open), parsed.about);
  const [mail, ...others] = mails;
  if (parsed.kind === "letter") return mail ? unmatched(LETTERS[parsed.manner], mail) : unmatched(NOT_OURS);
  if (parsed.about.length === 0) return unmatched("没有写明是哪一封邮件的退信或回执（没有原邮件的编号）");
  if (mail === undefined) return unmatched(NOT_OURS);
  if (others.length > 0) return unmatched("里面的编号是两封不同的邮件的，自相矛盾");
  if (!mail.isTried) return unmatched("说的是还没有发出过的邮件，不可能是真的", mail);
  const own = parsed.recipients.filter(({ addresses }) => addresses.includes(mail.address.toLowerCase()));
  if (own.length === 0) return unmatched(otherRecipient(parsed.recipients), mail);
  const actions = [...new Set(own.map(({ action }) => action))];
  const action = actions[0] ?? null;
  if (actions.length > 1) return unmatched("对同一收件人说了两种结果，自相矛盾", mail);
  if (action === null) return unmatched("没有写明投递结果，或写法不合标准", mail);
  return record(open, mail, reportOf(reply, mail, { id: parsed.id, action, own }, effects));
}

async function record({ store }: OpenHome, mail: SentMail, report: MailReport): Promise<JudgedReply> {
  const { action, status, words, stamp } = report;
  const known = await insertMailReport(store, report, stepOf(mail, report));
  const isRepeated = known !== undefined && known.stamp !== stamp;
  const told = [
    `${mail.title}，${mail.name}（${mail.address}）：${REPORT_WORDS[action]}`,
    ...(status === null && words === null ? [] : [[status, words].filter((part) => part !== null).join(" ")]),
    ...(mail.isEarlier ? ["说的是以前的一次发送，后来已经重新发过，现在的状态不变"] : []),
    ...(isRepeated ? [`与 ${beijingClock(known.receivedAt)} 读过的 ${known.file} 是同一份，只算一份`] : []),
  ];
  return { outcome: isRepeated ? "repeated" : "recorded", action, mail: named(mail), lines: told };
}

function reportOf(
  { file, sha256, stamp }: ReceivedReply,
  { messageId }: SentMail,
  { id, action, own }: { id: string | null; action: ReportAction; own: readonly ReportedRecipient[] },
  effects: Effects,
): MailReport {
  const status = own.find((one) => one.status !== null)?.status ?? null;
  const words = own.find((one) => one.words !== null)?.words ?? null;
  return { id: id ?? `sha256:${sha256}`, messageId, action, status, words, receivedAt: effects.now(), file, stamp };
}

/** What a mail's state becomes; what the server said when it took the mail stays, because the report has words of its own. */
function stepOf(
  { origin, state, isEarlier }: SentMail,
  { action, status, words, receivedAt }: MailReport,
): ReportedStep {
  const next = stateAfter(state, action);
  if (isEarlier || next === state) return {};
  if ("reminder" in origin) {
    const { day, recipient } = origin.reminder;
    const said = next === "bounced" ? { code: status, reply: words } : { code: null, reply: null };
    return { reminder: { day, recipient, state: next, ...said } };
  }
  const { settledAt, code, reply } = origin.delivery;
  const answer = state === "sent" ? { at: settledAt, code, reply } : { at: receivedAt, code: null, reply: null };
  return { delivery: { key: origin.delivery, step: { state: next, ...answer } } };
}

const NO_MAIL = "不是邮件（.eml），读不出来";
const OUTLOOK = "是 Outlook 的 .msg 文件。请在邮件程序里另存为 .eml，再放进来";
const NOT_OURS = "与本程序发出的邮件无关";

const LETTERS = {
  person: "是收件人的回信，不是退信或回执。请人阅读",
  automatic: "是自动回复（如外出），不是退信或回执。请人阅读",
  server:
    "像是退信，但没有标准的投递状态（RFC 3464），程序不能确定。请人阅读，确是退信的用 deliver 期次 --bounced 地址 登记",
} as const;

function otherRecipient(recipients: readonly ReportedRecipient[]): string {
  const others = [...new Set(recipients.flatMap(({ addresses }) => addresses))].slice(0, 3);
  const whose = others.length === 0 ? "没有写明收件人" : `说的是别的收件人（${others.join("、")}），可能是转发的`;
  return `${whose}，不能确定原收件人收到没有。请问收件人，没有收到的用 deliver 期次 --bounced 地址 登记`;
}

function unmatched(problem: string, mail: SentMail | null = null): JudgedReply {
  const about = mail === null ? [] : [`有关的邮件：${mail.title}，${mail.name}（${mail.address}）`];
  const lines = [`${problem}。没有改动任何记录`, ...about];
  return { outcome: "unmatched", action: null, mail: mail && named(mail), lines };
}

function named({ title, name, address }: SentMail): JudgedReply["mail"] {
  return { title, name, address };
}
