import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBoard } from "../../../pipeline/jobs/board.ts";
import { type Reminded, remind } from "../../../pipeline/jobs/deliver/remind.ts";
import { readReply } from "../../../pipeline/jobs/deliver/replies.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { listReminders, reserveReminders } from "../../../pipeline/store/reminders.ts";
import { withContacts } from "../../support/contacts-root.ts";
import { deliveryHome, deliveryRoot, mailSetting } from "../../support/delivery-home.ts";
import { decodeWords, headerOf, parseMail } from "../../support/mail-parts.ts";
import { statusReport } from "../../support/mail-reports.ts";
import { startMailServer } from "../../support/mail-server.ts";
import { memoryEffects } from "../../support/scratch-home.ts";

/** Reminds at ten in the morning, Beijing time. Of July nothing has come; it is due on the 14th, 市统计局's on the 21st of August. */
async function remindedOn(
  home: Awaited<ReturnType<typeof deliveryHome>>,
  day: string,
  port?: number,
  isDryRun = false,
) {
  const mail = port === undefined ? null : mailSetting(port);
  return remind(home.open, { shared: home.shared, mail, isDryRun }, memoryEffects(`${day}T02:00:00.000Z`));
}

function stages({ reminders }: Reminded): Readonly<Record<string, string>> {
  return Object.fromEntries(reminders.map(({ recipient, stage, state }) => [recipient, `${stage} ${state}`]));
}

