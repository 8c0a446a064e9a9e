import { absolute, compare, isDecimal, roundHalfUp } from "../model/decimal.ts";
import type { Figure, FigureId } from "../model/figure.ts";
import type { ProofLedger } from "../model/proof-ledger.ts";
import { formulaValue } from "./formula.ts";
import type { Unmatched } from "./result.ts";

const PLACE = "文件内的台账";
const PRECISION = 20; // digits after the point to which a formula's value and the stored one must agree; division is exact to 40

/**
 * Where a ledger contradicts itself: a printed text that is not its figure's value rounded to its decimals, an observed
 * value that its cells do not have, a computed one that its formula does not give, a figure that is not there.
 */
export function ledgerFaults({ figures, places, charts }: ProofLedger): readonly Unmatched[] {
  const book = new Map(figures.map((figure) => [figure.id, figure]));
  const points = charts.flatMap(({ label, cells }) =>
    cells.map(({ at, parts }) => ({ label: `${label} ${at}`, parts })),
  );
  const printed = [...places, ...points].flatMap(({ label, parts }) =>
    parts.flatMap((part) => (typeof part !== "string" && "figure" in part ? [{ ...part, label }] : [])),
  );
  return [
    ...printed.flatMap(({ figure: id, text, label }) => {
      const figure = book.get(id);
      if (!figure) return [fault(label, { text, expected: null, figure: id, name: null })];
      const texts = textsOf(figure);
      if (texts.includes(text)) return [];
      return [fault(label, { text, expected: texts[0] ?? null, figure: id, name: figure.name })];
    }),
    ...figures.flatMap((figure) => derivationFaults(figure, book)),
  ];
}

/** How a figure may be printed: rounded or as it is written, with its sign or, where a verb carries that, without. */
function textsOf({ value, decimals }: Figure): readonly string[] {
  if (!isDecimal(value)) return [];
  const rounded = decimals === undefined ? value : roundHalfUp(value, decimals);
  return [rounded, absolute(rounded), value];
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
