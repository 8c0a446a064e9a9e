import type { Observation } from "../model/observation.ts";
import { askCell, askHeader, askLabel, askLimit, askProfile, askRemark, askTime } from "./ask-figure.ts";
import { askForName, askIdentity } from "./ask-name.ts";
import type { Column } from "./columns.ts";
import { type Counted, isDifferenceOfRate, isHeadDoubtful } from "./doubtful-head.ts";
import type { Observed, Spot, TableSetting } from "./figure-spot.ts";
import { settledUnit, unitPlaces } from "./figure-unit.ts";
import { namesTwice } from "./identify.ts";
import { squash } from "./normalise.ts";
import { figureStatus, profileScope, ruledQuantity, statusReason } from "./profile-figure.ts";
import { isContradicted } from "./remarks.ts";
import { type SettledQuantity, settleQuantity } from "./settle-quantity.ts";
import { settleUnit } from "./settle-unit.ts";

const ASK_AT = { cell: askCell, label: askLabel, header: askHeader };

/**
 * Collects what every word around a figure says about it. What cannot be settled is put to a person at the cell whose
 * words are missing; a blank asks nothing.
 */
export function observe(spot: Spot, setting: TableSetting): Observed {
  const tell = setting.tell(spot.cell);
  const ask = tell.add;
  const { identity, indicator, open } = spot.about;
  const said = saidQuantity(spot, setting);
  if (!said.ok) return ASK_AT[said.at](spot, ask);
  const { quantity, mismatch } = ruledQuantity(said.quantity, spot, indicator);
  if (mismatch !== null) return askProfile(spot, mismatch, ask);
  if (open && open.foreign === null) return askLimit(open, ask);
  const unit = settleUnit(quantity, unitPlaces(spot, setting, quantity !== "value"), indicator);
  const counted: Counted = { indicator, quantity, unit };
  if (isDifferenceOfRate(spot, counted)) return askHeader(spot, ask, "增减的是百分点还是百分比");
  if (isHeadDoubtful(spot, counted)) return askHeader(spot, ask);
  const time = spot.timeIn(spot.column, indicator, said.measure?.annual ?? false);
  if (!time.ok && !identity.named) askForName(spot, setting, tell); // a stock's time is told by less than a flow's
  if (!time.ok) return askTime(spot, setting, time, ask);
  const unitSettled = numberIn(spot) === null || settledUnit(spot, setting, unit, indicator, ask);
  const isKept = unitSettled || (!unit.ok && unit.problem === "missing-unit" && quantity === "value");
  if (!isKept) return { observation: null, settled: false, setAside: false };
  const region = regionOf(spot, setting);
  const observation = makeObservation(spot, setting, counted, { region, time });
  const remark = setting.remarks.find((one) => one.covers(spot.row) && isContradicted(one, observation));
  if (remark && observation.value !== null) return askRemark(remark, ask);
  const asked = open ? { ...setting, regionCell: open.cell?.address ?? null, regionWords: open.words } : setting;
  const identified = askIdentity(spot, asked, { named: identity.named, region }, tell);
  return {
    settled: unitSettled && identified === "known",
    setAside: identified === "set-aside",
    observation,
  };
}

/** What the words around a figure say that it is; open as well where its head is unclear or names something else. */
function saidQuantity(spot: Spot, { kind, names, title }: TableSetting): SettledQuantity {
  const { row, column, cell, about, rowHasValues } = spot;
  const { named } = about.identity;
  const ofTitle = named === null || named.code === title?.indicator?.code;
  const settled = settleQuantity({
    row: names.isSum(row.phrase?.squashed ?? "") ? null : (row.phrase?.measure ?? null),
    column: column.measure,
    title: ofTitle ? (title?.measure ?? null) : null,
    growth: cell?.content.kind === "number" && cell.content.growth,
    lastYear: column.time?.lastYear ?? false,
    rowHasValues,
  });
  return settled.ok && (column.unclear || namesTwice(spot, kind, names)) ? { ok: false, at: "header" } : settled;
}

/** Where a title or section limits a figure to a place, what a person says of it; null of none of the city's. */
function regionOf({ about: { identity, open } }: Spot, { names }: TableSetting): string | null {
  return open ? (names.answers.region(squash(open.words)) ?? null) : identity.region;
}

interface WhereAndWhen {
  readonly region: string | null;
  readonly time: Pick<Observation, "period" | "span">;
}

function makeObservation(
  spot: Spot,
  { sheet, told }: TableSetting,
  { indicator, quantity, unit }: Counted,
  { region, time }: WhereAndWhen,
): Observation {
  const { row, column, cell, about, address } = spot;
  const { named } = about.identity;
  return {
    sheet,
    cell: address,
    label: row.label,
    // A column's name that nobody knows stands with the row's labels, for it tells the figures apart.
    path: named === null ? [...row.path, ...columnPath(column)] : row.path,
    indicator: named?.code ?? null,
    region,
    period: time.period,
    span: time.span,
    quantity: unit.ok ? unit.quantity : (quantity ?? "change"),
    scope: about.scope ?? profileScope(spot, told, indicator),
    value: numberIn(spot),
    unit: unit.ok ? unit.unit : null,
    decimals: cell?.content.kind === "number" ? cell.content.decimals : 0,
    status: figureStatus(spot, told),
    statusReason: statusReason(cell),
  };
}

function columnPath({ partOf, name }: Column): readonly string[] {
  return [partOf, name].flatMap((word) => word ?? []);
}

function numberIn({ cell }: Spot): string | null {
  return cell?.content.kind === "number" ? cell.content.value : null;
}
