import { child, childrenOf, parseXml, switchOf, within, type XmlElement } from "../ooxml/xml-tree.ts";
import type { Place } from "./finding.ts";
import { readStyles, type Styles } from "./look.ts";
import { type LintParagraph, readParagraph } from "./paragraph.ts";
import { readSection, type Section } from "./section.ts";
import { type LintTable, readTable } from "./table.ts";

/** The parts of a document by their path without a leading slash, in lower case. */
export type DocumentParts = ReadonlyMap<string, Uint8Array>;

/** A document as the rules see it. */
export interface LintDocument {
  readonly paragraphs: readonly LintParagraph[]; // body and cells in reading order
  readonly headers: readonly LintParagraph[];
  readonly footers: readonly LintFooter[];
  readonly tables: readonly LintTable[];
  readonly sections: readonly Section[];
  readonly hasEvenPages: boolean;
  readonly styles: Styles;
  readonly brokenParts: readonly string[]; // could not be read
}

/** A footer, with the pages that it is for. */
export interface LintFooter {
  readonly pages: "default" | "even" | "first";
  readonly paragraphs: readonly LintParagraph[];
}

const MAIN = "word/document.xml";

/** Reads the parts of a .docx; a part that is no XML is named in `brokenParts` and read as if it were not there. */
export function readDocument(parts: DocumentParts): LintDocument {
  const broken: string[] = [];
  const open = (name: string) => openPart(parts, name, broken);
  const main = open(MAIN);
  if (main === undefined && !parts.has(MAIN)) broken.push(MAIN);
  const styles = readStyles(open("word/styles.xml"));
  const body = child(main, "w:body");
  const { paragraphs, tables } = readBody(body, styles);
  const sections = within(body, "w:sectPr").map((element, index) => readSection(element, index));
  const targets = relationships(open("word/_rels/document.xml.rels"));
  const around = (kind: "header" | "footer") => {
    const references = sections.flatMap((section) => (kind === "header" ? section.headers : section.footers));
    const ids = new Map(references.map(({ id, pages }) => [id, pages]));
    return [...ids].map(([id, pages]) => {
      const root = open(`word/${(targets.get(id) ?? "").replace(/^\/?word\//i, "").toLowerCase()}`);
      const label = kind === "header" ? "页眉" : pages === "even" ? "页脚（双页）" : "页脚";
      const place: Place = { label, order: kind === "header" ? -1 : Number.MAX_SAFE_INTEGER };
      return { pages, paragraphs: within(root, "w:p").map((p) => readParagraph(p, styles, { place, where: kind })) };
    });
  };
  return {
    paragraphs,
    tables,
    sections,
    headers: around("header").flatMap((header) => header.paragraphs),
    footers: around("footer"),
    hasEvenPages: switchOf(open("word/settings.xml"), "w:evenAndOddHeaders") ?? false,
    styles,
    brokenParts: broken,
  };
}

function openPart(parts: DocumentParts, name: string, broken: string[]): XmlElement | undefined {
  const bytes = parts.get(name);
  if (bytes === undefined) return undefined;
  try {
    return parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    if (!broken.includes(name)) broken.push(name); // said as a finding
    return undefined;
  }
}

function readBody(body: XmlElement | undefined, styles: Styles) {
  const paragraphs: LintParagraph[] = [];
  const tables: LintTable[] = [];
  let order = 0;
  let count = 0;
  const visit = (node: XmlElement): void => {
    if (node.name === "w:p") {
      order += 1;
      count += 1;
      const place = { label: `第${count}段`, order };
      paragraphs.push(readParagraph(node, styles, { place, where: "body" }));
    } else if (node.name === "w:tbl") {
      const table = readTable(node, styles, { number: tables.length + 1, order: order + 1 });
      order += 1 + table.paragraphs.length;
      tables.push(table);
      for (const paragraph of table.paragraphs) paragraphs.push(paragraph); // too many for the arguments of one call
    } else if (node.name !== "w:sectPr") for (const inner of childrenOf(node)) visit(inner);
  };
  for (const node of childrenOf(body)) visit(node);
  return { paragraphs, tables };
}

function relationships(root: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(root).map(({ attributes }) => [attributes.get("Id") ?? "", attributes.get("Target") ?? ""] as const),
  );
}
