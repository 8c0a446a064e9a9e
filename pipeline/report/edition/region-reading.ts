import { decimalPlaces } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Region } from "../../model/region.ts";
import { rateDecimals } from "./display.ts";
import { type ReadFigure, readFigure } from "./observed-figures.ts";
import type { RegionalAnswer, RegionalValue } from "./regional-choice.ts";

interface ReadingOptions {
  readonly indicator: Indicator;
  readonly regions: readonly Region[];
  readonly part: "yoy" | "value";
}

/** Makes the figure of every region that has a value, by region code; ids are region/<code>/<indicator>/<part>. */
export function readByRegion(
  { byRegion }: RegionalAnswer,
  { indicator, regions, part }: ReadingOptions,
): ReadonlyMap<string, ReadFigure> {
  const found = new Map<string, ReadFigure>();
  for (const { code, shortName } of regions) {
    const known = byRegion.get(code);
    if (!known) continue;
    const { value, observations } = known;
    const wanted = {
      id: `region/${code}/${indicator.code}/${part}`,
      name: `${shortName} ${indicator.name}${part === "yoy" ? " 同比" : ""}`,
      value,
      unit: part === "yoy" ? "%" : indicator.unit,
      decimals: part === "yoy" ? rateDecimals(publishedDecimals(known)) : amountDecimals(known, indicator),
    };
    found.set(code, readFigure(wanted, observations));
  }
  return found;
}

function publishedDecimals({ observations }: RegionalValue): number {
  return Math.max(...observations.map(({ decimals }) => decimals));
}

/** As published; what had to be converted has digits of its own, no more than the indicator is published with. */
function amountDecimals(known: RegionalValue, { decimals }: Indicator): number {
  const [first] = known.observations;
  return known.value === first?.value ? publishedDecimals(known) : Math.min(decimalPlaces(known.value), decimals);
}

/** The figures that are printed, without those that they were read from. */
export function figuresByRegion(read: ReadonlyMap<string, ReadFigure>): ReadonlyMap<string, Figure> {
  return new Map([...read].map(([code, { figure }]) => [code, figure]));
}
