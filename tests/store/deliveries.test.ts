import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Store } from "../../pipeline/store/database.ts";
import { countAttempt, listDeliveries, reserveDeliveries, stepDelivery } from "../../pipeline/store/deliveries.ts";
import { type EditionState, insertEdition, listEditions, moveEdition } from "../../pipeline/store/editions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { CITY, delivery, hash, run } from "./sample-rows.ts";

const NAME = { period: makePeriod(2023, 6), kind: "monthly", region: CITY } as const;

async function storeWithEdition(state: EditionState = "draft"): Promise<Store> {
  const store = await freshStore();
  const rest = { asOf: null, contentSha256: hash("edition"), createdAt: "2023-07-11T01:02:03Z", path: "editions/x" };
  await insertEdition(store, { ...NAME, version: 1, state, ...rest }, run({ job: "publish" }));
  return store;
}

describe("reserveDeliveries(store, deliveries)", () => {
  it("keeps what is reserved already, with its Message-ID and whatever has become of it", async () => {
    const store = await storeWithEdition();
    await reserveDeliveries(store, [delivery()]);
    await countAttempt(store, delivery());
    await stepDelivery(store, delivery(), { state: "sent", at: "2023-07-12T00:00:00Z", code: "250", reply: "ok" });
    await reserveDeliveries(store, [delivery({ messageId: "<y@example.cn>", name: "另一个名字" })]);
    const sent = { state: "sent", attempts: 1, settledAt: "2023-07-12T00:00:00Z", code: "250", reply: "ok" } as const;
    expect(await listDeliveries(store)).toEqual([delivery(sent)]);
  });

  it("reserves all or none", async () => {
    const store = await storeWithEdition();
    const ofNoEdition = delivery({ address: "z@example.cn", messageId: "<z@example.cn>", version: 9 });
    await expect(reserveDeliveries(store, [delivery(), ofNoEdition])).rejects.toThrow();
    expect(await listDeliveries(store)).toEqual([]);
  });
});

describe("moveEdition(store, edition, from, to)", () => {
  it.each<[EditionState, readonly EditionState[], EditionState, boolean]>([
    ["draft", ["draft"], "approved", true],
    ["approved", ["draft", "approved"], "delivered", true],
    ["corrected", ["draft", "approved"], "delivered", false],
    ["delivered", ["draft"], "approved", false],
  ])("one that is %s, from %j to %s: %s", async (state, from, to, isMoved) => {
    const store = await storeWithEdition(state);
    expect(await moveEdition(store, { ...NAME, version: 1 }, from, to)).toBe(isMoved);
    expect((await listEditions(store)).map((edition) => edition.state)).toEqual([isMoved ? to : state]);
    expect(await moveEdition(store, { ...NAME, version: 2 }, from, to)).toBe(false);
  });
});
