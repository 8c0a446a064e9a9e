import { child, childrenOf, within, wordOf, type XmlElement } from "../ooxml/xml-tree.ts";
import type { Place } from "./finding.ts";
import { overRun, type ParagraphLook, paragraphLookOf, type RunLook, runLookOf, type Styles } from "./look.ts";

/** A stretch of text that looks the same. */
export interface LintRun {
  readonly text: string;
  readonly look: RunLook;
  readonly direct: RunLook; // what the run says itself
  readonly hint: string | undefined; // eastAsia: “” and — take the Chinese font
}

/** A paragraph wherever it stands. */
export interface LintParagraph {
  readonly place: Place;
  readonly where: "body" | "cell" | "header" | "footer";
  readonly text: string;
  readonly runs: readonly LintRun[]; // those with text
  readonly styleName: string;
  readonly look: ParagraphLook;
  readonly mark: RunLook; // of the style
  readonly isNumbered: boolean; // the number is Word's and not in the text
  readonly hasPageNumber: boolean;
  readonly hasObject: boolean; // a picture, chart, break or section end
}

const PASSED_OVER = new Set(["w:del", "w:moveFrom", "mc:Fallback", "w:txbxContent", "w:pPr", "w:rPr"]);

/** Reads a paragraph; deleted text and text boxes are left out. */
export function readParagraph(
  element: XmlElement,
  styles: Styles,
  spot: Pick<LintParagraph, "place" | "where">,
): LintParagraph {
  const properties = child(element, "w:pPr");
  const styleId = wordOf(properties, "w:pStyle") ?? styles.standard;
  const mark = styles.runLook(styleId);
  const runs = runElements(element).map((run) => readRun(run, mark, styles));
  return {
    ...spot,
    text: runs.map(({ text }) => text).join(""),
    runs: runs.filter(({ text }) => text !== ""),
    styleName: styles.named.get(styleId ?? "") ?? "",
    look: { ...styles.paragraphLook(styleId), ...paragraphLookOf(properties) },
    mark,
    isNumbered: child(properties, "w:numPr") !== undefined,
    hasPageNumber: hasPageField(element),
    hasObject:
      ["w:drawing", "w:pict", "w:object", "m:oMath"].some((name) => within(element, name).length > 0) ||
      within(element, "w:br").some(({ attributes }) => attributes.get("w:type") === "page") ||
      child(properties, "w:sectPr") !== undefined,
  };
}

function runElements(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((node) => {
    if (PASSED_OVER.has(node.name)) return [];
    return node.name === "w:r" ? [node] : runElements(node);
  });
}

function readRun(run: XmlElement, mark: RunLook, styles: Styles): LintRun {
  const properties = child(run, "w:rPr");
  const direct = runLookOf(properties);
  const characterStyle = wordOf(properties, "w:rStyle");
  const styled = characterStyle === undefined ? {} : ownLook(styles, characterStyle);
  return {
    text: childrenOf(run).map(textOf).join(""),
    look: overRun(overRun(mark, styled), direct),
    direct,
    hint: wordOf(properties, "w:rFonts", "w:hint"),
  };
}

/** What a character style adds to the defaults of the document. */
function ownLook(styles: Styles, id: string): RunLook {
  const start = styles.runLook(undefined);
  const look = styles.runLook(id);
  return Object.fromEntries(Object.entries(look).filter(([name, value]) => start[name as keyof RunLook] !== value));
}

function textOf(node: XmlElement): string {
  if (node.name === "w:t") return node.children.filter((part) => typeof part === "string").join("");
  if (node.name === "w:tab") return "\t";
  if (node.name === "w:br" || node.name === "w:cr") return "\n";
  return node.name === "w:noBreakHyphen" ? "-" : "";
}

function hasPageField(element: XmlElement): boolean {
  const codes = [
    ...within(element, "w:instrText").map((node) => node.children.join("")),
    ...within(element, "w:fldSimple").map(({ attributes }) => attributes.get("w:instr") ?? ""),
  ];
  return codes.some((code) => /(?:^|\s)PAGE(?:\s|$)/i.test(code));
}
