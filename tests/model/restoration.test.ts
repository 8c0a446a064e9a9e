import { describe, expect, it } from "vitest";
import type { Delivery } from "../../pipeline/model/delivery.ts";
import { HAD } from "../../pipeline/model/had-papers.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { orUnknown } from "../../pipeline/model/restoration.ts";

const RESTORATION = { backedUpAt: "2023-07-20T14:30:00.000Z", restoredAt: "2023-07-22T02:00:00.000Z" };
const [BEFORE, AFTER] = ["2023-07-21T01:00:00.000Z", "2023-07-23T01:00:00.000Z"];

const MAIL: Delivery = {
  ...{ period: makePeriod(2023, 6), kind: "monthly", region: "150500", version: 2, contentSha256: "0".repeat(64) },
  ...{ channel: "mail", address: "a@example.cn", role: "leader", name: "甲", papers: ["briefing"], paperSha256: {} },
  ...{ messageId: "<1@example.cn>", earlierIds: [], state: "reserved", attempts: 0, reservedAt: AFTER },
  ...{ settledAt: null, code: null, reply: null },
};
const SENT: Delivery = { ...MAIL, version: 1, state: "sent", settledAt: AFTER, code: "250" };

describe("orUnknown(delivery, createdAt, restoration, known)", () => {
  it.each<[string, Delivery, string, readonly Delivery[]]>([
    ["made before", MAIL, BEFORE, []],
    ["made again, its month over before", MAIL, AFTER, []],
    ["of this month, made before", { ...MAIL, period: makePeriod(2023, 7) }, BEFORE, []],
    ["of which an earlier version was known to be sent before", MAIL, AFTER, [{ ...SENT, settledAt: BEFORE }]],
    ["of which another got a version since", MAIL, AFTER, [{ ...SENT, address: "b@example.cn" }]],
    ["of which the kind differs from one sent since", MAIL, AFTER, [{ ...SENT, kind: "quarterly" }]],
    ["that was had, and so not sent, since", MAIL, AFTER, [{ ...SENT, code: HAD }]],
    ["of which nobody knows", MAIL, AFTER, [{ ...SENT, state: "handed", settledAt: null }]],
  ])("holds a mail %s", (_what, delivery, createdAt, known) => {
    expect(orUnknown(delivery, createdAt, RESTORATION, known)).toMatchObject({ state: "handed", code: "restored" });
  });

  it.each<[string, Delivery, string, readonly Delivery[]]>([
    ["of a month that was not over, made since", { ...MAIL, period: makePeriod(2023, 7) }, AFTER, []],
    ["of which a version was settled since", MAIL, AFTER, [SENT]],
    ["for a folder", { ...MAIL, channel: "shared-folder", messageId: null }, BEFORE, []],
    ["that is had", { ...MAIL, state: "sent", settledAt: AFTER, code: HAD }, BEFORE, []],
  ])("lets go what is %s", (_what, delivery, createdAt, known) => {
    expect(orUnknown(delivery, createdAt, RESTORATION, known)).toBe(delivery);
  });

  it("lets everything go in a home that was not restored", () => {
    expect(orUnknown(MAIL, BEFORE, null, [])).toBe(MAIL);
  });

  it("takes the month of Beijing", () => {
    const restoration = { ...RESTORATION, restoredAt: "2023-06-30T17:00:00.000Z" }; // already July there
    expect(orUnknown(MAIL, AFTER, restoration, []).code).toBe("restored");
  });
});
