import { beijingClock } from "./beijing-time.ts";
import type { PaperName } from "./delivery.ts";
import { answerWords } from "./delivery-answer.ts";
import { CHANNEL_WORDS, outcomeWords, PAPER_WORDS, ROLE_WORDS } from "./delivery-words.ts";
import { HAD } from "./had-papers.ts";
import type { ReportAction, ReportedDelivery } from "./mail-report.ts";

/** A column of 送达回执, with what stands in it; "" for what there is not. Times are Beijing's. */
type Column = readonly [header: string, cell: (delivery: ReportedDelivery) => string];

const COLUMNS: readonly Column[] = [
  ["期次", ({ period, kind }) => `${period}-${kind}`],
  ["版次", ({ version }) => String(version)],
  ["收件人", ({ name }) => name],
  ["类别", ({ role }) => ROLE_WORDS[role]],
  ["方式", ({ channel }) => CHANNEL_WORDS[channel]],
  ["地址", ({ address }) => address],
  ["文稿", ({ papers }) => papers.map((paper) => PAPER_WORDS[paper]).join("、")],
  ["文稿SHA-256", ({ papers, paperSha256 }) => papers.map((paper) => digest(paper, paperSha256[paper])).join("；")],
  ["结果", outcomeWords],
  ["登记时间", ({ reservedAt }) => beijingClock(reservedAt)],
  ["送出时间", ({ settledAt, code }) => (settledAt === null || code === HAD ? "" : beijingClock(settledAt))],
  ["对方答复", answerWords],
  ["尝试次数", ({ attempts }) => String(attempts)],
  ["重新发送次数", ({ earlierIds }) => String(earlierIds.length)],
  ["邮件编号", ({ messageId }) => messageId ?? ""],
  ["退回时间", (delivery) => timeOf(delivery, "failed")],
  ["退回原因", (delivery) => wordsOf(delivery, "failed")],
  ["延迟通知时间", (delivery) => timeOf(delivery, "delayed")],
  ["投递回执时间", (delivery) => timeOf(delivery, "delivered")],
  ["已读回执时间", (delivery) => timeOf(delivery, "displayed")],
];

/**
 * 送达回执 as a table: its header, then a row for each delivery, in their order. Where reports of a kind came more than once,
 * the last stands there.
 */
export function receiptTable(deliveries: readonly ReportedDelivery[]): readonly (readonly string[])[] {
  const header = COLUMNS.map(([name]) => name);
  return [header, ...deliveries.map((delivery) => COLUMNS.map(([, cell]) => cell(delivery)))];
}

function digest(paper: PaperName, sha256: string | undefined): string {
  return `${PAPER_WORDS[paper]} ${sha256 ?? "没有登记"}`;
}

function timeOf({ reports }: ReportedDelivery, action: ReportAction): string {
  const report = reports.findLast((one) => one.action === action);
  return report ? beijingClock(report.receivedAt) : "";
}

function wordsOf({ reports }: ReportedDelivery, action: ReportAction): string {
  const report = reports.findLast((one) => one.action === action);
  return report ? joined(report.status, report.words) : "";
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" ");
}
