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
import type { PageLook, Theme } from "../../model/theme.ts";
import { mmToTwips, textWidthTwips } from "./measures.ts";
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
 * 版记 at the foot of the last page: 报, 送, 发 between black lines, then who edited, checked and signed, and how many were
 * printed; nothing where all are blank. An empty paragraph follows, which holds the floating table.
 *
 * Its place is counted from the page's left edge, because LibreOffice lets a table as wide as the text float only so.
 */
export function imprint(letterhead: Letterhead, theme: Theme): (Paragraph | Table)[] {
  const lines = [
    ...recipients(letterhead).map((text) => styledParagraph(FURNITURE_STYLES.imprint.id, [text])),
    ...handled(letterhead).map(([left, right]) => twoEndedParagraph(FURNITURE_STYLES.imprintHandled.id, left, right)),
  ];
  return lines.length === 0 ? [] : [imprintTable(lines, theme.page), new Paragraph({ style: "Note" })];
}

/** 报：… 送：… 发：…, those that are given. */
export function recipients({ report, send, distribute }: Letterhead): readonly string[] {
  return labelled([
    ["报", report],
    ["送", send],
    ["发", distribute],
  ]);
}

/** The line of 编辑, 审核, 签发 on the left and the copies on the right; none where nothing is given. */
export function handled({ editor, reviewer, signer, copies }: Letterhead): readonly (readonly [string, string])[] {
  const people = labelled([
    ["编辑", editor],
    ["审核", reviewer],
    ["签发", signer],
  ]).join("　");
  return people === "" && copies === null ? [] : [[people, copies ?? ""]];
}

function labelled(entries: readonly (readonly [label: string, text: string | null])[]): readonly string[] {
  return entries.flatMap(([label, text]) => (text === null ? [] : [`${label}：${text}`]));
}

function imprintTable(lines: readonly Paragraph[], page: PageLook): Table {
  const width = textWidthTwips(page);
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const thick = { style: BorderStyle.SINGLE, size: THICK_EIGHTHS, color: "000000" };
  const thin = { style: BorderStyle.SINGLE, size: THIN_EIGHTHS, color: "000000" };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: mmToTwips(page.leftMm),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    margins: { left: 0, right: 0 },
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
