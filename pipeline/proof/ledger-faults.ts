import { absolute, compare, isDecimal, roundHalfUp } from "../model/decimal.ts";
import { directionsIn } from "../model/direction-words.ts";
import type { Figure, FigureId } from "../model/figure.ts";
import { type PrintedFigure, type ProofLedger, printedFigures } from "../model/proof-ledger.ts";
import { formulaValue } from "./formula.ts";
import type { Unmatched } from "./result.ts";
import { lastClause } from "./surroundings.ts";

const PLACE = "文件内的台账";
const PRECISION = 20; // digits after the point to which a formula's value and the stored one must agree; division is exact to 40

/**
 * Where a ledger contradicts itself: a printed text that is not its figure's value rounded to its decimals, an observed
 * value that its cells do not have, a computed one that its formula does not give, a figure that is not there.
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
  if (derivation.kind === "planned") return [];
  if (derivation.kind === "stated") return derivation.source === "" ? wrong(null) : [];
  const unknown = derivation.operands.find((operand) => !book.has(operand));
  if (unknown !== undefined) return wrong(unknown);
  const computed = formulaValue(derivation.formula);
  if (computed === null) return [];
  const isSame = compare(roundHalfUp(computed, PRECISION), roundHalfUp(value, PRECISION)) === 0;
  return isSame ? [] : wrong(computed);
}

function fault(place: string, what: Pick<Unmatched, "text" | "expected" | "figure" | "name">): Unmatched {
  return { fault: "ledger", place, ...what };
}
