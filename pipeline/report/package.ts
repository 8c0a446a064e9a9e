import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The parts of an Office file by path, e.g. "word/document.xml". */
export type Parts = Record<string, Uint8Array>;

const FIRST_PARTS = ["[Content_Types].xml", "_rels/.rels"];
const COMPRESSION_LEVEL = 6;
const RELATIONSHIP_ID = /(\bId=")([^"]*)(")/g;
const RELATIONSHIP_USE = /(\br:[a-zA-Z]+=")([^"]*)(")/g;
const DOCUMENT_DATE = /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g;

/**
 * Rewrites an Office file so that the same content is the same bytes, whenever, wherever and by whom it is written.
 *
 * Document dates become midnight UTC of `fixedDate`, relationship ids count from rId1 in the order of their part,
 * parts are sorted with [Content_Types].xml first, and the zip carries 1980-01-01.
 *
 * @param fixedDate "2023-07-12"
 */
export function normalisePackage(bytes: Uint8Array, fixedDate: string): Uint8Array {
  const parts = openPackage(bytes);
  const core = parts["docProps/core.xml"];
  if (core) parts["docProps/core.xml"] = strToU8(withDates(strFromU8(core), fixedDate));
  for (const path of Object.keys(parts).filter((name) => name.endsWith(".rels"))) renumberRelationships(parts, path);
  return closePackage(parts);
}

/** Opens an Office file written by this program; never one that came from outside (read/ guards those). */
export function openPackage(bytes: Uint8Array): Parts {
  return unzipSync(bytes);
}

/** Packs parts in their fixed order; the same parts give the same bytes in every time zone. */
export function closePackage(parts: Parts): Uint8Array {
  const rest = Object.keys(parts)
    .filter((path) => !FIRST_PARTS.includes(path) && !path.endsWith("/"))
    .sort();
  const order = [...FIRST_PARTS.filter((path) => parts[path] !== undefined), ...rest];
  // fflate reads the clock time in the zone of the machine, so the date is built in that zone too.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(order.map((path) => [path, parts[path] ?? new Uint8Array()])), {
    level: COMPRESSION_LEVEL,
    mtime,
    os: 0,
  });
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
