import { type Decimal, decimalPlaces, minus } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { KnownObservation } from "../../model/observation.ts";
import { compareText } from "../../model/text-order.ts";
import { say, type Words } from "../prose/runs.ts";
import { countNames } from "./count-figures.ts";
import type { EditionInput } from "./input.ts";
import { readFigure } from "./observed-figures.ts";
import { type Restatement, restatements, type Version, valueIn } from "./restatements.ts";

const MOST_DECIMALS = 8;

/** A row of 修订: a value before and after, in the unit of the latter. */
export interface RevisionFigures {
  readonly restatement: Restatement;
  readonly from: Figure;
  readonly to: Figure;
  readonly change: Figure | null; // null where the units do not compare
  readonly read: readonly Figure[]; // as they stand in cells, where they had to be converted
}

/** The values that have been revised, latest first, then by indicator as the plan names them, region and period. */
export function revisionFigures(
  input: Pick<EditionInput, "vintages" | "plan" | "regions">,
): readonly RevisionFigures[] {
  const inPlan = [...input.plan.targets].sort((a, b) => a.source.start - b.source.start || compareText(a.id, b.id));
  const codes = [...new Set(inPlan.map(({ indicator }) => indicator))];
  const indicators = new Map<string | null, number>(codes.map((code, index) => [code, index]));
  const regions = new Map<string | null, number>(input.regions.map(({ code, order }) => [code, order]));
  const place = (known: ReadonlyMap<string | null, number>, code: string | null) => known.get(code) ?? known.size;
  return restatements(input.vintages)
    .filter(({ fact }) => regions.has(fact.region))
    .map(toFigures)
    .sort(({ restatement: a }, { restatement: b }) => {
      const vintage = compareText(b.to.vintage, a.to.vintage);
      const indicator = place(indicators, a.fact.indicator) - place(indicators, b.fact.indicator);
      return vintage || indicator || place(regions, a.fact.region) - place(regions, b.fact.region) || byKey(a, b);
    });
}

/** Every figure of the rows. */
export function figuresOfRevisions(rows: readonly RevisionFigures[]): readonly Figure[] {
  const figures = rows.flatMap(({ from, to, change, read }) => [from, to, ...(change ? [change] : []), ...read]);
  return [...new Set(figures)];
}

/** How many values were revised, for the line above the table. */
export function revisionCount(rows: readonly RevisionFigures[]): Figure {
  return countNames(
    "count/revisions",
    "修订",
    "处",
    rows.map(({ to }) => to.id),
  );
}

/** That there were revisions, and how many. */
export function revisionsSummary(count: Figure): Words {
  return say`共修订${count}处，最近的列在前面；评价一律采用最新的数。`;
}

function toFigures(restatement: Restatement): RevisionFigures {
  const { key, from, to } = restatement;
  const converted = valueIn(from, to.unit);
  const id = `revision/${key.replaceAll("|", "/")}/${to.vintage}`;
  const before = versionFigure(`${id}/from`, from, converted === undefined ? from.unit : to.unit);
  const after = versionFigure(`${id}/to`, to, to.unit);
  return {
    restatement,
    from: before.figure,
    to: after.figure,
    change: converted === undefined ? null : changeFigure(id, before.figure, after.figure),
    read: [...before.read, ...after.read],
  };
}

function versionFigure(id: string, version: Version, unit: string | null) {
  const value = valueIn(version, unit) ?? version.value;
  const shown = unit === version.unit ? version.observations.map((one) => one.decimals) : [];
  const decimals = Math.max(...shown, wholeDecimals(value));
  return readFigure(
    { id, name: nameOf(version.observations[0]), value, unit: unit ?? "", decimals },
    version.observations,
  );
}

/** As many as the value has, so that no revision is rounded away; fewer where a change of unit makes it endless. */
function wholeDecimals(value: Decimal): number {
  return Math.min(MOST_DECIMALS, decimalPlaces(value));
}

function changeFigure(id: string, from: Figure, to: Figure): Figure {
  const { unit } = to;
  return {
    id: `${id}/change`,
    name: `${to.name}修订幅度`,
    value: minus(to.value, from.value),
    unit: unit === "%" ? "百分点" : unit,
    decimals: Math.max(from.decimals ?? 0, to.decimals ?? 0),
    derivation: { kind: "computed", formula: `${to.value}−${signed(from.value)}`, operands: [from.id, to.id] },
  };
}

function signed(value: string): string {
  return value.startsWith("-") ? `（${value}）` : value;
}

function nameOf(observation: KnownObservation | undefined): string {
  return observation?.label ?? "";
}

function byKey(a: Restatement, b: Restatement): number {
  return compareText(a.key, b.key) || compareText(a.to.vintage, b.to.vintage);
}
