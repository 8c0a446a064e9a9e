import { readCsvRows } from "../../pipeline/read/csv-rows.ts";
import { parseIndicators } from "../../pipeline/reference/indicators.ts";
import { parseRegions } from "../../pipeline/reference/regions.ts";

const SMALLEST_YEAR = 400; // in the digits printed: less cannot be shared among places and months

/** An indicator that the sheets of the benchmark report. */
export interface BenchIndicator {
  readonly name: string;
  readonly unit: string;
  readonly digits: number; // decimals printed; none of what is counted
  readonly yearly: number; // of the city, about
  readonly parts: readonly BenchIndicator[]; // that it is the sum of; empty where it has none
}

/** A place that the sheets of the benchmark report on; the city is the sum of all others. */
export interface BenchPlace {
  readonly name: string;
  readonly isCity: boolean;
}

/** What the sheets speak of: monthly flows and places of the seeds, so that there is nothing to ask. */
export interface Subjects {
  readonly indicators: readonly BenchIndicator[];
  readonly places: readonly BenchPlace[];
}

/** Reads the subjects of the seeds under a project's folder, in the order of the seeds. */
export function seedSubjects(root: string): Subjects {
  const rows = (name: string) => readCsvRows(`${root}/seeds/${name}`);
  const all = parseIndicators(rows("indicators.csv"), "seeds/indicators.csv");
  const usable = all.flatMap((indicator) => {
    const { nature, name, cadence, firstMonth, yearly } = indicator;
    const digits = indicator.decimals === 0 ? 0 : 2;
    const isMonthly = nature === "flow" && cadence === "monthly" && firstMonth === 1;
    if (!isMonthly || /（|每/.test(name) || yearly === null || Number(yearly) * 10 ** digits < SMALLEST_YEAR) return [];
    return [{ ...indicator, digits, yearly: Number(yearly) }];
  });
  const toBench = ({ code, name, unit, digits, yearly }: (typeof usable)[number]): BenchIndicator => {
    const parts = usable.filter(({ partOf }) => partOf === code);
    const share = (part: (typeof usable)[number]) => ({
      ...part,
      yearly: part.isUpperBound ? yearly / parts.length : part.yearly,
    });
    return { name, unit, digits, yearly, parts: parts.map((part) => toBench(share(part))) };
  };
  const totals = usable.filter(({ partOf }) => !usable.some(({ code }) => code === partOf)).map(toBench);
  const places = parseRegions(rows("regions.csv"), "seeds/regions.csv")
    .filter(({ kind }) => kind !== "city-level" && kind !== "province")
    .map(({ name, kind }) => ({ name, isCity: kind === "city" }));
  return { indicators: totals.flatMap(withParts), places };
}

function withParts(indicator: BenchIndicator): readonly BenchIndicator[] {
  return [indicator, ...indicator.parts.flatMap(withParts)];
}
