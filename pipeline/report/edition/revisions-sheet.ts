import type { CellContent, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { isExactNumber } from "../exact-number.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { figureCell, textCell } from "./cells.ts";
import { display } from "./display.ts";
import type { EditionFacts } from "./facts.ts";
import type { Names } from "./names.ts";
import { QUANTITY_NAMES } from "./observation-words.ts";
import type { RevisionFigures } from "./revision-figures.ts";
import { columnAddress, filterable, type RowCells, sheetFrame, templatedRow } from "./sheet-frame.ts";

/** 修订: every value that a later vintage gives anew, with what it was and where the new one stands. */
export function revisionsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const { revisions } = facts;
  const frame = sheetFrame(facts, sheet);
  const top = firstBodyRow(frame);
  return {
    ...frame,
    ...filterable(sheet, "修订"),
    rows: revisions.map((row, index) => {
      const change = changeCell(row, (column) => columnAddress(sheet, column, top + index));
      return templatedRow(sheet.columns, { ...rowCells(row, index + 1, facts.names), change });
    }),
    notes: [["修订幅度是修订后减修订前；比率的修订幅度按百分点。文件和单元格是修订后的数所在的位置。"]],
  };
}

function rowCells(row: RevisionFigures, number: number, names: Names): RowCells {
  const { fact, from, to } = row.restatement;
  const name = names.indicator(fact.indicator) ?? fact.label;
  return {
    number: textCell(String(number)),
    indicator: textCell(fact.scope ? `${name}（${fact.scope}）` : name),
    region: textCell(names.region(fact.region) ?? "—"),
    period: textCell(periodName(fact.period, fact.span)),
    quantity: textCell(QUANTITY_NAMES[fact.quantity]),
    before: figureCell(row.from),
    "before-vintage": textCell(from.vintage),
    after: figureCell(row.to),
    "after-vintage": textCell(to.vintage),
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
  addressOf: (column: string) => string | undefined, // in the row
): CellContent {
  const cell = figureCell(change);
  const [from, to] = [addressOf("before"), addressOf("after")];
  const isPlain =
    restatement.from.unit === restatement.to.unit &&
    [before, after].every((figure) => isExactNumber(display(figure, "cell")));
  if (cell.kind !== "number" || from === undefined || to === undefined || !isPlain) return cell;
  return { ...cell, formula: `ROUND(${to}-${from},${change?.decimals ?? 0})` };
}
