import { describe, expect, it } from "vitest";
import type { BriefingTemplate, TemplatePart } from "../../../pipeline/model/briefing-template.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";

const TITLE: TemplatePart = { kind: "title", text: ["题"] };

function heading(text: string, level: 1 | 2 = 1): TemplatePart {
  return { kind: "heading", level, text: [text] };
}

function paragraph(text: string): TemplatePart {
  return { kind: "paragraph", text: [text] };
}

function outline(parts: readonly TemplatePart[], change = {}): readonly string[] {
  const template: BriefingTemplate = { parts: [TITLE, ...parts] };
  return describeEdition(juneInput({ template, ...change })).blocks.flatMap((block) =>
    block.kind === "paragraph" && /heading|body/.test(block.style) ? [textOf(block.runs).slice(0, 12)] : [],
  );
}

describe("the briefing", () => {
  it("numbers headings, the second level anew under each of the first", () => {
    const parts = [
      heading("甲"),
      heading("子", 2),
      paragraph("文"),
      heading("丑", 2),
      paragraph("文"),
      heading("乙"),
      heading("寅", 2),
      paragraph("文"),
    ];
    expect(outline(parts)).toEqual(["一、甲", "（一）子", "文", "（二）丑", "文", "二、乙", "（一）寅", "文"]);
  });

  it("drops a heading that nothing stands under, and numbers on", () => {
    const parts = [
      heading("甲"),
      paragraph("文"),
      heading("乙"),
      { kind: "block" as const, name: "regions" as const },
      heading("丙"),
      paragraph("文"),
    ];
    expect(outline(parts, { regional: [] })).toEqual(["一、甲", "文", "二、丙", "文"]);
    expect(outline(parts)).toHaveLength(6);
  });

  it("drops a heading whose lower headings are all dropped, and one at the end", () => {
    expect(outline([heading("甲"), heading("子", 2), heading("乙"), paragraph("文"), heading("丙")])).toEqual([
      "一、乙",
      "文",
    ]);
  });

  it("fills the slots of standing text", () => {
    const slots = (["period", "year", "region", "plan", "document-number"] as const).map((slot) => ({ slot }));
    const template: BriefingTemplate = {
      parts: [
        { kind: "title", text: [slots[0] ?? "", slots[2] ?? "", "执行情况"] },
        { kind: "paragraph", text: slots },
      ],
    };
    const { title, blocks } = describeEdition(juneInput({ template }));
    expect(title).toBe("2023年上半年通辽市执行情况");
    const body = blocks.flatMap((block) =>
      block.kind === "paragraph" && block.style === "body" ? [textOf(block.runs)] : [],
    );
    expect(body).toEqual(["2023年上半年2023通辽市2023年通辽市国民经济和社会发展计划通政发〔2023〕21号"]);
  });
});
