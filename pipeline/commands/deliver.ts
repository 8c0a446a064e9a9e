import type { Config } from "../config.ts";
import { PipelineError } from "../errors.ts";
import { type Delivered, deliver as deliverEdition, listDelivered } from "../jobs/deliver.ts";
import type { TimedEffects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { CHANNELS, type Channel, type Delivery } from "../model/delivery.ts";
import { CHANNEL_WORDS, DELIVERY_STATE_WORDS } from "../model/delivery-words.ts";
import { printableJson, printableText } from "../model/printable-text.ts";

interface DeliverOptions {
  readonly to?: string;
  readonly again?: string;
  readonly arrived?: string;
  readonly list?: boolean;
  readonly "dry-run"?: boolean;
  readonly json?: boolean;
}

/**
 * Delivers an edition and prints what each recipient got, or lists what has ever been delivered (`words` is null).
 *
 * Exit code 1 where somebody asked for has not got it; 0 for a list and a dry run.
 */
export async function deliver(
  words: string | null,
  options: DeliverOptions,
  config: Config,
  effects: TimedEffects,
  write: (text: string) => void,
): Promise<number> {
  if (words === null) {
    const deliveries = await withHome(config, listDelivered);
    write(options.json ? printableJson({ deliveries }) : describeList(deliveries));
    return 0;
  }
  const request = {
    ...{ edition: words, to: requireChannel(options.to), isDryRun: options["dry-run"] ?? false },
    ...{ again: options.again ?? null, arrived: options.arrived ?? null },
  };
  const delivered = await withHome(config, (open) => deliverEdition(open, request, config, effects));
  write(options.json ? printableJson(delivered) : describe(delivered));
  return delivered.ok ? 0 : 1;
}

function describe({ edition, version, illustrative, isDryRun, deliveries }: Delivered): string {
  const head = `${edition} 第 ${version} 版${illustrative ? "（演示数据）" : ""}${isDryRun ? "，只看不发" : ""}：`;
  if (deliveries.length === 0) return `${head}没有收件人。收件人写在 seeds/recipients.yaml。`;
  const unsure = deliveries.some(({ state }) => state === "handed");
  return [
    head,
    ...deliveries.map(describeDelivery),
    ...(unsure ? ["不知送到没有的，请问收件人：送到了用 --arrived 地址，没有送到用 --again 地址。"] : []),
  ].join("\n");
}

function describeList(deliveries: readonly Delivery[]): string {
  if (deliveries.length === 0) return "还没有发过文稿。";
  return deliveries.map((one) => `${one.period}-${one.kind} 第 ${one.version} 版${describeDelivery(one)}`).join("\n");
}

function describeDelivery({ name, channel, address, state, settledAt, attempts, code, reply }: Delivery): string {
  const why = state === "sent" || code === null ? "" : `（${code} ${reply ?? ""}）`;
  const times = attempts > 1 ? `，共试 ${attempts} 次` : "";
  const when = settledAt === null ? "" : ` ${settledAt}`;
  return printableText(
    `  ${name}（${CHANNEL_WORDS[channel]} ${address}）${DELIVERY_STATE_WORDS[state]}${when}${times}${why}`,
  ).replace(/\n/g, " ");
}

function requireChannel(words: string | undefined): Channel | null {
  if (words === undefined) return null;
  const channel = CHANNELS.find((name) => name === words);
  if (channel) return channel;
  throw new PipelineError("USAGE", `没有 ${JSON.stringify(words)} 这种发送方式`, {
    hint: `可以写：${CHANNELS.join("、")}`,
  });
}
