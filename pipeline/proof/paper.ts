import { parseXml, type XmlElement } from "../ooxml/xml-tree.ts";

/** The parts of a file by their path without a leading slash, in lower case. */
export type PaperParts = ReadonlyMap<string, Uint8Array>;

/** The parts that say something, read; null where a part is no XML. */
export type Paper = ReadonlyMap<string, XmlElement | null>;

/** Parts without a word that is seen: looks, settings, and lists of parts that proof does not follow. */
const SILENT =
  /(?:^|\/)(?:styles|settings|fonttable|numbering|websettings|theme\d*|\[content_types\]|app|custom|itemprops\d*)\.xml$/;

/** No XML, and nothing to read: pictures, fonts, settings of printers, shapes of comments; workbooks are read part by part. */
const MUTE =
  /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf|ttf|otf|vml)$|printersettings\d*\.bin$|^word\/embeddings\/[^/]+\.xlsx$/;

/** Reads the parts of a paper once, for everything that looks into them; what holds another file in itself cannot be read. */
export function readPaper(parts: PaperParts): Paper {
  const told = [...parts].filter(([path]) => !SILENT.test(path) && !MUTE.test(path) && !path.endsWith("/"));
  return new Map(told.map(([path, bytes]) => [path, /\.(?:xml|rels)$/.test(path) ? readPart(bytes) : null]));
}

/** Reads one part; null where it is no XML. */
export function readPart(bytes: Uint8Array): XmlElement | null {
  try {
    return parseXml(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null; // said in the result
  }
}

/** The parts that could not be read, by path. */
export function unreadableParts(paper: Paper): readonly string[] {
  return [...paper].flatMap(([path, root]) => (root === null ? [path] : [])).sort();
}

/** A part; undefined where there is none or it could not be read. */
export function partOf(paper: Paper, path: string): XmlElement | undefined {
  return paper.get(path) ?? undefined;
}
