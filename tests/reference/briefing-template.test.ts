import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseBriefingTemplate } from "../../pipeline/reference/briefing-template.ts";
import { shippedIndicatorCodes } from "../support/shipped-templates.ts";

const TEMPLATES = new URL("../../templates/", import.meta.url);

const CODES = ["gdp", "retail-sales"];

function parts(text: string) {
  return parseBriefingTemplate(`# 题\n${text}`, "templates/x.md", CODES).parts.slice(1);
}

function failure(text: string): PipelineError {
  try {
    parseBriefingTemplate(text, "templates/x.md", CODES);
  } catch (error) {
    if (error instanceof PipelineError) return error;
  }
  throw new Error("expected a PipelineError");
}

describe("parseBriefingTemplate(text, file)", () => {
  it.each([
    ["## 一、主要指标", [{ kind: "heading", level: 1, text: ["主要指标"] }]],
    ["## 十二、主要指标", [{ kind: "heading", level: 1, text: ["主要指标"] }]],
    ["## 主要指标", [{ kind: "heading", level: 1, text: ["主要指标"] }]],
    ["### （三）工业", [{ kind: "heading", level: 2, text: ["工业"] }]],
    ["#### 3.工业", [{ kind: "heading", level: 3, text: ["工业"] }]],
    ["##### （12）工业", [{ kind: "heading", level: 4, text: ["工业"] }]],
    ["#### 2.5级", [{ kind: "heading", level: 3, text: ["2.5级"] }]],
    ["# 附件：明细表", [{ kind: "appendix", text: ["明细表"] }]],
    ["# 附件12:{period}表", [{ kind: "appendix", text: [{ slot: "period" }, "表"] }]],
    ["{overview}", [{ kind: "block", name: "overview" }]],
    ["{ table:headline }", [{ kind: "block", name: "table:headline" }]],
    ["{chart:lights}", [{ kind: "chart", name: "lights" }]],
    ["{chart:retail-sales}", [{ kind: "chart", name: "retail-sales" }]],
    [
      "甲\n乙\n\n丙",
      [
        { kind: "paragraph", text: ["甲", "乙"] },
        { kind: "paragraph", text: ["丙"] },
      ],
    ],
    [
      "甲\n{rules}\n乙",
      [
        { kind: "paragraph", text: ["甲"] },
        { kind: "block", name: "rules" },
        { kind: "paragraph", text: ["乙"] },
      ],
    ],
    ["{period}，全市", [{ kind: "paragraph", text: [{ slot: "period" }, "，全市"] }]],
    ["{period}", [{ kind: "paragraph", text: [{ slot: "period" }] }]],
    ["<!-- {nothing}\n# 无 -->\n甲<!-- 乙 -->丙", [{ kind: "paragraph", text: ["甲丙"] }]],
    ["", []],
  ])("reads %j", (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it("reads the title with its slots, after a byte order mark and Windows line ends", () => {
    const { parts: all } = parseBriefingTemplate("\uFEFF# {year}年{region}\r\n\r\n{overview}\r\n", "templates/x.md");
    expect(all).toEqual([
      { kind: "title", text: [{ slot: "year" }, "年", { slot: "region" }] },
      { kind: "block", name: "overview" },
    ]);
  });

  it.each([
    ["a wrong block", "# 题\n\n{overveiw}", 3, "{overview}"],
    ["a wrong block after a comment of three lines", "# 题\n<!--\n\n-->\n{table:headlin}", 5, "{table:headline}"],
    ["a wrong chart", "# 题\n{chart:light}", 2, "{chart:lights}"],
    ["a chart of an indicator that is not known", "# 题\n{chart:retail-sale}", 2, "{chart:retail-sales}"],
    ["a chart without a name", "# 题\n{chart:}", 2, "{chart:gdp}"],
    ["a chart within text", "# 题\n见{chart:gdp}", 2, "{chart:gdp} 要单独占一行"],
    ["a wrong slot", "# 题\n到{perod}止", 2, "{period}"],
    ["a block within text", "# 题\n如下{rules}", 2, "{rules}"],
    ["no title", "## 甲\n文", 1, "#"],
    ["nothing at all", "", 1, "#"],
    ["an open brace", "# 题\n甲{overview", 2, "花括号"],
    ["a closing brace", "# 题\n甲}乙{period}", 2, "花括号"],
    ["an empty heading", "# 题\n##", 2, "标题"],
    ["a heading too deep", "# 题\n###### 甲", 2, "标题"],
    ["a second title", "# 题\n甲\n\n# 附表", 4, "附件："],
    ["an appendix before the title", "# 附件：甲\n文", 1, "标题"],
    ["an appendix without a name", "# 题\n# 附件：", 2, "标题"],
  ])("refuses %s", (_name, text, line, word) => {
    const error = failure(text);
    expect(error.code).toBe("TEMPLATE_INVALID");
    expect(error.location).toEqual({ file: "templates/x.md", line });
    expect(error.message).toContain(word);
  });

  it("names every mistake at once", () => {
    const { message } = failure("# 题\n{a}\n\n{b}\n\n{c}");
    expect([2, 4, 6].every((line) => message.includes(`第${line}行`))).toBe(true);
  });

  it.each(readdirSync(TEMPLATES).filter((name) => name.endsWith("-briefing.md")))("reads the shipped %s", (name) => {
    const { parts: all } = parseBriefingTemplate(
      readFileSync(new URL(name, TEMPLATES), "utf8"),
      `templates/${name}`,
      shippedIndicatorCodes(),
    );
    expect(all.filter(({ kind }) => kind === "block").length).toBeGreaterThan(5);
  });
});
