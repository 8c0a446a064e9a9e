import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReply } from "../../../pipeline/jobs/deliver/replies.ts";
import type { Delivery } from "../../../pipeline/model/delivery.ts";
import { listMailReports } from "../../../pipeline/store/mail-reports.ts";
import { underLock } from "../../../pipeline/store/process-lock.ts";
import { listReminders, reserveReminders, stepReminder } from "../../../pipeline/store/reminders.ts";
import { reminder } from "../../store/sample-rows.ts";
import { callCommand } from "../../support/call-command.ts";
import { letter, readReceipt, statusReport } from "../../support/mail-reports.ts";
import { idOf, repliesHome } from "../../support/replies-home.ts";

const ABOUT_A = { about: idOf("a") };
const DAY = "2026-11-23";

describe("takeReplies(open, rules, effects)", () => {
  it("records a mail that came back: the edition is not delivered any more, the message moves on with a note", async () => {
    const home = await repliesHome();
    home.put("退信.eml", statusReport(ABOUT_A));
    const { files } = await home.take();
    expect(files).toMatchObject([
      { outcome: "recorded", action: "failed", movedTo: `replies/已处理/${DAY}/退信.eml`, mail: { name: "领导a" } },
    ]);
    expect(await home.states()).toEqual(["bounced 1", "sent 1", "undelivered"]);
    expect(home.tree()).toEqual([`已处理/${DAY}/退信.eml`, `已处理/${DAY}/退信.eml.说明.txt`]);
    expect(readFileSync(join(home.folder, `已处理/${DAY}/退信.eml.说明.txt`), "utf8")).toContain("5.1.1");
    expect(await listMailReports(home.open.store)).toMatchObject([
      { messageId: idOf("a"), action: "failed", status: "5.1.1", words: "550 5.1.1 <a@example.cn>: User unknown" },
    ]);
    expect((await home.take()).files).toEqual([]);
  });

  it.each<[what: string, message: string, action: string]>([
    ["a delay", statusReport({ ...ABOUT_A, action: "delayed", status: "4.4.1" }), "delayed"],
    ["that it was delivered", statusReport({ ...ABOUT_A, action: "delivered", status: "2.1.5" }), "delivered"],
    ["that it was handed on", statusReport({ ...ABOUT_A, action: "relayed", status: "2.0.0" }), "relayed"],
    ["a read receipt", readReceipt(ABOUT_A), "displayed"],
  ])("records %s, and leaves the delivery as it was", async (_what, message, action) => {
    const home = await repliesHome();
    home.put("x.eml", message);
    expect((await home.take()).files).toMatchObject([{ outcome: "recorded", action }]);
    expect(await home.states()).toEqual(["sent 1", "sent 1", "delivered"]);
    expect(await listMailReports(home.open.store)).toMatchObject([{ messageId: idOf("a"), action }]);
  });

  it("reads a message whose name is in GBK, leaves one whose name is in no encoding, and says so", async () => {
    const home = await repliesHome();
    const put = (...name: readonly number[]) =>
      writeFileSync(Buffer.concat([Buffer.from(`${home.folder}/`), Buffer.from(name)]), statusReport(ABOUT_A));
    home.put("之前.eml", "x");
    put(0xcd, 0xcb, 0xd0, 0xc5); // 退信
    put(0xff);
    const { files, waiting } = await home.take();
    expect(files.map(({ file, outcome }) => [file, outcome])).toContainEqual(["退信", "recorded"]);
    expect(waiting).toEqual([{ file: "\ufffd", reason: "misnamed" }]);
    expect(home.lines.some((line) => line.includes("请改名"))).toBe(true);
  });

  it("knows a mail by its envelope where nothing of it is brought back", async () => {
    const home = await repliesHome();
    home.put("x.eml", statusReport({ about: null, envelope: "a".repeat(32) }));
    expect((await home.take()).files).toMatchObject([{ outcome: "recorded" }]);
  });

  it.each<[state: Delivery["state"], action: string, expected: string]>([
    ["handed", "failed", "bounced"],
    ["handed", "delivered", "sent"],
    ["handed", "delayed", "sent"],
    ["reserved", "failed", "bounced"],
    ["reserved", "relayed", "sent"],
    ["refused", "failed", "refused"],
    ["refused", "delivered", "refused"],
    ["bounced", "delivered", "bounced"],
    ["bounced", "failed", "bounced"],
  ])("takes a mail that is %s for %s -> %s", async (state, action, expected) => {
    const settledAt = state === "handed" || state === "reserved" ? null : "2026-11-22T08:00:01.000Z";
    const home = await repliesHome({ state, settledAt });
    home.put("x.eml", statusReport({ ...ABOUT_A, action }));
    await home.take();
    expect((await home.states())[0]).toBe(`${expected} 1`);
  });

  it.each<[what: string, message: string | Uint8Array]>([
    ["a report on a mail of nobody's here", statusReport({ about: "<x@elsewhere.cn>" })],
    ["a report on no mail", statusReport({ about: null })],
    ["a report on two mails of ours", statusReport({ ...ABOUT_A, envelope: "b".repeat(32) })],
    ["a report on another recipient", statusReport({ ...ABOUT_A, recipient: "private@qq.com" })],
    ["a report on the other mail's recipient", statusReport({ ...ABOUT_A, recipient: "b@example.cn" })],
    ["a report on no recipient", statusReport({ ...ABOUT_A, groups: [] })],
    ["a report that says nothing", statusReport({ ...ABOUT_A, action: "" })],
    [
      "a report that contradicts itself",
      statusReport({
        ...ABOUT_A,
        groups: ["failed", "delivered"].map((one) => `Final-Recipient: rfc822; a@example.cn\r\nAction: ${one}`),
      }),
    ],
    ["a read receipt of somebody else", readReceipt({ ...ABOUT_A, recipient: "b@example.cn" })],
    ["an out-of-office answer", letter(idOf("a"), "Auto-Submitted: auto-replied\r\n")],
    ["a person's answer", letter(idOf("a"))],
    ["a bounce in no known form", letter(idOf("a"), "Return-Path: <>\r\n")],
    ["a letter about something else", letter("<x@elsewhere.cn>")],
    ["a text", "这封退信说对方不收"],
    ["a file of Outlook's", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    ["a report cut off before it says what became of the mail", statusReport(ABOUT_A).split("Action")[0] ?? ""],
  ])("changes nothing for %s, and says why beside it", async (_what, message) => {
    const home = await repliesHome();
    home.put("x.eml", message);
    const { files } = await home.take();
    expect(files).toMatchObject([{ outcome: "unmatched", action: null, movedTo: "replies/未通过/x.eml" }]);
    expect(await home.states()).toEqual(["sent 1", "sent 1", "delivered"]);
    expect(await listMailReports(home.open.store)).toEqual([]);
    expect(home.tree()).toEqual(["未通过/x.eml", "未通过/x.eml.说明.txt"]);
  });

  it("changes nothing for a report on a mail that never went out", async () => {
    const home = await repliesHome({ state: "reserved", attempts: 0, settledAt: null });
    home.put("x.eml", statusReport(ABOUT_A));
    expect((await home.take()).files).toMatchObject([{ outcome: "unmatched" }]);
    expect((await home.states())[0]).toBe("reserved 0");
  });

  it("opens nothing that is too large, and no link", async () => {
    const home = await repliesHome();
    const large = home.put("large.eml", statusReport(ABOUT_A));
    truncateSync(large, 21 * 1024 * 1024);
    const elsewhere = join(home.home, "elsewhere.eml");
    writeFileSync(elsewhere, statusReport(ABOUT_A));
    symlinkSync(elsewhere, join(home.folder, "link.eml"));
    expect((await home.take()).files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ["large.eml", "unmatched"],
      ["link.eml", "unmatched"],
    ]);
    expect((await home.states())[0]).toBe("sent 1");
  });

  it("counts the same report once, however often and under whatever name it is saved", async () => {
    const home = await repliesHome();
    home.put("一.eml", statusReport(ABOUT_A));
    home.put("子文件夹/一.eml", statusReport({ ...ABOUT_A, head: "X-Saved-By: another program\r\n" }));
    home.put("二.eml", statusReport({ ...ABOUT_A, id: null }));
    home.put("三.eml", statusReport({ ...ABOUT_A, id: null }));
    const { files } = await home.take();
    expect(files.map(({ outcome }) => outcome).sort()).toEqual(["recorded", "recorded", "repeated", "repeated"]);
    expect(await listMailReports(home.open.store)).toHaveLength(2); // one without an id is known by its bytes alone
    expect(home.tree().filter((path) => path.endsWith(".eml"))).toHaveLength(4);
    expect(await home.states()).toEqual(["bounced 1", "sent 1", "undelivered"]);
  });

  it("waits for a message of which nothing has come yet, and takes the whole one after half of it", async () => {
    const home = await repliesHome();
    const path = home.put("x.eml", "");
    expect(await home.take()).toMatchObject({ files: [], waiting: [{ file: "x.eml", reason: "cut-short" }] });
    writeFileSync(path, statusReport(ABOUT_A).slice(0, 300));
    expect((await home.take()).files).toMatchObject([{ outcome: "unmatched" }]); // nothing tells where a mail ends
    writeFileSync(path, statusReport(ABOUT_A));
    expect((await home.take()).files).toMatchObject([{ outcome: "recorded" }]);
  });

  it("records what came back on a reminder", async () => {
    const home = await repliesHome();
    const { store } = home.open;
    await reserveReminders(store, "2023-08-14", [reminder()]);
    await stepReminder(store, reminder(), { state: "sent", code: "250", reply: "queued" });
    home.put("x.eml", statusReport({ about: "<r@example.cn>", recipient: "x@example.cn" }));
    expect((await home.take()).files).toMatchObject([{ outcome: "recorded", mail: { name: "市财政局" } }]);
    expect(await listReminders(store)).toMatchObject([{ state: "bounced", code: "5.1.1" }]);
  });

  it("is refused to a second process while the first delivers", async () => {
    const home = await repliesHome();
    await underLock(join(home.home, "deliver.lock"), "", async () => {
      await expect(home.take()).rejects.toMatchObject({ code: "STORE_BUSY" });
    });
  });
});

