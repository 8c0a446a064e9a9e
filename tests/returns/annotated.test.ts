import { describe, expect, it } from "vitest";
import type { Disposition, DispositionKind } from "../../pipeline/model/disposition.ts";
import { parseBook } from "../../pipeline/read/book.ts";
import { annotatedWorkbook } from "../../pipeline/returns/annotated.ts";
import { DISPOSITION_FILLS } from "../../pipeline/returns/colours.ts";
import { isOwnSheet } from "../../pipeline/returns/own-titles.ts";
import { bureauWorkbook } from "../support/bureau-workbook.ts";
import { cellList } from "../support/cells.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import { attribute, elements, officeText } from "../support/office-text.ts";

const disposition = (sheet: string, cell: string, kind: DispositionKind, reason: string | null = null): Disposition => {
  return { sheet, cell, kind, reason };
};

/** The fill of a cell of the first sheet, RRGGBB. */
function fillOf(bytes: Uint8Array, address: string): string | undefined {
  const parts = officeText(bytes);
  const cell = (parts["xl/worksheets/sheet1.xml"] ?? "").match(new RegExp(`<c r="${address}"[^>]*>`))?.[0] ?? "";
  const inside = (name: string) =>
    elements(parts["xl/styles.xml"] ?? "", name)[0]?.replace(/<\/?(?:cellXfs|fills)[^>]*>/g, "");
  const xf = elements(inside("cellXfs") ?? "", "xf")[Number(attribute(cell, "c", "s") ?? 0)] ?? "";
  const fill = elements(inside("fills") ?? "", "fill")[Number(attribute(xf, "xf", "fillId") ?? 0)] ?? "";
  return attribute(fill, "fgColor", "rgb")?.slice(2);
}

describe("annotatedWorkbook(bytes, book, dispositions)", () => {
  it("colours each cell, leaves comments as they are, and explains the colours", async () => {
    const bytes = await bureauWorkbook();
    const book = await parseBook({ file: "a.xlsm", bytes: Buffer.from(bytes), sha256: "" });
    const copy = annotatedWorkbook(bytes, book, [
      disposition("消费", "A1", "title"),
      disposition("消费", "B4", "used"),
      disposition("消费", "A5", "ignored", "序号"),
    ]);
    expect(["A1", "B4", "A5"].map((cell) => fillOf(copy, cell))).toEqual([
      DISPOSITION_FILLS.title,
      DISPOSITION_FILLS.used,
      DISPOSITION_FILLS.ignored,
    ]);
    const before = officeText(bytes);
    const after = officeText(copy);
    expect(after["xl/comments1.xml"]).toBe(before["xl/comments1.xml"]);
    expect(after["xl/charts/chart1.xml"]).toBe(before["xl/charts/chart1.xml"]);
    expect(after["xl/worksheets/sheet3.xml"]).toContain("序号 1");
  });

  it("shows the cells of other formats in a plain workbook, under names that Excel takes", async () => {
    const name = "人社局/就业[6月]：=1+1，一个长过三十一个字的工作表名称，因为文件名就是这么长的";
    const rows = [
      ["指标", "6月"],
      ["=cmd|' /c calc'!A0", 10.25],
    ];
    const book = { ...bookOf(sheetOf(rows, { name, merges: ["A1:A1"] })), format: "csv" as const };
    const copy = annotatedWorkbook(new Uint8Array(), book, [disposition(name, "B2", "unread")]);
    expect(fillOf(copy, "B2")).toBe(DISPOSITION_FILLS.unread);
    const [sheet, legend, ...others] = (await parseBook({ file: "b.xlsx", bytes: Buffer.from(copy), sha256: "" }))
      .sheets;
    expect(sheet?.name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    expect(cellList(sheet).map(({ raw }) => raw)).toEqual([
      { type: "text", text: "指标" },
      { type: "text", text: "6月" },
      { type: "text", text: "=cmd|' /c calc'!A0" },
      { type: "number", value: "10.25" },
    ]);
    expect([legend && isOwnSheet(legend), others]).toEqual([true, []]);
  });
});
