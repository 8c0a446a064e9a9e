import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** The parts of an Office file by path, e.g. "word/document.xml". */
export type Parts = Record<string, Uint8Array>;

/** Makes a part's text in pieces out of what it holds so far, for parts that are too long to be held in memory. */
export type Unroll = (xml: string) => Iterable<string>;

const FIRST_PARTS = ["[Content_Types].xml", "_rels/.rels"];
const COMPRESSION_LEVEL = 4; // half the time of 6, a twentieth larger
const SHORT_MEMORY = 4; // fflate's scale: tables for a long part would be made anew for each short one
const LONG_MEMORY = 8;
const PACKED = /\.xlsx$/; // workbooks within a document
const RELATIONSHIP_ID = /(\bId=")([^"]*)(")/g;
const RELATIONSHIP_USE = /(\br:[a-zA-Z]+=")([^"]*)(")/g;
const DOCUMENT_DATE = /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g;

/**
 * Rewrites the parts of an Office file so that the same content is the same bytes, whenever and by whom it is written.
 *
 * Document dates become midnight UTC of `fixedDate`, relationship ids count from rId1 in the order of their part.
 *
 * @param fixedDate "2023-07-12"
 */
export function normaliseParts(parts: Parts, fixedDate: string): void {
  const core = parts["docProps/core.xml"];
  if (core) parts["docProps/core.xml"] = strToU8(withDates(strFromU8(core), fixedDate));
  for (const path of Object.keys(parts).filter((name) => name.endsWith(".rels"))) renumberRelationships(parts, path);
}

/** Opens an Office file written by this program; never one that came from outside (read/ guards those). */
export function openPackage(bytes: Uint8Array): Parts {
  return unzipSync(bytes);
}

/**
 * Packs parts, [Content_Types].xml first and the rest sorted, each dated 1980-01-01; the same parts give the same bytes
 * in every time zone.
 *
 * @param unrolled by path, the parts that are packed piece by piece
 */
export function closePackage(parts: Parts, unrolled: Readonly<Record<string, Unroll>> = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const path of packingOrder(parts)) {
    const entry = PACKED.test(path)
      ? new ZipPassThrough(path)
      : new ZipDeflate(path, { level: COMPRESSION_LEVEL, mem: unrolled[path] ? LONG_MEMORY : SHORT_MEMORY });
    // fflate reads the clock time in the zone of the machine, so the date is built in that zone too.
    entry.mtime = new Date(1980, 0, 1);
    entry.os = 0;
    zip.add(entry);
    const part = parts[path] ?? new Uint8Array();
    for (const text of unrolled[path]?.(strFromU8(part)) ?? []) entry.push(strToU8(text));
    entry.push(unrolled[path] ? new Uint8Array() : part, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

function packingOrder(parts: Parts): readonly string[] {
  const rest = Object.keys(parts)
    .filter((path) => !FIRST_PARTS.includes(path) && !path.endsWith("/"))
    .sort();
  return [...FIRST_PARTS.filter((path) => parts[path] !== undefined), ...rest];
}

/** Replaces the text of a part that must exist. @throws RangeError if the file has no such part */
export function rewritePart(parts: Parts, path: string, rewrite: (xml: string) => string): void {
  const part = parts[path];
  if (!part) throw new RangeError(`no part ${path}`);
  parts[path] = strToU8(rewrite(strFromU8(part)));
}

function withDates(core: string, fixedDate: string): string {
  return core.replace(DOCUMENT_DATE, (_whole, open, _name, close) => `${open}${fixedDate}T00:00:00Z${close}`);
}

/** The libraries name some relationships at random; the order they stand in is the order they were made in. */
function renumberRelationships(parts: Parts, path: string): void {
  const owner = path.replace(/_rels\/([^/]*)\.rels$/, "$1");
  const ids = new Map<string, string>();
  rewritePart(parts, path, (xml) =>
    xml.replace(RELATIONSHIP_ID, (_whole, open, id, close) => {
      ids.set(id, `rId${ids.size + 1}`);
      return `${open}${ids.get(id)}${close}`;
    }),
  );
  if (!parts[owner]) return;
  rewritePart(parts, owner, (xml) =>
    xml.replace(RELATIONSHIP_USE, (_whole, open, id, close) => `${open}${ids.get(id) ?? id}${close}`),
  );
}
