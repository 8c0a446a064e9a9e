import { beijingClock } from "../model/beijing-time.ts";
import { renderRows } from "./csv.ts";

const BYTE_ORDER_MARK = "\uFEFF"; // by it Excel knows UTF-8

/** Something that was done with a paper after it was made: approved, or sent to somebody. */
export interface PaperRecord {
  readonly item: string; // "2023-06-monthly"
  readonly version: number;
  readonly act: "签发" | "发送" | "退信" | "回执";
  readonly at: string; // ISO 8601, UTC
  readonly by: string | null; // who approved it, or was to get it; null where nobody said
  readonly channel: string; // 共享文件夹, 邮件; "" for an approval
  readonly address: string;
  readonly papers: string; // 正文、附件
  readonly outcome: string; // 已送达
  readonly attempts: number | null;
  readonly reply: string; // of the server
}

/** A sheet as it came in. */
export interface OriginalRecord {
  readonly path: string; // in the package
  readonly file: string; // as it was called
  readonly bureau: string | null; // name of the office that sent it; null where nothing tells
  readonly isFromInbox: boolean; // it lay in that office's folder; else the profile of its source names the office
  readonly receivedAt: string; // "2023-07-10 09:30", Beijing
  readonly vintage: string; // "2023-07-10"
  readonly bytes: number;
  readonly sha256: string;
  readonly isIllustrative: boolean;
}

/** A goal of a plan as the office reads it. */
export interface GoalRecord {
  readonly plan: string; // 2023年通辽市国民经济和社会发展计划（通政发〔2023〕21号）
  readonly basis: string; // folder in the package from which it was read
  readonly id: string;
  readonly name: string;
  readonly goal: string; // ≥9
  readonly unit: string;
  readonly due: string; // "2023-12"
  readonly strength: string; // 预期性
  readonly bureau: string | null; // name
  readonly words: string; // of the plan
}

/** 签发和发送登记, by paper, then time; opens in Excel as it is. */
export function renderPaperRecords(records: readonly PaperRecord[]): Uint8Array {
  return renderTable(
    ["期次", "版本", "行为", "时间", "签发人或收件人", "方式", "地址", "文件", "结果", "次数", "答复"],
    records.map((record) => {
      const { item, version, act, at, by, channel, address, papers, outcome, attempts, reply } = record;
      return [item, version, act, beijingClock(at), by, channel, address, papers, outcome, attempts, reply];
    }),
  );
}

/** 来件登记, in the order in which sheets came. */
export function renderOriginalRecords(records: readonly OriginalRecord[]): Uint8Array {
  return renderTable(
    [
      "序号",
      "包内文件",
      "原文件名",
      "报送部门",
      "部门的依据",
      "收到时间",
      "发布或报出日期",
      "字节数",
      "SHA-256",
      "备注",
    ],
    records.map((record, index) => {
      const { path, file, bureau, isFromInbox, receivedAt, vintage, bytes, sha256, isIllustrative } = record;
      const ground = bureau === null ? "" : isFromInbox ? "收件文件夹" : "来源设置";
      const remark = isIllustrative ? "演示数据" : "";
      return [index + 1, path, file, bureau, ground, receivedAt, vintage, bytes, sha256, remark];
    }),
  );
}

/** 年度计划目标, plan by plan in the order of its text. */
export function renderGoalRecords(records: readonly GoalRecord[]): Uint8Array {
  return renderTable(
    ["计划", "依据", "编号", "目标", "值", "单位", "期限", "性质", "责任单位", "计划原文"],
    records.map(({ plan, basis, id, name, goal, unit, due, strength, bureau, words }) => {
      return [plan, basis, id, name, goal, unit, due, strength, bureau, words];
    }),
  );
}

function renderTable(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const named = rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? null])));
  return Buffer.concat([Buffer.from(BYTE_ORDER_MARK), renderRows(head, named)]);
}
