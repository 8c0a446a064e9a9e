import { childrenOf, textIn, type XmlElement } from "../ooxml/xml-tree.ts";
import type { FoundParagraph } from "./paragraphs.ts";

/** Elements whose text is seen, whatever their namespace: words, values, points of newer charts, threaded comments. */
const TOLD = /(?:^|:)(?:t|v|text|pt)$/;

/** Reads whatever a part of an unknown kind may show, one paragraph for each of its texts. */
export function textsWithin(root: XmlElement): readonly FoundParagraph[] {
  const own = TOLD.test(root.name) ? textIn(root) : "";
  const inner = childrenOf(root).flatMap(textsWithin);
  return own.trim() === "" ? inner : [loneText(own), ...inner];
}

/** A text without bookmarks. */
export function loneText(text: string): FoundParagraph {
  return { text, marks: [], isAlternative: false };
}
