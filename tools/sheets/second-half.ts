import { decimalPlaces, dividedBy, isDecimal, minus, plus, roundHalfUp, times } from "../../pipeline/model/decimal.ts";
import { makePeriod, monthOf, type Period, shiftPeriod } from "../../pipeline/model/period.ts";
import type { SeriesRow } from "./series.ts";

type Values = SeriesRow["values"];

const MARCH = makePeriod(2023, 3);
const JUNE = makePeriod(2023, 6);
const LATER: readonly Period[] = [7, 8, 9, 10, 11, 12].map((month) => makePeriod(2023, month));

/** Units of shares, rates and concentrations, which are not added up month by month. */
const RATES: readonly string[] = ["%", "微克/立方米"];

/**
 * Carries the illustrative series on from July to December, by a rule as simple as can be told:
 *
 * - A sheet has the lines that it had in the same month of the second quarter; what it leaves open there stays open.
 * - Where it prints the year's plan, the plan is reached in December, in six equal parts, and its share follows.
 * - Every other amount goes on as in the second quarter: a month adds what the month three months before added, so that
 *   sums, parts and months agree as they did. What had no figure in March stays as it was in June.
 * - Rates, growth and ranks stay as they were in June, and a month grows as the months to date.
 */
export function carryOn(series: readonly SeriesRow[]): readonly SeriesRow[] {
  const keyOf = ({ table, label, region, span, measure }: SeriesRow) => [table, label, region, span, measure].join("|");
  const rows = new Map(series.map((row) => [keyOf(row), row]));
  const beside = (row: SeriesRow, changes: Partial<SeriesRow>) => rows.get(keyOf({ ...row, ...changes }));
  const amountOf = (row: SeriesRow) => carryAmount(row, beside(row, { measure: "plan" })?.values.get(JUNE));
  return series.map((row) => {
    if (row.measure === "value") return { ...row, values: amountOf(row) };
    const amount = row.measure === "share" ? beside(row, { measure: "value" }) : undefined;
    if (amount) return { ...row, values: carryShare(row, amountOf(amount)) };
    const toDate = beside(row, { span: "ytd" }) ?? row;
    return { ...row, values: carryWith(row, () => toDate.values.get(JUNE)) };
  });
}

/** So many sixths of the way from June's figure to December's, with as many decimals as June's. */
export function partOfTheWay(june: string, december: string, sixths: number): string {
  const gone = dividedBy(times(String(sixths), minus(december, june)), "6");
  return roundHalfUp(plus(june, gone), decimalPlaces(june));
}

function carryAmount(row: SeriesRow, plan = ""): Values {
  const [march = "", june = ""] = [row.values.get(MARCH), row.values.get(JUNE)];
  const isAdded = !RATES.includes(row.unit);
  return carryWith(row, (like, period) => {
    const then = row.values.get(like) ?? "";
    if (row.span === "month" && isAdded) return then;
    if (isDecimal(plan)) return partOfTheWay(june, plan, monthOf(period) - monthOf(JUNE));
    if (!isAdded || !isDecimal(march)) return june;
    const quarters = String((monthOf(period) - monthOf(like)) / 3);
    return roundHalfUp(plus(then, times(quarters, minus(june, march))), decimalPlaces(june));
  });
}

function carryShare(row: SeriesRow, amounts: Values): Values {
  const [share = "", base = ""] = [row.values.get(JUNE), amounts.get(JUNE)];
  return carryWith(row, (_, period) => {
    return roundHalfUp(dividedBy(times(share, amounts.get(period) ?? ""), base), decimalPlaces(share));
  });
}

/** With a figure in each later month like which one of the second quarter has a figure; a symbol there is the same here. */
function carryWith({ values }: SeriesRow, figure: (like: Period, period: Period) => string | undefined): Values {
  const later = LATER.flatMap((period): readonly (readonly [Period, string])[] => {
    const like = shiftPeriod(period, monthOf(period) > 9 ? -6 : -3);
    const then = values.get(like);
    const text = then === undefined || !isDecimal(then) ? then : figure(like, period);
    return text === undefined ? [] : [[period, text]];
  });
  return new Map([...values, ...later]);
}
