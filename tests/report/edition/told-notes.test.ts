import { describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipeline/errors.ts";
import type { Block, Edition } from "../../../pipeline/model/edition.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import { parseCompilerNotes } from "../../../pipeline/reference/compiler-notes.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { ledger } from "../../../pipeline/report/edition/ledger.ts";
import { matchNumber } from "../../../pipeline/report/edition/note-matching.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { shippedBriefing } from "../../support/shipped-templates.ts";

const FILE = "notes/2023-06-monthly.md";
const template = shippedBriefing("monthly");

function noted(markdown: string, change = {}): Edition {
  return describeEdition(juneInput({ template, notes: parseCompilerNotes(markdown, FILE), ...change }));
}

function failure(markdown: string, change = {}): PipelineError {
  try {
    noted(markdown, change);
  } catch (error) {
    if (error instanceof PipelineError) return error;
  }
  throw new Error("expected a PipelineError");
}

function paragraphs(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [`${block.style} ${textOf(block.runs)}`] : []));
}

const INDUSTRY = "规模以上工业增加值";

/** The figures that a note's numbers are held to be, by where the note begins. */
function figuresIn(note: string, heading: string, count: number): readonly string[] {
  const { blocks } = noted(`## ${heading}\n\n记：${note}`);
  const runs = blocks.flatMap((block) => (block.kind === "paragraph" ? block.runs : []));
  const start = runs.findIndex((run) => typeof run === "string" && run.includes("记："));
  const figures = runs.slice(start).flatMap((run) => (typeof run === "string" ? [] : [run.figure]));
  return figures.slice(0, count);
}

describe("a number in a note", () => {
  it.each<[string, string, readonly string[]]>([
    ["增速下降3.2%。", INDUSTRY, ["2023-002/actual"]],
    ["低于目标12.2个百分点。", INDUSTRY, ["2023-002/gap"]],
    ["低于目标12.2百分点。", INDUSTRY, ["2023-002/gap"]],
    ["目标是9%，实际下降3.2%。", INDUSTRY, ["2023-002/target", "2023-002/actual"]],
    ["奈曼旗增长9.4%。", INDUSTRY, ["region/150525/industrial-value-added/yoy"]],
    ["开鲁县、霍林郭勒市增长7.0%。", INDUSTRY, ["region/150581/industrial-value-added/yoy"]],
    ["受规模以上工业增加值下降3.2%影响。", "地区生产总值", ["2023-002/actual"]],
    ["９．０％是全年最高。", "一般公共预算收入", ["2023-004/actual"]],
    ["完成 40.1 %，后6个月还要0.7194万人。", "城镇新增就业", ["2023-005/completion", "2023-005/required"]],
    ["量化目标10项，4项严重滞后。", "分旗县市区情况", ["count/total", "count/verdict/far-behind"]],
    ["全市存栏360万头。", "其他", ["2023-008/actual"]],
  ])("%s under %s is that figure", (note, heading, expected) => {
    expect(figuresIn(note, heading, expected.length)).toEqual(expected);
  });

  it.each([
    "2023年6月18日、7月5日前、1—6月、上半年、一季度",
    "第三产业、第2位、前三位、（一）、附表2",
    "通政发〔2023〕21号文件、PM2.5、5G、“十四五”",
    "后6个月、连续3期、两个方面、一是统一部署、进一步加快",
  ])("is allowed as a date, ordinal or name: %s", (words) => {
    expect(paragraphs(noted(`## 其他\n\n${words}。`).blocks)).toContain(`body ${words}。`);
  });

  it.each([
    ["no figure of the paper", "增速回落3.7%", "3.7%"],
    ["% for 百分点", "低于目标12.2%", "单位"],
    ["百分点 for %", "下降3.2个百分点", "单位"],
    ["another unit", "还要0.7194万户", "0.7194"],
    ["fewer digits than the paper prints", "下降3%", "3%"],
    ["more digits", "下降3.20%", "3.20%"],
    ["a sign", "增长-3.2%", "-3.2%"],
    ["the wrong direction", "同比增长3.2%", "方向"],
    ["a place that is not named", "有的地方增长9.4%", "9.4%"],
    ["percent in words", "下降百分之三", "百分之三"],
    ["a count in words", "三家企业停产", "三"],
    ["a large number in words", "投入五千万元", "五千万"],
    ["a thousands mark", "投入1,234万元", "1,234"],
    ["a number of another script", "下降٣%", "٣"],
    ["a circled number that counts", "½的企业", "½"],
  ])("is refused where it is %s", (_name, note, word) => {
    const error = failure(`## ${INDUSTRY}\n\n甲。\n${note}。`);
    expect(error.code).toBe("NOTE_UNPROVEN");
    expect(error.location).toEqual({ file: FILE, line: 4 });
    expect(error.message).toContain(word);
  });

  it("may be any of several figures only where the note says of which", () => {
    const figure = (id: string): Figure => ({
      ...{ id, name: id, value: "7", unit: "%" },
      derivation: { kind: "planned", target: id, source: { text: "", start: 0, end: 0 } },
    });
    const candidates = ["甲", "乙"].map((name) => ({
      ...{ figure: figure(name), target: name, names: [name], needs: [], carries: null },
    }));
    const match = (before: string, target: string | null = null) =>
      matchNumber({ text: "7", before, after: "%" }, candidates, target);
    expect(match("目标是")).toMatchObject({ problem: expect.stringContaining("写明") });
    expect(match("乙的目标是")).toMatchObject({ figure: { id: "乙" } });
    expect(match("甲不同，乙的目标是")).toMatchObject({ figure: { id: "乙" } });
    expect(match("目标是", "甲")).toMatchObject({ figure: { id: "甲" } });
  });

  it("is told with the nearest figures of the target", () => {
    expect(failure(`## ${INDUSTRY}\n\n下降3.1%。`).message).toMatch(/相近的有规模以上工业增加值 实际-3\.2%/);
  });

  it("from outside the data is a figure with its source, in the ledger and in 口径说明", () => {
    const edition = noted(
      `## ${INDUSTRY}\n\n受[3家](来源：市工信局7月5日电话记录)企业停产影响，减产[1.5万吨](来源：甲)。`,
    );
    const stated = ledger(edition).figures.filter(({ derivation }) => derivation.kind === "stated");
    expect(stated.map(({ id, value, unit, texts, derivation }) => ({ id, value, unit, texts, derivation }))).toEqual([
      {
        ...{ id: "note/3-1", value: "3", unit: "家", texts: ["3"] },
        derivation: { kind: "stated", source: "市工信局7月5日电话记录", file: FILE, line: 3 },
      },
      {
        ...{ id: "note/3-2", value: "1.5", unit: "万吨", texts: ["1.5"] },
        derivation: { kind: "stated", source: "甲", file: FILE, line: 3 },
      },
    ]);
    const sheet = edition.sheets.find(({ name }) => name === "口径说明");
    expect(JSON.stringify(sheet?.rows)).toContain("来源：市工信局7月5日电话记录（编者注第3行）");
  });

  it.each([
    ["in words", "[三家](来源：甲)"],
    ["with marks", "[1,234万元](来源：甲)"],
    ["that is none", "[许多](来源：甲)"],
  ])("from outside the data is refused %s", (_name, note) => {
    expect(failure(`## ${INDUSTRY}\n\n${note}。`)).toMatchObject({
      ...{ code: "NOTE_UNPROVEN", location: { file: FILE, line: 3 } },
    });
  });
});

