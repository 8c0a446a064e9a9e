import type { fromMarkdown } from "mdast-util-from-markdown";
import type { NoteParagraph, NotePart, NoteProblem } from "../model/compiler-notes.ts";

/** A node of parsed Markdown. */
export type NoteNode = ReturnType<typeof fromMarkdown>["children"][number];

const SOURCE = /^来源[：:]/;

const REFUSED: Readonly<Partial<Record<NoteNode["type"], string>>> = {
  html: "不能用 HTML",
  image: "不能放图片",
  imageReference: "不能放图片",
  code: "不能用代码块（行首不要空四格）",
  inlineCode: "不能用反引号",
  blockquote: "不能用引用（>）",
  table: "不能用表格",
  thematicBreak: "不能用分隔线",
  heading: "标题不能写在这里",
  linkReference: "不能用链接",
  definition: "不能用链接",
};

/** Tells a comment, which is not printed, from other HTML. */
export function isComment(node: NoteNode): boolean {
  return node.type === "html" && /^<!--[\s\S]*-->$/.test(node.value.trim());
}

/**
 * Paragraphs and lists as plain words; a numbered list is printed as （1）（2）, which no number behind them can run into.
 * What is refused goes to `problems`.
 */
export function noteParagraphs(nodes: readonly NoteNode[], problems: NoteProblem[]): readonly NoteParagraph[] {
  return nodes.flatMap((node): readonly NoteParagraph[] => {
    if (node.type === "paragraph") return [withText(node.children.flatMap((child) => inline(child, null, problems)))];
    if (node.type === "list") return listParagraphs(node, problems);
    if (isComment(node)) return [];
    problems.push({ line: lineOf(node), text: REFUSED[node.type] ?? `不能用 ${node.type}` });
    return [];
  });
}

function listParagraphs(
  { children, ordered, start }: Extract<NoteNode, { type: "list" }>,
  problems: NoteProblem[],
): readonly NoteParagraph[] {
  return children.flatMap((item, index) => {
    const [first = [], ...others] = noteParagraphs(item.children, problems);
    const number = { text: `（${(start ?? 1) + index}）`, line: lineOf(item), source: null };
    return [ordered ? [number, ...first] : first, ...others];
  });
}

function inline(node: NoteNode, source: string | null, problems: NoteProblem[]): readonly NotePart[] {
  const line = lineOf(node);
  switch (node.type) {
    case "text":
      if (/\]\(\s*来源/.test(node.value)) {
        problems.push({ line, text: "出处写作 [3家](来源：某单位某日电话记录)，里面不能有空格和不成对的括号" });
      }
      return node.value.split("\n").map((text, index) => ({ text: text.trim(), line: line + index, source }));
    case "emphasis":
    case "strong":
    case "delete":
      return node.children.flatMap((child) => inline(child, source, problems));
    case "break":
      return [];
    case "link": {
      const from = node.url.replace(SOURCE, "").trim();
      if (!SOURCE.test(node.url) || source !== null) problems.push({ line, text: "链接只用来写出处：[3家](来源：…)" });
      else if (from === "") problems.push({ line, text: "“来源：”后面没有写出处" });
      return node.children.flatMap((child) => inline(child, from, problems));
    }
  }
  if (isComment(node)) return [];
  problems.push({ line, text: REFUSED[node.type] ?? `不能用 ${node.type}` });
  return [];
}

function withText(parts: readonly NotePart[]): NoteParagraph {
  return parts.filter(({ text }) => text !== "");
}

function lineOf({ position }: NoteNode): number {
  return position?.start.line ?? 1;
}