describe("remind(open, setting, effects)", () => {
  it("tells apart what went out before the run began, a dry run too", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    await remindedOn(home, "2023-08-15");
    const later = async (isDryRun: boolean, since?: string) => {
      const setting = { shared: home.shared, mail: null, isDryRun, ...(since && { since }) };
      const { ok, reminders, earlier } = await remind(home.open, setting, memoryEffects("2023-08-15T05:00:00.000Z"));
      expect(reminders.length).toBeGreaterThan(1);
      const states = reminders.map(({ recipient, state }) => `${state} ${earlier.includes(recipient)}`);
      return [ok, ...new Set(states)];
    };
    expect(await later(false)).toEqual([true, "sent true"]);
    expect(await later(true)).toEqual([true, "sent true"]);
    expect(await later(false, "2023-08-15T01:59:00.000Z")).toEqual([true, "sent false"]); // killed, and gone on with
  });

  it("goes from soon due to late to the compiler, on working days only, and never twice a day", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    const told: string[] = [];
    for (const day of [
      "2023-08-09",
      "2023-08-10",
      "2023-08-11",
      "2023-08-12",
      "2023-08-14",
      "2023-08-15",
      "2023-08-17",
      "2023-08-28",
    ]) {
      const first = await remindedOn(home, day);
      const second = await remindedOn(home, day);
      expect(second).toEqual(first);
      const { finance = "-", statistics = "-", compiler = "-" } = stages(first);
      told.push([day, finance, statistics, compiler].join(" | "));
    }
    expect(told).toEqual([
      "2023-08-09 | - | - | -",
      "2023-08-10 | before sent | - | -",
      "2023-08-11 | - | - | -", // told once
      "2023-08-12 | - | - | -", // a Saturday
      "2023-08-14 | due sent | - | -",
      "2023-08-15 | overdue sent | - | -",
      "2023-08-17 | - | before sent | escalated sent",
      "2023-08-28 | - | - | escalated sent", // 市统计局's; the others' are given up
    ]);
    const notes = readdirSync(join(home.shared, "催办", "市财政局")).sort();
    expect(notes).toEqual(["2023-08-10", "2023-08-14", "2023-08-15"]);
    const note = readFileSync(join(home.shared, "催办", "市财政局", "2023-08-15", "催办.txt"), "utf8");
    expect(note).toContain("逾期1个工作日");
    const [{ body = "" } = {}] = (await listReminders(home.open.store)).filter(({ stage }) => stage === "escalated");
    expect(body).toMatch(/逾期\d+个工作日/);
    expect(body).not.toMatch(/催办/); // whoever was late before the first run was never reminded
  });

  it("reminds nobody of what has come or is not due", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    for (const [period, day] of [
      [makePeriod(2023, 6), "2023-07-12"],
      [makePeriod(2023, 7), "2023-08-14"],
    ] as const) {
      const { rows } = await readBoard(home.open, period, `${day}T02:00:00.000Z`);
      const awaited = new Set(
        rows.flatMap(({ state, stage, bureau }) => (state === "未报送" && stage === "due" ? [bureau] : [])),
      );
      const { reminders } = await remindedOn(home, day);
      expect(reminders.filter(({ stage }) => stage === "due").map(({ recipient }) => recipient)).toEqual(
        [...awaited].sort(),
      );
      const spared = rows.filter(({ state }) => state === "已报送" || state === "未到期").map(({ source }) => source);
      const titles = home.open.reference.sources.filter(({ name }) => spared.includes(name)).map(({ title }) => title);
      expect(reminders.filter(({ body }) => titles.some((title) => body.includes(`《${title}》`)))).toEqual([]);
    }
  });

  it("only looks in a dry run", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    const looked = await remindedOn(home, "2023-08-14", undefined, true);
    expect([looked.ok, looked.reminders.length > 5]).toEqual([true, true]);
    expect(readdirSync(home.home)).not.toContain("shared");
    expect((await remindedOn(home, "2023-08-14")).reminders.map(({ body }) => body)).toEqual(
      looked.reminders.map(({ body }) => body),
    );
  });

  it("goes by mail to those who have an address, once, also where the server is busy first", async () => {
    const server = await startMailServer({ acts: { "finance@example.cn": ["busy-recipient"] } });
    const root = withContacts(["{ bureau: finance, name: 张三, address: finance@example.cn }"]);
    const home = await deliveryHome(root);
    await expect(remindedOn(home, "2023-08-14")).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    const first = await remindedOn(home, "2023-08-14", server.port);
    expect([first.ok, stages(first).finance]).toEqual([false, "due reserved"]);
    const second = await remindedOn(home, "2023-08-14", server.port);
    expect([second.ok, stages(second).finance]).toEqual([true, "due sent"]);
    await remindedOn(home, "2023-08-14", server.port);
    expect(server.taken).toHaveLength(1);
    const mail = parseMail(server.taken[0]?.raw ?? "");
    expect(decodeWords(headerOf(mail, "subject"))).toMatch(/^催报：市财政局\d+份报表$/);
    expect(mail.bytes.toString("utf8")).toContain("2023年7月");
  });

  it("tells the compiler of a reminder that came back, once, on the next working day", async () => {
    const server = await startMailServer();
    const home = await deliveryHome(withContacts(["{ bureau: finance, name: 张三, address: finance@example.cn }"]));
    await remindedOn(home, "2023-08-14", server.port);
    const about = headerOf(parseMail(server.taken[0]?.raw ?? ""), "message-id");
    const file = join(home.home, "x.eml");
    writeFileSync(file, statusReport({ about, recipient: "finance@example.cn" }));
    const reply = await readReply(home.open, file, memoryEffects("2023-08-14T08:00:00.000Z"));
    expect(reply).toMatchObject({ outcome: "recorded", action: "failed" });
    const sameDay = await remindedOn(home, "2023-08-14", server.port);
    expect([sameDay.ok, stages(sameDay).finance]).toEqual([false, "due bounced"]);
    const bodies: boolean[] = [];
    for (const day of ["2023-08-15", "2023-08-16", "2023-08-17"]) {
      const { reminders } = await remindedOn(home, day, server.port);
      const compiler = reminders.find(({ recipient }) => recipient === "compiler");
      bodies.push(compiler?.body.includes("finance@example.cn") ?? false);
      if (day === "2023-08-15") expect(compiler).toMatchObject({ subject: "催办邮件被退回：1件", state: "sent" });
    }
    expect(bodies).toEqual([true, false, false]);
  });

  it("plans anew on the same day what could not go out, so that nobody is reminded of what has come", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    const { reminders } = await remindedOn(home, "2023-08-14", undefined, true);
    const stale = reminders.map((one) => ({ ...one, body: "已经报来的" }));
    const [first] = stale;
    if (first === undefined) throw new Error("nobody to remind");
    await reserveReminders(home.open.store, "2023-08-14", [...stale, { ...first, recipient: "has-reported" }]);
    const anew = await remindedOn(home, "2023-08-14");
    expect(anew.reminders.map(({ recipient, body }) => [recipient, body])).toEqual(
      reminders.map(({ recipient, body }) => [recipient, body]),
    );
  });

  it("tells on a later day what could not go out before, and leaves no row of the earlier day waiting", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    writeFileSync(home.shared, "a file in its place");
    expect(stages(await remindedOn(home, "2023-08-10")).finance).toBe("before reserved");
    rmSync(home.shared);
    expect(stages(await remindedOn(home, "2023-08-11")).finance).toBe("before sent");
    expect(stages(await remindedOn(home, "2023-08-12")).finance).toBeUndefined();
    expect((await listReminders(home.open.store)).filter(({ state }) => state === "reserved")).toEqual([]);
  });

  it("tells of a folder that cannot be written, and goes on when it can", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    writeFileSync(home.shared, "a file in its place");
    const first = await remindedOn(home, "2023-08-14");
    expect([first.ok, first.reminders[0]?.state, first.reminders[0]?.code]).toEqual([false, "reserved", "ENOTDIR"]);
    rmSync(home.shared);
    expect((await remindedOn(home, "2023-08-14")).ok).toBe(true);
  });

  it("refuses contacts of bureaus there are not", async () => {
    const home = await deliveryHome(withContacts(["{ bureau: nobody, name: 张三, address: a@example.cn }"]));
    const problem = { code: "SEED_INVALID", message: expect.stringMatching(/第\d+行.*bureaus\.csv/) };
    await expect(remindedOn(home, "2023-08-14")).rejects.toMatchObject(problem);
  });
});

describe("readBoard(open, period, now)", () => {
  it("tells who has reported, who is late by how many working days, and what is missing", async () => {
    const home = await deliveryHome(deliveryRoot([]));
    const { rows, isIllustrative } = await readBoard(home.open, makePeriod(2023, 7), "2023-08-16T02:00:00.000Z");
    const [fiscal] = rows.filter(({ source }) => source === "demo-fiscal");
    expect(isIllustrative).toBe(true);
    expect(fiscal).toMatchObject({
      bureau: "finance",
      state: "未报送",
      due: "2023-08-14",
      stage: "overdue",
      daysLate: 2,
    });
    expect(fiscal?.missing).toContain("budget-revenue");
    const june = await readBoard(home.open, makePeriod(2023, 6), "2023-07-10T02:00:00.000Z");
    expect(
      june.rows.filter(({ source }) => source === "demo-fiscal").map(({ state, stage }) => [state, stage]),
    ).toEqual([["已报送", null]]);
    expect(rows.filter(({ state, due }) => state === "未到期" && due !== null)).toEqual([]);
  });
});
