import type { Observation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { About } from "./about.ts";
import type { Tell } from "./ask-name.ts";
import type { FarTime } from "./far-time.ts";
import type { ColumnTime } from "./figure-time.ts";
import type { IdentitySetting, NamedSpot } from "./identify.ts";
import type { IssueList } from "./issue-list.ts";
import type { Limit } from "./limits.ts";
import type { OtherMonth } from "./months-apart.ts";
import type { ProfileFacts, RowFacts } from "./profile.ts";
import type { Remark } from "./remarks.ts";
import type { TypedCell } from "./typed-cell.ts";

/** Everything about a table that bears on all of its figures. */
export interface TableSetting extends IdentitySetting {
  readonly sheet: string;
  readonly told: ProfileFacts;
  readonly far: FarTime;
  readonly headsLag: boolean; // no head of the sheet is of the month that its titles state
  readonly apart: ReadonlyMap<number, OtherMonth>; // columns whose heads contradict each other about the month
  readonly hint: Period | null;
  readonly years: ReadonlySet<number | null>;
  readonly units: readonly (readonly string[])[]; // unit lines around the table, near to far
  readonly limits: readonly Limit[]; // what the titles around the table say of all its figures
  readonly remarks: readonly Remark[]; // beside and around its figures
  readonly issues: IssueList;
  readonly tell: (cell: TypedCell | null) => Tell; // whom to tell about a figure
}

/** A place in a table: its row, its column, the cell if it holds one. */
export interface Spot extends NamedSpot {
  readonly about: About;
  readonly timeIn: ColumnTime;
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
