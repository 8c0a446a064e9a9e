import type { CellContent, ColumnDescription, SheetDescription } from "../../model/edition.ts";
import type { Region } from "../../model/region.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import type { Words } from "../prose/runs.ts";
import { column, dataRow, figureCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import type { RegionalIndicator } from "./region-figures.ts";
import { sheetFrame } from "./sheet-frame.ts";

const ZONE_MARK = "※";

/** 旗县市区: the regions beside each other in the headline indicators that any of them reported. */
export function regionsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const frame = sheetFrame(facts, sheet);
  const shown = shownIndicators(facts);
  const rows = shown.length === 0 ? [] : shownRegions(facts, shown);
  return {
    ...frame,
    lines: [...frame.lines, ...(shown.length === 0 ? [["本期没有收到分旗县市区的数据。"]] : [])],
    columns: [column("地区", 22, "left"), ...shown.flatMap(indicatorColumns)],
    rows: rows.map((region) =>
      dataRow([textCell(nameOf(region)), ...shown.flatMap((indicator) => indicatorCells(indicator, region))]),
    ),
    notes: shown.length === 0 ? [] : notes(facts, shown),
  };
}

/** The indicators that some place below the city reported. */
export function shownIndicators({ regional, input }: EditionFacts): readonly RegionalIndicator[] {
  const below = input.regions.filter(({ kind }) => kind !== "city").map(({ code }) => code);
  return regional.filter(({ growth, amount }) => below.some((code) => growth.has(code) || amount.has(code)));
}

/** The city on top, then every county and 开发区; 市本级 only where it reported. */
function shownRegions({ input }: EditionFacts, shown: readonly RegionalIndicator[]): readonly Region[] {
  const reported = ({ code }: Region) => shown.some(({ growth, amount }) => growth.has(code) || amount.has(code));
  const city = input.regions.filter(({ kind }) => kind === "city");
  const below = input.regions.filter(({ kind }) => kind !== "city");
  return [...city, ...below.filter((region) => region.kind !== "city-level" || reported(region))];
}

function nameOf({ kind, name }: Region): string {
  if (kind === "city") return "全市";
  return kind === "development-zone" ? `${name}${ZONE_MARK}` : name;
}

function indicatorColumns({ indicator, scope, growth, amount, rank }: RegionalIndicator): readonly ColumnDescription[] {
  const group = scope === null ? indicator.name : `${indicator.name}（${scope}）`;
  return [
    ...(amount.size > 0 ? [column(`总量（${indicator.unit}）`, 12, "right", group)] : []),
    ...(growth.size > 0 ? [column("同比（%）", 9, "right", group)] : []),
    ...(rank.size > 0 ? [column("位次", 6, "center", group)] : []),
  ];
}

function indicatorCells({ growth, amount, rank }: RegionalIndicator, { code }: Region): readonly CellContent[] {
  return [amount, growth, rank].flatMap((figures) => (figures.size > 0 ? [figureCell(figures.get(code))] : []));
}

function notes({ input }: EditionFacts, shown: readonly RegionalIndicator[]): readonly Words[] {
  const conflicts = shown.flatMap(({ indicator, conflicts: codes }) =>
    codes.map((code) => {
      const region = input.regions.find((one) => one.code === code)?.name ?? code;
      return [`${region}的${indicator.name}，几处来源的数不一致或单位不可比，核对前不列。`];
    }),
  );
  const isRanked = shown.some(({ rank }) => rank.size > 0);
  const unranked = isRanked ? "，不参加排位" : "";
  return [
    ["“—”表示没有收到数据，或者没有这一项。"],
    ...(isRanked
      ? [["位次按同比增速由高到低在各旗县市区之间排列；增速相同的位次并列，其后的位次跳过；全市和没有数据的不排。"]]
      : []),
    ...(input.regions.some(({ kind }) => kind === "development-zone")
      ? [[`${ZONE_MARK}开发区不是行政区划，单独列出${unranked}；其数据与所在地的数据可能重复，不能与各旗县市区相加。`]]
      : []),
    ...conflicts,
  ];
}
