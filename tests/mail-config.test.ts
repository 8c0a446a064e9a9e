import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { normaliseConfig } from "../pipeline/config.ts";
import { PipelineError } from "../pipeline/errors.ts";
import { MAIL_VARIABLES } from "../pipeline/model/mail-setting.ts";
import { callCommand } from "./support/call-command.ts";
import { SERVER_CERTIFICATE } from "./support/mail-server.ts";
import { scratchFolder } from "./support/scratch-home.ts";

const RIGHT = { JINDU_SMTP_HOST: "mail.example.cn", JINDU_SMTP_FROM: "jindu@example.cn" };

/** What is wrong, a text each; empty where nothing is. */
function problemsOf(spec: Readonly<Record<string, string>>): readonly string[] {
  try {
    normaliseConfig(spec);
  } catch (error) {
    if (error instanceof PipelineError && error.code === "CONFIG_INVALID") return error.message.split("；");
    throw error;
  }
  return [];
}

describe("JINDU_SMTP_... in normaliseConfig(spec)", () => {
  it("is no server where nothing is set, or only blanks", () => {
    expect(normaliseConfig({ JINDU_SMTP_HOST: "", JINDU_SMTP_PASSWORD: "" }).mail).toBeNull();
  });

  it.each<[what: string, spec: Readonly<Record<string, string>>, expected: object]>([
    [
      "host and sender alone",
      {},
      { port: 587, security: "starttls", user: null, caFile: null, timeoutMs: 60_000, lastAnswerMs: 600_000 },
    ],
    ["TLS from the first byte", { JINDU_SMTP_SECURITY: "tls" }, { port: 465, security: "tls" }],
    ["no encryption", { JINDU_SMTP_SECURITY: "none" }, { port: 25, security: "none" }],
    ["a port of its own", { JINDU_SMTP_SECURITY: "tls", JINDU_SMTP_PORT: "2465" }, { port: 2465, security: "tls" }],
    ["a name and a password", { JINDU_SMTP_USER: "u", JINDU_SMTP_PASSWORD: " p " }, { user: "u", password: " p " }],
    ["a sender in capitals", { JINDU_SMTP_FROM: "Jindu@Example.CN" }, { from: "jindu@example.cn" }],
    ["an address instead of a name", { JINDU_SMTP_HOST: "10.1.2.3" }, { host: "10.1.2.3" }],
    ["an authority of its own", { JINDU_SMTP_CA: SERVER_CERTIFICATE }, { caFile: SERVER_CERTIFICATE }],
    ["the longest time", { JINDU_SMTP_TIMEOUT_SECONDS: "3600" }, { timeoutMs: 3_600_000, lastAnswerMs: 3_600_000 }],
  ])("takes %s", (_what, spec, expected) => {
    expect(normaliseConfig({ ...RIGHT, ...spec }).mail).toMatchObject(expected);
  });

  it.each<[variable: string, value: string]>([
    ["JINDU_SMTP_HOST", ""],
    ["JINDU_SMTP_HOST", "mail example"],
    ["JINDU_SMTP_HOST", "smtp://mail.example.cn"],
    ["JINDU_SMTP_HOST", "mail.example.cn\r\nX"],
    ["JINDU_SMTP_PORT", "0"],
    ["JINDU_SMTP_PORT", "65536"],
    ["JINDU_SMTP_PORT", "-25"],
    ["JINDU_SMTP_PORT", "25.0"],
    ["JINDU_SMTP_PORT", "smtp"],
    ["JINDU_SMTP_SECURITY", "ssl"],
    ["JINDU_SMTP_SECURITY", "TLS"],
    ["JINDU_SMTP_SECURITY", "constructor"],
    ["JINDU_SMTP_FROM", ""],
    ["JINDU_SMTP_FROM", "jindu"],
    ["JINDU_SMTP_FROM", "进度@example.cn"],
    ["JINDU_SMTP_FROM", "a@example.cn, b@example.cn"],
    ["JINDU_SMTP_FROM", "jindu@example.cn>\r\nRCPT TO:<x@y.cn"],
    ["JINDU_SMTP_USER", "alone"],
    ["JINDU_SMTP_PASSWORD", "alone"],
    ["JINDU_SMTP_CA", "/no/such/file.pem"],
    ["JINDU_SMTP_CA", SERVER_CERTIFICATE.replace(".pem", "-key.pem")], // a key is no certificate
    ["JINDU_SMTP_TIMEOUT_SECONDS", "0"],
    ["JINDU_SMTP_TIMEOUT_SECONDS", "3601"],
    ["JINDU_SMTP_TIMEOUT_SECONDS", "1m"],
    ["JINDU_SMTP_PASWORD", "x"],
  ])("refuses %s=%s, once and by its name", (variable, value) => {
    const problems = problemsOf({ ...RIGHT, [variable]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(variable);
  });

  it("asks for the server where only something about it is set", () => {
    expect(problemsOf({ JINDU_SMTP_TIMEOUT_SECONDS: "5" }).map((problem) => problem.slice(0, 15))).toEqual([
      ...["JINDU_SMTP_HOST", "JINDU_SMTP_FROM"],
    ]);
  });

  it("refuses a certificate that is damaged, and one in binary", () => {
    const file = join(scratchFolder(), "ca.pem");
    for (const bytes of ["-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", Buffer.from([0x30, 0x82])]) {
      writeFileSync(file, bytes);
      expect(problemsOf({ ...RIGHT, JINDU_SMTP_CA: file })).toHaveLength(1);
    }
  });

  it("tells of all that is wrong at once, in Chinese, and never of the password", async () => {
    const variables = Object.keys(MAIL_VARIABLES).filter((variable) => variable !== "JINDU_SMTP_USER");
    const wrong = Object.fromEntries(variables.map((variable) => [variable, "？"]));
    const spec = { ...wrong, JINDU_SMTP_PASSWORD: "hunter2", JINDU_SMTP_NAME: "x" };
    const { status, stdout, stderr } = await callCommand(["status"], scratchFolder(), spec);
    expect([status, stdout]).toEqual([2, ""]);
    for (const variable of [...Object.keys(spec), "JINDU_SMTP_USER"]) expect(stderr).toContain(variable);
    for (const words of Object.values(MAIL_VARIABLES)) {
      if (!["用户名", "密码"].includes(words)) expect(stderr).toContain(words);
    }
    expect(stderr).not.toContain("hunter2");
  });
});
