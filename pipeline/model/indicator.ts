import type { Decimal } from "./decimal.ts";

/** An indicator's code, kebab-case: "industrial-value-added". */
export type IndicatorCode = string & { readonly __brand: "IndicatorCode" };

export type Cadence = "monthly" | "quarterly" | "half-yearly" | "annual";

/** A name that sheets use; `scope` is the 口径 that the name itself carries, e.g. 限额以上. */
export interface IndicatorAlias {
  readonly text: string;
  readonly scope: string | null;
}

/** What is measured. */
export interface Indicator {
  readonly code: IndicatorCode;
  readonly name: string;
  readonly aliases: readonly IndicatorAlias[]; // the name itself included
  readonly unit: string; // of its value; "%" for rates
  readonly decimals: number; // of its value as usually published
  readonly nature: "flow" | "stock" | "rate" | "index";
  readonly price: "real" | "nominal" | null; // how its growth is reckoned; null where prices play no part
  readonly cadence: Cadence;
  readonly firstMonth: number; // month of the year's first release: 2 where 1—2月 come together
  readonly judgedFrom: number; // month from which pace means anything; 1 for most, 10 for harvests
  readonly lagMonths: number; // 错月: how many months after others its figures come; 0 for most
  readonly partOf: IndicatorCode | null; // the total that it is a part of: 第一产业增加值 of 地区生产总值
  readonly publisher: string; // bureau code
  readonly growthOnly: boolean; // usually only its growth is published; an amount without a growth beside it is doubted
  readonly yearly: Decimal | null; // in its unit: what the city usually comes to in a year, or has; null where unknown
  readonly isUpperBound?: boolean; // `yearly` is a total that it is no more than, not what it comes to itself
}

/** Months of the year in which a value of this cadence falls due. */
export const CADENCE_MONTHS: Readonly<Record<Cadence, number>> = {
  monthly: 1,
  quarterly: 3,
  "half-yearly": 6,
  annual: 12,
};

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * Months of a year whose figures are published: every third for a quarterly indicator, from February where 1—2月 come
 * together (standards of the field, section 2.1).
 */
export function releaseMonths({ cadence, firstMonth }: Indicator): readonly number[] {
  return MONTHS.filter((month) => month % CADENCE_MONTHS[cadence] === 0 && month >= firstMonth);
}
