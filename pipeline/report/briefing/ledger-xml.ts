import type { CellReference, Figure } from "../../model/figure.ts";
import { printableText } from "../../model/printable-text.ts";
import {
  LEDGER_NAMESPACE,
  type ProofLedger,
  type StatedChart,
  type StatedPart,
  type StatedPlace,
} from "../../model/proof-ledger.ts";
import { element, escapedXml, XML_HEAD } from "../xml.ts";

/**
 * The ledger as XML that reads without this program: each file once, each figure with its derivation, each place with its
 * whole text, its figures and its other numbers in elements of their own.
 *
 * ```
 * <ledger xmlns="urn:jindu:ledger:1" period="2023-06" …>
 *   <files><file id="1" name="主要经济指标.xlsx" sha256="…"/></files>
 *   <figures>
 *     <figure id="2023-001/actual" name="地区生产总值 实际" value="6.2" unit="%"><cell file="1" sheet="1-6月" cell="C7" …/></figure>
 *     <figure …><plan target="2023-001" start="450" end="462">地区生产总值增长7%左右</plan></figure>
 *     <figure …><stated file="notes/2023-06-monthly.md" line="12">市工信局7月5日电话记录</stated></figure>
 *     <figure …><formula text="6.2−7"><of figure="2023-001/actual"/>…</formula></figure>
 *   </figures>
 *   <places><place story="body" label="第3段">地区生产总值<f mark="1" figure="2023-001/actual">6.2</f>%</place></places>
 *   <charts><chart label="图1"><c at="B2"><f figure="2023-001/gap">-0.8</f></c><series name="B1" categories="A2" values="B2"/></chart></charts>
 * </ledger>
 * ```
 */
export function ledgerXml({ edition, figures, places, charts }: ProofLedger): string {
  const files = filesOf(figures);
  return (
    XML_HEAD +
    element(
      "ledger",
      given({ xmlns: LEDGER_NAMESPACE, ...edition }),
      element("files", {}, ...[...files.values()].map(fileXml)),
      "\n",
      element("figures", {}, ...figures.map((figure) => `\n${figureXml(figure, files)}`)),
      "\n",
      element("places", {}, ...places.map((place) => `\n${placeXml(place)}`)),
      "\n",
      element("charts", {}, ...charts.map((chart) => `\n${chartXml(chart)}`)),
    )
  );
}

interface LedgerFile extends Pick<CellReference, "file" | "sha256" | "url"> {
  readonly number: number;
}

type Files = ReadonlyMap<string, LedgerFile>;

/** In the order in which figures name them. */
function filesOf(figures: readonly Figure[]): Files {
  const files = new Map<string, LedgerFile>();
  for (const { derivation } of figures) {
    for (const cell of derivation.kind === "observed" ? derivation.observations : []) {
      if (!files.has(fileKey(cell))) files.set(fileKey(cell), { ...cell, number: files.size + 1 });
    }
  }
  return files;
}

function fileKey({ sha256, file, url }: Pick<CellReference, "file" | "sha256" | "url">): string {
  return JSON.stringify([sha256, file, url]);
}

function fileXml({ number, file, sha256, url }: LedgerFile): string {
  return element("file", given({ id: number, name: file, sha256, url }));
}

function figureXml({ id, name, value, unit, decimals, derivation }: Figure, files: Files): string {
  const attributes = given({ id, name, value, unit, decimals });
  switch (derivation.kind) {
    case "observed":
      return element("figure", attributes, ...derivation.observations.map((cell) => cellXml(cell, files)));
    case "planned": {
      const { text, start, end } = derivation.source;
      return element("figure", attributes, element("plan", { target: derivation.target, start, end }, printable(text)));
    }
    case "stated": {
      const { file, line, source } = derivation;
      return element("figure", attributes, element("stated", given({ file, line }), printable(source)));
    }
    case "computed": {
      const operands = derivation.operands.map((figure) => element("of", given({ figure })));
      return element("figure", attributes, element("formula", given({ text: derivation.formula }), ...operands));
    }
  }
}

function cellXml(reference: CellReference, files: Files): string {
  const { sheet, cell, value, unit, vintage, illustrative } = reference;
  const file = files.get(fileKey(reference))?.number;
  return element("cell", given({ file, sheet, cell, value, unit, vintage, illustrative }));
}

function placeXml({ story, label, parts }: StatedPlace): string {
  return element("place", given({ story, label }), ...parts.map(partXml));
}

function chartXml({ label, words, cells, series }: StatedChart): string {
  return element(
    "chart",
    given({ label }),
    element("words", {}, ...words.map(partXml)),
    ...cells.map(({ at, parts }) => element("c", given({ at }), ...parts.map(partXml))),
    ...series.map(({ name, categories, values }) =>
      element("series", given({ name, categories: categories.join(" "), values: values.join(" ") })),
    ),
  );
}

function partXml(part: StatedPart): string {
  if (typeof part === "string") return printable(part);
  if ("figure" in part) return element("f", given({ mark: part.mark, figure: part.figure }), printable(part.text));
  return element("n", given({ kind: part.kind }), printable(part.text));
}

/** Attributes that say something; yes is 1, no is 0. */
function given(
  attributes: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => {
      if (value === null || value === undefined) return [];
      return [[key, typeof value === "string" ? printableText(value) : Number(value)]];
    }),
  );
}

function printable(text: string): string {
  return escapedXml(printableText(text));
}