describe("a heading of the notes", () => {
  it.each([
    ["规模以上工业增加直", "规模以上工业增加值"],
    ["分旗县市情况", "分旗县市区情况"],
    ["编者案", "编者按"],
  ])("that is none is refused with the nearest: %s", (heading, nearest) => {
    const error = failure(`## 编者按\n\n甲\n\n## ${heading}\n\n乙`);
    expect({ code: error.code, location: error.location }).toEqual({
      code: "NOTE_INVALID",
      location: { file: FILE, line: 5 },
    });
    expect(error.message).toContain(`“${nearest}”`);
  });

  it("is refused together with every number that is wrong", () => {
    const { code, message } = failure("## 甲乙丙丁\n\n增长3.7%\n\n## 戊己\n\n无");
    expect(code).toBe("NOTE_INVALID");
    expect([1, 3, 5].every((line) => message.includes(`第${line}行`))).toBe(true);
  });

  it("其他 is none where the skeleton has no place for it", () => {
    const parts = template.parts.filter((part) => part.kind !== "block" || part.name !== "notes");
    expect(failure("## 其他\n\n甲", { template: { parts } }).code).toBe("NOTE_INVALID");
  });
});

describe("a note", () => {
  it("of a lagging target stands right behind the sentence that tells how far it lags", () => {
    const told = paragraphs(noted(`## ${INDUSTRY}\n\n受检修影响。\n\n正在帮扶。`).blocks);
    const own = told.filter((text) => text.includes("受检修影响。正在帮扶。"));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(/规模以上工业增加值[^；。]*12\.2个百分点[^；。]*。受检修影响。正在帮扶。/);
  });

  it("of a target that holds stands behind its sentence, and of one that no sentence tells in a paragraph of its own", () => {
    const told = paragraphs(noted("## 能耗强度\n\n等待下达。\n\n## 一般公共预算收入\n\n税收较快。").blocks);
    expect(told).toContain("body 能耗强度：等待下达。");
    expect(told.filter((text) => text.includes("税收较快。"))).toHaveLength(1);
  });

  it("of a section stands at its end, and keeps a section that would be empty", () => {
    const told = paragraphs(noted("## 三、分旗县市区情况\n\n甲。\n\n乙。", { regional: [], rankings: [] }).blocks);
    const at = told.indexOf("heading1 三、分旗县市区情况");
    expect(told.slice(at + 1, at + 3)).toEqual(["body 甲。", "body 乙。"]);
  });

  it("of the editor stands before the title, and 其他 has a heading of its own", () => {
    const told = paragraphs(noted("## 编者按\n\n甲。\n\n乙。\n\n## 其他\n\n1. 丙。").blocks);
    expect(told.slice(0, 2)).toEqual(["editor-note 编者按：甲。", "editor-note 乙。"]);
    expect(told[2]).toMatch(/^title /);
    const at = told.findIndex((text) => text.endsWith("、其他情况"));
    expect(told[at + 1]).toBe("body 1.丙。");
  });

  it("changes nothing else, and the same notes give the same edition", () => {
    const plain = paragraphs(describeEdition(juneInput({ template })).blocks);
    const told = paragraphs(noted("## 编者按\n\n甲。").blocks);
    expect(told.slice(1)).toEqual(plain);
    expect(noted("## 编者按\n\n甲。")).toEqual(noted("## 编者按\n\n甲。"));
  });

  it("names who contributed, at the end of the text", () => {
    const { blocks } = describeEdition(juneInput({ template, contributor: "综合科" }));
    expect(paragraphs(blocks).at(-1)).toBe("contributor （供稿单位：综合科）");
  });
});
