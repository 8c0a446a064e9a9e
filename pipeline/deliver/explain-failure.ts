import type { Attempt, MailServer } from "./smtp.ts";

/**
 * How far an attempt had come: `connecting` until the server has greeted and, where that is set, encrypts; `handing` from the
 * moment at which the last bytes of the mail are given away.
 */
export type Progress = "connecting" | "connected" | "handing";

/** What nodemailer throws. */
export interface SmtpFailure extends Error {
  readonly code?: string;
  readonly originalCode?: string; // of Node's, where `code` only says that the socket failed
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const FOR_THE_RECIPIENT = new Set(["RCPT TO", "DATA"]);
const SETTING = new Set(["EAUTH", "ENOAUTH", "ETLS", "ECONFIG", "EDNS", "EMESSAGE"]); // EMESSAGE: larger than the server takes
const WANTS_LOGIN = new Set([530, 534, 535, 538]); // RFC 4954, section 6
const NOT_AUTHORIZED = /^\d{3}[ -]5\.7\.\d/; // RFC 3463, section 3.8: security or policy

/**
 * What came of an attempt that did not end with the server's yes.
 *
 * An answer is taken at its word, whenever it came. Without one: nothing was taken where the mail's last bytes were not given
 * away; else nobody knows.
 */
export function explainFailure(failure: SmtpFailure, progress: Progress, server: MailServer): Attempt {
  const { code = "", command = "", responseCode, response, message } = failure;
  if (responseCode === undefined) {
    const reply = wordsFor(failure, progress, server);
    if (progress === "handing") return { outcome: "unknown", code, reply };
    const isStopped = progress === "connecting" || SETTING.has(code);
    return { outcome: isStopped ? "stopped" : "later", code, reply };
  }
  const said = response ?? message;
  const answered = { code: String(responseCode), reply: withoutCode(said) };
  if (command === "STARTTLS")
    return { outcome: "stopped", ...answered, reply: `${NO_STARTTLS}。服务器的原话：${answered.reply}` };
  if (responseCode < 500) return { outcome: "later", ...answered };
  const isOurs = WANTS_LOGIN.has(responseCode) || NOT_AUTHORIZED.test(said) || !FOR_THE_RECIPIENT.has(command);
  return { outcome: isOurs ? "stopped" : "refused", ...answered };
}

/** What a server said, without the code that stands before each of its lines. */
export function withoutCode(response: string): string {
  return response.replace(/^\d{3}(?:[ -]|$)/gm, "").trim();
}

const NO_STARTTLS = "服务器不提供 STARTTLS 加密：用 465 端口加密的请设 JINDU_SMTP_SECURITY=tls，确实不用加密的设 none";

function wordsFor({ code = "", originalCode, message }: SmtpFailure, progress: Progress, server: MailServer): string {
  if (progress === "handing") {
    return code === "ETIMEDOUT"
      ? `邮件已经全部交出，等了 ${Math.round(server.lastAnswerMs / 1000)} 秒服务器没有答复，不知收下没有`
      : `邮件已经全部交出，服务器没有答复就断开了，不知收下没有`;
  }
  const place = `${server.host}:${server.port}`;
  const cause = originalCode ?? code;
  if (cause === "ECONNREFUSED") return `${place} 没有邮件服务器应答。${CHECK_PLACE}`;
  if (cause === "EDNS" || cause === "ENOTFOUND" || cause === "EAI_AGAIN")
    return `找不到服务器 ${JSON.stringify(server.host)}。请查对 JINDU_SMTP_HOST 和本机的网络、域名解析`;
  if (code === "ETIMEDOUT" && progress === "connecting")
    return `${place} 在 ${server.timeoutMs / 1000} 秒内没有应答。${CHECK_PLACE}，和加密方式 JINDU_SMTP_SECURITY`;
  if (code === "ETIMEDOUT") return `服务器在 ${server.timeoutMs / 1000} 秒内没有应答，没有收下`;
  if (code === "ECONNECTION" && progress === "connecting")
    return `${place} 没有应答就断开了。${CHECK_PLACE}，或过一会再试`;
  if (code === "ECONNECTION") return "服务器中途断开，没有收下";
  if (code === "EMESSAGE") return `邮件比服务器肯收的大，请少发几种文稿（${message}）`;
  if (code === "EAUTH" || code === "ENOAUTH")
    return `登录不成，请查对 JINDU_SMTP_USER 和 JINDU_SMTP_PASSWORD（${message}）`;
  if (progress === "connecting" && /certificate|self.signed|altnames/i.test(`${cause} ${message}`))
    return `服务器的证书不可信，单位自己签发的请用 JINDU_SMTP_CA 写明（${message}）`;
  if (code === "ETLS" || /SSL|TLS/.test(message))
    return `加密没有谈成，请查对 JINDU_SMTP_SECURITY 和端口（${message}）`;
  return `与服务器 ${place} 的连接断了（${message}）`;
}

const CHECK_PLACE = "请查对 JINDU_SMTP_HOST、JINDU_SMTP_PORT，看服务器是否开着";
