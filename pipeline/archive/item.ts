import type { ArchiveSetting, Retention } from "../model/archive-setting.ts";

/** A file of a 件. */
export interface ItemFile {
  readonly path: string; // in the package
  readonly role: string; // 正文, 附件, 数据, 台账, 核对证书, 版式件, 原件
  readonly sha256: string;
  readonly bytes: number;
  readonly creator: string | null; // program that made it; null where nothing tells
}

/** A 件 as the catalogue lists it (DA/T 22-2015): a paper with what goes with it, or the sheets of a quarter. */
export interface ArchiveItem {
  readonly item: string; // what it is: "2023-06-monthly", "originals"
  readonly year: number;
  readonly retention: Retention;
  readonly ordinal: number; // 件号
  readonly title: string; // 题名
  readonly documentNumber: string | null; // 文号, 期号
  readonly date: string; // "20230725", 日期
  readonly genre: string; // 文种: 简报, 统计报表
  readonly sentTo: readonly string[]; // names of those who have got it
  readonly pages: number | null; // null where nothing tells
  readonly remark: string | null; // 备注
  readonly files: readonly ItemFile[];
}

/**
 * 档号: `全宗号-档案门类代码·年度-保管期限-机构（问题）代码-件号` (DA/T 22-2015, 5.4; DA/T 13-2022).
 *
 * @returns with □□□□ for a 全宗号 that nobody has given yet
 */
export function archiveCode(
  { fonds, category, department }: ArchiveSetting,
  { year, retention, ordinal }: Pick<ArchiveItem, "year" | "retention" | "ordinal">,
): string {
  return `${fonds ?? "□□□□"}-${category}·${year}-${retention}-${department}-${String(ordinal).padStart(4, "0")}`;
}

/** 保管期限 in words. */
export const RETENTION_WORDS: Readonly<Record<Retention, string>> = { Y: "永久", D30: "30年", D10: "10年" };
