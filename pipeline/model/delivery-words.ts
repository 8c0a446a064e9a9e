import type { Channel, Delivery, DeliveryState, PaperName, RecipientRole } from "./delivery.ts";
import { HAD } from "./had-papers.ts";
import type { ReportAction } from "./mail-report.ts";

/** How papers reach a recipient, as people say it. */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { "shared-folder": "共享文件夹", mail: "邮件" };

/** What has become of a delivery, as people say it. */
export const DELIVERY_STATE_WORDS: Readonly<Record<DeliveryState, string>> = {
  reserved: "待发",
  handed: "不知送到没有",
  sent: "已送达",
  refused: "被拒收",
  bounced: "被退回",
};

/** The same of one delivery; of what did not have to be sent, that the recipient has it already. */
export function outcomeWords({ state, code, reply }: Pick<Delivery, "state" | "code" | "reply">): string {
  return state === "sent" && code === HAD ? `已有（与${reply}相同，不再发）` : DELIVERY_STATE_WORDS[state];
}

/** Papers as people who get them call them. */
export const PAPER_WORDS: Readonly<Record<PaperName, string>> = { briefing: "简报", workbook: "工作簿", data: "数据" };

/** What a recipient is to the papers, as people say it. */
export const ROLE_WORDS: Readonly<Record<RecipientRole, string>> = {
  leader: "领导",
  office: "办公室",
  bureau: "部门",
  archivist: "档案人员",
};

/** What came back on a mail, as people say it. */
export const REPORT_WORDS: Readonly<Record<ReportAction, string>> = {
  failed: "被退回",
  delayed: "延迟，对方服务器还在投递",
  delivered: "已投递到邮箱",
  relayed: "已转给不报告投递结果的服务器",
  expanded: "已转给多人",
  displayed: "已读",
};
