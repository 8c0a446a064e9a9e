import { describe, expect, it } from "vitest";
import { readKnowledge } from "../../pipeline/store/known-then.ts";
import { atOneMoment } from "../../pipeline/store/one-moment.ts";
import { insertReceipt } from "../../pipeline/store/receipts.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { scratchFile } from "./raw-database.ts";
import { hash } from "./sample-rows.ts";

describe("atOneMoment(store, read)", () => {
  it("does not see what another process writes meanwhile", async () => {
    const file = scratchFile();
    const [store, other] = [await openStore(file), await openStore(file)];
    const arrival = { bureau: "finance", stamp: "1", file: "a.csv", receivedAt: "2023-07-11T01:02:03Z" };
    const receive = (name: string) => insertReceipt(other, { ...arrival, sha256: hash(name) });
    await receive("before");
    const seen = await atOneMoment(store, async (still) => {
      const first = await readKnowledge(still);
      await receive("meanwhile");
      return [first, await readKnowledge(still)];
    });
    expect(seen.map(({ senders }) => Object.keys(senders))).toEqual([[hash("before")], [hash("before")]]);
    expect(Object.keys((await readKnowledge(store)).senders)).toHaveLength(2);
    await closeStore(store);
    await closeStore(other);
  });
});
