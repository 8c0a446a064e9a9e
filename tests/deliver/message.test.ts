import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeMail, type Mail } from "../../pipeline/deliver/message.ts";
import { decodeWords, headerOf, parseMail } from "../support/mail-parts.ts";

const MAIL: Mail = {
  messageId: "<0123456789abcdef@example.cn>",
  date: "2023-07-11T01:02:03.000Z",
  from: { name: "通辽市发展和改革委员会", address: "jindu@example.cn" },
  to: { name: "某领导", address: "a@example.cn" },
  subject: "【演示数据】2023年上半年执行情况",
  body: "一行\n.\n另一行\n",
  attachments: [{ name: "简报（演示数据）.docx", bytes: new Uint8Array([0, 10, 13, 46, 13, 10, 255]) }],
};

const HEADERS = ["from", "to", "subject", "message-id", "date", "mime-version", "content-type"];

async function compose(changes: Partial<Mail>) {
  return parseMail((await composeMail({ ...MAIL, ...changes })).toString("latin1"));
}

const hostile = fc.oneof(
  fc.constantFrom(
    "x\r\nBcc: b@example.cn",
    "x\nBcc: b@example.cn",
    "x\r\n\r\n<html>",
    "\u2028Bcc: b@example.cn",
    "a\u0000b",
    '"<b@example.cn>,',
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);

describe("composeMail(mail)", () => {
  it("gives the same bytes for the same mail", async () => {
    expect((await composeMail(MAIL)).equals(await composeMail({ ...MAIL }))).toBe(true);
  });

  it("carries names, subject, text and files as they are", async () => {
    const mail = await compose({});
    expect(decodeWords(headerOf(mail, "subject"))).toBe(MAIL.subject);
    expect(decodeWords(headerOf(mail, "to"))).toBe("某领导 <a@example.cn>");
    expect(headerOf(mail, "message-id")).toBe(MAIL.messageId);
    expect(headerOf(mail, "date")).toBe("Tue, 11 Jul 2023 01:02:03 +0000");
    expect(mail.parts[0]?.bytes.toString("utf8").replaceAll("\r\n", "\n")).toBe(MAIL.body);
    expect([...(mail.parts[1]?.bytes ?? [])]).toEqual([...(MAIL.attachments[0]?.bytes ?? [])]);
  });

  it("gets no header, recipient or part from whatever stands in names, subject, text or names of files", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (name, subject, body, file) => {
        const mail = await compose({
          to: { ...MAIL.to, name },
          subject,
          body,
          attachments: [{ name: file, bytes: new Uint8Array() }],
        });
        const stray = mail.headers.filter(([header]) => !HEADERS.includes(header));
        expect([stray, mail.headers.length <= HEADERS.length]).toEqual([[], true]);
        expect(headerOf(mail, "to")).toMatch(/<a@example\.cn>$|^a@example\.cn$/);
        expect(headerOf(mail, "to").match(/@example\.cn/g)).toHaveLength(
          1 + (/b@example\.cn/.test(headerOf(mail, "to")) ? 1 : 0),
        );
        expect(mail.parts).toHaveLength(2);
      }),
      { numRuns: 150 },
    );
  });
});
