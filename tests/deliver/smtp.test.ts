import { describe, expect, it } from "vitest";
import { checkServer } from "../../pipeline/jobs/deliver/mail-server.ts";
import { callCommand } from "../support/call-command.ts";
import { mailSetting } from "../support/delivery-home.ts";
import { startMailServer } from "../support/mail-server.ts";
import { scratchFolder } from "../support/scratch-home.ts";

describe("checkServer(mail)", () => {
  it.each([
    ["that takes mails", {}, {}, "sent", "ready"],
    ["with the right password", { login: ["jindu", "right"] }, { user: "jindu", password: "right" }, "sent", "ready"],
    ["with a wrong password", { login: ["jindu", "right"] }, { user: "jindu", password: "wrong" }, "stopped", "535"],
    ["without STARTTLS", { tls: false }, {}, "stopped", "500"],
    ["that nobody vouches for", {}, { caFile: null }, "stopped", "ESOCKET"],
    ["that hangs up", { acts: { "*": ["cut-greeting"] } }, {}, "stopped", "ECONNECTION"],
    ["that says nothing", { acts: { "*": ["silent-greeting"] } }, { timeoutMs: 500 }, "stopped", "ETIMEDOUT"],
    ["that is busy", { acts: { "*": ["busy-greeting"] } }, {}, "later", "421"],
  ] as const)("tells of a server %s, and begins no mail", async (_what, options, changes, outcome, code) => {
    const server = await startMailServer(options);
    expect(await checkServer(mailSetting(server.port, changes))).toMatchObject({ outcome, code });
    expect(server.seen).toEqual([]);
  });

  it.each([
    ["without STARTTLS", { tls: false }, {}, "JINDU_SMTP_SECURITY"],
    ["that nobody vouches for", {}, { caFile: null }, "JINDU_SMTP_CA"],
    ["that is not there", {}, { port: 1 }, "JINDU_SMTP_PORT"],
    ["that hangs up", { acts: { "*": ["cut-greeting"] } }, {}, "JINDU_SMTP_PORT"],
    ["with a wrong password", { login: ["jindu", "right"] }, { user: "jindu", password: "wrong" }, "5.7.8"],
  ] as const)("says of a server %s what to look at, and no code twice", async (what, options, changes, variable) => {
    const server = await startMailServer(options);
    const { code, reply } = await checkServer(mailSetting(server.port, changes));
    expect(reply).toContain(variable);
    expect(reply.startsWith(code)).toBe(false);
    if (what === "without STARTTLS") expect(reply).toContain("服务器的原话：");
  });

  it("jindu deliver --check ends with 1 where no server answers, 2 where none is set, and says no password", async () => {
    const spec = { JINDU_SMTP_HOST: "127.0.0.1", JINDU_SMTP_PORT: "1", JINDU_SMTP_FROM: "a@example.cn" };
    const secret = { JINDU_SMTP_USER: "u", JINDU_SMTP_PASSWORD: "hunter2" };
    const home = scratchFolder();
    const tried = await callCommand(["deliver", "--check"], home, { ...spec, ...secret });
    expect([tried.status, `${tried.stdout}${tried.stderr}`.includes("hunter2")]).toEqual([1, false]);
    expect((await callCommand(["deliver", "--check"], home)).status).toBe(2);
    expect((await callCommand(["deliver", "--check", "--list"], home)).status).toBe(2);
  });
});
