import { compare, decimalPlaces } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { KnownObservation } from "../../model/observation.ts";
import type { Period } from "../../model/period.ts";
import type { Region } from "../../model/region.ts";
import type { Target } from "../../model/target.ts";
import { display, rateDecimals } from "./display.ts";
import { type ReadFigure, readFigure } from "./observed-figures.ts";
import { chooseRegional, inUnit, type RegionalAnswer } from "./regional-choice.ts";
import type { TargetFigures } from "./target-figures.ts";

/** A headline indicator across the regions. */
export interface RegionalIndicator {
  readonly indicator: Indicator;
  readonly scope: string | null; // of the growth, else of the amounts
  readonly growth: ReadonlyMap<string, Figure>; // by region code; %
  readonly amount: ReadonlyMap<string, Figure>; // in the indicator's unit
  readonly rank: ReadonlyMap<string, Figure>; // of the counties by growth
  readonly conflicts: readonly string[]; // codes of regions whose sources disagree
  readonly read: readonly Figure[]; // as they stand in cells
}

interface RegionalInput {
  readonly regions: readonly Region[];
  readonly regional: readonly KnownObservation[];
  readonly period: Period;
}

/** Finds growth, amount and rank by region for the headline indicators, in the order of the plan. */
export function regionalIndicators(
  targets: readonly TargetFigures[],
  input: RegionalInput,
): readonly RegionalIndicator[] {
  const seen = new Set<string>();
  return targets.flatMap(({ assessment: { target }, indicator }) => {
    if (!target.headline || indicator === null || seen.has(indicator.code)) return [];
    seen.add(indicator.code);
    return [regionalIndicator(indicator, target, input)];
  });
}

/** Every regional figure, each once. */
export function figuresOfRegions(indicators: readonly RegionalIndicator[]): readonly Figure[] {
  return indicators.flatMap(({ growth, amount, rank, read }) => [
    ...new Set([...growth.values(), ...amount.values(), ...rank.values(), ...read]),
  ]);
}

function regionalIndicator(
  indicator: Indicator,
  target: Target,
  { regions, regional, period }: RegionalInput,
): RegionalIndicator {
  const ask = (quantity: "yoy" | "value") => chooseRegional(regional, { indicator, target, quantity, period });
  const growth = ask("yoy");
  const amount = ask("value");
  const growths = readByRegion(growth, { indicator, regions, part: "yoy" });
  // An amount in another 口径 must not stand beside the growth.
  const isOneScope = growth.byRegion.size === 0 || growth.scope === amount.scope;
  const amounts = readByRegion(isOneScope ? amount : null, { indicator, regions, part: "value" });
  const growthFigures = figuresByRegion(growths);
  return {
    indicator,
    scope: growth.byRegion.size > 0 ? growth.scope : amount.scope,
    growth: growthFigures,
    amount: figuresByRegion(amounts),
    rank: isRanked(target) ? ranks(indicator, growthFigures, regions) : new Map(),
    conflicts: [...new Set([...growth.conflicts, ...(isOneScope ? amount.conflicts : [])])].sort(),
    read: [...growths.values(), ...amounts.values()].flatMap(({ read }) => read),
  };
}

/** Growth is worth a rank where more is better. */
function isRanked({ op }: Target): boolean {
  return op === ">=" || op === ">" || op === "~" || op === "range";
}

interface ReadingOptions {
  readonly indicator: Indicator;
  readonly regions: readonly Region[];
  readonly part: "yoy" | "value";
}

function readByRegion(
  answer: RegionalAnswer | null,
  { indicator, regions, part }: ReadingOptions,
): ReadonlyMap<string, ReadFigure> {
  const unit = part === "yoy" ? "%" : indicator.unit;
  const found = new Map<string, ReadFigure>();
  for (const { code, shortName } of regions) {
    const observations = answer?.byRegion.get(code) ?? [];
    const [first] = observations;
    const value = first && inUnit(first, unit);
    if (!first || value === undefined) continue;
    const published = Math.max(...observations.map(({ decimals }) => decimals));
    const isConverted = value !== first.value;
    const amountDecimals = isConverted ? Math.min(decimalPlaces(value), indicator.decimals) : published;
    const wanted = {
      id: `region/${code}/${indicator.code}/${part}`,
      name: `${shortName} ${indicator.name}${part === "yoy" ? " 同比" : ""}`,
      value,
      unit,
      decimals: part === "yoy" ? rateDecimals(published) : amountDecimals,
    };
    found.set(code, readFigure(wanted, observations));
  }
  return found;
}

function figuresByRegion(read: ReadonlyMap<string, ReadFigure>): ReadonlyMap<string, Figure> {
  return new Map([...read].map(([code, { figure }]) => [code, figure]));
}

/**
 * Ranks the counties by growth as printed: ties share a rank and the next is skipped; the city, 开发区 and whoever
 * has no figure are not ranked (standards of the field, section 3.2).
 */
function ranks(
  { code: indicator, name }: Indicator,
  growth: ReadonlyMap<string, Figure>,
  regions: readonly Region[],
): ReadonlyMap<string, Figure> {
  const counties = regions
    .filter(({ kind }) => kind === "county")
    .flatMap((region) => {
      const figure = growth.get(region.code);
      return figure ? [{ region, figure, rate: display(figure, "cell") }] : [];
    })
    .sort((a, b) => compare(b.rate, a.rate) || a.region.order - b.region.order);
  const formula = `由高到低：${counties.map(({ rate }) => rate).join("、")}`;
  const operands = counties.map(({ figure }) => figure.id);
  return new Map(
    counties.map(({ region, rate }) => [
      region.code,
      {
        id: `region/${region.code}/${indicator}/rank`,
        name: `${region.shortName} ${name} 增速位次`,
        value: String(1 + counties.filter((other) => compare(other.rate, rate) > 0).length),
        unit: null,
        derivation: { kind: "computed", formula, operands },
      } satisfies Figure,
    ]),
  );
}
