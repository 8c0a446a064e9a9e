import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseReply } from "../../pipeline/deliver/reply.ts";
import { letter, type ReportParts, readReceipt, statusReport } from "../support/mail-reports.ts";

const parse = (mail: string | Uint8Array) => parseReply(typeof mail === "string" ? Buffer.from(mail) : mail);

const FAILED = { addresses: ["a@example.cn"], action: "failed", status: "5.1.1" };
const USER_UNKNOWN = "550 5.1.1 <a@example.cn>: User unknown";

describe("parseReply(bytes)", () => {
  it("reads a delivery status notification", async () => {
    expect(await parse(statusReport({ envelope: "envelope-1" }))).toEqual({
      ...{ kind: "report", id: "dsn-1@mx.example.cn", about: ["envelope-1", "mail@example.cn"] },
      recipients: [{ ...FAILED, words: USER_UNKNOWN }],
    });
  });

  it("reads a read receipt", async () => {
    expect(await parse(readReceipt())).toEqual({
      ...{ kind: "report", id: "mdn-1@example.cn", about: ["mail@example.cn"] },
      recipients: [{ addresses: ["a@example.cn"], action: "displayed", status: null, words: null }],
    });
  });

  it.each([
    ["displayed", "displayed"],
    ["Displayed/error", "displayed"],
    ["deleted", "delivered"],
    ["processed", "delivered"],
    ["denied", null],
    ["", null],
  ])("takes the disposition %s for %s", async (disposition, action) => {
    expect(await parse(readReceipt({ action: disposition }))).toMatchObject({ recipients: [{ action }] });
  });

  it.each<[what: string, parts: ReportParts, expected: object]>([
    ["a delay", { action: "delayed", status: "4.4.1" }, { action: "delayed", status: "4.4.1" }],
    ["an action in capitals", { action: "FAILED" }, { action: "failed" }],
    ["an action that no standard knows", { action: "exploded" }, { action: null }],
    ["an action of the other standard", { action: "displayed" }, { action: null }],
    ["a status with words behind it", { status: "5.2.2 (mailbox full)" }, { status: "5.2.2" }],
    ["no status", { status: "550" }, { status: null }],
    ["an address in brackets and capitals", { recipient: "<A@Example.CN>" }, { addresses: ["a@example.cn"] }],
    ["an address in xtext", { recipient: "a+2Bb@x.cn" }, { addresses: ["a+2bb@x.cn", "a+b@x.cn"] }],
    ["no address", { recipient: "" }, { addresses: [] }],
    ["an address of another kind", { groups: ["Final-Recipient: x400; /C=CN\r\nAction: failed"] }, { addresses: [] }],
    ["words in an encoded word", { diagnostic: "smtp; =?gb2312?B?08O7p7K7tObU2g==?=" }, { words: "用户不存在" }],
    ["words on several lines", { diagnostic: "smtp; 550\r\n  no\r\n\tuser" }, { words: "550 no user" }],
    ["no words", { diagnostic: "smtp;" }, { words: null }],
    ["words that would drive a terminal", { diagnostic: "smtp; \u001b[2J\u202e550" }, { words: "[2J550" }],
    ["words without end", { diagnostic: `smtp; ${"x".repeat(9000)}` }, { words: "x".repeat(500) }],
    ["a report under another type", { type: "multipart/mixed" }, FAILED],
  ])("reads %s", async (_what, parts, expected) => {
    expect(await parse(statusReport(parts))).toMatchObject({ kind: "report", recipients: [expected] });
  });

  it("reads words in GB18030, whatever the report calls them", async () => {
    const [before = "", after = ""] = statusReport({ diagnostic: "smtp; 550 @@" }).split("@@");
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from("d3c3bba7b2bbb4e6d4da", "hex"), Buffer.from(after)]);
    expect(await parse(bytes)).toMatchObject({ recipients: [{ words: "550 用户不存在" }] });
  });

  it("reads several recipients, each by itself", async () => {
    const groups = ["a", "b"].map((name) => `Final-Recipient: rfc822;${name}@x.cn\r\nAction: failed\r\nStatus: 5.0.0`);
    const reply = await parse(statusReport({ groups }));
    expect(reply).toMatchObject({ recipients: [{ addresses: ["a@x.cn"] }, { addresses: ["b@x.cn"] }] });
  });

  it("finds the mail by its whole text brought back, and not by one in that", async () => {
    const whole = "Message-ID: <mail@example.cn>\r\n\r\nMessage-ID: <another@example.cn>\r\n\r\nx";
    const report = statusReport({ about: null }).replace(
      "--=_report/1--",
      `--=_report/1\r\nContent-Type: message/rfc822\r\n\r\n${whole}\r\n--=_report/1--`,
    );
    expect(await parse(report)).toMatchObject({ kind: "report", about: ["mail@example.cn"] });
  });

  it.each([
    ["a person's answer", "", "person"],
    ["an out-of-office answer (RFC 3834)", "Auto-Submitted: auto-replied\r\n", "automatic"],
    ["an out-of-office answer of Exchange", "X-Auto-Response-Suppress: All\r\n", "automatic"],
    [
      "an out-of-office answer without a return path",
      "Return-Path: <>\r\nAuto-Submitted: auto-replied\r\n",
      "automatic",
    ],
    ["what a server says in no known form", "Return-Path: <>\r\n", "server"],
  ])("takes %s for no report", async (_what, head, manner) => {
    expect(await parse(letter("<mail@example.cn>", head))).toEqual({
      ...{ kind: "letter", about: ["mail@example.cn"], manner },
    });
  });

  it.each<[what: string, bytes: string | Uint8Array, isOutlook: boolean]>([
    ["nothing", "", false],
    ["a text", "退信：对方不收\r\n请核对\r\n", false],
    ["a file of Outlook's", Buffer.from("d0cf11e0a1b11ae10000", "hex"), true],
    ["bytes", new Uint8Array(1000).fill(255), false],
    ["more headers than any mail has", `From: a@x.cn\r\nX: ${"x".repeat(300_000)}\r\n\r\n`, false],
    [
      "parts within parts without end",
      `From: a@x.cn\r\n${Array.from({ length: 60 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`).join("")}`,
      false,
    ],
  ])("says of %s that it is no mail", async (_what, bytes, isOutlook) => {
    expect(await parse(bytes)).toEqual({ kind: "no-mail", isOutlook });
  });

  it("never throws, and makes no other address or action of a report that is cut or garbled", async () => {
    const report = Buffer.from(statusReport());
    const change = fc.record({
      at: fc.nat(report.length - 1),
      to: fc.nat(255),
      end: fc.integer({ min: 1, max: report.length }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const spoilt = Buffer.from(report);
        for (const { at, to } of changes) spoilt[at] = to;
        const reply = await parse(spoilt.subarray(0, changes[0]?.end));
        if (reply.kind !== "report") return;
        for (const { action } of reply.recipients) expect([null, "failed"]).toContain(action);
      }),
      { numRuns: 300 },
    );
  });

  it("takes a time in proportion to what it is given", async () => {
    const groups = Array.from(
      { length: 20_000 },
      (_, index) => `Final-Recipient: rfc822; a${index}@x.cn\r\nAction: failed`,
    );
    const started = performance.now();
    const reply = await parse(statusReport({ groups, head: `References: ${"<x@y> ".repeat(20_000)}\r\n` }));
    expect(reply.kind === "report" && reply.recipients.length).toBeLessThanOrEqual(200);
    expect(performance.now() - started).toBeLessThan(20_000); // half a second on an idle machine
  });
});
