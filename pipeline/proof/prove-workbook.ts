import { parseAddress, toAddress } from "../model/cell.ts";
import { compare, fromNumber, isDecimal } from "../model/decimal.ts";
import type { FigureId } from "../model/figure.ts";
import { numeralsIn } from "../model/numeral.ts";
import { child, textIn, within, type XmlElement } from "../ooxml/xml-tree.ts";
import { otherValues, pointsOf } from "./charts.ts";
import { csvRows } from "./csv.ts";
import { readParagraphs } from "./paragraphs.ts";
import type { ProofFault, ProofResult, Unmatched } from "./result.ts";
import { type NameFinder, nameFinder, surroundingFault } from "./surroundings.ts";
import { foundTokens } from "./tokens.ts";
import type { FoundCell, FoundWorkbook } from "./workbook.ts";

/** What edition.json says of the workbook beside it. */
export interface WorkbookLedger {
  readonly title: string;
  readonly figures: readonly {
    readonly id: FigureId;
    readonly name: string;
    readonly places: readonly { readonly paper: string; readonly place: string; readonly text: string }[];
  }[];
  readonly dataSheet: string | null;
  readonly words: Readonly<Record<string, string>>; // by place
  readonly chartWords: readonly string[]; // titles and units of charts
}

/** The figures that a cell shows. */
interface CellFigures {
  readonly texts: readonly string[];
  readonly id: FigureId;
  readonly name: string;
}

interface Tally {
  figures: number;
  matched: number;
  numerals: number;
  declared: number;
  readonly namesIn: NameFinder;
  readonly unmatched: Unmatched[];
}

/**
 * Holds every cell of a workbook against edition.json: a number must be a figure that prints as it was printed, words must
 * hold the same numbers as they were given; a chart must keep what its cells hold.
 *
 * @param data data.csv, which the sheet of data must repeat; empty where there is none
 */
export function proveWorkbook(book: FoundWorkbook, ledger: WorkbookLedger, data: string): ProofResult {
  const tally: Tally = {
    figures: 0,
    matched: 0,
    numerals: 0,
    declared: 0,
    namesIn: nameFinder(ledger.figures),
    unmatched: [],
  };
  const words = new Map([...Object.entries(ledger.words), ...dataWords(ledger.dataSheet, data)]);
  const stated = statedCells(ledger);
  for (const [place, cell] of stated) holdFigure(place, cell, book.cells.get(place), { tally, words });
  for (const [place, cell] of book.cells) {
    if (!stated.has(place)) holdWords(place, cell.text, words.get(place), tally);
  }
  for (const [place, text] of words) {
    const isThere = book.cells.has(place) || book.comments.has(place.replace(/ 批注$/, ""));
    if (!isThere && numeralsIn(text).length > 0) note({ fault: "missing", place, text: "", expected: text }, tally);
  }
  for (const [place, text] of book.comments) holdWords(`${place} 批注`, text, words.get(`${place} 批注`), tally);
  const titles = [ledger.title, ...[...words].filter(([place]) => place.endsWith("!A1")).map(([, text]) => text)].join(
    "\n",
  );
  for (const [sheet, text] of book.edges) holdWords(`${sheet} 页眉页脚`, text, titles, tally, true);
  for (const [part, text] of book.others) holdWords(part, text, titles, tally, true);
  const sheets = new Set([...words.keys(), ...stated.keys()].map((place) => place.slice(0, place.lastIndexOf("!"))));
  for (const sheet of book.sheets) if (!sheets.has(sheet)) holdWords("工作表名称", sheet, titles, tally, true);
  for (const chart of book.charts) holdChart(chart, book, ledger, tally);
  for (const place of book.brokenParts) note({ fault: "unreadable", place, text: "", expected: null }, tally);
  const { figures, matched, numerals, declared, unmatched } = tally;
  return {
    ok: unmatched.length === 0 && matched > 0,
    figures,
    matched,
    numerals,
    others: { standing: declared },
    unmatched,
  };
}

function statedCells({ figures }: WorkbookLedger): ReadonlyMap<string, CellFigures> {
  const cells = new Map<string, CellFigures>();
  for (const { id, name, places } of figures) {
    for (const { paper, place, text } of places) {
      if (paper !== "workbook") continue;
      const known = cells.get(place);
      cells.set(place, known ? { ...known, texts: [...known.texts, text] } : { id, name, texts: [text] });
    }
  }
  return cells;
}

function dataWords(sheet: string | null, data: string): readonly (readonly [string, string])[] {
  if (sheet === null) return [];
  return csvRows(data).flatMap((row, index) =>
    row.map((text, column) => [`${sheet}!${toAddress(index + 1, column + 1)}`, text] as const),
  );
}

