import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../pipeline/model/cell.ts";
import type { Edition } from "../../../pipeline/model/edition.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { gatherFacts } from "../../../pipeline/report/edition/facts.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { trendSpans } from "../../../pipeline/report/edition/trend-span.ts";
import { month } from "../../support/edition-input-fixture.ts";
import { cellsIn, sheetNamed, textsIn } from "../../support/sheet-cells.ts";
import { halfYear, TREND_TARGETS, trendInput } from "./trend-fixture.ts";

const trendsOf = (edition: Edition) => sheetNamed(edition, "趋势");

const sheetOf = (input: EditionInput) => trendsOf(describeEdition(input));

describe("trendSpans(facts)", () => {
  const spanned = (input: EditionInput, id: string) => trendSpans(gatherFacts(input)).get(id);

  it("leads to the twelve months of the target itself", () => {
    const input = trendInput();
    const sheet = sheetOf(input);
    const texts = (id: string) => {
      const span = spanned(input, id);
      return span && textsIn(sheet, span);
    };
    expect(texts("2023-001")).toEqual(["", "", "5.4", "", "", "6.2", ...Array.from({ length: 6 }, () => "")]);
    expect(texts("2023-006")).toEqual(["618", "", "", "", "6530", "8127", ...Array.from({ length: 6 }, () => "")]);
    expect(texts("2023-004")?.slice(3, 7)).toEqual(["", "4.03", "3.98", ""]);
  });

  it("leads to rows of the right name however many targets there are", () => {
    const [first] = TREND_TARGETS;
    if (!first) throw new Error("targets");
    const targets = Array.from({ length: 150 }, (_unused, index) => ({
      ...first,
      ...{ id: `2023-${index + 100}`, headline: index % 7 === 0 },
      name: `甲类目标${"乙".repeat(index % 23)}`,
    }));
    const input = trendInput(halfYear(), { targets });
    const sheet = sheetOf(input);
    for (const { id, name } of targets) {
      const span = spanned(input, id);
      if (!span) throw new Error(id);
      const row = parseAddress(span.from)?.row ?? 0;
      const [label] = textsIn(sheet, { sheet: sheet.name, from: `A${row}`, to: `A${row}` });
      expect(label).toBe(name);
      expect(cellsIn(sheet, span).flatMap((cell) => (cell?.kind === "number" ? [cell.figure] : []))).toEqual([
        `${id}/trend/${month(3)}`,
        `${id}/actual`,
      ]);
    }
  });

  it("leads nowhere for fewer than two months, for a stranger, and without the sheet", () => {
    const input = trendInput(halfYear().slice(1));
    expect(spanned(input, "2023-005")).toBeUndefined();
    expect(spanned(input, "2023-001")).toBeUndefined();
    expect(spanned(input, "none")).toBeUndefined();
    const sheets = input.workbook.sheets.filter(({ sheet }) => sheet !== "trends");
    expect(spanned({ ...trendInput(), workbook: { sheets } }, "2023-001")).toBeUndefined();
  });
});
