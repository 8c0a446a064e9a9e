import { fromNumber, roundHalfUp } from "../model/decimal.ts";
import { decodeEntities } from "../ooxml/entities.ts";
import { child, childrenOf, textIn, within, type XmlElement } from "../ooxml/xml-tree.ts";
import { type PaperParts, readPart } from "./paper.ts";
import { readTargets } from "./relationships.ts";

/** A workbook as a reader sees it. */
export interface FoundWorkbook {
  readonly cells: ReadonlyMap<string, FoundCell>; // by place: 指标对照!E7; blank ones left out
  readonly comments: ReadonlyMap<string, string>; // by place
  readonly edges: readonly (readonly [sheet: string, text: string])[]; // heads and feet of printed pages
  readonly charts: readonly XmlElement[];
  readonly brokenParts: readonly string[];
}

export interface FoundCell {
  readonly text: string; // as shown: a number by its format
  readonly value: string | null; // of a number, as stored; null for words
}

const CELL = /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const STRING = /<si>(.*?)<\/si>|<si\/>/gs;
const WORDS = /<t(?: [^>]*)?>([^<]*)<\/t>/g;
const EDGE = /<(?:odd|even|first)(?:Header|Footer)>([^<]*)</g;
const EDGE_CODE = /&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z])/g; // fonts, sizes, colours, page numbers

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
  const decimals = decimalsOf(tree("xl/styles.xml"));
  const cells = new Map<string, FoundCell>();
  const comments = new Map<string, string>();
  const edges: [string, string][] = [];
  for (const { name, path } of sheetsOf(tree("xl/workbook.xml"), tree("xl/_rels/workbook.xml.rels"))) {
    const xml = text(path);
    for (const [, attributes = "", inner = ""] of xml.matchAll(CELL)) {
      const cell = cellOf(attributes, inner, { words, decimals });
      if (cell.text !== "") cells.set(`${name}!${said(attributes, "r")}`, cell);
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
  const paths = [...parts.keys()].filter((path) => /^xl\/charts\/chart\d*\.xml$/.test(path)).sort();
  return { cells, comments, edges, charts: paths.flatMap((path) => tree(path) ?? []), brokenParts };
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
  readonly decimals: readonly (number | null)[]; // by style
}

function cellOf(attributes: string, inner: string, { words, decimals }: Tables): FoundCell {
  const type = said(attributes, "t");
  if (type === "inlineStr") return { text: wordsIn(inner), value: null };
  const written = decodeEntities(/<v(?: [^>]*)?>([^<]*)<\/v>/.exec(inner)?.[1] ?? "");
  if (type === "s") return { text: words[Number(written)] ?? "", value: null };
  if (type !== "" && type !== "n") return { text: written, value: null };
  const value = Number(written);
  if (written === "" || !Number.isFinite(value)) return { text: written, value: null };
  const places = decimals[Number(said(attributes, "s") || "0")];
  const exact = fromNumber(value);
  return { text: places === null || places === undefined ? exact : roundHalfUp(exact, places), value: exact };
}

function said(attributes: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

function wordsIn(xml: string): string {
  const read = xml.replace(/<rPh\b.*?<\/rPh>/gs, "");
  return decodeEntities([...read.matchAll(WORDS)].map(([, words = ""]) => words).join(""));
}

/** How many decimals each style shows; null for the general format and for all that are no plain digits. */
function decimalsOf(styles: XmlElement | undefined): readonly (number | null)[] {
  const own = new Map(
    within(child(styles, "numFmts"), "numFmt").map(({ attributes }) => [
      attributes.get("numFmtId"),
      attributes.get("formatCode") ?? "",
    ]),
  );
  own.set("1", "0").set("2", "0.00");
  return childrenOf(child(styles, "cellXfs"), "xf").map(({ attributes }) => {
    const zeros = /^0(?:\.(0+))?$/.exec(own.get(attributes.get("numFmtId")) ?? "");
    return zeros ? (zeros[1]?.length ?? 0) : null;
  });
}
