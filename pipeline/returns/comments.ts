import { JOINT, MARK, peoplesWords, SETTLED } from "./comment-words.ts";
import { addContentType, addDefaultType } from "./content-types.ts";
import { addNoteShapes, EMPTY_DRAWING } from "./note-shapes.ts";
import type { Parts } from "./parts.ts";
import { addRelationship, listRelationships, OFFICE_RELATIONSHIPS } from "./relationships.ts";
import { literalText } from "./safe-text.ts";
import { SPREADSHEET, SPREADSHEET_TYPE } from "./workbook.ts";
import { attributeOf, childrenOf, escapeXml, insertAt, opened, prefixOf, rootOf, UnusualXml } from "./xml.ts";

const AUTHOR = "jindu 核对";
const EMPTY =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${SPREADSHEET}"><authors>` +
  "</authors><commentList></commentList></comments>";
/** What stands behind a sheet's drawing of comments (CT_Worksheet, in the order of the schema). */
const BEHIND_DRAWING = [
  ...["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"],
  "AlternateContent", // holds objects or controls
];

/**
 * Puts comments on cells of a worksheet. A comment that a cell has already stays, and ours stands below it; what an
 * earlier return said is replaced.
 *
 * @param sheet path of the worksheet part
 * @param texts by address, in the order of the cells
 * @throws UnusualXml
 */
export function addComments(parts: Parts, sheet: string, texts: ReadonlyMap<string, string>): void {
  if (texts.size === 0 && !hasOurs(parts, sheet)) return;
  const path = commentsPath(parts, sheet);
  const before = parts.read(path);
  const root = rootOf(before, "comments");
  const { xml, author } = withAuthor(before, prefixOf(root.open));
  const { merged, left } = mergeInto(xml, texts);
  const prefix = prefixOf(root.open);
  const added = [...left].map(([address, text]) =>
    tags(prefix, `<comment ref="${address}" authorId="${author}" shapeId="0"><text>${run(text)}</text></comment>`),
  );
  parts.write(path, insertAt(merged, section(merged, "commentList").innerEnd, added.join("")));
  if (left.size === 0) return;
  const drawing = drawingPath(parts, sheet);
  parts.write(drawing, addNoteShapes(parts.read(drawing), left));
}

function hasOurs(parts: Parts, sheet: string): boolean {
  const old = listRelationships(parts, sheet).find(({ type }) => type === "comments");
  return old !== undefined && parts.read(old.path).includes(MARK);
}

function commentsPath(parts: Parts, sheet: string): string {
  const old = listRelationships(parts, sheet).find(({ type }) => type === "comments");
  if (old) return old.path;
  const path = parts.freePath("xl/comments#.xml");
  parts.write(path, EMPTY);
  addContentType(parts, path, `${SPREADSHEET_TYPE}.comments+xml`);
  addRelationship(parts, sheet, "comments", path);
  return path;
}

/** The drawing of the sheet's comments and controls; made, and named in the sheet, where it has none. */
function drawingPath(parts: Parts, sheet: string): string {
  const xml = parts.read(sheet);
  const root = rootOf(xml, "worksheet");
  const sections = childrenOf(xml, root.innerStart, root.innerEnd);
  const named = sections.find(({ name }) => name === "legacyDrawing");
  if (named) {
    const id = attributeOf(named.open, "id");
    const old = listRelationships(parts, sheet).find((relationship) => relationship.id === id);
    if (!old || !parts.has(old.path)) throw new UnusualXml("no drawing of comments");
    return old.path;
  }
  const path = parts.freePath("xl/drawings/vmlDrawing#.vml");
  parts.write(path, EMPTY_DRAWING);
  addDefaultType(parts, "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
  const id = addRelationship(parts, sheet, "vmlDrawing", path);
  const data = sections.findIndex(({ name }) => name === "sheetData");
  const next = sections.slice(data + 1).find(({ name }) => BEHIND_DRAWING.includes(name));
  const tag = `<${prefixOf(root.open)}legacyDrawing xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${id}"/>`;
  parts.write(sheet, insertAt(xml, next?.start ?? root.innerEnd, tag));
  return path;
}

function withAuthor(xml: string, prefix: string): { readonly xml: string; readonly author: number } {
  const authors = section(xml, "authors");
  const names = childrenOf(xml, authors.innerStart, authors.innerEnd).map((each) =>
    xml.slice(each.innerStart, each.innerEnd),
  );
  const known = names.indexOf(AUTHOR);
  if (known >= 0) return { xml, author: known };
  return { xml: insertAt(xml, authors.innerEnd, tags(prefix, `<author>${AUTHOR}</author>`)), author: names.length };
}

/** Adds texts to the comments of cells that have one. @returns `left`: those of cells that have none */
function mergeInto(xml: string, texts: ReadonlyMap<string, string>) {
  const left = new Map(texts);
  const list = section(xml, "commentList");
  const pieces: string[] = [];
  let copied = 0;
  for (const comment of childrenOf(xml, list.innerStart, list.innerEnd)) {
    const address = attributeOf(comment.open, "ref") ?? "";
    const text = childrenOf(xml, comment.innerStart, comment.innerEnd).find(({ name }) => name === "text");
    if (!text) throw new UnusualXml("a comment without text");
    const added = left.get(address);
    if (added === undefined && !xml.slice(text.start, text.end).includes(MARK)) continue;
    left.delete(address);
    const { runs, added: words } = peoplesWords(xml, text);
    const isTheirs = runs.length > 0 || words !== "";
    const now = added ?? (runs.length > 0 ? undefined : `${MARK}${SETTLED}`);
    const ours = [words, now === undefined ? "" : `${isTheirs ? JOINT : ""}${now}`].filter(Boolean).map(run);
    const end = `</${prefixOf(text.open)}text>`;
    pieces.push(
      xml.slice(copied, text.start),
      opened(text.open),
      runs.join(""),
      tags(prefixOf(text.open), ours.join("")),
      end,
    );
    copied = text.end;
  }
  return { merged: pieces.join("") + xml.slice(copied), left };
}

function section(xml: string, name: string) {
  const root = rootOf(xml, "comments");
  const found = childrenOf(xml, root.innerStart, root.innerEnd).find((each) => each.name === name);
  if (!found || found.innerEnd === found.end) throw new UnusualXml(`no ${name}`);
  return found;
}

/** Without xml:space, which the schema does not know here: no text begins or ends with a blank. */
function run(text: string): string {
  return `<r><t>${escapeXml(literalText(text))}</t></r>`;
}

function tags(prefix: string, xml: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}
