import { describe, expect, it } from "vitest";
import { toAddress } from "../../../pipeline/model/cell.ts";
import type { CellContent, Edition, SheetDescription } from "../../../pipeline/model/edition.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { ledger } from "../../../pipeline/report/edition/ledger.ts";
import { cellKey } from "../../../pipeline/report/edition/source-rows.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { assessmentsOfJune, juneInput, laggingTargetsOfJune } from "../../support/edition-month-fixture.ts";
import { sheetNamed } from "../../support/sheet-cells.ts";
import { cellsByAddress, leadsSomewhere } from "../../support/sheet-formulas.ts";
import { shippedWorkbook } from "../../support/shipped-templates.ts";

const edition = describeEdition(juneInput({ assessments: [...assessmentsOfJune(), ...laggingTargetsOfJune()] }));
const figures = new Map(ledger(edition).figures.map((figure) => [figure.id, figure]));

/** Every link of a workbook that leads to another of its cells. */
function innerLinks({ sheets }: Edition) {
  return sheets.flatMap((sheet) =>
    [...cellsByAddress(sheet)].flatMap(([address, cell]) => {
      const link = cell.kind === "text" || cell.kind === "number" ? cell.link : undefined;
      if (link === undefined || /^https?:/.test(link)) return [];
      const [name = "", at = ""] = link.split("!");
      return [{ from: { sheet, address, cell }, name, at }];
    }),
  );
}

function columnOf(sheet: SheetDescription, header: string): number {
  return sheet.columns.findIndex((column) => column.header === header) + 1;
}

/** The cells of files that a printed cell rests on. */
function restsOn(cell: CellContent | undefined): readonly string[] {
  const runs = cell?.kind === "number" ? [cell] : cell?.kind === "text" ? cell.runs : [];
  return runs.flatMap((run) =>
    typeof run === "string" ? [] : (figures.get(run.figure)?.observations ?? []).map(cellKey),
  );
}

describe("links between figures and their sources", () => {
  const sources = sheetNamed(edition, "数据来源");
  const targets = sheetNamed(edition, "指标对照");
  const links = innerLinks(edition);

  it("lead to cells that are there", () => {
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter(({ name, at }) => !leadsSomewhere(`${name}!${at}`, edition))).toEqual([]);
  });

  it("lead every actual of 指标对照 to a source of its own, and that back to where its cell is first used", () => {
    const actuals = [...cellsByAddress(targets)].filter(
      ([address, cell]) =>
        cell.kind === "number" && address.startsWith(toAddress(1, columnOf(targets, "实际")).replace("1", "")),
    );
    expect(actuals.length).toBeGreaterThan(20);
    for (const [, actual] of actuals) {
      const [, row = ""] = /^数据来源!A(\d+)$/.exec(actual.kind === "number" ? (actual.link ?? "") : "") ?? [];
      const cellIn = (header: string) => cellsByAddress(sources).get(toAddress(Number(row), columnOf(sources, header)));
      const read = restsOn(cellIn("数值"));
      expect(read.some((key) => restsOn(actual).includes(key))).toBe(true);
      const used = cellIn("用于");
      const [name = "", at = ""] = (used?.kind === "text" ? (used.link ?? "") : "").split("!");
      expect(name).toBe("指标对照");
      expect(restsOn(cellsByAddress(targets).get(at)).some((key) => read.includes(key))).toBe(true);
    }
  });

  it("lead every source back to a cell that rests on it", () => {
    const top = firstBodyRow(sources);
    const used = columnOf(sources, "用于");
    sources.rows.forEach((_row, index) => {
      const cells = cellsByAddress(sources);
      const cell = cells.get(toAddress(top + index, used));
      const [name = "", at = ""] = (cell?.kind === "text" ? (cell.link ?? "") : "").split("!");
      const keys = restsOn(cells.get(toAddress(top + index, columnOf(sources, "数值"))));
      const there = restsOn(cellsByAddress(sheetNamed(edition, name)).get(at));
      expect(keys.some((key) => there.includes(key))).toBe(true);
    });
    expect(sources.rows.length).toBeGreaterThan(20);
  });

  it("are left out, and the words stay, where the sheet they lead to is gone", () => {
    const { sheets } = shippedWorkbook();
    for (const gone of ["sources", "targets", "regions"]) {
      const workbook = { sheets: sheets.filter(({ sheet }) => sheet !== gone) };
      const left = describeEdition(juneInput({ workbook }));
      const names = left.sheets.map(({ name }) => name);
      expect(innerLinks(left).filter(({ name }) => !names.includes(name))).toEqual([]);
    }
  });
});

describe("sourcesSheet(facts, sheet, uses)", () => {
  it("says which office sent each file", () => {
    const sheet = sheetNamed(edition, "数据来源");
    const at = columnOf(sheet, "报送单位") - 1;
    const offices = sheet.rows.map((row) => (row.kind === "data" ? row.cells[at] : undefined));
    expect(offices).toContainEqual({ kind: "text", runs: ["市财政局"] });
  });
});