interface Context {
  readonly tally: Tally;
  readonly words: ReadonlyMap<string, string>;
}

/** A cell of one figure shows just it; one of words with figures in them shows the numbers of those words. */
function holdFigure(place: string, stated: CellFigures, found: FoundCell | undefined, { tally, words }: Context): void {
  const { texts, id: figure, name } = stated;
  const sentence = words.get(place);
  const expected = sentence ?? texts[0];
  tally.figures += texts.length;
  tally.numerals += numeralsIn(found?.text ?? "").length;
  const isSame =
    found !== undefined &&
    (found.text === expected || (sentence !== undefined && saysSame(found.text, sentence, tally)));
  if (isSame) tally.matched += texts.length;
  else {
    const fault = found === undefined ? "missing" : "changed";
    tally.unmatched.push({ fault, place, text: found?.text ?? "", expected: expected ?? null, figure, name });
  }
}

/** @param mayMiss what is stated need not all be there */
function holdWords(place: string, text: string, stated: string | undefined, tally: Tally, mayMiss = false): void {
  const numerals = numeralsIn(text);
  if (numerals.length === 0 && (mayMiss || stated === undefined)) return;
  tally.numerals += numerals.length;
  const allowed = new Set(numeralsIn(stated ?? "").map((numeral) => numeral.text));
  const isHeld = mayMiss ? numerals.every((numeral) => allowed.has(numeral.text)) : saysSame(text, stated ?? "", tally);
  if (isHeld) tally.declared += numerals.length;
  else
    note(
      {
        fault: stated === undefined || mayMiss ? "added" : "changed",
        place,
        text,
        expected: mayMiss ? null : (stated ?? null),
      },
      tally,
    );
}

/** Every point that a chart keeps is what its cell holds, and its own words with numbers are as the ledger has them. */
function holdChart(chart: XmlElement, { cells }: FoundWorkbook, { chartWords }: WorkbookLedger, tally: Tally): void {
  const references = ["c:strRef", "c:numRef"].map((kind) => within(chart, kind));
  for (const kind of references) {
    for (const reference of kind) {
      const formula = child(reference, "c:f");
      const places = formula ? placesIn(textIn(formula)) : [];
      for (const [index, text] of pointsOf(reference)) {
        const place = places[index];
        const cell = place === undefined ? undefined : cells.get(place);
        tally.numerals += numeralsIn(text).length;
        if (cell !== undefined && isSamePoint(text, cell)) tally.declared += numeralsIn(text).length;
        else note({ fault: "changed", place: `图中的 ${place ?? "?"}`, text, expected: cell?.text ?? null }, tally);
      }
    }
  }
  const caches = references
    .flat()
    .flatMap((reference) => [child(reference, "c:strCache"), child(reference, "c:numCache")]);
  for (const { text } of [...readParagraphs(chart, "chart"), ...otherValues(chart, caches)]) {
    const stated = chartWords.find((one) => saysSame(text, one, tally));
    holdWords("图中的文字", text, stated, tally);
  }
}

function isSamePoint(text: string, { text: shown, value }: FoundCell): boolean {
  if (value === null) return text === shown;
  const kept = Number(text);
  return text !== "" && Number.isFinite(kept) && isDecimal(value) && compare(fromNumber(kept), value) === 0;
}

/** '趋势'!$A$5:$A$16 as 趋势!A5 and so on. */
function placesIn(formula: string): readonly string[] {
  const [, quoted, plain = "", from = "", to = from] =
    /^(?:'((?:[^']|'')*)'|([^'!]+))!(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?$/.exec(formula) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const [first, last] = [from, to].map((address) => parseAddress(address.replaceAll("$", "")));
  if (!first || !last) return [];
  return Array.from({ length: last.row - first.row + 1 }, (_row, row) =>
    Array.from(
      { length: last.column - first.column + 1 },
      (_column, column) => `${sheet}!${toAddress(first.row + row, first.column + column)}`,
    ),
  ).flat();
}

/** The same numbers in the same order, each with its unit and after words of the same sense. */
function saysSame(text: string, stated: string, { namesIn }: Tally): boolean {
  if (text === stated) return true;
  const [found, expected] = [text, stated].map((words) =>
    foundTokens([{ text: words, marks: [], isAlternative: false }]),
  );
  return (
    found?.length === expected?.length &&
    expected?.every((one, index) => {
      const other = found?.[index];
      if (one.text !== other?.text) return false;
      return surroundingFault({ ...one, label: "", figure: null, kind: null, unit: "" }, other, namesIn) === null;
    }) === true
  );
}

function note(what: { fault: ProofFault; place: string; text: string; expected: string | null }, tally: Tally): void {
  tally.unmatched.push({ ...what, figure: null, name: null });
}
