import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RETRY_AFTER_MS } from "../../../pipeline/jobs/deliver/rounds.ts";
import { deliveryHome, deliveryRoot, mailSetting, mailTo, told } from "../../support/delivery-home.ts";
import { decodeWords, headerOf, parseMail } from "../../support/mail-parts.ts";
import { type ServerAct, startMailServer } from "../../support/mail-server.ts";

const SILENT_MS = 3000; // for the server that never answers; a hundred times what one takes that does

const PEOPLE = ["a@example.cn", "b@example.cn", "c@example.cn"];

describe("deliver(open, request, setting, effects) to a mail server", () => {
  it.each<[what: string, acts: Readonly<Record<string, readonly ServerAct[]>>, attempts: number]>([
    ["takes all", {}, 1],
    ["is busy for one recipient once", { "b@example.cn": ["busy-recipient"] }, 2],
    [
      "is busy for one recipient three times",
      { "b@example.cn": ["busy-recipient", "busy-recipient", "busy-recipient"] },
      4,
    ],
    ["hangs up in the middle of a mail", { "b@example.cn": ["cut-in-data"] }, 2],
    ["says 451 to a whole mail", { "b@example.cn": ["busy-after-data"] }, 2],
    [
      "fails in three ways, one after the other",
      { "b@example.cn": ["busy-after-data", "busy-at-data", "silent-recipient"] },
      4,
    ],
    ["never answers to RCPT TO", { "b@example.cn": ["silent-recipient"] }, 2],
    ["never answers to DATA", { "b@example.cn": ["silent-at-data"] }, 2],
    ["says 451 to DATA", { "b@example.cn": ["busy-at-data"] }, 2],
    ["takes its time to say yes", { "b@example.cn": ["keep-and-answer-late"] }, 1],
    ["says 421 to the second who connects", { "*": ["accept", "busy-greeting"] }, 2],
  ])("gives everybody exactly one mail where it %s", async (_what, acts, attempts) => {
    const server = await startMailServer({ acts });
    const isSilent = /silent|late/.test(JSON.stringify(acts));
    const mail = mailSetting(server.port, isSilent ? { timeoutMs: SILENT_MS } : {});
    const home = await deliveryHome(deliveryRoot(PEOPLE.map((one) => mailTo(one))), { mail });
    const delivered = await home.deliver();
    expect(told(delivered)).toEqual([
      `a@example.cn sent 1 250`,
      `b@example.cn sent ${attempts} 250`,
      `c@example.cn sent 1 250`,
    ]);
    expect(server.taken.map(({ to }) => to.join()).sort()).toEqual(PEOPLE);
    const paper = readFileSync(join(home.folder, "workbook.xlsx"));
    expect(server.taken.map(({ raw }) => parseMail(raw).parts[2]?.bytes.equals(paper))).toEqual([true, true, true]);
    expect(home.waits).toEqual(RETRY_AFTER_MS.slice(0, attempts - 1));
    expect([delivered.ok, delivered.state]).toEqual([true, "delivered"]);
    const again = await home.deliver();
    expect([again.ok, told(again), server.taken.length]).toEqual([true, told(delivered), 3]);
  });

  it("sends the same bytes in every attempt, attachments equal to the files of the edition", async () => {
    const acts = { "a@example.cn": ["busy-after-data", "busy-after-data"] } as const;
    const server = await startMailServer({ acts });
    const home = await deliveryHome(deliveryRoot([mailTo("a@example.cn", "briefing, workbook, data")]), {
      mail: mailSetting(server.port),
    });
    await home.deliver();
    expect(server.seen).toHaveLength(3);
    expect(new Set(server.seen.map(({ raw }) => raw)).size).toBe(1);
    const mail = parseMail(server.taken[0]?.raw ?? "");
    const files = ["briefing.docx", "workbook.xlsx", "data.csv"].map((name) => readFileSync(join(home.folder, name)));
    expect(mail.parts.slice(1).map(({ bytes }, index) => bytes.equals(files[index] ?? Buffer.alloc(0)))).toEqual([
      ...[true, true, true],
    ]);
    expect(decodeWords(headerOf(mail, "subject"))).toBe(
      "【演示数据】2023年上半年通辽市国民经济和社会发展计划执行情况（月报）",
    );
    expect(headerOf(mail, "message-id")).toMatch(/^<[0-9a-f]{32}@example\.cn>$/);
  });

  it.each<[what: string, act: ServerAct, code: string, kept: number]>([
    ["keeps a mail and hangs up", "keep-and-cut", "ECONNECTION", 1],
    ["keeps a mail and never answers", "keep-and-stay-silent", "ETIMEDOUT", 1],
    ["hangs up after the last byte", "cut-after-data", "ECONNECTION", 0],
    ["never answers to the last byte", "silent-after-data", "ETIMEDOUT", 0],
  ])(
    "sends nothing again to a server that %s, until a person says what became of it",
    async (_what, act, code, kept) => {
      const server = await startMailServer({ acts: { "b@example.cn": [act] } });
      const mail = mailSetting(server.port, { lastAnswerMs: SILENT_MS });
      const home = await deliveryHome(deliveryRoot([...PEOPLE].reverse().map((one) => mailTo(one))), { mail });
      const toB = () => server.taken.filter(({ to }) => to[0] === "b@example.cn");
      for (let run = 0; run < 3; run += 1) {
        const delivered = await home.deliver();
        expect([delivered.ok, delivered.state, told(delivered)[1]]).toEqual([
          false,
          "draft",
          `b@example.cn handed 1 ${code}`,
        ]);
      }
      expect([toB().length, server.seen.length]).toEqual([kept, 3]);
      if (kept === 1)
        expect(await home.deliver({ arrived: "b@example.cn" })).toMatchObject({ ok: true, state: "delivered" });
      else expect(await home.deliver({ again: "b@example.cn" })).toMatchObject({ ok: true, state: "delivered" });
      expect(toB()).toHaveLength(1);
    },
  );

  it.each([
    ["hangs up on", "cut-greeting"],
    ["never greets", "silent-greeting"],
  ] as const)("tries nobody else in this run where the server %s the second who connects", async (_what, act) => {
    const server = await startMailServer({ acts: { "*": ["accept", act] } });
    const mail = mailSetting(server.port, { timeoutMs: SILENT_MS });
    const home = await deliveryHome(deliveryRoot(PEOPLE.map((one) => mailTo(one))), { mail });
    const states = (await home.deliver()).deliveries.map(({ state, attempts }) => `${state} ${attempts}`);
    expect([states, server.connections.count, home.waits]).toEqual([["sent 1", "reserved 1", "reserved 0"], 2, []]);
    expect([(await home.deliver()).ok, server.taken.map(({ to }) => to[0]?.[0])]).toEqual([true, ["a", "c", "b"]]);
  });

  it("asks for reports on what does not arrive where the server gives them, and for none elsewhere", async () => {
    for (const dsn of [true, false]) {
      const server = await startMailServer({ dsn });
      const root = deliveryRoot([mailTo("a+b=c@example.cn")]);
      const home = await deliveryHome(root, { mail: mailSetting(server.port) });
      expect((await home.deliver()).ok).toBe(true);
      const id = headerOf(parseMail(server.taken[0]?.raw ?? ""), "message-id").slice(1, 33);
      const asked = [id, "HDRS", "FAILURE,DELAY", "rfc822;a+b=c@example.cn"];
      expect(server.taken[0]?.asked.filter(Boolean)).toEqual(dsn ? asked : []);
    }
  });

  it("never sends again what is refused for good, and says by which code", async () => {
    const server = await startMailServer({
      acts: {
        "b@example.cn": ["no-recipient"],
        "c@example.cn": ["full-after-data"],
        "d@example.cn": ["refuse-at-data"],
      },
    });
    const people = [...PEOPLE, "d@example.cn"];
    const home = await deliveryHome(deliveryRoot(people.map((one) => mailTo(one))), { mail: mailSetting(server.port) });
    const delivered = await home.deliver();
    const expected = [
      ...["a@example.cn sent 1 250", "b@example.cn refused 1 550", "c@example.cn refused 1 552"],
      "d@example.cn refused 1 554",
    ];
    expect([delivered.ok, delivered.state, told(delivered)]).toEqual([false, "undelivered", expected]);
    expect(delivered.deliveries[1]?.reply).toContain("5.1.1 No such user");
    expect(told(await home.deliver())).toEqual(expected);
    expect([server.taken.length, home.waits]).toEqual([1, []]);
  });

  it.each<[what: string, act: ServerAct, code: string]>([
    ["it may not send there", "relay-denied", "550"],
    ["it has to log in first", "login-first", "530"],
  ])("takes no recipient for wrong where the server says that %s", async (_what, act, code) => {
    const server = await startMailServer({ acts: { "a@example.cn": [act] } });
    const home = await deliveryHome(deliveryRoot(PEOPLE.map((one) => mailTo(one))), { mail: mailSetting(server.port) });
    expect(told(await home.deliver())[0]).toBe(`a@example.cn reserved 1 ${code}`);
    expect([(await home.deliver()).ok, server.taken.length]).toEqual([true, 3]);
  });

  it("gives up for this run after the last pause, and goes on in the next", async () => {
    const busy = Array.from({ length: RETRY_AFTER_MS.length + 1 }, () => "busy-recipient" as const);
    const server = await startMailServer({ acts: { "a@example.cn": busy } });
    const home = await deliveryHome(deliveryRoot(PEOPLE.map((one) => mailTo(one))), { mail: mailSetting(server.port) });
    const first = await home.deliver();
    expect([first.ok, first.state, told(first)[0]]).toEqual([false, "draft", "a@example.cn reserved 4 450"]);
    const second = await home.deliver();
    expect([second.ok, second.state, told(second)[0]]).toEqual([true, "delivered", "a@example.cn sent 5 250"]);
    expect(server.taken.map(({ to }) => to[0])).toEqual(["b@example.cn", "c@example.cn", "a@example.cn"]);
  });

  it.each([
    ["a server without STARTTLS", { tls: false }, {}, "500"],
    ["a certificate that nobody vouches for", {}, { caFile: null }, "ESOCKET"],
    ["a wrong password", { login: ["jindu", "right"] }, { user: "jindu", password: "wrong" }, "535"],
    ["a sender that may not send", { acts: { "jindu@example.cn": ["refuse-sender"] } }, {}, "550"],
  ] as const)("sends nothing to %s, and can be run again", async (_what, options, changes, code) => {
    const server = await startMailServer(options);
    const mail = mailSetting(server.port, changes);
    const home = await deliveryHome(deliveryRoot(PEOPLE.map((one) => mailTo(one))), { mail });
    const delivered = await home.deliver();
    expect(delivered.deliveries.map(({ state }) => state)).toEqual(["reserved", "reserved", "reserved"]);
    expect([delivered.deliveries[0]?.code, server.seen.length, delivered.state]).toEqual([code, 0, "draft"]);
  });

  it("goes without encryption only where it is told to", async () => {
    const server = await startMailServer({ tls: false });
    const mail = mailSetting(server.port, { security: "none" });
    const home = await deliveryHome(deliveryRoot([mailTo("a@example.cn")]), { mail });
    expect((await home.deliver()).ok).toBe(true);
    expect(server.taken[0]?.secure).toBe(false);
  });

  it("says who it is where the server wants to know, behind STARTTLS", async () => {
    const server = await startMailServer({ login: ["jindu", "a secret"] });
    const mail = mailSetting(server.port, { user: "jindu", password: "a secret" });
    const home = await deliveryHome(deliveryRoot([mailTo("a@example.cn")]), { mail });
    expect((await home.deliver()).ok).toBe(true);
    expect(server.taken.map(({ secure, user }) => [secure, user])).toEqual([[true, "jindu"]]);
    expect(home.log.join("\n")).not.toContain("a secret");
  });
});
