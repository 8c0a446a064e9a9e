import type { Indicator, IndicatorCode } from "../model/indicator.ts";

export interface IndicatorTable {
  readonly code: IndicatorCode;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly nature: Indicator["nature"];
  readonly price: Indicator["price"];
  readonly cadence: Indicator["cadence"];
  readonly first_month: number;
  readonly judged_from: number;
  readonly publisher: string;
}

export interface IndicatorAliasTable {
  readonly text: string;
  readonly indicator: IndicatorCode;
  readonly scope: string | null;
}

/** An indicator as its row. */
export function toIndicatorRow(indicator: Indicator): IndicatorTable {
  const { code, name, unit, decimals, nature, price, cadence, publisher } = indicator;
  const { firstMonth: first_month, judgedFrom: judged_from } = indicator;
  return { code, name, unit, decimals, nature, price, cadence, first_month, judged_from, publisher };
}

/** An indicator's names as their rows. */
export function toAliasRows({ code, aliases }: Indicator): readonly IndicatorAliasTable[] {
  return aliases.map(({ text, scope }) => ({ text, indicator: code, scope }));
}
