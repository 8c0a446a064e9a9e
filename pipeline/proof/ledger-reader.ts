import type { CellReference, Derivation, Figure } from "../model/figure.ts";
import { NON_FIGURE_KINDS, type NonFigureKind } from "../model/non-figure.ts";
import {
  LEDGER_NAMESPACE,
  type ProofLedger,
  type StatedChart,
  type StatedPart,
  type StatedPlace,
} from "../model/proof-ledger.ts";
import { child, childrenOf, textIn, type XmlElement } from "../ooxml/xml-tree.ts";
import type { Paper } from "./paper.ts";

const ITEM = /^customxml\/item\d+\.xml$/;

/** A ledger as the file carries it. */
export interface CarriedLedger {
  readonly ledger: ProofLedger;
  readonly canonical: string; // one text for one content, however an editor wrote the part back: what its hash is taken of
}

/** Finds the ledger among the custom XML parts of a document; null where there is none. */
export function readLedger(paper: Paper): CarriedLedger | null {
  const items = [...paper].filter(([path]) => ITEM.test(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, root] of items) {
    if (root?.name === "ledger" && root.attributes.get("xmlns") === LEDGER_NAMESPACE) {
      const ledger = ledgerOf(root);
      return { ledger, canonical: JSON.stringify(ledger) };
    }
  }
  return null;
}

function ledgerOf(root: XmlElement): ProofLedger {
  const files = new Map(childrenOf(child(root, "files")).map((file) => [said(file, "id"), file]));
  return {
    edition: {
      kind: said(root, "kind"),
      period: said(root, "period"),
      region: said(root, "region"),
      title: said(root, "title"),
      dataVintage: said(root, "dataVintage"),
      asOf: root.attributes.get("asOf") ?? null,
      illustrative: said(root, "illustrative") === "1",
    },
    figures: childrenOf(child(root, "figures"), "figure").map((figure) => figureOf(figure, files)),
    places: childrenOf(child(root, "places"), "place").map(placeOf),
    charts: childrenOf(child(root, "charts"), "chart").map(chartOf),
  };
}

function figureOf(element: XmlElement, files: ReadonlyMap<string, XmlElement>): Figure {
  const decimals = element.attributes.get("decimals");
  return {
    id: said(element, "id"),
    name: said(element, "name"),
    value: said(element, "value"),
    unit: element.attributes.get("unit") ?? null,
    ...(decimals !== undefined && { decimals: Number(decimals) }),
    derivation: derivationOf(element, files),
  };
}

function derivationOf(element: XmlElement, files: ReadonlyMap<string, XmlElement>): Derivation {
  const plan = child(element, "plan");
  if (plan) {
    const source = { text: textIn(plan), start: Number(said(plan, "start")), end: Number(said(plan, "end")) };
    return { kind: "planned", target: said(plan, "target"), source };
  }
  const stated = child(element, "stated");
  if (stated) {
    return { kind: "stated", source: textIn(stated), file: said(stated, "file"), line: Number(said(stated, "line")) };
  }
  const formula = child(element, "formula");
  if (formula) {
    const operands = childrenOf(formula, "of").map((operand) => said(operand, "figure"));
    return { kind: "computed", formula: said(formula, "text"), operands };
  }
  return { kind: "observed", observations: childrenOf(element, "cell").map((cell) => cellOf(cell, files)) };
}

function cellOf(element: XmlElement, files: ReadonlyMap<string, XmlElement>): CellReference {
  const file = files.get(said(element, "file"));
  return {
    file: file ? said(file, "name") : "",
    sha256: file ? said(file, "sha256") : "",
    sheet: said(element, "sheet"),
    cell: said(element, "cell"),
    value: said(element, "value"),
    unit: element.attributes.get("unit") ?? null,
    vintage: said(element, "vintage"),
    illustrative: said(element, "illustrative") === "1",
    url: file?.attributes.get("url") ?? null,
  };
}

function placeOf(element: XmlElement): StatedPlace {
  const story = said(element, "story") as StatedPlace["story"];
  return { story, label: said(element, "label"), parts: partsOf(element) };
}

function chartOf(element: XmlElement): StatedChart {
  const listed = (series: XmlElement, name: string) => said(series, name).split(" ");
  const words = child(element, "words");
  return {
    label: said(element, "label"),
    words: words ? partsOf(words) : [],
    cells: childrenOf(element, "c").map((cell) => ({ at: said(cell, "at"), parts: partsOf(cell) })),
    series: childrenOf(element, "series").map((series) => ({
      name: said(series, "name"),
      categories: listed(series, "categories"),
      values: listed(series, "values"),
    })),
  };
}

function partsOf(element: XmlElement): readonly StatedPart[] {
  const parts: StatedPart[] = [];
  for (const node of element.children) {
    const before = parts.at(-1);
    if (typeof node !== "string") parts.push(partOf(node));
    else if (typeof before === "string") parts[parts.length - 1] = before + node;
    else parts.push(node);
  }
  return parts;
}

function partOf(element: XmlElement): StatedPart {
  const text = textIn(element);
  const mark = element.attributes.get("mark");
  if (element.name === "f") return { figure: said(element, "figure"), text, mark: mark ? Number(mark) : null };
  const kind = said(element, "kind");
  return { kind: Object.hasOwn(NON_FIGURE_KINDS, kind) ? (kind as NonFigureKind) : null, text };
}

function said(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? "";
}
