import { describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipeline/errors.ts";
import type { Block, Edition } from "../../../pipeline/model/edition.ts";
import { parseCompilerNotes } from "../../../pipeline/reference/compiler-notes.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { ledger } from "../../../pipeline/report/edition/ledger.ts";
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

describe("a number from outside the data", () => {
  it("is a figure with its source, in the ledger and in 口径说明", () => {
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
    ["in words", "减产[三家](来源：甲)"],
    ["with marks", "减产[1,234万元](来源：甲)"],
    ["that is none", "减产[许多](来源：甲)"],
    ["below zero", "下降[-3](来源：甲)度"],
    ["with a plus", "上升[+3度](来源：甲)"],
    ["half outside its brackets", "停产[3](来源：甲)5家"],
    ["half before its brackets", "停产3[5家](来源：甲)"],
  ])("is refused %s", (_name, note) => {
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
    const told = paragraphs(noted("## 编者按\n\n甲。\n\n乙。\n\n## 其他\n\n1. 丙。\n2. [3家](来源：甲)。").blocks);
    expect(told.slice(0, 2)).toEqual(["editor-note 编者按：甲。", "editor-note 乙。"]);
    expect(told[2]).toMatch(/^title /);
    const at = told.findIndex((text) => text.endsWith("、其他情况"));
    expect(told[at + 1]).toBe("body （1）丙。");
    expect(told[at + 2]).toBe("body （2）3家。");
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
