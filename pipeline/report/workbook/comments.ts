import type { Worksheet } from "exceljs";
import { toAddress } from "../../model/cell.ts";
import type { CellContent, SheetDescription } from "../../model/edition.ts";
import { printableText } from "../../model/printable-text.ts";
import type { Theme } from "../../model/theme.ts";
import { placedCells } from "../sheet-layout.ts";
import { escapedXml, XML_HEAD } from "../xml.ts";
import { boxAnchor, boxSize } from "./comment-box.ts";
import type { SheetAddition } from "./sheet-parts.ts";

/** A comment and the cell that it hangs on, both from 1. */
interface PlacedComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** Excel numbers the shapes of a sheet from a block of its own. */
const SHAPES_A_BLOCK = 1024;

/**
 * The comments of a sheet, each in a box as large as its words, hidden until the cell is pointed at.
 *
 * @param sheetNumber from 1, as the parts are named
 * @param worksheet written, so that the boxes can be placed by its widths and heights
 */
export function sheetComments(
  sheet: SheetDescription,
  sheetNumber: number,
  worksheet: Worksheet,
  theme: Theme,
): readonly SheetAddition[] {
  const comments = placedComments(sheet);
  if (comments.length === 0) return [];
  const list = comments.map((comment) => commentXml(comment, theme));
  const shapes = comments.map((comment, at) => {
    const id = SHAPES_A_BLOCK * sheetNumber + at + 1;
    return shapeXml(comment, id, worksheet, theme);
  });
  return [
    {
      element: "legacyDrawing",
      xml: '<legacyDrawing r:id="rIdCommentBoxes"/>',
      relationships: [
        { id: "rIdCommentBoxes", type: "vmlDrawing", target: `../drawings/vmlDrawing${sheetNumber}.vml` },
        { id: "rIdComments", type: "comments", target: `../comments${sheetNumber}.xml` },
      ],
      parts: [
        {
          path: `xl/comments${sheetNumber}.xml`,
          contentType: COMMENTS_TYPE,
          xml:
            XML_HEAD +
            `<comments xmlns="${MAIN}"><authors><author/></authors><commentList>${list.join("")}</commentList></comments>`,
        },
        {
          path: `xl/drawings/vmlDrawing${sheetNumber}.vml`,
          contentType: DRAWING_TYPE,
          xml:
            `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheetNumber}"/></o:shapelayout>` +
            '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
            '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
            `${shapes.join("")}</xml>`,
        },
      ],
    },
  ];
}

function placedComments(sheet: SheetDescription): readonly PlacedComment[] {
  return placedCells(sheet, (content) => commentOf(content) !== undefined).map(({ row, column, content }) => ({
    row,
    column,
    text: printableText(commentOf(content) ?? ""),
  }));
}

function commentOf(content: CellContent): string | undefined {
  return content.kind === "text" || content.kind === "number" ? content.comment : undefined;
}

function commentXml({ row, column, text }: PlacedComment, { workbook: look }: Theme): string {
  const font = `<rPr><sz val="${look.linePt}"/><rFont val="${look.bodyFont}"/></rPr>`;
  const words = `<t>${escapedXml(text)}</t>`;
  return `<comment ref="${toAddress(row, column)}" authorId="0"><text><r>${font}${words}</r></text></comment>`;
}

function shapeXml({ row, column, text }: PlacedComment, id: number, worksheet: Worksheet, theme: Theme): string {
  const fill = `#${theme.workbook.noticeFill}`;
  const size = boxSize(text, theme);
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" fillcolor="${fill}" o:insetmode="auto" ` +
    `style="position:absolute;width:${size.widthPt}pt;height:${size.heightPt}pt;visibility:hidden">` +
    `<v:fill color2="${fill}"/><v:path o:connecttype="none"/>` +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${boxAnchor({ row, column }, size, worksheet).join(", ")}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
