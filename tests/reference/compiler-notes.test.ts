import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseCompilerNotes } from "../../pipeline/reference/compiler-notes.ts";

const FILE = "notes/2023-06-monthly.md";

function texts(markdown: string): readonly (readonly string[])[] {
  return parseCompilerNotes(`## 甲\n\n${markdown}`, FILE).sections.flatMap(({ paragraphs }) =>
    paragraphs.map((paragraph) => paragraph.map(({ text }) => text)),
  );
}

function failure(text: string): PipelineError {
  try {
    parseCompilerNotes(text, FILE);
  } catch (error) {
    if (error instanceof PipelineError) return error;
  }
  throw new Error("expected a PipelineError");
}

describe("parseCompilerNotes(text, file)", () => {
  it("reads what belongs to the issue, then paragraphs by heading, each with its lines", () => {
    const text =
      "---\n期号: 第6期（总第18期）\n签发日期: 2023年7月18日\n印数: 30\n---\n\n## 工业\n\n受[3家](来源：市工信局7月5日电话记录)企业\n停产影响。\n\n## 其他\n\n无";
    const { issue, sections } = parseCompilerNotes(text, FILE);
    expect(issue).toEqual({
      ...{ issueNumber: "第6期（总第18期）", date: "2023年7月18日", secrecy: null, contributor: null },
      ...{ editor: null, reviewer: null, signer: null, copies: "共印30份" },
    });
    expect(sections).toEqual([
      {
        ...{ heading: "工业", line: 7 },
        paragraphs: [
          [
            { text: "受", line: 9, source: null },
            { text: "3家", line: 9, source: "市工信局7月5日电话记录" },
            { text: "企业", line: 9, source: null },
            { text: "停产影响。", line: 10, source: null },
          ],
        ],
      },
      { heading: "其他", line: 12, paragraphs: [[{ text: "无", line: 14, source: null }]] },
    ]);
  });

  it("takes a file without anything on top, after a byte order mark and with Windows line ends, and an empty one", () => {
    expect(parseCompilerNotes("\uFEFF## 甲\r\n\r\n文\r\n", FILE).sections).toEqual([
      { heading: "甲", line: 1, paragraphs: [[{ text: "文", line: 3, source: null }]] },
    ]);
    expect(parseCompilerNotes("", FILE).sections).toEqual([]);
  });

  it.each([
    ["emphasis", "**甲**和*乙*", [["甲", "和", "乙"]]],
    [
      "a numbered list",
      "1. 甲\n2. 乙",
      [
        ["（1）", "甲"],
        ["（2）", "乙"],
      ],
    ],
    [
      "a list that begins at three",
      "3. 甲\n4. 乙",
      [
        ["（3）", "甲"],
        ["（4）", "乙"],
      ],
    ],
    ["a list without numbers", "- 甲\n- 乙", [["甲"], ["乙"]]],
    ["a comment", "甲<!-- 不印 -->\n\n<!-- 不印\n也不印 -->\n\n乙", [["甲"], ["乙"]]],
    ["signs that are no markup", "降幅<5%，a_b_c，甲*乙", [["降幅<5%，a_b_c，甲*乙"]]],
    ["characters without width or that turn digits around", "7\u200B.8%\u202E，甲\u200D乙", [["7.8%，甲乙"]]],
    ["lines that end as on an old Macintosh", "甲\r\r乙", [["甲"], ["乙"]]],
    ["nested brackets in a source", "[3家](来源：工信局（科室）)", [["3家"]]],
  ])("reads %s as plain words", (_name, markdown, expected) => {
    expect(texts(markdown)).toEqual(expected);
  });

  it.each([
    ["HTML", "## 甲\n<script>alert(1)</script>", 2],
    ["HTML within a line", "## 甲\n\n文<b>字</b>", 3],
    ["an image", "## 甲\n\n![图](http://x/y.png)", 3],
    ["a link", "## 甲\n\n[文](http://x)", 3],
    ["a link that only looks like a source", "## 甲\n\n[3家](http://来源：x)", 3],
    ["an address in angle brackets", "## 甲\n\n<http://x>", 3],
    ["a source without words", "## 甲\n\n[3家](来源：)", 3],
    ["a source with a space", "## 甲\n\n[3家](来源：某局 电话)", 3],
    ["code", "## 甲\n\n`文`", 3],
    ["a block of code", "## 甲\n\n    文", 3],
    ["a quotation", "## 甲\n\n> 文", 3],
    ["a rule", "## 甲\n\n文\n\n***", 5],
    ["a heading of another level", "# 甲\n\n文", 1],
    ["text before any heading", "文\n\n## 甲", 1],
    ["an open front", "---\n期号: 第6期\n\n## 甲", 1],
    ["an unknown key", "---\n期数: 6\n---\n", 2],
    ["a number of the issue that is none", "---\n编辑: 甲\n期号: 六\n---\n", 3],
    ["a padded date", "---\n签发日期: 2023年07月18日\n---\n", 2],
  ])("refuses %s", (_name, text, line) => {
    const { code, location } = failure(text);
    expect({ code, location }).toEqual({ code: "NOTE_INVALID", location: { file: FILE, line } });
  });

  it("names every mistake at once, and refuses what is too long", () => {
    const { message } = failure("文\n\n## 甲\n\n`文`\n\n> 文");
    expect([1, 5, 7].every((line) => message.includes(`第${line}行`))).toBe(true);
    expect(failure(`## 甲\n\n${"字".repeat(200_000)}`).code).toBe("NOTE_INVALID");
  });
});
