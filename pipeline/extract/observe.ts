import type { Indicator } from "../model/indicator.ts";
import { askCell, askHeader, askLimit, askProfile, askTime } from "./ask-figure.ts";
import type { Observed, Spot, TableSetting } from "./figure-spot.ts";
import { settledUnit, unitPlaces } from "./figure-unit.ts";
import { askForName, askIdentity, identity, namesTwice } from "./identify.ts";
import { crossTimes, lagsBehind, mergeTimes } from "./join-times.ts";
import { inheritedScopes, limitsOver, openLimit } from "./limits.ts";
import { squash } from "./normalise.ts";
import type { TimeWords } from "./period-words.ts";
import { figureStatus, profileScope, ruledQuantity, statusReason } from "./profile-figure.ts";
import { timeOf } from "./rows.ts";
import { joinScopes } from "./scope-words.ts";
import { settleQuantity } from "./settle-quantity.ts";
import { settleTime } from "./settle-time.ts";
import { type SettledUnit, settleUnit } from "./settle-unit.ts";

/**
 * Collects what every word around a figure says about it. What cannot be settled is put to a person at the cell whose
 * words are missing; a blank asks nothing.
 */
export function observe(spot: Spot, setting: TableSetting): Observed {
  const tell = setting.tell(spot.cell);
  const ask = tell.add;
  const { named, scopes, region: stated, placed } = identity(spot, setting);
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
  if (!quantity.ok || spot.column.unclear || namesTwice(spot, setting.kind, setting.names)) return askHeader(spot, ask);
  const indicator = named ? setting.names.getIndicator(named.code) : undefined;
  const ruled = ruledQuantity(quantity.quantity, spot, indicator);
  if (ruled.mismatch !== null) return askProfile(spot, ruled.mismatch, ask);
  const limited = named && { row: spot.row, kind: setting.kind, named, placed, names: setting.names };
  const limits = limited ? limitsOver(limited, setting.limits, setting.residue) : [];
  const open = limited ? openLimit(limited, limits) : undefined;
  if (open && open.foreign === null) return askLimit(open, ask);
  const unit = settleUnit(ruled.quantity, unitPlaces(spot, setting, ruled.quantity !== "value"), indicator);
  const region = open ? (setting.names.answers.region(squash(open.words)) ?? null) : stated; // null of none of the city's
  const undecided = ruled.quantity === null && !unit.ok;
  if (undecided || unreadableIndex(indicator, unit)) return askHeader(spot, ask);
  if (isAverage(spot, indicator)) return askHeader(spot, ask);
  if (spot.column.measure?.added && indicator?.nature === "stock") return askHeader(spot, ask);
  const time = settleSpotTime(spot, setting, indicator ?? null, quantity.measure?.annual ?? false);
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
      path: named === null && spot.column.name !== null ? [...spot.row.path, spot.column.name] : spot.row.path,
      indicator: named?.code ?? null,
      region,
      period: time.period,
      span: time.span,
      quantity: unit.ok ? unit.quantity : (ruled.quantity ?? "change"),
      scope:
        joinScopes([...scopes, ...(limited ? inheritedScopes(limited, limits) : [])]) ??
        profileScope(spot, setting.told, indicator),
      value,
      unit: unit.ok ? unit.unit : null,
      decimals: spot.cell?.content.kind === "number" ? spot.cell.content.decimals : 0,
      status: figureStatus(spot, setting.told),
      statusReason: statusReason(spot.cell),
    },
  };
}

/** 1—6月平均 of a stock or of a flow is neither its state nor its sum. */
function isAverage({ row, column }: Spot, indicator: Indicator | undefined): boolean {
  if (indicator?.nature !== "stock" && indicator?.nature !== "flow") return false;
  return column.cells.some(saysAverage) || (row.phrase !== null && saysAverage(row.phrase));
}

function saysAverage({ squashed }: { readonly squashed: string }): boolean {
  return squashed.includes("平均") && /(?:月份?|季度?|半年|累计|年)平均/.test(squashed);
}

function settleSpotTime({ row, column }: Spot, setting: TableSetting, indicator: Indicator | null, annual: boolean) {
  const own = setting.kind === "periods" && row.cell ? timeOf(row.cell, setting.read) : (row.phrase?.time ?? null);
  const section = row.parents.reduce<TimeWords | null>(
    (far, { phrase }) => mergeTimes(phrase?.time ?? null, far),
    null,
  );
  const [ofRow, ofColumn] = [mergeTimes(row.time, own), mergeTimes(column.time, section)];
  const lags = setting.kind !== "periods" && lagsBehind(ofRow, ofColumn);
  const near = crossTimes(ofRow, lags && ofColumn ? { ...ofColumn, month: null } : ofColumn);
  const { far, hint, years, told } = setting;
  return settleTime(near, {
    far,
    hint,
    years,
    annual,
    nature: indicator?.nature ?? null,
    profileSpan: told.profile?.span ?? null,
  });
}

/** A price index whose column does not say what is 100: the figure may be an index or a rise. */
function unreadableIndex(indicator: Indicator | undefined, unit: SettledUnit): boolean {
  return indicator?.nature === "index" && unit.ok && unit.quantity === "value";
}
