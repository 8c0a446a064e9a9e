import { fromMarkdown } from "mdast-util-from-markdown";
import { z } from "zod";
import { PipelineError } from "../errors.ts";
import {
  type CompilerNotes,
  type IssueDetails,
  type NoteProblem,
  type NoteSection,
  noteError,
} from "../model/compiler-notes.ts";
import { printableText } from "../model/printable-text.ts";
import { isOfficialDate } from "./letterhead.ts";
import { isComment, type NoteNode, noteParagraphs } from "./note-paragraphs.ts";
import { parseYaml } from "./yaml-document.ts";

const LONGEST_FILE = 200_000; // characters; a note is a page or two

const ISSUE = /^(?:增刊)?第\d{1,4}期(?:（总第\d{1,5}期）)?$/;

const optional = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);

const issueSchema = z.strictObject({
  期号: optional.refine((text) => text === null || ISSUE.test(text), "应写成 第6期 或 第6期（总第18期）"),
  签发日期: optional.refine((text) => text === null || isOfficialDate(text), "应写成 2023年7月18日，月日不补零"),
  密级: optional,
  供稿单位: optional,
  编辑: optional,
  审核: optional,
  签发: optional,
  印数: optional.refine((text) => text === null || /^(?:共印)?\d{1,6}份?$/.test(text), "应写成 30份"),
});

/**
 * Reads the notes that a compiler adds to an edition: Markdown with what belongs to the issue on top.
 *
 * ```
 * ---
 * 期号: 第6期（总第18期）
 * 签发日期: 2023年7月18日
 * ---
 *
 * ## 规模以上工业增加值
 *
 * 受[3家](来源：市工信局7月5日电话记录)企业停产检修影响，增速回落。
 * ```
 *
 * What no paper may hold (`printableText`) is left out. Paragraphs and numbered lists come as plain words, line by line; emphasis is dropped, comments are left out. Whatever
 * else Markdown has (HTML, images, links, tables, code, other headings) is refused.
 *
 * @param file its path from the home's folder, for messages
 * @throws PipelineError NOTE_INVALID naming the line of everything that is wrong
 */
export function parseCompilerNotes(text: string, file: string): CompilerNotes {
  if (text.length > LONGEST_FILE) {
    throw new PipelineError("NOTE_INVALID", "编者注太长", { location: { file }, hint: `不超过 ${LONGEST_FILE} 字` });
  }
  const lines = printableText(text).split("\n");
  const end = lines[0]?.trim() === "---" ? lines.findIndex((line, index) => index > 0 && line.trim() === "---") : -1;
  const issue = issueOf(end < 0 ? "" : ["", ...lines.slice(1, end)].join("\n"), file);
  const problems: NoteProblem[] = [];
  if (lines[0]?.trim() === "---" && end < 0) problems.push({ line: 1, text: "开头的 --- 没有配对的 ---" });
  // Blank lines stand for what is read, so that the rest keeps its lines.
  const body = lines.map((line, index) => (index <= end ? "" : line)).join("\n");
  const sections = sectionsOf(fromMarkdown(body).children, problems);
  if (problems.length > 0) throw noteError("NOTE_INVALID", problems, file);
  return { file, issue, sections };
}

function issueOf(yaml: string, file: string): IssueDetails {
  const given = yaml.trim() === "" ? issueSchema.parse({}) : parseYaml(yaml, file, issueSchema, "NOTE_INVALID");
  const copies = given.印数?.replace(/^(?:共印)?(\d+)份?$/, "共印$1份") ?? null;
  return {
    ...{ issueNumber: given.期号, date: given.签发日期, secrecy: given.密级, contributor: given.供稿单位 },
    ...{ editor: given.编辑, reviewer: given.审核, signer: given.签发, copies },
  };
}

function sectionsOf(nodes: readonly NoteNode[], problems: NoteProblem[]): readonly NoteSection[] {
  const sections: (NoteSection & { readonly nodes: NoteNode[] })[] = [];
  for (const node of nodes) {
    const line = node.position?.start.line ?? 1;
    if (node.type === "heading") {
      if (node.depth !== 2) problems.push({ line, text: "标题只用两个井号：## 指标名称" });
      const heading = noteParagraphs([{ ...node, type: "paragraph" } as NoteNode], problems).flat();
      sections.push({
        heading: heading
          .map(({ text }) => text)
          .join("")
          .trim(),
        line,
        paragraphs: [],
        nodes: [],
      });
    } else if (sections.length > 0) sections.at(-1)?.nodes.push(node);
    else if (!isComment(node)) problems.push({ line, text: "文字写在 ## 标题下面，如 ## 编者按" });
  }
  return sections.map(({ heading, line, nodes: own }) => ({
    heading,
    line,
    paragraphs: noteParagraphs(own, problems),
  }));
}
