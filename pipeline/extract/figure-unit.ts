import type { Indicator } from "../model/indicator.ts";
import { quote } from "../model/issue.ts";
import { INDEX_UNIT } from "../model/unit.ts";
import { headCell } from "./ask-figure.ts";
import type { Column } from "./columns.ts";
import type { Spot, TableSetting } from "./figure-spot.ts";
import type { IssueList } from "./issue-list.ts";
import { overruledUnit } from "./profile-figure.ts";
import type { LabelledRow } from "./rows.ts";
import { clashes, type SettledUnit, type UnitPlaces } from "./settle-unit.ts";

/**
 * Where a figure's unit may be stated.
 *
 * @param derived the figure speaks of another one: 同比, 占比, 增减
 */
export function unitPlaces({ row, column, cell, facts }: Spot, setting: TableSetting, derived: boolean): UnitPlaces {
  return {
    cell: cell?.content.kind === "number" ? cell.content.unit : null,
    label: row.phrase?.units ?? [],
    column: derived ? measureUnits(row, column) : column.units,
    row: row.units ?? [],
    farther: () => [
      ...[...row.parents].reverse().map((parent) => parentUnits(parent, [row.sectionUnits, ...setting.units])),
      row.sectionUnits,
      ...(derived ? [column.units.filter((unit) => !unit.includes("%"))] : []),
      ...setting.units,
      facts.unit === null || facts.unit === INDEX_UNIT ? [] : [facts.unit],
    ],
  };
}

/**
 * What a parent's label says of its children's unit. Where it has figures itself and the sheet states another unit of the
 * same kind, 进出口总额（亿元） in a sheet in 万元, both: which of them holds for 出口总额 below it nobody can tell.
 */
function parentUnits({ phrase, figures }: LabelledRow, around: readonly (readonly string[])[]): readonly string[] {
  const units = phrase?.units ?? [];
  const stated = around.find((other) => other.length > 0) ?? [];
  const rivals = figures ? stated.filter((other) => units.some((unit) => clashes(unit, other))) : [];
  return [...units, ...rivals];
}

/** Units of what the head says of another figure, and of what the label says of it. */
function measureUnits({ phrase }: LabelledRow, column: Column): readonly string[] {
  if (!phrase?.measure) return column.measureUnits;
  const { units, measure } = phrase;
  return [...column.measureUnits, ...units, ...(measure.unit ? [measure.unit] : [])];
}

/** Tells whether a figure's unit is settled; asks where it is not, and says where the profile is overruled. */
export function settledUnit(
  spot: Spot,
  { kind, units }: TableSetting,
  unit: SettledUnit,
  indicator: Indicator | undefined,
  ask: IssueList["add"],
): boolean {
  if (unit.ok) {
    const profiled = spot.facts.unit === null ? undefined : overruledUnit(spot, units.flat(), unit);
    if (profiled) ask("source-overruled", null, { expected: profiled, found: unit.unit ?? "" });
    return true;
  }
  const { row, address, cell } = spot;
  const place = (kind === "indicators" ? row.cell?.address : headCell(spot)) ?? address;
  const unknown = row.unitCell && row.unitCell.content.kind === "text" && !row.units ? row.unitCell : null;
  const label = quote(row.label);
  if (unknown) ask("unknown-unit", unknown.address, { found: quote(unknown.text) });
  else if (unit.problem === "missing-unit") ask("missing-unit", place, { label, found: cell?.text ?? "" });
  else
    ask("unit-mismatch", address, {
      label,
      found: unit.found,
      expected: indicator?.unit ?? "",
      remedy: growthRemedy(unit.found),
    });
  return false;
}

/** A value in % is most often a growth that nothing calls so. */
function growthRemedy(found: string): string {
  return found === "%" ? "；如果是增速，请在指标名称或表头里写明“增速”" : "";
}
