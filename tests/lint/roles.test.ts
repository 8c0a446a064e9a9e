import { describe, expect, it } from "vitest";
import { readDocument } from "../../pipeline/lint/document.ts";
import { readRoles } from "../../pipeline/lint/roles.ts";
import { asParts, GOOD_BODY, paper, paragraph } from "./paper.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const CENTRED = '<w:jc w:val="center"/>';

function rolesOf(body: readonly string[], hasStyles = true) {
  const parts = { ...paper(body), ...(!hasStyles && { "word/styles.xml": `<w:styles ${W}/>` }) };
  const document = readDocument(asParts(parts));
  const roles = readRoles(document);
  return document.paragraphs.filter(({ where }) => where === "body").map((one) => roles.get(one));
}

describe("readRoles(document)", () => {
  it("goes by styles", () => {
    expect(rolesOf(GOOD_BODY)).toEqual([
      "masthead",
      "furniture",
      "title",
      "addressee",
      "body",
      "heading1",
      "heading2",
      "heading3",
      "heading4",
      "body",
      "heading1",
      "body",
      "attachment",
    ]);
  });

  it("goes by words, look and place where there are no styles", () => {
    const body = [
      paragraph("", "第6期（总第18期）", CENTRED),
      paragraph("", "关于报送数据的通知", CENTRED),
      paragraph("", "（征求意见稿）", CENTRED),
      paragraph("", "各旗县市区人民政府："),
      paragraph("", "现将有关事项通知如下。"),
      paragraph("", "一、要求"),
      paragraph("", "注：数据为初步数。"),
      paragraph("", "通辽市统计局", '<w:jc w:val="right"/>'),
      paragraph("", "2023年7月8日"),
      paragraph("", "（此件公开发布）"),
      paragraph("", "抄送：市委办公室。"),
    ];
    expect(rolesOf(body, false)).toEqual([
      "subtitle",
      "title",
      "subtitle",
      "addressee",
      "body",
      "heading1",
      "note",
      "ending",
      "ending",
      "ending",
      "ending",
    ]);
  });

  it("takes bureaus that sign right above a date for the end, wherever they are set, and no other short line", () => {
    const body = [
      paragraph("Body", "现将有关事项报告如下。"),
      paragraph("Body", "特此报告"),
      paragraph("Body", "　　　　　　通辽市统计局"),
      paragraph("Body", "　　　　　　通辽市发展和改革委员会（代章）"),
      paragraph("Body", ""),
      paragraph("Body", "2023年7月8日"),
      paragraph("Body", "各项工作由市统计局。"),
      paragraph("Body", "2023年7月9日"),
      paragraph("Body", "通辽市统计局"),
    ];
    expect(rolesOf(body)).toEqual(["body", "body", "ending", "ending", "empty", "ending", "body", "ending", "body"]);
  });

  it("believes a number before a heading style", () => {
    expect(rolesOf([paragraph("H2", "一、要求"), paragraph("H1", "（一）时间")])).toEqual(["heading1", "heading2"]);
  });

  it("takes a first heading without a number for the title where no style says title", () => {
    expect(rolesOf([paragraph("H1", "经济运行情况"), paragraph("H1", "结语")])).toEqual(["title", "heading1"]);
  });
});
