import { child, childrenOf, numberOf, switchOf, within, wordOf, type XmlElement } from "../ooxml/xml-tree.ts";
import type { Place } from "./finding.ts";
import type { Styles } from "./look.ts";
import { type LintParagraph, readParagraph } from "./paragraph.ts";

/** A table of the body; those inside its cells belong to the cell. */
export interface LintTable {
  readonly place: Place;
  readonly width: number; // twips: of its columns, or as it says where that is more
  readonly rows: readonly LintRow[];
  readonly paragraphs: readonly LintParagraph[];
}

/** A row of a table. */
export interface LintRow {
  readonly isHeader: boolean; // repeated on each page
  readonly maySplit: boolean;
}

/** Reads `w:tbl`. */
export function readTable(
  element: XmlElement,
  styles: Styles,
  { number, order }: { readonly number: number; readonly order: number },
): LintTable {
  const rows = throughControls(element, "w:tr");
  const properties = child(element, "w:tblPr");
  const columns = childrenOf(child(element, "w:tblGrid"), "w:gridCol").map(({ attributes }) =>
    Number(attributes.get("w:w")),
  );
  const stated = wordOf(properties, "w:tblW", "w:type") === "dxa" ? (numberOf(properties, "w:tblW", "w:w") ?? 0) : 0;
  let next = order;
  const paragraphs = rows.flatMap((row, rowIndex) =>
    throughControls(row, "w:tc").flatMap((cell, cellIndex) =>
      within(cell, "w:p").map((paragraph) => {
        next += 1;
        const label = `表${number} 第${rowIndex + 1}行第${cellIndex + 1}列`;
        return readParagraph(paragraph, styles, { place: { label, order: next }, where: "cell" });
      }),
    ),
  );
  return {
    place: { label: `表${number}`, order },
    width: Math.max(
      stated,
      columns.reduce((sum, width) => sum + (Number.isFinite(width) ? width : 0), 0),
    ),
    rows: rows.map((row) => ({
      isHeader: switchOf(child(row, "w:trPr"), "w:tblHeader") ?? false,
      maySplit: !(switchOf(child(row, "w:trPr"), "w:cantSplit") ?? false),
    })),
    paragraphs,
  };
}

/** Content controls and tracked changes may stand between a table and its rows. */
function throughControls(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((node) => {
    if (node.name === name) return [node];
    return /^w:(?:sdt|sdtContent|ins|customXml)$/.test(node.name) ? throughControls(node, name) : [];
  });
}
