import { type ErrorCode, PipelineError } from "../errors.ts";

/** What a compiler adds to one edition: notes/<period>-<kind>.md of the home. */
export interface CompilerNotes {
  readonly file: string; // "notes/2023-06-monthly.md", from the home's folder
  readonly issue: IssueDetails;
  readonly sections: readonly NoteSection[]; // in the order of the file
}

/** What belongs to one issue of the paper and to no other; null where it is not given. */
export interface IssueDetails {
  readonly issueNumber: string | null; // 第6期（总第18期）
  readonly date: string | null; // 签发日期: 2023年7月18日
  readonly secrecy: string | null; // 密级
  readonly contributor: string | null; // 供稿单位
  readonly editor: string | null; // 编辑
  readonly reviewer: string | null; // 审核
  readonly signer: string | null; // 签发
  readonly copies: string | null; // 印数: 共印30份
}

/** What stands under a heading of the notes. */
export interface NoteSection {
  readonly heading: string; // a target, an indicator, a section of the paper, 编者按, 其他
  readonly line: number; // of the heading, from 1
  readonly paragraphs: readonly NoteParagraph[];
}

export type NoteParagraph = readonly NotePart[];

/** A stretch of a paragraph on one line of the file: plain words, without any mark of Markdown. */
export interface NotePart {
  readonly text: string;
  readonly line: number;
  readonly source: string | null; // where its number comes from, if from outside the data: 市工信局7月5日电话记录
}

/** Something wrong with a note. */
export interface NoteProblem {
  readonly line: number;
  readonly text: string; // what, and what would be right
}

/** Headings that are no target, indicator or section of the paper. */
export const EDITOR_NOTE = "编者按";
export const OTHER_NOTES = "其他";

/** All that is wrong with a file of notes in one error, by line. */
export function noteError(
  code: Extract<ErrorCode, `NOTE_${string}`>,
  problems: readonly NoteProblem[],
  file: string,
): PipelineError {
  const sorted = [...problems].sort((a, b) => a.line - b.line);
  return new PipelineError(code, sorted.map(({ line, text }) => `第${line}行：${text}`).join("；"), {
    location: { file, line: sorted[0]?.line ?? 1 },
    hint: "改正后重新生成；写法见 README 的“编者注”",
  });
}