describe("readReply(open, path, effects)", () => {
  it("reads a message where it lies, and says the same again", async () => {
    const home = await repliesHome();
    const path = join(home.home, "x.eml");
    writeFileSync(path, statusReport(ABOUT_A));
    const first = await readReply(home.open, path, home.effects);
    expect(first).toMatchObject({ outcome: "recorded", action: "failed", movedTo: null });
    expect(await readReply(home.open, path, home.effects)).toEqual(first);
    expect(await home.states()).toEqual(["bounced 1", "sent 1", "undelivered"]);
  });

  it.each([
    ["what is none of ours", statusReport({ about: "<x@elsewhere.cn>" }), 1],
    ["a report", statusReport(ABOUT_A), 0],
    ["no file", null, 2],
  ])("jindu deliver --reply ends for %s with %i", async (_what, message, status) => {
    const home = await repliesHome();
    const path = join(home.home, "x.eml");
    if (message !== null) writeFileSync(path, message);
    expect((await callCommand(["deliver", "--reply", path, "--json"], home.home)).status).toBe(status);
  });

  it("tells of a folder, a sheet and what is too large in words of its own, and asks for no sheet", async () => {
    const home = await repliesHome();
    const [folder, sheet, large] = ["folder", "6月", "large.eml"].map((name) => join(home.home, name));
    if (!folder || !sheet || !large) throw new Error("no paths");
    mkdirSync(folder);
    copyFileSync(join(home.folder, "../editions/2023-06-monthly/v1/workbook.xlsx"), sheet);
    writeFileSync(large, "");
    truncateSync(large, 21 * 1024 * 1024);
    for (const path of [folder, sheet, large]) {
      const { status, stdout } = await callCommand(["deliver", "--reply", path], home.home);
      expect([path, status, stdout]).toEqual([path, 1, expect.stringMatching(/邮件|\.eml|退信/)]);
      expect(stdout).not.toMatch(/上传|数据表|\.xls|工作表|JINDU_/);
    }
  });

  it.each([
    [["deliver", "--reply", "x.eml", "--list"]],
    [["deliver", "2023-06-monthly", "--reply", "x.eml"]],
    [["deliver", "--list", "--again", "a@example.cn"]],
  ])("%j is wrong usage", async (words) => {
    expect((await callCommand(words, (await repliesHome()).home)).status).toBe(2);
  });
});
