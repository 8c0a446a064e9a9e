import type { Config } from "../config.ts";
import { PipelineError } from "../errors.ts";
import {
  type Delivered,
  deliver as deliverEdition,
  listDelivered,
  RETURNED_HINT,
  UNKNOWN_HINT,
} from "../jobs/deliver/deliver.ts";
import { checkServer } from "../jobs/deliver/mail-server.ts";
import { OUTCOME_WORDS, type ReplyFile, readReply, takeReplies } from "../jobs/deliver/replies.ts";
import type { TimedEffects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { requireSoundClock } from "../jobs/schedule/require-sound-clock.ts";
import { loadSchedule } from "../jobs/schedule/rules.ts";
import { beijingClock } from "../model/beijing-time.ts";
import { CHANNELS, type Channel, type DeliveryState } from "../model/delivery.ts";
import { answerInFull } from "../model/delivery-answer.ts";
import { CHANNEL_WORDS, outcomeWords, REPORT_WORDS } from "../model/delivery-words.ts";
import type { ReportedDelivery } from "../model/mail-report.ts";
import { printableJson, printableText } from "../model/printable-text.ts";

interface DeliverOptions {
  readonly to?: string;
  readonly again?: string;
  readonly arrived?: string;
  readonly bounced?: string;
  readonly "dry-run"?: boolean;
  readonly json?: boolean;
}

/** What is asked of `deliver`. */
export type DeliverTask =
  | { readonly task: "deliver"; readonly edition: string }
  | { readonly task: "list" }
  | { readonly task: "check" }
  | { readonly task: "reply"; readonly file: string };

/**
 * Delivers an edition and prints what each recipient got, mails that came back read first; or lists what has ever been
 * delivered; or reads one mail that came back; or tries the mail server.
 *
 * Exit code 1 where somebody asked for has not got it, or the mail that came back is none of ours; 0 for a list and a dry run.
 *
 * @throws PipelineError CLOCK_DOUBTFUL before anything goes out, and whatever delivering and reading bring
 */
export async function deliver(
  task: DeliverTask,
  options: DeliverOptions,
  config: Config,
  effects: TimedEffects,
  write: (text: string) => void,
): Promise<number> {
  if (task.task === "list") {
    const deliveries = await withHome(config, listDelivered);
    write(options.json ? printableJson({ deliveries }) : describeList(deliveries));
    return 0;
  }
  if (task.task === "check") {
    const { outcome, code, reply } = await checkServer(config.mail);
    const ok = outcome === "sent";
    if (options.json) write(printableJson({ ok, code, reply }));
    else write(printableText(`邮件服务器 ${ok ? "可以用，没有发任何邮件" : `不能用：${code} ${reply}`}`));
    return ok ? 0 : 1;
  }
  if (task.task === "reply") {
    const reply = await withHome(config, (open) => readReply(open, task.file, effects));
    write(options.json ? printableJson(reply) : describeReply(reply));
    return reply.outcome === "unmatched" ? 1 : 0;
  }
  const { again = null, arrived = null, bounced = null, "dry-run": isDryRun = false } = options;
  const request = { edition: task.edition, to: requireChannel(options.to), isDryRun, again, arrived, bounced };
  return withHome(config, async (open) => {
    if (!isDryRun) await requireSoundClock(open.store, effects.now());
    const { files: replies } = isDryRun
      ? { files: [] }
      : await takeReplies(open, loadSchedule(open.root).inbox, effects);
    const delivered = await deliverEdition(open, request, config, effects);
    write(options.json ? printableJson({ ...delivered, replies }) : describe(delivered));
    return delivered.ok ? 0 : 1;
  });
}

function describe({ edition, version, illustrative, isDryRun, obstacle, deliveries }: Delivered): string {
  const head = `${edition} 第 ${version} 版${illustrative ? "（演示数据）" : ""}${isDryRun ? "，只看不发" : ""}：`;
  if (deliveries.length === 0)
    return `${head}没有这样的收件人，什么也没有发。收件人写在 seeds/recipients.yaml，方式是 channel，文稿种类是 kinds。`;
  const isAny = (...states: readonly DeliveryState[]) => deliveries.some(({ state }) => states.includes(state));
  return [
    head,
    ...deliveries.map(describeDelivery),
    ...(obstacle === null ? [] : [`现在发不出：${obstacle}。`]),
    ...(isAny("handed") ? [`不知送到没有的不会自己再发。${UNKNOWN_HINT}。`] : []),
    ...(isAny("refused", "bounced") ? [`被拒收、被退回的不会自己再发。${RETURNED_HINT}。`] : []),
  ].join("\n");
}

function describeList(deliveries: readonly ReportedDelivery[]): string {
  if (deliveries.length === 0) return "还没有发过文稿。";
  return deliveries.map((one) => `${one.period}-${one.kind} 第 ${one.version} 版${describeDelivery(one)}`).join("\n");
}

function describeDelivery({
  name,
  channel,
  address,
  state,
  settledAt,
  attempts,
  code,
  reply,
  reports,
}: ReportedDelivery) {
  const why =
    state === "sent" || state === "bounced" || code === null ? "" : `（${answerInFull({ channel, code, reply })}）`;
  const times = attempts > 1 ? `，共试 ${attempts} 次` : "";
  const when = settledAt === null ? "" : ` ${beijingClock(settledAt)}`;
  const came = reports.map(
    ({ action, receivedAt, status, words }) =>
      `；${beijingClock(receivedAt)} ${REPORT_WORDS[action]}${[status, words].map((part) => (part === null ? "" : ` ${part}`)).join("")}`,
  );
  return printableText(
    `  ${name}（${CHANNEL_WORDS[channel]} ${address}）${outcomeWords({ state, code, reply })}${when}${times}${why}${came.join("")}`,
  ).replace(/\n/g, " ");
}

function describeReply({ file, outcome, lines }: ReplyFile): string {
  return [`${file}：${OUTCOME_WORDS[outcome]}`, ...lines.map((line) => `  ${line}`)].map(printableText).join("\n");
}

function requireChannel(words: string | undefined): Channel | null {
  if (words === undefined) return null;
  const channel = CHANNELS.find((name) => name === words);
  if (channel) return channel;
  throw new PipelineError("USAGE", `没有 ${JSON.stringify(words)} 这种发送方式`, {
    hint: `可以写：${CHANNELS.join("、")}`,
  });
}
