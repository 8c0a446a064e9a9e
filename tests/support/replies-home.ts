import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RepliesRound, takeReplies } from "../../pipeline/jobs/deliver/replies.ts";
import type { Delivery } from "../../pipeline/model/delivery.ts";
import { listDeliveries, reserveDeliveries } from "../../pipeline/store/deliveries.ts";
import { listEditions, moveEdition } from "../../pipeline/store/editions.ts";
import { delivery } from "../store/sample-rows.ts";
import { deliveryHome, deliveryRoot, JUNE, mailTo } from "./delivery-home.ts";
import { filesBelow } from "./files-below.ts";

const SETTLE_MS = 5000;

/** Message-ID of the mail that went to a@example.cn, and so on. */
export const idOf = (name: string) => `<${name.repeat(32)}@example.cn>`;

/** June's paper, delivered by mail to a and b the day before, and people who save mails that came back; no server. */
export async function repliesHome(changes: Partial<Delivery> = {}) {
  const home = await deliveryHome(deliveryRoot(["a@example.cn", "b@example.cn"].map((one) => mailTo(one))));
  const { store } = home.open;
  const edition = (await listEditions(store)).find(({ period, kind }) => `${period}-${kind}` === JUNE);
  if (edition === undefined) throw new Error(`no ${JUNE}`);
  const { period, kind, region, version, contentSha256 } = edition;
  const sent = (name: string): Delivery => ({
    ...delivery({ period, kind, region, version, contentSha256, name: `领导${name}`, address: `${name}@example.cn` }),
    ...{ messageId: idOf(name), state: "sent", attempts: 1, reservedAt: "2026-11-22T08:00:00.000Z" },
    ...{ settledAt: "2026-11-22T08:00:01.000Z", code: "250", reply: "queued" },
  });
  await reserveDeliveries(store, [{ ...sent("a"), ...changes }, sent("b")]);
  await moveEdition(store, edition, ["draft"], "delivered");
  const folder = join(home.home, "replies");
  let time = Date.parse("2026-11-23T08:00:00.000Z");
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const effects = {
    now: () => new Date(time).toISOString(),
    wait: async (ms: number) => {
      time += ms;
    },
    random: randomBytes,
    logger: { info: write, warn: write, error: write },
  };
  return {
    ...home,
    ...{ effects, folder, lines },
    put: (name: string, content: string | Uint8Array) => {
      const path = join(folder, name);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    take: (): Promise<RepliesRound> => takeReplies(home.open, { settleMs: SETTLE_MS, patienceMs: 60_000 }, effects),
    /** "sent 1" of a, "sent 1" of b, and the state of the edition. */
    states: async () => {
      const deliveries = await listDeliveries(store);
      const [latest] = (await listEditions(store)).filter((one) => `${one.period}-${one.kind}` === JUNE);
      return [...deliveries.map(({ state, attempts }) => `${state} ${attempts}`), latest?.state];
    },
    /** Every file below the folder but the note, by path. */
    tree: () => filesBelow(folder).filter((path) => path !== "说明.txt"),
  };
}
