import {
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import type { Letterhead } from "../../model/letterhead.ts";
import type { Theme } from "../../model/theme.ts";
import { textWidthTwips } from "./measures.ts";
import { styledParagraph, twoEndedParagraph } from "./paragraphs.ts";
import { FURNITURE_STYLES, PARAGRAPH_STYLES } from "./style-names.ts";

const THICK_EIGHTHS = 8; // 0.35 mm
const THIN_EIGHTHS = 6; // 0.25 mm

/**
 * 报头: 密级, name in red, number of the issue, then issuer and date above the red rule (standards of the field,
 * section 1.7). What the letterhead leaves blank is left out.
 */
export function masthead(letterhead: Letterhead): Paragraph[] {
  const { name, issuer, issueNumber, date, secrecy } = letterhead;
  return [
    ...(secrecy === null ? [] : [styledParagraph(FURNITURE_STYLES.secrecy.id, [secrecy])]),
    styledParagraph(PARAGRAPH_STYLES.masthead.id, [name]),
    ...(issueNumber === null ? [] : [styledParagraph(FURNITURE_STYLES.issueNumber.id, [issueNumber])]),
    issueLine(issuer, date ?? ""),
  ];
}

/** Words at both ends of the line above the red rule, one character from each edge. */
export function issueLine(left: string, right: string): Paragraph {
  return twoEndedParagraph(FURNITURE_STYLES.issueLine.id, `　${left}`, right);
}

/**
 * 版记 at the foot of the last page: 报, 送, 发 between black lines, and how many were printed; nothing where all
 * are blank. An empty paragraph follows, which holds the floating table.
 */
export function imprint(letterhead: Letterhead, theme: Theme): (Paragraph | Table)[] {
  const { report, send, distribute, copies } = letterhead;
  const labelled = [
    { label: "报：", text: report },
    { label: "送：", text: send },
    { label: "发：", text: distribute },
  ].filter(({ text }) => text !== null);
  const lines = [
    ...labelled.map(({ label, text }) => styledParagraph(FURNITURE_STYLES.imprint.id, [`${label}${text}`])),
    ...(copies === null ? [] : [styledParagraph(FURNITURE_STYLES.imprintCopies.id, [copies])]),
  ];
  return lines.length === 0 ? [] : [imprintTable(lines, textWidthTwips(theme.page)), new Paragraph({ style: "Note" })];
}

function imprintTable(lines: readonly Paragraph[], width: number): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const thick = { style: BorderStyle.SINGLE, size: THICK_EIGHTHS, color: "000000" };
  const thin = { style: BorderStyle.SINGLE, size: THIN_EIGHTHS, color: "000000" };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: lines.map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: [new TableCell({ width: { size: width, type: WidthType.DXA }, children: [line] })],
        }),
    ),
  });
}
