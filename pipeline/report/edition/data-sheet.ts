import type { CellContent, SheetDescription } from "../../model/edition.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { publishedCell, textCell } from "./cells.ts";
import type { DataRow } from "./data-rows.ts";
import type { EditionFacts } from "./facts.ts";
import type { Names } from "./names.ts";
import { fingerprint, QUANTITY_NAMES, SPAN_NAMES, STATUS_NAMES } from "./observation-words.ts";
import { filterable, type RowCells, sheetFrame, templatedRow } from "./sheet-frame.ts";

const TABLE_NAME = "数据";
const BLANK: CellContent = { kind: "blank" };

/** 数据: every observation behind the edition and around it, one a row, as an Excel table to filter and to pivot. */
export function dataSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const word = sharedCells();
  return {
    ...sheetFrame(facts, sheet),
    ...{ plain: true, lines: [], notes: [] },
    ...filterable(sheet, TABLE_NAME),
    rows: facts.data.map((row) => templatedRow(sheet.columns, dataCells(row, word, facts.names))),
  };
}

/** Equal words share one cell: a large table says little that is new from row to row. */
function sharedCells(): (words: string | null) => CellContent {
  const made = new Map<string, CellContent>();
  return (words) => {
    if (words === null) return BLANK;
    const known = made.get(words) ?? textCell(words);
    made.set(words, known);
    return known;
  };
}

function dataCells(
  { observation, indicator, region, figure }: DataRow,
  word: (words: string | null) => CellContent,
  names: Names,
): RowCells {
  const { bureau } = observation;
  return {
    "indicator-code": word(observation.indicator),
    indicator: word(indicator),
    "region-code": word(observation.region),
    region: word(region),
    period: word(observation.period),
    span: word(SPAN_NAMES[observation.span]),
    quantity: word(QUANTITY_NAMES[observation.quantity]),
    scope: word(observation.scope),
    value: figure === null ? BLANK : publishedCell(figure),
    unit: word(observation.unit),
    status: word(STATUS_NAMES[observation.status]),
    illustrative: word(observation.illustrative ? "是" : "否"),
    bureau: word(names.bureau(bureau) ?? bureau),
    file: word(observation.file),
    sheet: word(observation.sheet),
    cell: word(observation.cell),
    vintage: word(observation.vintage),
    hash: word(fingerprint(observation.sha256)),
  };
}
