import { quote } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Column } from "./columns.ts";
import type { Ledger } from "./dispositions.ts";
import type { Spot, TableSetting } from "./figure-spot.ts";
import { observe } from "./observe.ts";
import { parseRank } from "./published-number.ts";
import type { FigureDoubt } from "./suspect-figures.ts";
import type { TypedCell } from "./typed-cell.ts";

/** A place in a table, and what is doubtful about the figure in it. */
export interface FigureSpot extends Spot {
  readonly shared: boolean; // merged over several rows or columns: of which of them it is nobody can tell
  readonly doubt: FigureDoubt | null;
}

/** Reads one figure, or asks about it; its cell gets its word in the ledger. Null where it must be kept out. */
export function readSpot(spot: FigureSpot, setting: TableSetting, ledger: Ledger): Observation | null {
  const { cell } = spot;
  if (!cell) return readBlank(spot, setting);
  if (ledger.has(cell)) return null;
  const trouble = troubleOf(spot, cell);
  if (trouble) {
    setting.issues.add(trouble, cell.address, { found: quote(cell.text) });
    ledger.mark(cell, trouble === "unread-cell" ? "unread" : "asked");
    return null;
  }
  const { observation, settled, setAside } = observe(spot, setting);
  const kind = cell.content.kind === "sentinel" ? "sentinel" : settled ? "used" : setAside ? "ignored" : "asked";
  ledger.mark(cell, kind, kind === "ignored" ? "按答复不归入" : undefined);
  return observation;
}

function readBlank(spot: FigureSpot, setting: TableSetting): Observation | null {
  const { observation, settled } = observe(spot, setting);
  return settled && spot.row.cell && spot.subject.unknown === null ? observation : null;
}

/** 3, 第3位, 并列3 and 3/8 are ranks where the column says so. */
export function asRank(cell: TypedCell, { measure }: Column): TypedCell {
  const rank = measure?.quantity === "rank" && cell.content.kind !== "number" ? parseRank(cell.squashed) : undefined;
  if (rank === undefined) return cell;
  return { ...cell, content: { kind: "number", value: rank, decimals: 0, unit: null, growth: false } };
}

function troubleOf({ row, column, shared, doubt }: FigureSpot, cell: TypedCell) {
  if (!row.cell || shared) return "unread-cell";
  if (isBrokenRank(cell, column)) return "not-a-number";
  return contentTrouble(cell) ?? doubt;
}

function isBrokenRank({ content }: TypedCell, { measure }: Column): boolean {
  return measure?.quantity === "rank" && content.kind === "number" && parseRank(content.value) === undefined;
}

function contentTrouble({ content: { kind } }: TypedCell) {
  switch (kind) {
    case "text":
    case "date":
    case "directionless":
      return "not-a-number";
    case "inexact":
      return "inexact-number";
    case "formula-error":
    case "formula-not-calculated":
    case "scaled-format":
      return kind;
    default:
      return null;
  }
}
