import { describe, expect, it } from "vitest";
import type { BriefingTemplate, TemplatePart } from "../../../pipeline/model/briefing-template.ts";
import type { Block, CellContent, EditionKind } from "../../../pipeline/model/edition.ts";
import { appendixBlocks, splitAppendices } from "../../../pipeline/report/edition/briefing-appendices.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { shippedBriefing } from "../../support/shipped-templates.ts";

const TITLE: TemplatePart = { kind: "title", text: ["题"] };
const TEXT: TemplatePart = { kind: "paragraph", text: ["文"] };

function appendix(title: string): TemplatePart {
  return { kind: "appendix", text: [title] };
}

function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    if (block.kind === "paragraph") return `${block.style} ${textOf(block.runs).slice(0, 14)}`;
    return block.kind === "table" ? `table ${block.caption} ${block.rows.length > 0}` : block.kind;
  });
}

function blocksOf(parts: readonly TemplatePart[], change = {}): readonly string[] {
  const template: BriefingTemplate = { parts: [TITLE, ...parts] };
  return outline(describeEdition(juneInput({ template, ...change })).blocks).slice(2);
}

describe("the briefing's appendices", () => {
  it("stand behind the text, told below it by number and name, headings numbered anew in each", () => {
    const heading: TemplatePart = { kind: "heading", level: 1, text: ["甲"] };
    expect(blocksOf([heading, TEXT, appendix("子"), heading, TEXT, appendix("丑"), TEXT])).toEqual([
      "heading1 一、甲",
      "body-last 文",
      "attachment 附件：1.子",
      "attachment-next 2.丑",
      "appendix 附件1",
      "appendix-title 子",
      "heading1 一、甲",
      "body 文",
      "appendix 附件2",
      "appendix-title 丑",
      "body 文",
    ]);
  });

  it("have no number where there is one, and take none where nothing stands in them", () => {
    const empty: readonly TemplatePart[] = [appendix("空"), { kind: "block", name: "regions" }];
    const expected = ["body-last 文", "attachment 附件：丑", "appendix 附件", "appendix-title 丑", "body 文"];
    expect(blocksOf([TEXT, ...empty, appendix("丑"), TEXT], { regional: [] })).toEqual(expected);
    expect(blocksOf([TEXT, ...empty], { regional: [] })).toEqual(["body 文"]);
  });

  it("call a table that is all of one by its title only, and two by their captions", () => {
    const table = (name: "table:headline" | "table:chapters"): TemplatePart => ({ kind: "block", name });
    const of = (parts: readonly TemplatePart[]) => blocksOf(parts).filter((line) => line.startsWith("table"));
    expect(of([TEXT, appendix("表"), table("table:chapters")])).toEqual(["table null true"]);
    expect(of([TEXT, appendix("表"), table("table:headline"), table("table:chapters")])).toEqual([
      "table 主要目标完成情况 true",
      "table 分章情况 true",
    ]);
  });

  it("are none without a skeleton's", () => {
    expect(splitAppendices([TITLE, TEXT])).toEqual({ text: [TITLE, TEXT], appendices: [] });
    expect(appendixBlocks([])).toEqual([]);
  });
});

describe("the shipped skeletons", () => {
  it.each<[EditionKind, readonly string[], readonly string[]]>([
    ["monthly", ["主要指标", "滞后指标", "分旗县市区情况", "项目和任务", "其他情况"], []],
    [
      "quarterly",
      [
        ...["主要指标", "分领域进展情况", "滞后指标", "全年目标测算", "分旗县市区情况"],
        ...["项目和任务", "其他情况", "尚未掌握情况", "口径说明与数据来源"],
      ],
      ["量化目标完成情况表", "评价规则"],
    ],
    [
      "annual",
      [
        ...["主要目标完成情况", "未完成的目标", "分领域完成情况", "分旗县市区情况", "项目和任务"],
        ...["其他情况", "尚未掌握情况", "口径说明与数据来源"],
      ],
      ["量化目标完成情况表", "评价规则"],
    ],
  ])("of a %s paper has its sections and what is attached", (kind, sections, attached) => {
    const { parts } = shippedBriefing(kind);
    const of = (wanted: "heading" | "appendix") =>
      parts.flatMap((part) => (part.kind === wanted && "text" in part ? [part.text.join("")] : []));
    expect(of("heading")).toEqual(sections);
    expect(of("appendix")).toEqual(attached);
  });

  it.each<EditionKind>(["monthly", "quarterly", "annual"])("of a %s paper prints the rules or their limits", (kind) => {
    const names = shippedBriefing(kind).parts.flatMap((part) => (part.kind === "block" ? [part.name] : []));
    expect(names.filter((name) => name.startsWith("rules"))).toHaveLength(1);
  });
});

describe("the table of all targets", () => {
  it("lists every target with a figure below its chapter, whose head counts the others", () => {
    const template: BriefingTemplate = { parts: [TITLE, { kind: "block", name: "table:targets" }] };
    const { assessments } = juneInput();
    const table = describeEdition(juneInput({ template })).blocks.find((block) => block.kind === "table");
    const rows = table?.kind === "table" ? table.rows : [];
    const data = rows.flatMap((row) => (row.kind === "data" ? [row.cells] : []));
    expect(data).toHaveLength(rows.length);
    expect(new Set(data.map(({ length }) => length))).toEqual(new Set([6]));
    const isHead = (cells: readonly CellContent[]) =>
      cells.slice(1).every((cell) => cell.kind === "blank" && cell.joinsLeft === true);
    const heads = data.filter(isHead).map(([cell]) => (cell?.kind === "text" ? textOf(cell.runs) : ""));
    expect(heads).toHaveLength(new Set(assessments.map(({ target }) => target.chapter)).size);
    expect(data.length - heads.length).toBe(assessments.filter(({ actual }) => actual !== null).length);
    const counted = heads.map((head) => Number(/（尚无数据(\d+)项）$/.exec(head)?.[1] ?? 0));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(
      assessments.filter(({ actual }) => actual === null).length,
    );
  });
});
