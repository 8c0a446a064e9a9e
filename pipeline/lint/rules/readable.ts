import type { Rule } from "../rule.ts";

/** Every part that matters can be read. */
export const readable: Rule = {
  id: "readable",
  severity: "error",
  title: "文件完整，各部件可以读取",
  source: "ECMA-376（.docx 的格式）",
  check: ({ brokenParts, paragraphs }) => [
    ...brokenParts.map((part) => ({
      place: { label: "文件", order: -3 },
      found: `部件 ${part} 缺失或不完整`,
      expected: "用 Word 或 WPS 打开后另存为 .docx，再检查",
    })),
    ...(brokenParts.length === 0 && paragraphs.length === 0
      ? [{ place: { label: "文件", order: -3 }, found: "没有正文", expected: "有正文的文稿" }]
      : []),
  ],
};
