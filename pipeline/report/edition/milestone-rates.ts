import type { Operand, Step } from "../../model/arithmetic.ts";
import { compare, dividedBy } from "../../model/decimal.ts";
import type { Figure, FigureId } from "../../model/figure.ts";
import type { InvestmentRate, MilestoneTotals, StartRate } from "../../model/milestone-assessment.ts";
import { convert } from "../../model/unit.ts";
import { countNames } from "./count-figures.ts";
import { investmentFigures } from "./investment-figures.ts";
import { nameOf } from "./milestone-figures.ts";

/** 万元: less is not told in 亿元. */
const FEWEST_CONVERTED = "10000";

/** A rate over projects: so many of so many. */
export interface MilestoneRate {
  readonly rate: Figure; // %
  readonly part: Figure; // large amounts in 亿元
  readonly whole: Figure;
  readonly summed: readonly Figure[]; // what these are computed from
}

/** 开工率 and 投资完成率; null where nothing is planned. */
export interface MilestoneRates {
  readonly startOfYear: MilestoneRate | null; // of those to start within the year
  readonly startToDate: MilestoneRate | null; // of those to have started by now
  readonly investment: MilestoneRate | null;
}

/**
 * Makes the figures of the totals over projects, with ids `milestones/<rate>`, `/part` and `/whole`, and the amounts of each
 * project that `investment` sums up, `milestones/investment/<milestone>/invested` and `/planned`.
 */
export function milestoneRates({ startRateYear, startRateToDate, investment }: MilestoneTotals): MilestoneRates {
  return {
    startOfYear: startRateYear && startRate("milestones/start-of-year", startRateYear),
    startToDate: startRateToDate && startRate("milestones/start-to-date", startRateToDate),
    investment: investment && investmentRate("milestones/investment", investment),
  };
}

/** Every figure of them, each once. */
export function figuresOfRates(rates: MilestoneRates): readonly Figure[] {
  return [rates.startOfYear, rates.startToDate, rates.investment].flatMap((one) =>
    one === null ? [] : [...new Set([one.rate, one.part, one.whole, ...one.summed])],
  );
}

function startRate(id: FigureId, rate: StartRate): MilestoneRate | null {
  return rateOf(id, rate, [counting(rate.started), counting(rate.toStart)]);
}

function investmentRate(id: FigureId, rate: InvestmentRate): MilestoneRate | null {
  const projects = rate.summed.map(({ milestone, reports }) =>
    investmentFigures(`${id}/${milestone.id}`, nameOf({ milestone }), reports),
  );
  const invested = projects.map((project) => project.invested).filter((figure) => figure !== null);
  const planned = projects.map((project) => project.planned).filter((figure) => figure !== null);
  const made = rateOf(id, rate, [summing(invested), summing(planned)]);
  return made && { ...made, summed: [...made.summed, ...invested, ...planned] };
}

/** Makes the figure of an operand. */
type Making = (id: FigureId, operand: Operand) => Figure;

function counting(names: readonly string[]): Making {
  return (id, { name, unit }) => countNames(id, name, unit, names);
}

function summing(amounts: readonly Figure[]): Making {
  return (id, { name, value, unit }) => {
    const formula = amounts.map((amount) => term(amount, unit)).join("＋");
    const derivation = { kind: "computed" as const, formula, operands: amounts.map((amount) => amount.id) };
    return { id, name, value, unit, derivation };
  };
}

/** An amount of a sum in another unit: 1.2×10000 for 1.2亿元 in 万元. */
function term({ value, unit }: Figure, wanted: string): string {
  const signed = value.startsWith("-") ? `(${value})` : value;
  const factor = convert("1", unit ?? wanted, wanted);
  return factor === undefined || factor === "1" ? signed : `${signed}×${factor}`;
}

function rateOf(id: FigureId, step: Step, [makePart, makeWhole]: readonly [Making, Making]): MilestoneRate | null {
  const [partOperand, wholeOperand] = step.operands;
  if (!partOperand || !wholeOperand) return null;
  const part = makePart(`${id}/part`, partOperand);
  const whole = makeWhole(`${id}/whole`, wholeOperand);
  const { label: name, value, unit, decimals, formula } = step;
  const derivation = { kind: "computed" as const, formula, operands: [part.id, whole.id] };
  return {
    rate: { id, name, value, unit, decimals, derivation },
    ...(areLarge([part, whole]) ? { part: converted(part), whole: converted(whole) } : { part, whole }),
    summed: [part, whole],
  };
}

/** Amounts in 万元 of which two decimals in 亿元 leave three digits at least. */
function areLarge(figures: readonly Figure[]): boolean {
  return figures.every(({ unit, value }) => unit === "万元" && compare(value, FEWEST_CONVERTED) >= 0);
}

/** 375760万元 as 37.58亿元. */
function converted(figure: Figure): Figure {
  const derivation = { kind: "computed" as const, formula: `${figure.value}÷10000`, operands: [figure.id] };
  const value = dividedBy(figure.value, "10000");
  return { id: `${figure.id}/converted`, name: figure.name, value, unit: "亿元", decimals: 2, derivation };
}
