import { absolute, compare, type Decimal, isDecimal, roundHalfUp } from "../model/decimal.ts";
import { directionsIn } from "../model/direction-words.ts";
import type { Figure, FigureId } from "../model/figure.ts";
import { numeralsIn } from "../model/numeral.ts";
import { type PrintedFigure, type ProofLedger, printedFigures } from "../model/proof-ledger.ts";
import { formulaValue, isCount } from "./formula.ts";
import type { Unmatched } from "./result.ts";
import { lastClause } from "./surroundings.ts";

const PLACE = "文件内的台账";
const PRECISION = 20; // digits after the point to which a formula's value and the stored one must agree; division is exact to 40

/**
 * Where a ledger contradicts itself: a printed text that is not its figure's value rounded to its decimals, an observed
 * value that its cells do not have, a planned one that the plan's words do not have, a computed one that its formula does not
 * give, whose formula lacks one of its operands or that rests on none and is no count and no 序时进度, a figure that is not there.
 */
export function ledgerFaults(ledger: ProofLedger): readonly Unmatched[] {
  const { figures } = ledger;
  const book = new Map(figures.map((figure) => [figure.id, figure]));
  return [
    ...printedFigures(ledger).flatMap((printed) => {
      const { figure: id, text, label } = printed;
      const figure = book.get(id);
      if (!figure) return [fault(label, { text, expected: null, figure: id, name: null })];
      const texts = textsOf(figure, printed);
      if (texts.includes(text)) return [];
      return [fault(label, { text, expected: texts[0] ?? null, figure: id, name: figure.name })];
    }),
    ...figures.flatMap((figure) => derivationFaults(figure, book)),
  ];
}

/** How a figure may be printed: rounded or as it is written, with its sign or, after words that carry that, without. */
function textsOf({ value, decimals }: Figure, { isAlone, leads }: PrintedFigure): readonly string[] {
  if (!isDecimal(value)) return [];
  const rounded = decimals === undefined ? value : roundHalfUp(value, decimals);
  const isTold = !isAlone && leads.some((lead) => directionsIn(lastClause(lead)).length > 0);
  return isTold ? [rounded, value, absolute(rounded)] : [rounded, value];
}

function derivationFaults(figure: Figure, book: ReadonlyMap<FigureId, Figure>): readonly Unmatched[] {
  const { id, name, value, derivation } = figure;
  const wrong = (expected: string | null) => [fault(PLACE, { text: value, expected, figure: id, name })];
  if (!isDecimal(value)) return wrong(null);
  if (derivation.kind === "observed") {
    const other = derivation.observations.find((cell) => !isDecimal(cell.value) || compare(cell.value, value) !== 0);
    if (other) return wrong(other.value);
    return derivation.observations.length === 0 ? wrong(null) : [];
  }
  if (derivation.kind === "planned") {
    const { text } = derivation.source;
    const isQuoted = ZERO_TARGET.test(text) || numeralsIn(text).some((one) => isSameValue(one.text, value));
    return isQuoted ? [] : wrong(text);
  }
  if (derivation.kind === "stated") return derivation.source === "" ? wrong(null) : [];
  if (derivation.operands.length === 0 && !standsAlone(derivation.formula)) return wrong(null);
  const unknown = derivation.operands.find((operand) => !book.has(operand));
  if (unknown !== undefined) return wrong(unknown);
  const formula = numbersIn(derivation.formula);
  const absent = ESTIMATE.test(derivation.formula)
    ? undefined
    : derivation.operands.find((operand) => !stands(book.get(operand), formula));
  if (absent !== undefined) return wrong(book.get(absent)?.value ?? null);
  const computed = formulaValue(derivation.formula);
  if (computed === null) return [];
  const isSame = compare(roundHalfUp(computed, PRECISION), roundHalfUp(value, PRECISION)) === 0;
  return isSame ? [] : wrong(computed);
}

/** A formula that rests on no other figure. */
function standsAlone(formula: string): boolean {
  return isCount(formula) || PACE.test(formula);
}

/** 序时进度 rests on the calendar alone: months gone by of those that there are. */
const PACE = /^(?:[1-9]|1[0-2])÷(?:[1-9]|1[0-2])×100$/;

/** Targets that are nought without a number: 无劣Ⅴ类水体, 动态清零. */
const ZERO_TARGET = /保持无|清零/;

/** What is reckoned over many figures says its sums and not each of them. */
const ESTIMATE = /^测算：/;

/** The numbers of a formula, without signs: a minus may stand between two of them. */
function numbersIn(formula: string): readonly Decimal[] {
  return formula.match(/\d+(?:\.\d+)?/g) ?? [];
}

/** A figure stands in a formula as it is or as it is printed; one that was counted does by its count. */
function stands(figure: Figure | undefined, formula: readonly Decimal[]): boolean {
  if (figure === undefined || !isDecimal(figure.value)) return false;
  const { value, decimals } = figure;
  const forms = [value, ...(decimals === undefined ? [] : [roundHalfUp(value, decimals)])].map(absolute);
  return forms.some((form) => formula.some((number) => compare(number, form) === 0));
}

function isSameValue(written: string, value: Decimal): boolean {
  const plain = written.replace(/[,，]/g, "");
  return isDecimal(plain) && compare(absolute(plain), absolute(value)) === 0;
}

function fault(place: string, what: Pick<Unmatched, "text" | "expected" | "figure" | "name">): Unmatched {
  return { fault: "ledger", place, ...what };
}
