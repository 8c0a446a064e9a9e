import {
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { PageLook } from "../../model/theme.ts";
import { mmToTwips, PAGE_HEIGHT_TWIPS, PAGE_WIDTH_TWIPS, ptToTwips } from "./measures.ts";
import { styledParagraph } from "./paragraphs.ts";
import { FURNITURE_STYLES } from "./style-names.ts";

const CHAR_SPACE_UNITS = 4096; // a point, as w:charSpace counts

/**
 * The page of GB/T 9704-2012: A4, its margins, and the grid of 22 lines by 28 characters (standards of the field,
 * sections 1.1 and 1.2, method A: lines as high as the grid's, which fill the 版心).
 */
export function pageProperties(page: PageLook): ISectionPropertiesOptions {
  const chars = page.grid === "linesAndChars";
  return {
    page: {
      size: { width: PAGE_WIDTH_TWIPS, height: PAGE_HEIGHT_TWIPS },
      margin: {
        top: mmToTwips(page.topMm),
        bottom: mmToTwips(page.bottomMm),
        left: mmToTwips(page.leftMm),
        right: mmToTwips(page.rightMm),
        header: mmToTwips(page.headerMm),
        footer: mmToTwips(page.footerMm),
        gutter: 0,
      },
    },
    grid: {
      type: chars ? DocumentGridType.LINES_AND_CHARS : DocumentGridType.LINES,
      linePitch: ptToTwips(page.linePitchPt),
      ...(chars && { charSpace: Math.round(page.charSpacePt * CHAR_SPACE_UNITS) }),
    },
  };
}

/** Page numbers, odd pages right and even pages left; and a notice at the head of every page where there is one. */
export function pageFurniture(notice: string | null): Pick<ISectionOptions, "headers" | "footers"> {
  const header = () => new Header({ children: [styledParagraph(FURNITURE_STYLES.header.id, notice ? [notice] : [])] });
  return {
    ...(notice !== null && { headers: { default: header(), even: header() } }),
    footers: {
      default: new Footer({ children: [pageNumber(FURNITURE_STYLES.footer.id)] }),
      even: new Footer({ children: [pageNumber(FURNITURE_STYLES.evenFooter.id)] }),
    },
  };
}

/** — 1 — */
function pageNumber(styleId: string): Paragraph {
  const dash = (text: string) => new TextRun({ text, font: { hint: "eastAsia" } });
  return new Paragraph({
    style: styleId,
    children: [dash("— "), new TextRun({ children: [PageNumber.CURRENT] }), dash(" —")],
  });
}
