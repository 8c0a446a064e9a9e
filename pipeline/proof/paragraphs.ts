import { childrenOf, textIn, type XmlElement } from "../ooxml/xml-tree.ts";

/** Words of a bookmark within a paragraph. */
export interface FoundMark {
  readonly name: string;
  readonly start: number; // offsets into the paragraph's text
  readonly end: number; // exclusive
}

/** A paragraph's text as it is seen, whatever runs it is cut into. */
export interface FoundParagraph {
  readonly text: string;
  readonly marks: readonly FoundMark[];
  readonly isAlternative: boolean; // words of a picture or chart for people who cannot see it
}

interface OpenParagraph {
  text: string;
  readonly isAlternative: boolean;
  readonly marks: FoundMark[];
}

interface OpenField {
  code: string;
  result: number | null; // where its result begins; null before
}

interface OpenMark {
  readonly name: string;
  readonly paragraph: OpenParagraph;
  readonly start: number;
}

interface Reading {
  readonly paragraphs: FoundParagraph[];
  readonly open: OpenParagraph[]; // innermost last: a text box lies within a paragraph
  readonly marks: Map<string, OpenMark>; // by id
  readonly fields: OpenField[];
  readonly hasPages: boolean;
}

const PAGE_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;
const SYMBOL_AREA = 0xf000;

/** Deleted and moved-away words are not seen; properties hold no words. */
const PASSED_OVER = new Set(["w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:tcPr", "w:trPr"]);

/** Attributes that hold words: of a picture or chart for people who cannot see it, and of WordArt. */
const WORDED: Readonly<Record<string, readonly string[]>> = {
  "wp:docPr": ["title", "descr"],
  "v:shape": ["alt"],
  "v:textpath": ["string"],
};

/**
 * Reads the paragraphs of a part, at any depth, with the bookmarks in them.
 *
 * Runs are joined; what was deleted under tracked changes is left out and what was added is read. Page numbers of headers
 * and footers are left out as long as they are plain numbers: the editor counts them. Of two versions of the same drawing
 * the second is read only if its words differ.
 */
export function readParagraphs(root: XmlElement, story: string): readonly FoundParagraph[] {
  const hasPages = story === "header" || story === "footer";
  const reading: Reading = { paragraphs: [], open: [], marks: new Map(), fields: [], hasPages };
  visit(root, reading);
  return reading.paragraphs;
}

function visit(node: XmlElement, reading: Reading): void {
  if (PASSED_OVER.has(node.name)) return;
  for (const key of WORDED[node.name] ?? [])
    paragraph(reading, () => write(reading, node.attributes.get(key) ?? ""), true);
  const read = READERS[node.name];
  if (read) read(node, reading);
  else {
    write(reading, signOf(node));
    visitChildren(node, reading);
  }
}

/** How elements are read that are neither words nor a mere frame around them. */
const READERS: Readonly<Record<string, (node: XmlElement, reading: Reading) => void>> = {
  "w:p": (node, reading) => paragraph(reading, () => visitChildren(node, reading)),
  "a:p": (node, reading) => paragraph(reading, () => visitChildren(node, reading)),
  "mc:AlternateContent": visitAlternatives,
  "w:fldSimple": simpleField,
  "w:bookmarkStart": startMark,
  "w:bookmarkEnd": (node, reading) => endMark(node.attributes.get("w:id") ?? "", reading),
  "w:fldChar": (node, reading) => fieldSign(node.attributes.get("w:fldCharType"), reading),
  "w:instrText": code,
};

/** What an element of a run shows. */
function signOf(node: XmlElement): string {
  switch (node.name) {
    case "w:t":
    case "a:t":
    case "m:t":
      return textIn(node);
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
    case "w:cr":
    case "a:br":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbol(node.attributes.get("w:char") ?? "");
    default:
      return "";
  }
}

function visitChildren(node: XmlElement, reading: Reading): void {
  for (const child of childrenOf(node)) visit(child, reading);
}

function visitAlternatives(node: XmlElement, reading: Reading): void {
  const [first, ...others] = childrenOf(node);
  if (first) visit(first, reading);
  const seen = wordsIn(first);
  for (const other of others) if (wordsIn(other) !== seen) visit(other, reading);
}

function wordsIn(node: XmlElement | undefined): string {
  return childrenOf(node)
    .map((child) => signOf(child) + wordsIn(child))
    .join("");
}

function paragraph(reading: Reading, read: () => void, isAlternative = false): void {
  const opened: OpenParagraph = { text: "", marks: [], isAlternative };
  reading.open.push(opened);
  read();
  reading.open.pop();
  // A bookmark that runs on into the next paragraph marks what it holds of this one.
  for (const [id, mark] of reading.marks) if (mark.paragraph === opened) endMark(id, reading);
  if (opened.text !== "") reading.paragraphs.push(opened);
}

function write(reading: Reading, text: string): void {
  const open = reading.open.at(-1);
  if (open && reading.fields.every(({ result }) => result !== null)) open.text += text;
}

function startMark(node: XmlElement, { open, marks }: Reading): void {
  const inner = open.at(-1);
  const name = node.attributes.get("w:name") ?? "";
  if (inner) marks.set(node.attributes.get("w:id") ?? "", { name, paragraph: inner, start: inner.text.length });
}

function endMark(id: string, { marks }: Reading): void {
  const mark = marks.get(id);
  marks.delete(id);
  if (mark) mark.paragraph.marks.push({ name: mark.name, start: mark.start, end: mark.paragraph.text.length });
}

function code(node: XmlElement, { fields }: Reading): void {
  const field = fields.at(-1);
  if (field) field.code += textIn(node);
}

function fieldSign(type: string | undefined, reading: Reading): void {
  const field = reading.fields.at(-1);
  if (type === "begin") reading.fields.push({ code: "", result: null });
  else if (type === "separate" && field) field.result = reading.open.at(-1)?.text.length ?? 0;
  else if (type === "end" && field) {
    reading.fields.pop();
    endField(field, reading);
  }
}

function simpleField(node: XmlElement, reading: Reading): void {
  const result = reading.open.at(-1)?.text.length ?? 0;
  visitChildren(node, reading);
  endField({ code: node.attributes.get("w:instr") ?? "", result }, reading);
}

function endField({ code: written, result }: OpenField, { open, hasPages }: Reading): void {
  const inner = open.at(-1);
  if (!inner || result === null || !hasPages || !PAGE_FIELD.test(written)) return;
  if (/^\d{0,4}$/.test(inner.text.slice(result).trim())) inner.text = inner.text.slice(0, result);
}

/** Fonts of symbols hold their signs in an area of their own, the digits where ASCII has them. */
function symbol(hex: string): string {
  const point = Number.parseInt(hex, 16);
  if (Number.isNaN(point) || point > 0x10ffff) return "";
  return String.fromCodePoint(point >= SYMBOL_AREA && point <= SYMBOL_AREA + 0xff ? point - SYMBOL_AREA : point);
}
