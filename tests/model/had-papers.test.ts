import { describe, expect, it } from "vitest";
import type { Delivery, DeliveryState, PaperName } from "../../pipeline/model/delivery.ts";
import { hadBefore, orHad } from "../../pipeline/model/had-papers.ts";
import { delivery } from "../store/sample-rows.ts";

/** Version, state, and papers with a letter for their bytes: [1, "sent", { briefing: "a" }]. */
type Sent = readonly [version: number, state: DeliveryState, papers: Readonly<Partial<Record<PaperName, string>>>];

function toDelivery([version, state, paperSha256]: Sent): Delivery {
  return delivery({ version, state, papers: Object.keys(paperSha256) as PaperName[], paperSha256 });
}

describe("hadBefore(delivery, before)", () => {
  it.each<[what: string, before: readonly Sent[], now: Sent[2], same: number | null, replaced: readonly number[]]>([
    ["nothing", [], { briefing: "a" }, null, []],
    ["the same", [[1, "sent", { briefing: "a" }]], { briefing: "a" }, 1, []],
    ["the same and more", [[1, "sent", { briefing: "a", workbook: "b" }]], { briefing: "a" }, 1, []],
    ["one of two", [[1, "sent", { briefing: "a" }]], { briefing: "a", workbook: "b" }, null, []],
    ["another", [[1, "sent", { briefing: "a" }]], { briefing: "b" }, null, [1]],
    ["one the same, one another", [[1, "sent", { briefing: "a", data: "x" }]], { briefing: "a", data: "y" }, null, [1]],
    [
      "the same, then another",
      [
        [1, "sent", { data: "a" }],
        [2, "sent", { data: "b" }],
      ],
      { data: "a" },
      null,
      [2],
    ],
    [
      "the same twice",
      [
        [1, "sent", { data: "a" }],
        [2, "sent", { data: "a" }],
      ],
      { data: "a" },
      2,
      [],
    ],
    ["the same, perhaps", [[1, "handed", { data: "a" }]], { data: "a" }, 1, []],
    ["another, perhaps", [[1, "handed", { data: "a" }]], { data: "b" }, null, [1]],
    ["what came back", [[1, "bounced", { data: "a" }]], { data: "a" }, null, []],
    ["what was refused", [[1, "refused", { data: "a" }]], { data: "a" }, null, []],
    ["what waits", [[1, "reserved", { data: "b" }]], { data: "a" }, null, []],
    ["a later one", [[9, "sent", { data: "a" }]], { data: "a" }, null, []],
  ])("of somebody who has %s", (_what, before, now, same, replaced) => {
    const had = hadBefore(toDelivery([5, "reserved", now]), before.map(toDelivery));
    expect([had.same?.version ?? null, had.replaced]).toEqual([same, replaced]);
  });

  it("takes no paper of which no hash was kept for the same", () => {
    const before = [delivery({ state: "sent", paperSha256: {} })];
    expect(hadBefore(delivery({ version: 2 }), before)).toMatchObject({ same: null, replaced: [1] });
    expect(hadBefore(delivery({ version: 2, paperSha256: {} }), before).same).toBeNull();
  });

  it.each([
    ["another address", { address: "y@example.cn" }],
    ["another channel", { channel: "shared-folder" }],
    ["another kind", { kind: "quarterly" }],
    ["another region", { region: "150521" }],
  ] as const)("has nothing to do with %s", (_what, changes) => {
    const before = [delivery({ state: "sent", ...changes })];
    expect(hadBefore(delivery({ version: 2 }), before)).toEqual({ same: null, replaced: [] });
  });
});

describe("orHad(delivery, before)", () => {
  it("names the version that brought the papers, also behind one that did not have to be sent", () => {
    const first = delivery({ state: "sent" });
    const second = orHad(delivery({ version: 2 }), [first]);
    expect(second).toMatchObject({ state: "sent", code: "had", reply: "第1版", settledAt: second.reservedAt });
    expect(orHad(delivery({ version: 3 }), [first, second])).toMatchObject({ state: "sent", reply: "第1版" });
  });

  it("leaves to a person what nobody knows to have arrived", () => {
    expect(orHad(delivery({ version: 2 }), [delivery({ state: "handed" })])).toMatchObject({ state: "handed" });
  });
});
