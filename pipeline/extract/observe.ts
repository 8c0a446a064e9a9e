import type { Indicator } from "../model/indicator.ts";
import { quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { INDEX_UNIT } from "../model/unit.ts";
import type { ReadResidue } from "./caption-residue.ts";
import type { FarTime } from "./far-time.ts";
import {
  askForName,
  askIdentity,
  type IdentitySetting,
  identity,
  type NamedSpot,
  namesTwice,
  type Tell,
} from "./identify.ts";
import type { IssueList } from "./issue-list.ts";
import { crossTimes, lagsBehind, mergeTimes } from "./join-times.ts";
import { inheritedScopes, type Limit, limitsOver, openLimit } from "./limits.ts";
import { squash } from "./normalise.ts";
import type { TimeWords } from "./period-words.ts";
import type { ProfileFacts, RowFacts } from "./profile.ts";
import { figureStatus, overruledUnit, profileScope, ruledQuantity, statusReason } from "./profile-figure.ts";
import { timeOf } from "./rows.ts";
import { joinScopes } from "./scope-words.ts";
import { settleQuantity } from "./settle-quantity.ts";
import { settleTime, type UnsettledTime } from "./settle-time.ts";
import { type SettledUnit, settleUnit } from "./settle-unit.ts";
import type { TypedCell } from "./typed-cell.ts";

/** Everything about a table that bears on all of its figures. */
export interface TableSetting extends IdentitySetting {
  readonly sheet: string;
  readonly told: ProfileFacts;
  readonly far: FarTime;
  readonly hint: Period | null;
  readonly years: ReadonlySet<number | null>;
  readonly units: readonly (readonly string[])[]; // unit lines around the table, near to far
  readonly limits: readonly Limit[]; // what the titles around the table say of all its figures
  readonly residue: ReadResidue;
  readonly issues: IssueList;
  readonly tell: (cell: TypedCell | null) => Tell; // whom to tell about a figure
}

/** A place in a table: its row, its column, the cell if it holds one. */
export interface Spot extends NamedSpot {
  readonly address: string; // A1
  readonly cell: TypedCell | null; // null for a blank
  readonly facts: RowFacts; // from the source's profile
  readonly rowHasValues: boolean;
  readonly rowHasGrowth: boolean;
}

/** An observation, settled in everything or asked about; null where it must be kept out. */
export interface Observed {
  readonly observation: Observation | null;
  readonly settled: boolean;
  readonly setAside: boolean; // none of the city's, as a person says: kept, and nothing more is asked
}

const KEPT_OUT: Observed = { observation: null, settled: false, setAside: false };

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
  if (!unitSettled && !(!unit.ok && unit.problem === "missing-unit" && ruled.quantity === "value")) return KEPT_OUT;
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

/** A blank asks nothing; what is no number does not wait for an answer. */
/** Makes what tells a sheet's list of issues about a cell: nothing about a blank. */
export function makeTell(issues: IssueList): TableSetting["tell"] {
  const nobody: Tell = { add: () => {}, question: () => {} };
  const ofFigures: Tell = { add: issues.add, question: (words, place) => issues.question(words, place, true) };
  const ofSigns: Tell = { add: issues.add, question: (words, place) => issues.question(words, place, false) };
  return (cell) => (cell === null ? nobody : cell.content.kind === "number" ? ofFigures : ofSigns);
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

function unitPlaces({ row, column, cell, facts }: Spot, setting: TableSetting, derived: boolean) {
  return {
    cell: cell?.content.kind === "number" ? cell.content.unit : null,
    label: row.phrase?.units ?? [],
    column: derived
      ? row.phrase?.measure
        ? [...column.measureUnits, ...row.phrase.units, ...(row.phrase.measure.unit ? [row.phrase.measure.unit] : [])]
        : column.measureUnits
      : column.units,
    row: row.units ?? [],
    farther: () => [
      ...[...row.parents].reverse().map(({ phrase }) => phrase?.units ?? []),
      row.sectionUnits,
      ...(derived ? [column.units.filter((unit) => !unit.includes("%"))] : []),
      ...setting.units,
      facts.unit === null || facts.unit === INDEX_UNIT ? [] : [facts.unit],
    ],
  };
}

/** A price index whose column does not say what is 100: the figure may be an index or a rise. */
function unreadableIndex(indicator: Indicator | undefined, unit: SettledUnit): boolean {
  return indicator?.nature === "index" && unit.ok && unit.quantity === "value";
}

function settledUnit(
  spot: Spot,
  { kind, units }: TableSetting,
  unit: SettledUnit,
  indicator: Indicator | undefined,
  ask: IssueList["add"],
): boolean {
  if (unit.ok) {
    const profiled = overruledUnit(spot, units.flat(), unit);
    if (profiled) ask("source-overruled", null, { expected: profiled, found: unit.unit ?? "" });
    return true;
  }
  const { row, address, cell } = spot;
  const place = (kind === "indicators" ? row.cell?.address : headCell(spot)) ?? address;
  const unknown = row.unitCell && row.unitCell.content.kind === "text" && !row.units ? row.unitCell : null;
  const label = quote(row.label);
  if (unknown) ask("unknown-unit", unknown.address, { found: quote(unknown.text) });
  else if (unit.problem === "missing-unit") ask("missing-unit", place, { label, found: cell?.text ?? "" });
  else ask("unit-mismatch", address, { label, found: unit.found, expected: indicator?.unit ?? "" });
  return false;
}

function askTime(spot: Spot, { titleCell }: TableSetting, time: UnsettledTime, ask: IssueList["add"]): Observed {
  if (time.problem === "unclear")
    return (spot.row.time ?? spot.row.phrase?.time)?.unclear ? askLabel(spot, ask) : askHeader(spot, ask);
  const head = spot.column.time?.month == null ? titleCell : headCell(spot);
  if (time.problem === "missing-period") ask(time.problem, titleCell);
  else ask(time.problem, head, { found: time.found, expected: time.expected });
  return KEPT_OUT;
}

/** 持平 under 位次, 提高1.2 under 占比: the words are no figure of this column. */
function askCell({ address, cell }: Spot, ask: IssueList["add"]): Observed {
  ask("not-a-number", address, { found: quote(cell?.text ?? "") });
  return KEPT_OUT;
}

/** The row is not as the source's profile knows it. */
function askProfile({ row, address }: Spot, found: string, ask: IssueList["add"]): Observed {
  ask("source-mismatch", row.cell?.address ?? address, { found });
  return KEPT_OUT;
}

function askLimit({ cell, words }: Limit, ask: IssueList["add"]): Observed {
  ask("unknown-scope", cell?.address ?? null, { found: quote(words) });
  return KEPT_OUT;
}

function askLabel({ row }: Spot, ask: IssueList["add"]): Observed {
  ask("unread-header", row.cell?.address ?? null, { found: quote(row.cell?.text ?? "") });
  return KEPT_OUT;
}

function askHeader(spot: Spot, ask: IssueList["add"]): Observed {
  const text = spot.column.cells.map(({ squashed }) => squashed).join("/");
  ask("unread-header", headCell(spot), { found: quote(text) });
  return KEPT_OUT;
}

function headCell({ column }: Spot): string | null {
  return column.cells.at(-1)?.address ?? null;
}
