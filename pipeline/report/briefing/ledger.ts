import type { Edition } from "../../model/edition.ts";
import type { Figure, FigureId } from "../../model/figure.ts";
import type { ProofLedger } from "../../model/proof-ledger.ts";
import { compareText } from "../../model/text-order.ts";
import { statedCharts } from "./stated-charts.ts";
import { type BriefingDescription, statedPlaces } from "./stated-places.ts";

/**
 * The ledger of a briefing, from its description: the figures that it prints, with all they are computed from, every
 * place with a number, and every chart.
 *
 * @param written the blocks as they are written, and what stands around them
 */
export function briefingLedger(
  edition: Edition,
  written: Pick<BriefingDescription, "blocks" | "letterhead" | "notice">,
): ProofLedger {
  const { kind, period, region, title, dataVintage, asOf, illustrative, declared = [] } = edition;
  const places = statedPlaces({ title, declared, ...written });
  const charts = statedCharts({ declared, ...written });
  const printed = [...places, ...charts.flatMap(({ cells }) => cells)].flatMap(({ parts }) =>
    parts.flatMap((part) => (typeof part !== "string" && "figure" in part ? [part.figure] : [])),
  );
  return {
    edition: { kind, period, region, title, dataVintage, asOf, illustrative },
    figures: withOperands(printed, new Map(edition.figures.map((figure) => [figure.id, figure]))),
    places,
    charts,
  };
}

function withOperands(ids: readonly FigureId[], book: ReadonlyMap<FigureId, Figure>): readonly Figure[] {
  const found = new Map<FigureId, Figure>();
  const add = (id: FigureId): void => {
    const figure = book.get(id);
    if (!figure || found.has(id)) return;
    found.set(id, figure);
    if (figure.derivation.kind === "computed") figure.derivation.operands.forEach(add);
  };
  ids.forEach(add);
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}
