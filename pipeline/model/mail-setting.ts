/** How a connection is kept from being read: STARTTLS, TLS from the first byte, or not at all. */
export type MailSecurity = "starttls" | "tls" | "none";

/** The mail server that papers and reminders leave by. */
export interface MailSetting {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string | null; // null: without authentication
  readonly password: string | null;
  readonly from: string; // the sender's address, in small letters
  readonly caFile: string | null; // PEM, of an office's own authority
  readonly timeoutMs: number; // of connecting, and of every answer but the last
  readonly lastAnswerMs: number; // of the answer to a whole mail
}

/** The variables of a mail server, each with what it says. */
export const MAIL_VARIABLES = {
  JINDU_SMTP_HOST: "邮件服务器",
  JINDU_SMTP_PORT: "端口",
  JINDU_SMTP_SECURITY: "加密方式",
  JINDU_SMTP_USER: "用户名",
  JINDU_SMTP_PASSWORD: "密码",
  JINDU_SMTP_FROM: "发件地址",
  JINDU_SMTP_CA: "证书文件",
  JINDU_SMTP_TIMEOUT_SECONDS: "超时秒数",
} as const;

type MailVariable = keyof typeof MAIL_VARIABLES;

const PREFIX = "JINDU_SMTP_";
const STANDARD_PORT: Readonly<Record<MailSecurity, number>> = { starttls: 587, tls: 465, none: 25 };
const STANDARD_TIMEOUT_SECONDS = 60;
const MOST_TIMEOUT_SECONDS = 3600;
const LEAST_LAST_ANSWER_MS = 600_000; // RFC 5321, 4.5.3.2.6: who hangs up earlier gets mails taken twice
const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/** Tells whether a text in small letters is a mail address that can stand in an envelope as it is; nothing but ASCII. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text) && !text.includes("..");
}

/**
 * Reads the mail server out of the environment; null where no `JINDU_SMTP_...` is set.
 *
 * STARTTLS is required unless `JINDU_SMTP_SECURITY` says `tls` or `none`. No message quotes the password.
 *
 * @param problems takes in what is wrong, a text each
 */
export function parseMailSetting(spec: Readonly<Record<string, unknown>>, problems: string[]): MailSetting | null {
  const given = Object.keys(spec).filter((name) => name.startsWith(PREFIX) && spec[name] !== "");
  if (given.length === 0) return null;
  const read = (name: MailVariable) => (spec[name] === undefined || spec[name] === "" ? null : String(spec[name]));
  const wrong = (name: MailVariable, expected: string) =>
    problems.push(`${name}（${MAIL_VARIABLES[name]}）写成了 ${JSON.stringify(read(name) ?? "")}，应是${expected}`);
  for (const name of given) {
    if (name in MAIL_VARIABLES) continue;
    problems.push(`没有 ${name} 这个变量，可用的有 ${Object.keys(MAIL_VARIABLES).join("、")}`);
  }
  const host = read("JINDU_SMTP_HOST") ?? "";
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?$/.test(host))
    wrong("JINDU_SMTP_HOST", "服务器的名称或地址，例如 JINDU_SMTP_HOST=mail.example.cn");
  const security = read("JINDU_SMTP_SECURITY") ?? "starttls";
  if (!isSecurity(security)) wrong("JINDU_SMTP_SECURITY", " starttls、tls 或 none");
  const port = wholeNumber(read("JINDU_SMTP_PORT"), STANDARD_PORT[isSecurity(security) ? security : "starttls"]);
  if (!(port >= 1 && port <= 65535)) wrong("JINDU_SMTP_PORT", "端口号，例如 JINDU_SMTP_PORT=587");
  const seconds = wholeNumber(read("JINDU_SMTP_TIMEOUT_SECONDS"), STANDARD_TIMEOUT_SECONDS);
  if (!(seconds >= 1 && seconds <= MOST_TIMEOUT_SECONDS))
    wrong("JINDU_SMTP_TIMEOUT_SECONDS", `1 到 ${MOST_TIMEOUT_SECONDS} 的整数，例如 JINDU_SMTP_TIMEOUT_SECONDS=60`);
  const from = (read("JINDU_SMTP_FROM") ?? "").toLowerCase();
  if (!isMailAddress(from)) wrong("JINDU_SMTP_FROM", "邮箱地址，例如 JINDU_SMTP_FROM=jindu@example.cn");
  const [user, password] = [read("JINDU_SMTP_USER"), read("JINDU_SMTP_PASSWORD")];
  if ((user === null) !== (password === null)) problems.push("JINDU_SMTP_USER 和 JINDU_SMTP_PASSWORD 要一起写");
  const caFile = read("JINDU_SMTP_CA");
  const mode = isSecurity(security) ? security : "starttls";
  const timeoutMs = seconds * 1000;
  const lastAnswerMs = Math.max(timeoutMs, LEAST_LAST_ANSWER_MS);
  return Object.freeze({ host, port, security: mode, user, password, from, caFile, timeoutMs, lastAnswerMs });
}

function isSecurity(text: string): text is MailSecurity {
  return Object.hasOwn(STANDARD_PORT, text);
}

/** NaN for anything but a whole number. */
function wholeNumber(text: string | null, standard: number): number {
  if (text === null) return standard;
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}
