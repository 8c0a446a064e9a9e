/** The style of tables, for a table to name. */
export const TABLE_STYLE_ID = "TableGrid";

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'; // 0.5 pt
const CELL_MARGIN_TWIPS = 57; // 1 mm

/**
 * The style that all others rest on, as XML because docx cannot say 孤行控制.
 *
 * Chinese Word keeps it off, so that every page has its 22 lines.
 */
export function normalStyle(): string {
  return [
    `<w:style ${NAMESPACE} w:type="paragraph" w:default="1" w:styleId="Normal">`,
    '<w:name w:val="Normal"/><w:qFormat/>',
    '<w:pPr><w:widowControl w:val="0"/></w:pPr>',
    "</w:style>",
  ].join("");
}

/** Thin borders and narrow cell margins, as XML because docx has no table styles. */
export function tableStyle(): string {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  return [
    `<w:style ${NAMESPACE} w:type="table" w:styleId="${TABLE_STYLE_ID}">`,
    '<w:name w:val="Table Grid"/><w:uiPriority w:val="39"/><w:tblPr>',
    `<w:tblBorders>${sides.map((side) => `<w:${side} ${BORDER}/>`).join("")}</w:tblBorders>`,
    `<w:tblCellMar><w:left w:w="${CELL_MARGIN_TWIPS}" w:type="dxa"/><w:right w:w="${CELL_MARGIN_TWIPS}" w:type="dxa"/></w:tblCellMar>`,
    "</w:tblPr></w:style>",
  ].join("");
}
