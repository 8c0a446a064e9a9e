import { type Decimal, fromNumber, roundHalfUp } from "../model/decimal.ts";
import { decodeEntities } from "../ooxml/entities.ts";
import { child, childrenOf, textIn, within, type XmlElement } from "../ooxml/xml-tree.ts";
import { textsWithin } from "./other-parts.ts";
import { type PaperParts, readPart } from "./paper.ts";
import { readTargets } from "./relationships.ts";

/** A workbook as a reader sees it. */
export interface FoundWorkbook {
  readonly cells: ReadonlyMap<string, FoundCell>; // by place: 指标对照!E7; blank ones left out
  readonly comments: ReadonlyMap<string, string>; // by place
  readonly edges: readonly (readonly [sheet: string, text: string])[]; // heads and feet of printed pages
  readonly charts: readonly XmlElement[];
  readonly sheets: readonly string[]; // names
  readonly others: readonly (readonly [part: string, text: string])[]; // text boxes, threaded comments, properties
  readonly brokenParts: readonly string[];
}

/** What stands in a cell. */
export interface FoundCell {
  readonly text: string; // as shown: a number by its format; with the format behind it where that is none proof can read
  readonly value: string | null; // of a number, as stored; null for words
}

const CELL = /<c(?:\s([^>]*?))?(?:\/>|>(.*?)<\/c>)/gs;
const STRING = /<si>(.*?)<\/si>|<si\/>/gs;
const WORDS = /<t(?: [^>]*)?>([^<]*)<\/t>/g;
const EDGE = /<(?:odd|even|first)(?:Header|Footer)>([^<]*)</g;
const EDGE_CODE = /&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z])/g; // fonts, sizes, colours, page numbers

const CHART = /^xl\/charts\/chart(?!ex)[^/]*\.xml$/;

/** Parts whose texts are read as they come, whatever they are. */
const OTHER =
  /^xl\/(?:drawings\/[^/]+|threadedcomments\/[^/]+|charts\/chartex[^/]+|diagrams\/[^/]+)\.xml$|^docprops\/core\.xml$/;

/** All others that a workbook may have; what is none of these cannot be read. */
const KNOWN =
  /\.(?:rels|vml|png|jpe?g|gif|emf|wmf|svg)$|printersettings\d*\.bin$|\/$|^(?:\[content_types\]|docprops\/[^/]+|customxml\/.+|xl\/(?:workbook|sharedstrings|styles|calcchain|metadata|comments\d*|persons\/[^/]+|theme\/[^/]+|tables\/[^/]+|worksheets\/[^/]+|comments\/[^/]+|drawings\/[^/]+|threadedcomments\/[^/]+|charts\/[^/]+|diagrams\/[^/]+))\.xml$/;

/**
 * Reads every cell of a workbook as it is shown, its comments, the heads and feet of its pages, and its charts.
 *
 * Cells are read by their tags and not as a tree: a sheet may have a hundred thousand of them.
 */
export function readWorkbook(parts: PaperParts): FoundWorkbook {
  const brokenParts: string[] = [];
  const text = (path: string) => new TextDecoder().decode(parts.get(path) ?? new Uint8Array());
  const tree = (path: string): XmlElement | undefined => {
    const bytes = parts.get(path);
    const root = bytes && readPart(bytes);
    if (root === null) brokenParts.push(path);
    return root ?? undefined;
  };
  const words = [...text("xl/sharedstrings.xml").matchAll(STRING)].map(([, inner = ""]) => wordsIn(inner));
  const formats = formatsIn(tree("xl/styles.xml"));
  const cells = new Map<string, FoundCell>();
  const comments = new Map<string, string>();
  const edges: [string, string][] = [];
  const sheets = sheetsOf(tree("xl/workbook.xml"), tree("xl/_rels/workbook.xml.rels"));
  for (const { name, path } of sheets) {
    const xml = text(path);
    for (const [, attributes = "", inner = ""] of xml.matchAll(CELL)) {
      const cell = cellOf(attributes, inner, { words, formats });
      if (cell.text !== "") cells.set(`${name}!${said(attributes, "r") || `?${cells.size}`}`, cell);
    }
    for (const [, edge = ""] of xml.matchAll(EDGE)) edges.push([name, decodeEntities(edge).replace(EDGE_CODE, " ")]);
    for (const target of readTargets(tree, path).values()) {
      if (!/comments\d*\.xml$/.test(target)) continue;
      for (const comment of within(tree(target), "comment")) {
        const said = within(comment, "t").map(textIn).join("");
        comments.set(`${name}!${comment.attributes.get("ref")}`, said);
      }
    }
  }
  const paths = [...parts.keys()].sort();
  const others = paths.flatMap((path) => {
    if (!OTHER.test(path)) return [];
    const root = tree(path);
    return root ? textsWithin(root).map((one) => [path, one.text] as const) : [];
  });
  for (const path of paths) if (!KNOWN.test(path)) brokenParts.push(path);
  const charts = paths.filter((path) => CHART.test(path)).flatMap((path) => tree(path) ?? []);
  return { cells, comments, edges, charts, sheets: sheets.map(({ name }) => name), others, brokenParts };
}

