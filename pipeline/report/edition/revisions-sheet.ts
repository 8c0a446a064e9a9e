import type { CellContent, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { figureCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { QUANTITY_NAMES } from "./quantity-names.ts";
import type { RevisionFigures } from "./revision-figures.ts";
import { filterable, type RowCells, rowAddress, sheetFrame, templatedRow } from "./sheet-frame.ts";

const EXACT_DIGITS = 15;

/** 修订: every value that a later vintage gives anew, with what it was and where the new one stands. */
export function revisionsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const { revisions } = facts;
  return {
    ...sheetFrame(facts, sheet),
    ...filterable(sheet),
    rows: revisions.map((row, index) => templatedRow(sheet.columns, rowCells(row, index, facts))),
    notes:
      revisions.length === 0
        ? []
        : [["修订幅度是修订后减修订前；比率的修订幅度按百分点。文件和单元格是修订后的数所在的位置。"]],
  };
}

function rowCells(row: RevisionFigures, index: number, facts: EditionFacts): RowCells {
  const { input } = facts;
  const { fact, from, to } = row.restatement;
  const name = input.indicators.find(({ code }) => code === fact.indicator)?.name ?? fact.label;
  return {
    number: textCell(String(index + 1)),
    indicator: textCell(fact.scope ? `${name}（${fact.scope}）` : name),
    region: textCell(input.regions.find(({ code }) => code === fact.region)?.name ?? "—"),
    period: textCell(periodName(fact.period, fact.span)),
    quantity: textCell(QUANTITY_NAMES[fact.quantity]),
    before: figureCell(row.from),
    "before-vintage": textCell(from.vintage),
    after: figureCell(row.to),
    "after-vintage": textCell(to.vintage),
    change: changeCell(row, index, facts),
    unit: textCell(row.change === null ? `${from.unit ?? "—"}→${to.unit ?? "—"}` : row.to.unit || "—"),
    illustrative: textCell(fact.illustrative ? "是" : "否"),
    file: textCell(fact.file),
    sheet: textCell(fact.sheet),
    cell: textCell(fact.cell),
  };
}

/** A difference that the reader can recompute where both columns are on the sheet. */
function changeCell(
  { change, restatement, from: before, to: after }: RevisionFigures,
  index: number,
  facts: EditionFacts,
): CellContent {
  const cell = figureCell(change);
  const at = (column: string) => rowAddress(facts, "revisions", index, column)?.split("!").at(-1);
  const [from, to] = [at("before"), at("after")];
  const isPlain = restatement.from.unit === restatement.to.unit && [before, after].every(({ value }) => isShort(value));
  if (cell.kind !== "number" || from === undefined || to === undefined || !isPlain) return cell;
  return { ...cell, formula: `ROUND(${to}-${from},${change?.decimals ?? 0})` };
}

/** A longer number stands as text, which no formula can use. */
function isShort(value: string): boolean {
  return value.replace(/\D/g, "").length <= EXACT_DIGITS;
}
