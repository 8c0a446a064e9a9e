import { toAddress } from "../../model/cell.ts";
import type { CellSpan, PlacedChart } from "../../model/chart.ts";
import { decimalPlaces } from "../../model/decimal.ts";
import type { ColumnDescription } from "../../model/edition.ts";
import { isExactNumber } from "../exact-number.ts";
import { display } from "./display.ts";
import type { RegionColumn } from "./region-columns.ts";

/** A table of regions as it stands on its sheet. */
export interface RegionTable {
  readonly sheet: string; // name
  readonly columns: readonly ColumnDescription[]; // the places' names first
  readonly shown: readonly RegionColumn[]; // the columns after the names
  readonly codes: readonly (string | null)[]; // of the places row by row; null for a heading
  readonly firstRow: number; // the sheet's row, from 1, of codes[0]
  readonly offset: number; // how many columns of names
}

const CHART_ROWS = 15;
const CHART_CHARS = 58; // half-width characters that a chart takes at least, so that names and bars have room
const MOST_ABREAST = 3;
const FEWEST_BARS = 3;

/**
 * A chart of the growth, or the completion, of the city and every county for each ranked indicator, in lines below the table.
 *
 * An indicator that one of them has no number of is not drawn: bars side by side would hide who is missing.
 *
 * @param row the sheet's first free row
 */
export function regionCharts(table: RegionTable, row: number): readonly PlacedChart[] {
  const drawn = table.offset === 1 ? table.shown.flatMap((one, index) => (isDrawn(one, table) ? [index] : [])) : [];
  const slices = sliceColumns(table.columns.map(({ widthChars }) => widthChars));
  return drawn.map((index, at): PlacedChart => {
    const [first, columns] = slices[at % slices.length] ?? [0, table.columns.length];
    return {
      chart: chartOf(index, table),
      row: row + Math.floor(at / slices.length) * CHART_ROWS,
      column: first + 1,
      rows: CHART_ROWS,
      columns,
    };
  });
}

/** The city and the counties: the rows above the heading of those that stand apart. */
function drawnCodes({ codes }: RegionTable): readonly (string | null)[] {
  const end = codes.indexOf(null);
  return end < 0 ? codes : codes.slice(0, end);
}

function isDrawn({ mark, figures }: RegionColumn, table: RegionTable): boolean {
  const codes = drawnCodes(table);
  const numbers = codes.map((code) => figures.get(code ?? ""));
  return (
    mark === "bars" &&
    codes.length >= FEWEST_BARS &&
    numbers.every((figure) => figure !== undefined && isExactNumber(display(figure, "cell")))
  );
}

function chartOf(index: number, table: RegionTable): PlacedChart["chart"] {
  const { sheet, shown, firstRow, offset } = table;
  const { description, figures, measure, key } = shown[index] as RegionColumn;
  const lastRow = firstRow + drawnCodes(table).length - 1;
  const span = (column: number): CellSpan => ({
    sheet,
    from: toAddress(firstRow, column),
    to: toAddress(lastRow, column),
  });
  const head = toAddress(firstRow - 1, offset + index + 1);
  const what = key === "growth" ? "同比增速" : "完成率";
  return {
    id: `regions-${measure}`,
    kind: "bar",
    title: key === "growth" ? `${description.group}${what}` : (description.group ?? what),
    alt: `${description.group}：全市和各旗县市区${what}的条形图。数据见上方表格。`,
    categories: span(1),
    series: [
      {
        name: { sheet, from: head, to: head },
        values: span(offset + index + 1),
        role: "actual",
        form: "column",
        axis: "primary",
      },
    ],
    unit: "%",
    secondaryUnit: null,
    decimals: Math.max(...[...figures.values()].map((figure) => decimalPlaces(display(figure, "cell")))),
  };
}

/** Divides columns into up to three stretches of about the same width: the first column of each, from 0, and how many. */
function sliceColumns(widths: readonly number[]): readonly (readonly [first: number, count: number])[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const abreast = Math.min(MOST_ABREAST, widths.length, Math.max(1, Math.floor(total / CHART_CHARS)));
  const starts = Array.from({ length: abreast }, (_, part) => {
    let left = (total * part) / abreast;
    const first = widths.findIndex((width) => {
      left -= width;
      return left < -width / 2;
    });
    return Math.max(first, part);
  });
  return starts.map((first, part) => [first, (starts[part + 1] ?? widths.length) - first]);
}