function sheetsOf(book: XmlElement | undefined, relationships: XmlElement | undefined) {
  const targets = new Map(
    childrenOf(relationships).map(({ attributes }) => [attributes.get("Id"), attributes.get("Target")]),
  );
  return childrenOf(child(book, "sheets")).map(({ attributes }) => {
    const target = (targets.get(attributes.get("r:id")) ?? "").replace(/^\/?(?:xl\/)?/, "");
    return { name: attributes.get("name") ?? "", path: `xl/${target}`.toLowerCase() };
  });
}

interface Tables {
  readonly words: readonly string[];
  readonly formats: readonly string[]; // by style
}

function cellOf(attributes: string, inner: string, { words, formats }: Tables): FoundCell {
  const type = said(attributes, "t");
  if (type === "inlineStr") return { text: wordsIn(inner), value: null };
  const written = decodeEntities(/<v(?: [^>]*)?>([^<]*)<\/v>/.exec(inner)?.[1] ?? "");
  if (type === "s") return { text: words[Number(written)] ?? "", value: null };
  if (type !== "" && type !== "n") return { text: written, value: null };
  const value = Number(written);
  if (written === "" || !Number.isFinite(value)) return { text: written, value: null };
  const exact = fromNumber(value);
  return { text: shown(exact, formats[Number(said(attributes, "s") || "0")] ?? GENERAL), value: exact };
}

/** 5.2 by 0.00 is 5.20, by 0.0## 5.2; by a format that is no plain digits it is not known what it shows. */
function shown(value: Decimal, format: string): string {
  if (/^(?:General|@)$/i.test(format)) return value;
  const [isPlain, least = "", more = ""] = /^0(?:\.(0*)(#*))?$/.exec(format) ?? [];
  if (isPlain === undefined) return `${value}［格式 ${format}］`;
  const rounded = roundHalfUp(value, least.length + more.length);
  return more === "" ? rounded : rounded.replace(new RegExp(`\\.?0{0,${more.length}}$`), "");
}

function said(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

function wordsIn(xml: string): string {
  const read = xml.replace(/<rPh\b.*?<\/rPh>/gs, "");
  return decodeEntities([...read.matchAll(WORDS)].map(([, words = ""]) => words).join(""));
}

const GENERAL = "General";
const BUILT_IN: Readonly<Record<string, string>> = { 0: GENERAL, 1: "0", 2: "0.00", 49: "@" };

/** The format of numbers of each style; of what Excel keeps to itself, its number. */
function formatsIn(styles: XmlElement | undefined): readonly string[] {
  const own = new Map(
    within(child(styles, "numFmts"), "numFmt").map(({ attributes }) => [
      attributes.get("numFmtId"),
      attributes.get("formatCode") ?? "",
    ]),
  );
  return childrenOf(child(styles, "cellXfs"), "xf").map(({ attributes }) => {
    const id = attributes.get("numFmtId") ?? "0";
    return own.get(id) ?? BUILT_IN[id] ?? id;
  });
}
