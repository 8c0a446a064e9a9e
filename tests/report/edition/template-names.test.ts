import { describe, expect, it } from "vitest";
import type { Edition } from "../../../pipeline/model/edition.ts";
import type { SheetTemplate } from "../../../pipeline/model/workbook-template.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { assessmentsOfJune, juneInput } from "../../support/edition-month-fixture.ts";
import { sheetNamed, textIn } from "../../support/sheet-cells.ts";

const INPUT = juneInput();
const { sheets: SHIPPED } = INPUT.workbook;

const editionOf = (sheets: readonly SheetTemplate[]) =>
  describeEdition({ ...INPUT, workbook: { ...INPUT.workbook, sheets } });

/** What is said below tables, on the cover and in the briefing, without what the template itself says of sheets. */
function saidIn({ sheets, blocks }: Edition): string {
  const abouts = new Set(SHIPPED.map(({ about }) => about));
  const notes = sheets.flatMap(({ notes: own }) => own.map((runs) => textIn({ kind: "text", runs })));
  const cover = sheets.filter(({ name }) => name === "封面与目录" || name === "甲cover");
  const cells = cover.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === "data" ? row.cells.map(textIn) : [])));
  const paragraphs = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [textIn({ kind: "text", runs: block.runs })] : [],
  );
  return [...notes, ...cells.filter((text) => !abouts.has(text)), ...paragraphs].join("\n");
}

/** Quoted words of a text that are the name of a sheet or a column as shipped; 未报送 and 测算 are neither. */
function shippedNamesIn(text: string): readonly string[] {
  const names = new Set(SHIPPED.flatMap(({ name, columns }) => [name, ...columns.map(({ header }) => header)]));
  return [...text.matchAll(/“([^”]+)”/g)].flatMap(([, name = ""]) => (names.has(name) ? [name] : []));
}

describe("texts that name sheets and columns", () => {
  it("use the names of the template", () => {
    const renamed = SHIPPED.map((sheet) => ({
      ...sheet,
      name: `甲${sheet.sheet}`,
      columns: sheet.columns.map((column) => ({ ...column, header: `乙${column.column}` })),
    }));
    const said = saidIn(editionOf(renamed));
    expect(shippedNamesIn(said)).toEqual([]);
    expect(said).toMatch(/点“乙actual”等带链接的数，就到“甲sources”/);
    expect(said).toMatch(/见“甲targets”的“乙reasons”一栏和“甲submissions”/);
    expect(said).toMatch(/区间目标的“乙target”是下限/);
    expect(said).toMatch(/逐项出处见工作簿“甲sources”表/);
    expect(shippedNamesIn(saidIn(editionOf(SHIPPED))).length).toBeGreaterThan(5);
  });

  it.each(SHIPPED.map(({ sheet, name }) => [name, sheet]))("leave out 表“%s” where it is gone", (name, key) => {
    const said = saidIn(editionOf(SHIPPED.filter(({ sheet }) => sheet !== key)));
    expect(shippedNamesIn(said)).not.toContain(name);
    expect(said).not.toMatch(/undefined|“”/);
  });

  it.each(["actual", "target", "gap", "required", "growth", "reasons", "bureau"])(
    "leave out the column %s of 指标对照 where it is gone",
    (key) => {
      const targets = SHIPPED.find(({ sheet }) => sheet === "targets") ?? expect.fail();
      const header = targets.columns.find(({ column }) => column === key)?.header;
      const columns = targets.columns.filter(({ column }) => column !== key);
      const edition = editionOf(SHIPPED.map((one) => (one === targets ? { ...one, columns } : one)));
      const own = sheetNamed(edition, targets.name).notes.map((runs) => textIn({ kind: "text", runs }));
      const cover = saidIn({ ...edition, blocks: [], sheets: edition.sheets.slice(0, 1) });
      expect(shippedNamesIn([...own, cover].join(""))).not.toContain(header);
    },
  );
});

describe("marks behind names", () => {
  it("stand at the end, behind 增速", () => {
    const assessments = assessmentsOfJune().map((one) =>
      one.actual === null ? one : { ...one, period: "2023-07" as typeof one.period },
    );
    const input = juneInput({ assessments, period: "2023-07" as typeof INPUT.period });
    const overview = sheetNamed(describeEdition(input), "总览");
    const names = overview.rows.flatMap((row) => (row.kind === "data" ? row.cells.map(textIn) : []));
    const marked = names.filter((name) => /[△＊]/.test(name));
    expect(marked.length).toBeGreaterThan(1);
    expect(marked.filter((name) => /增速/.test(name)).length).toBeGreaterThan(0);
    expect(marked.filter((name) => !/[△＊]$/.test(name))).toEqual([]);
  });
});
