import type { Align } from "./edition.ts";

/**
 * The sheets that a workbook may have, and the columns that each may have, by the names that templates/workbook.yaml
 * calls them. Sheets without columns here lay themselves out.
 */
export const SHEET_COLUMNS = {
  cover: ["item", "text"],
  overview: [],
  targets: [
    "number",
    "name",
    "goal",
    "target",
    "unit",
    "actual",
    "period",
    "completion",
    "pace",
    "gap",
    "gap-unit",
    "required",
    "growth",
    "chance",
    "outlook",
    "verdict",
    "light",
    "trend",
    "reasons",
    "bureau",
    "source",
  ],
  regions: ["region", "amount", "growth", "completion", "rank", "change", "share"],
  projects: [
    "number",
    "project",
    "task",
    "state",
    "due",
    "verdict",
    "light",
    "completion",
    "words",
    "reported",
    "vintage",
    "place",
    "reasons",
    "bureau",
    "source",
    "illustrative",
  ],
  trends: [],
  submissions: [
    "number",
    "bureau",
    "sheet",
    "due",
    "missing",
    "file",
    "vintage",
    "illustrative",
    "outcome",
    "figures",
    "projects",
    "errors",
    "remarks",
    "state",
  ],
  issues: ["number", "severity", "kind", "bureau", "file", "vintage", "sheet", "cell", "message", "hint"],
  revisions: [
    "number",
    "indicator",
    "region",
    "period",
    "quantity",
    "before",
    "before-vintage",
    "after",
    "after-vintage",
    "change",
    "unit",
    "illustrative",
    "file",
    "sheet",
    "cell",
  ],
  sources: [
    "number",
    "indicator",
    "region",
    "period",
    "quantity",
    "value",
    "unit",
    "bureau",
    "file",
    "sheet",
    "cell",
    "vintage",
    "illustrative",
    "url",
    "hash",
    "used",
  ],
  scopes: ["topic", "text"],
  data: [
    "indicator-code",
    "indicator",
    "region-code",
    "region",
    "period",
    "span",
    "quantity",
    "scope",
    "value",
    "unit",
    "status",
    "illustrative",
    "bureau",
    "file",
    "sheet",
    "cell",
    "vintage",
    "hash",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SheetKey = keyof typeof SHEET_COLUMNS;

/** A column as templates/workbook.yaml describes it. */
export interface ColumnTemplate {
  readonly column: string; // one of SHEET_COLUMNS
  readonly header: string;
  readonly widthChars: number; // in half-width characters
  readonly align: Align;
  readonly group: string | null; // a head over neighbours of the same group
}

/** A sheet as templates/workbook.yaml describes it. */
export interface SheetTemplate {
  readonly sheet: SheetKey;
  readonly name: string; // on the tab
  readonly about: string; // what it holds, for the contents; "" where nothing is said
  readonly empty?: string; // what the contents say where it would hold no row and is left out; of issues and revisions
  readonly title: string; // {plan}, {period} and {region} stand for what the edition is about
  readonly orientation: "portrait" | "landscape";
  readonly frozenColumns: number;
  readonly tabColour: string | null; // RRGGBB
  readonly columns: readonly ColumnTemplate[]; // as printed; empty for sheets that lay themselves out
}

/** The sheets of a workbook in their order; each at most once. */
export interface WorkbookTemplate {
  readonly sheets: readonly SheetTemplate[];
  readonly balancesShares?: boolean; // 舍位平衡 of computed shares; published figures are never moved
}
