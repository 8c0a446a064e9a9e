import { describe, expect, it } from "vitest";
import { toAddress } from "../../../pipeline/model/cell.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { ledger } from "../../../pipeline/report/edition/ledger.ts";
import { printedFigures } from "../../../pipeline/report/edition/places.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";

const edition = describeEdition(juneInput());
const written = ledger(edition, printedFigures(edition));

describe("ledger(edition, printed)", () => {
  it("lists figures by id, each once, and survives JSON", () => {
    const ids = written.figures.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(JSON.parse(JSON.stringify(written))).toEqual(written);
  });

  it("counts as the edition does", () => {
    expect(written.counts).toMatchObject({ total: 10, green: 2, yellow: 1, red: 4, grey: 3, milestones: 3 });
  });

  it("leads every figure that is not only the plan's or a count back to cells", () => {
    const figure = (id: string) => written.figures.find((one) => one.id === id);
    expect(figure("2023-005/gap")).toMatchObject({
      texts: ["-10.0", "10.0"],
      derivation: {
        kind: "computed",
        formula: "0.4806÷1.2×100−6÷12×100",
        operands: ["2023-005/actual", "2023-005/target"],
      },
      observations: [{ file: "就业,6月.csv", cell: "C5", value: "4806", unit: "人" }],
    });
    expect(figure("2023-005/target")).toMatchObject({
      derivation: { kind: "planned", target: "2023-005" },
      observations: [],
    });
    expect(figure("region/150502/industrial-value-added/rank")?.observations).toHaveLength(6);
  });

  it("lists every place, in reading order, with the text that stands there", () => {
    const gap = written.figures.find(({ id }) => id === "2023-001/gap");
    expect(gap?.places.map(({ paper, text }) => [paper, text])).toEqual([
      ["workbook", "-1.8"],
      ["workbook", "-1.8"],
      ["workbook", "-1.8"],
      ["workbook", "1.8"],
      ["briefing", "-1.8"],
      ["briefing", "1.8"],
      ["briefing", "1.8"],
      ["briefing", "1.8"],
      ["briefing", "1.8"],
    ]);
  });
});

describe("printedFigures(edition)", () => {
  it("places workbook figures on the cell that the writer fills", () => {
    const sheet = edition.sheets.find(({ name }) => name === "指标对照");
    const row = sheet?.rows.findIndex(
      (one) =>
        one.kind === "data" && one.cells.some((cell) => cell.kind === "number" && cell.figure === "2023-001/actual"),
    );
    const address = toAddress((sheet ? firstBodyRow(sheet) : 0) + (row ?? 0), 6);
    expect(printedFigures(edition)).toContainEqual({
      figure: "2023-001/actual",
      text: "5.2",
      paper: "workbook",
      place: `指标对照!${address}`,
    });
  });

  it("counts paragraphs and tables of the briefing from 1, header rows included", () => {
    const places = printedFigures(edition).filter(({ paper }) => paper === "briefing");
    expect(places.find(({ figure }) => figure === "count/total")?.place).toBe("第3段");
    expect(places.find(({ figure }) => figure === "2023-001/target")?.place).toBe("表1 第2行第2列");
  });
});
