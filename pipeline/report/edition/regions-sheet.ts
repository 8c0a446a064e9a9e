import type { CellContent, ColumnMarks, RowDescription, SheetDescription } from "../../model/edition.ts";
import type { Region } from "../../model/region.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { column, dataRow, figureCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { rankedRows, rankFormulas } from "./rank-formula.ts";
import { type RegionTable, regionCharts } from "./region-charts.ts";
import { type RegionColumn, regionColumns } from "./region-columns.ts";
import type { RegionalIndicator } from "./region-figures.ts";
import { GAP_WORDS, regionNotes, ZONE_MARK } from "./region-notes.ts";
import { movedSharesNote } from "./region-share-notes.ts";
import { sheetFrame } from "./sheet-frame.ts";
import { type SourceOf, sourceFinder } from "./source-links.ts";

const NONE_WIDTH = 90; // so that the title of an empty sheet stands on one line

/**
 * 分旗县市区: the places beside each other in the headline indicators that any of them reported.
 *
 * The city stands on top, 市本级 and 开发区 below under a heading of their own; none of them has a rank. A rank is a
 * live RANK over the column of its numbers where that gives the printed rank.
 */
export function regionsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const frame = sheetFrame(facts, sheet);
  const names = frame.columns.filter((_, index) => sheet.columns[index]?.column === "region");
  const shown = regionColumns(shownIndicators(facts), facts, sheet.columns);
  if (shown.length === 0) {
    const lines = [...frame.lines, ["本期没有收到分旗县市区的数据。"]];
    return { ...frame, lines, columns: [...names, column("说明", NONE_WIDTH, "left")], rows: [], notes: [] };
  }
  const columns = [...names, ...shown.map(({ description }) => description)];
  const places = placedRegions(facts, shown);
  const table: RegionTable = {
    ...{ sheet: frame.name, columns, shown },
    codes: places.map((place) => (typeof place === "string" ? null : place.code)),
    firstRow: firstBodyRow({ lines: frame.lines, columns }),
    offset: names.length,
  };
  const sourceOf = sourceFinder(facts);
  const cells = shown.map((_, index) => cellsOf(index, table, sourceOf));
  const notes = [
    ...regionNotes(
      shown,
      places.filter((place) => typeof place !== "string"),
      facts,
    ),
    ...movedSharesNote(shown, facts.input.regions),
  ];
  const charts = regionCharts(table, table.firstRow + places.length + notes.length + 2);
  return {
    ...frame,
    columns,
    rows: places.map((place): RowDescription => {
      if (typeof place === "string") return { kind: "section", text: place };
      const own = [...names.map(() => textCell(nameOf(place))), ...cells.map((cellOf) => cellOf(place.code))];
      return place.kind === "city" ? { kind: "data", cells: own, look: "total" } : dataRow(own);
    }),
    notes,
    ...(charts.length > 0 && { charts, fit: "page" }),
    marks: shown.flatMap((_, index) => marksOf(index, table)),
  };
}

/** The indicators that some place below the city reported. */
function shownIndicators({ regional, input }: EditionFacts): readonly RegionalIndicator[] {
  const below = input.regions.filter(({ kind }) => kind !== "city").map(({ code }) => code);
  return regional.filter(({ growth, amount }) => below.some((code) => growth.has(code) || amount.has(code)));
}

/** The city on top, the counties, then a heading and who is not ranked; 市本级 only where it reported. */
function placedRegions({ input }: EditionFacts, shown: readonly RegionColumn[]): readonly (Region | string)[] {
  const ofKind = (kind: Region["kind"]) => input.regions.filter((region) => region.kind === kind);
  const reported = ofKind("city-level").filter(({ code }) => shown.some(({ figures }) => figures.has(code)));
  const apart = [...reported, ...ofKind("development-zone")];
  const heading = `以下单独列出${shown.some(({ key }) => key === "rank") ? "，不参加排位" : ""}`;
  return [...ofKind("city"), ...ofKind("county"), ...(apart.length === 0 ? [] : [heading, ...apart])];
}

function nameOf({ kind, name }: Region): string {
  if (kind === "city") return "全市";
  return kind === "development-zone" ? `${name}${ZONE_MARK}` : name;
}

/** What a column has for each place. */
function cellsOf(index: number, table: RegionTable, sourceOf: SourceOf): (code: string) => CellContent {
  const { shown } = table;
  const { key, figures, gaps, isPlacesOwn } = shown[index] as RegionColumn;
  const formulas = key === "rank" ? formulasOf(index, table) : new Map<string, string>();
  return (code) => {
    const figure = figures.get(code);
    const gap = gaps.get(code);
    if (!figure) return textCell(gap === undefined ? "—" : GAP_WORDS[gap].short);
    const cell = figureCell(figure, isPlacesOwn ? sourceOf(figure) : undefined);
    const formula = formulas.get(code);
    return formula === undefined || cell.kind !== "number" ? cell : { ...cell, formula };
  };
}

function formulasOf(index: number, { shown, codes, firstRow, offset }: RegionTable): ReadonlyMap<string, string> {
  const ranks = shown[index] as RegionColumn;
  const at = shown.findIndex(({ key, measure }) => measure === ranks.measure && isRankedBy(key));
  const numbers = shown[at];
  if (!numbers) return new Map();
  return rankFormulas({ codes, figures: numbers.figures, ranks: ranks.figures, firstRow, column: offset + at + 1 });
}

function isRankedBy(key: string): boolean {
  return key === "growth" || key === "completion";
}

/** Bars and arrows of the ranked places only: they are the ones that are compared. */
function marksOf(index: number, { shown, codes, offset }: RegionTable): readonly ColumnMarks[] {
  const { mark, measure } = shown[index] as RegionColumn;
  const ranks = shown.find((one) => one.measure === measure && one.key === "rank")?.figures;
  const rows = ranks && rankedRows({ codes, ranks });
  return mark === null || rows === undefined ? [] : [{ column: offset + index, kind: mark, rows }];
}
