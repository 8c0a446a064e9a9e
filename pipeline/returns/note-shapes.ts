import { parseAddress } from "../model/cell.ts";
import { insertAt, UnusualXml } from "./xml.ts";

// [MS-OI29500] and ECMA-376 Part 4, section 19: the boxes of comments are VML, and without one a comment is not shown.

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** A drawing without a shape. */
export const EMPTY_DRAWING = `<xml ${NAMESPACES}></xml>`;

const BLOCK = 1_024; // shape numbers are given out in blocks, which the drawing lists
const BOX_COLUMNS = 4;
const LEAST_ROWS = 4;
const MOST_ROWS = 24;
const LINE_CHARACTERS = 18; // Chinese ones that fit into a line of the box

/**
 * Adds the closed boxes of comments on cells; what is in the drawing stays.
 *
 * @param texts by address: a box is as high as its text asks for
 * @throws UnusualXml
 */
export function addNoteShapes(vml: string, texts: ReadonlyMap<string, string>): string {
  const end = vml.lastIndexOf("</xml>");
  if (end < 0) throw new UnusualXml("not a drawing");
  if (texts.size === 0) return vml;
  const first = firstFreeBlock(vml);
  const blocks = Array.from({ length: Math.ceil((texts.size + 1) / BLOCK) }, (_, index) => first + index);
  const isUsual = ["v", "o", "x"].every((prefix) => vml.includes(`xmlns:${prefix}="urn:schemas-microsoft-com:`));
  const spaces = isUsual ? "" : ` ${NAMESPACES}`;
  const type = `jindu_note_${first}`;
  const shapes = [...texts].map(([address, text], index) =>
    shape(address, rowsFor(text), `id="_x0000_s${first * BLOCK + index + 1}" type="#${type}"${spaces}`),
  );
  const layout = `<o:shapelayout${spaces} v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(",")}"/></o:shapelayout>`;
  const shapeType =
    `<v:shapetype${spaces} id="${type}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  const hasLayout = /<\w+:shapelayout\b/.test(vml);
  const head = hasLayout ? listBlocks(vml, blocks) : vml;
  return insertAt(head, head.lastIndexOf("</xml>"), (hasLayout ? "" : layout) + shapeType + shapes.join(""));
}

function firstFreeBlock(vml: string): number {
  const shapes = [...vml.matchAll(/_x0000_s(\d{1,9})/g)].map(([, number]) => Math.floor(Number(number) / BLOCK));
  const listed = [...vml.matchAll(/<\w+:idmap\b[^>]*\bdata="([\d, ]*)"/g)].flatMap(([, list = ""]) =>
    list.split(",").map(Number),
  );
  return [...shapes, ...listed].reduce((most, block) => Math.max(most, block), 0) + 1;
}

function listBlocks(vml: string, blocks: readonly number[]): string {
  return vml.replace(
    /(<\w+:idmap\b[^>]*\bdata=")([\d, ]*)(")/,
    (_, before: string, list: string, after: string) => `${before}${[list, ...blocks].join(",")}${after}`,
  );
}

function rowsFor(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_CHARACTERS)), 0);
  return Math.min(MOST_ROWS, Math.max(LEAST_ROWS, lines));
}

function shape(address: string, rows: number, attributes: string): string {
  const { row, column } = parseAddress(address) ?? { row: 1, column: 1 };
  const anchor = [column, 15, Math.max(0, row - 2), 4, column + BOX_COLUMNS, 15, row - 1 + rows, 4].join(", ");
  const style = "position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:90pt;z-index:1;visibility:hidden";
  return (
    `<v:shape ${attributes} style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
