import type { Indicator } from "../model/indicator.ts";
import type { Quantity } from "../model/quantity.ts";
import { askCell, askHeader, askLabel, askLimit, askProfile, askTime } from "./ask-figure.ts";
import { askForName, askIdentity } from "./ask-name.ts";
import type { Column } from "./columns.ts";
import type { Observed, Spot, TableSetting } from "./figure-spot.ts";
import { settledUnit, unitPlaces } from "./figure-unit.ts";
import { namesTwice } from "./identify.ts";
import { squash } from "./normalise.ts";
import { figureStatus, isIndexLike, profileScope, ruledQuantity, statusReason } from "./profile-figure.ts";
import { settleQuantity } from "./settle-quantity.ts";
import { type SettledUnit, settleUnit } from "./settle-unit.ts";

/**
 * Collects what every word around a figure says about it. What cannot be settled is put to a person at the cell whose
 * words are missing; a blank asks nothing.
 */
export function observe(spot: Spot, setting: TableSetting): Observed {
  const tell = setting.tell(spot.cell);
  const ask = tell.add;
  const { identity, indicator, open, scope } = spot.about;
  const { named, region: stated } = identity;
  const ofTitle = named === null || named.code === setting.title?.indicator?.code;
  const quantity = settleQuantity({
    row: setting.names.isSum(spot.row.phrase?.squashed ?? "") ? null : (spot.row.phrase?.measure ?? null),
    column: spot.column.measure,
    title: ofTitle ? (setting.title?.measure ?? null) : null,
    growth: spot.cell?.content.kind === "number" && spot.cell.content.growth,
    lastYear: spot.column.time?.lastYear ?? false,
    rowHasValues: spot.rowHasValues,
  });
  if (!quantity.ok && quantity.at === "cell") return askCell(spot, ask);
  if (!quantity.ok && quantity.at === "label") return askLabel(spot, ask);
  if (!quantity.ok || spot.column.unclear || namesTwice(spot, setting.kind, setting.names)) return askHeader(spot, ask);
  const ruled = ruledQuantity(quantity.quantity, spot, indicator);
  if (ruled.mismatch !== null) return askProfile(spot, ruled.mismatch, ask);
  if (open && open.foreign === null) return askLimit(open, ask);
  const unit = settleUnit(ruled.quantity, unitPlaces(spot, setting, ruled.quantity !== "value"), indicator);
  const region = open ? (setting.names.answers.region(squash(open.words)) ?? null) : stated; // null of none of the city's
  const undecided = ruled.quantity === null && !unit.ok;
  if (undecided || unreadableIndex(spot, indicator, unit)) return askHeader(spot, ask);
  if (isAverage(spot, indicator)) return askHeader(spot, ask);
  if (spot.column.measure?.added && indicator?.nature === "stock") return askHeader(spot, ask);
  const time = spot.timeIn(spot.column, indicator, quantity.measure?.annual ?? false);
  if (!time.ok && !named) askForName(spot, setting, tell); // a stock's time is told by less than a flow's
  if (!time.ok) return askTime(spot, setting, time, ask);
  const value = spot.cell?.content.kind === "number" ? spot.cell.content.value : null;
  const unitSettled = value === null || settledUnit(spot, setting, unit, indicator, ask);
  const isKept = unitSettled || (!unit.ok && unit.problem === "missing-unit" && ruled.quantity === "value");
  if (!isKept) return { observation: null, settled: false, setAside: false };
  const asked = open ? { ...setting, regionCell: open.cell?.address ?? null, regionWords: open.words } : setting;
  const identified = askIdentity(spot, asked, { named, region }, tell);
  return {
    settled: unitSettled && identified === "known",
    setAside: identified === "set-aside",
    observation: {
      sheet: setting.sheet,
      cell: spot.address,
      label: spot.row.label,
      // A column's name that nobody knows stands with the row's labels, for it tells the figures apart.
      path: named === null ? [...spot.row.path, ...columnPath(spot.column)] : spot.row.path,
      indicator: named?.code ?? null,
      region,
      period: time.period,
      span: time.span,
      quantity: unit.ok ? unit.quantity : (ruled.quantity ?? "change"),
      scope: scope ?? profileScope(spot, setting.told, indicator),
      value,
      unit: unit.ok ? unit.unit : null,
      decimals: spot.cell?.content.kind === "number" ? spot.cell.content.decimals : 0,
      status: figureStatus(spot, setting.told),
      statusReason: statusReason(spot.cell),
    },
  };
}

function columnPath({ partOf, name }: Column): readonly string[] {
  return [partOf, name].flatMap((word) => word ?? []);
}

/** 1—6月平均 of a stock or of a flow is neither its state nor its sum. */
function isAverage({ row, column }: Spot, indicator: Indicator | undefined): boolean {
  if (indicator?.nature !== "stock" && indicator?.nature !== "flow") return false;
  return column.cells.some(saysAverage) || (row.phrase !== null && saysAverage(row.phrase));
}

function saysAverage({ squashed }: { readonly squashed: string }): boolean {
  return squashed.includes("平均") && /(?:月份?|季度?|半年|累计|年)平均/.test(squashed);
}

/** A price index whose column does not say what is 100, or says 同比 over 100.7: the figure may be an index or a rise. */
function unreadableIndex(spot: Spot, indicator: Indicator | undefined, unit: SettledUnit): boolean {
  if (indicator?.nature !== "index" || !unit.ok) return false;
  return (
    unit.quantity === "value" || (RISES.has(unit.quantity) && spot.cell?.content.kind === "number" && isIndexLike(spot))
  );
}

const RISES: ReadonlySet<Quantity> = new Set(["yoy", "mom"]);
