import type { Block, RowDescription } from "../../model/edition.ts";
import { column, dataRow, figureCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import type { RegionalIndicator } from "./region-figures.ts";

const MOST_INDICATORS = 6; // that stand beside each other on a page of 156 mm
const NAME_CHARS = 16;
const GROWTH_CHARS = 12;

/**
 * Growth of the headline indicators, place by place: the city on top, the counties, then who stands apart; empty where
 * no place reported any of the paper's own period.
 */
export function regionsTable({ regional, input }: EditionFacts): readonly Block[] {
  const below = input.regions.filter(({ kind }) => kind !== "city");
  const shown = regional
    .filter(({ period, growth }) => period === input.period && below.some(({ code }) => growth.has(code)))
    .slice(0, MOST_INDICATORS);
  if (shown.length === 0) return [];
  const rows = input.regions
    .filter(({ kind, code }) => kind === "city" || shown.some(({ growth }) => growth.has(code)))
    .map(({ kind, code, name }): RowDescription => {
      const cells = shown.map(({ growth }) => figureCell(growth.get(code)));
      const row = [textCell(kind === "city" ? "全市" : name), ...cells];
      return kind === "city" ? { kind: "data", cells: row, look: "total", numbers: "center" } : dataRow(row);
    });
  const columns = [
    column("地区", NAME_CHARS, "left"),
    ...shown.map((one) => column(headOf(one), GROWTH_CHARS, "center")),
  ];
  return [{ kind: "table", caption: "分旗县市区主要指标增速", unit: "单位：%", columns, rows }];
}

function headOf({ indicator, scope }: RegionalIndicator): string {
  return scope === null ? indicator.name : `${indicator.name}（${scope}）`;
}
