import { checkObservations } from "../../pipeline/check/observations.ts";
import { loadReference } from "../../pipeline/jobs/reference.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { ROOT } from "../support/scratch-home.ts";

/** The reference data as shipped. */
export const shipped = loadReference(ROOT);

/** An observation as tests write it. */
export type Change = Omit<Partial<Observation>, "indicator"> & { readonly indicator?: string };

/** 1—6月 of the city's budget revenue, unless changed; digits as the value is written. */
export function june(cell: string, change: Change = {}): Observation {
  const value = change.value === undefined ? "52.3" : change.value;
  return {
    ...{ sheet: "S", cell, label: "x", path: [], indicator: "budget-revenue", region: "150500" },
    ...{ period: makePeriod(2023, 6), span: "ytd", quantity: "value", scope: null, value, unit: "亿元" },
    ...{ decimals: value?.split(".")[1]?.length ?? 0, status: "normal", statusReason: null, ...change },
  } as Observation;
}

/** A growth of the same. */
export function growth(cell: string, value: string, change: Change = {}): Observation {
  return june(cell, { quantity: "yoy", unit: "%", value, ...change });
}

/** The same a year before. */
export function before(cell: string, value: string, change: Change = {}): Observation {
  return june(cell, { period: makePeriod(2022, 6), value, ...change });
}

/** The errors that the checks raise, "A1 code"; throws where a figure is asked and used, or neither. */
export function asked(...given: readonly Observation[]): readonly string[] {
  const { observations, issues } = checkObservations(given, shipped);
  const errors = issues.filter(({ severity }) => severity === "error");
  const cells = new Set([...observations, ...errors].map(({ cell }) => cell));
  if (observations.length + errors.length !== given.length || cells.size !== given.length)
    throw new Error("a figure is both asked and used, or neither");
  return errors.map(({ cell, code }) => `${cell} ${code}`);
}
