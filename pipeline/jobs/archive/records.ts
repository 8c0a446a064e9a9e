import type { PaperRecord } from "../../archive/registers.ts";
import type { Delivery, PaperName } from "../../model/delivery.ts";
import { answerWords } from "../../model/delivery-answer.ts";
import { CHANNEL_WORDS, DELIVERY_STATE_WORDS, outcomeWords, REPORT_WORDS } from "../../model/delivery-words.ts";
import { type MailReport, type ReportedDelivery, withReports } from "../../model/mail-report.ts";
import type { Period } from "../../model/period.ts";
import { compareText } from "../../model/text-order.ts";
import { type Approval, listApprovals } from "../../store/approvals.ts";
import { listDeliveries } from "../../store/deliveries.ts";
import { listMailReports } from "../../store/mail-reports.ts";
import { listPackages, type PackageRecord, type RecordedPackage } from "../../store/packages.ts";
import type { OpenHome } from "../open-home.ts";
import { type ArchivedPaper, quarterName } from "./papers.ts";

const PAPER_WORDS: Readonly<Record<PaperName, string>> = { briefing: "正文", workbook: "附件", data: "数据" };

/** What a package tells of how its papers were approved and sent. */
export interface PaperRecords {
  readonly records: readonly PaperRecord[]; // by paper, then time
  readonly approvals: ReadonlyMap<string, Approval>; // of the versions in the package, by "2023-06-monthly"
  readonly unsettled: readonly string[]; // deliveries of them that have not come to an end; Chinese
}

/**
 * Gathers what was done up to a time with every version of the quarter's papers; and with papers of other quarters after these
 * were archived, so that what comes late stands in the next package there is.
 *
 * @param until ISO 8601, UTC; inclusive
 */
export async function gatherRecords(
  { store }: OpenHome,
  papers: readonly ArchivedPaper[],
  until: string,
): Promise<PaperRecords> {
  const approvals = await listApprovals(store);
  const deliveries = withReports(await listDeliveries(store), await listMailReports(store));
  const archived = archivedBefore(await listPackages(store), until);
  const own = new Set(papers.map(({ edition }) => quarterName(edition.period)));
  const isOurs = ({ period }: { readonly period: Period }, at: string) => {
    if (at > until) return false;
    const since = archived.get(quarterName(period));
    return own.has(quarterName(period)) || (since !== undefined && at > since);
  };
  const records = [
    ...approvals.filter((approval) => isOurs(approval, approval.approvedAt)).map(approvalRecord),
    ...deliveries.flatMap((delivery) => {
      const at = delivery.settledAt;
      const reports = delivery.reports.filter(({ receivedAt }) => isOurs(delivery, receivedAt));
      const sent = at !== null && isOurs(delivery, at) ? [deliveryRecord(delivery, at)] : [];
      return [...sent, ...reports.map((report) => reportRecord(delivery, report))];
    }),
  ];
  const isInPackage = ({ period, kind, version }: Approval | Delivery) =>
    papers.some(({ edition }) => edition.period === period && edition.kind === kind && edition.version === version);
  return {
    records: records.sort((a, b) => compareText(a.item, b.item) || compareText(a.at, b.at)),
    approvals: new Map(
      approvals.filter((one) => one.approvedAt <= until && isInPackage(one)).map((one) => [itemOf(one), one]),
    ),
    unsettled: deliveries
      .filter((one) => one.settledAt === null && one.reservedAt <= until && isInPackage(one))
      .map((one) => `${itemOf(one)} 给${one.name}：${DELIVERY_STATE_WORDS[one.state]}`),
  };
}

/** How much was done with a quarter's papers after its package was closed. */
export async function countLater({ store }: OpenHome, { quarter, baggedAt }: PackageRecord): Promise<number> {
  const deliveries = withReports(await listDeliveries(store), await listMailReports(store));
  const times = [
    ...(await listApprovals(store)).map(({ period, approvedAt }) => [period, approvedAt] as const),
    ...deliveries.map(({ period, settledAt }) => [period, settledAt ?? ""] as const),
    ...deliveries.flatMap(({ period, reports }) => reports.map(({ receivedAt }) => [period, receivedAt] as const)),
  ];
  return times.filter(([period, at]) => quarterName(period) === quarter && at > baggedAt).length;
}

/** When each quarter was archived last before a time, in a package that stands. */
function archivedBefore(packages: readonly RecordedPackage[], until: string): ReadonlyMap<string, string> {
  const before = packages.filter(({ baggedAt, isPlaced }) => isPlaced && baggedAt < until);
  return new Map(before.map(({ quarter, baggedAt }) => [quarter, baggedAt]));
}

function itemOf({ period, kind }: Approval | Delivery): string {
  return `${period}-${kind}`;
}

function approvalRecord(approval: Approval): PaperRecord {
  const { version, approvedAt, approvedBy } = approval;
  const empty = { channel: "", address: "", papers: "", outcome: "", attempts: null, reply: "" };
  return { item: itemOf(approval), version, act: "签发", at: approvedAt, by: approvedBy, ...empty };
}

function deliveryRecord(delivery: Delivery, at: string): PaperRecord {
  const { version, name, channel, address, papers, state, attempts } = delivery;
  return {
    ...{
      item: itemOf(delivery),
      version,
      act: "发送",
      at,
      by: name,
      channel: CHANNEL_WORDS[channel],
      address,
      attempts,
    },
    papers: papers.map((paper) => PAPER_WORDS[paper]).join("、"),
    outcome: outcomeWords({ ...delivery, state: state === "bounced" ? "sent" : state }), // that it came back is an event of its own
    reply: answerWords(delivery),
  };
}

function reportRecord(delivery: ReportedDelivery, { action, receivedAt, status, words }: MailReport): PaperRecord {
  const { attempts: _, ...sent } = deliveryRecord(delivery, receivedAt);
  const said = { outcome: REPORT_WORDS[action], reply: [status, words].filter(Boolean).join(" ") };
  return { ...sent, act: action === "failed" ? "退信" : "回执", attempts: null, ...said };
}
