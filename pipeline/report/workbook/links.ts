import { strToU8 } from "fflate";
import { type Parts, rewritePart } from "../package.ts";

/** A cell that leads somewhere: to a cell of this workbook, or to a page on the web. */
export interface CellLink {
  readonly address: string; // "E7"
  readonly target: string; // "数据来源!A7" or "https://…"
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** Tells where a link leads; undefined for anything but a cell or a web page, which then stays plain text. */
export function linkKind(target: string): "cell" | "web" | undefined {
  if (/^https?:\/\/[^\s"<>]+$/.test(target)) return "web";
  return /^[^!]+![A-Z]{1,3}[1-9]\d*$/.test(target) ? "cell" : undefined;
}

/**
 * Puts links on the cells of a written sheet.
 *
 * exceljs would turn a number that leads somewhere into text, and needs a relationship even for a cell of the same
 * file; so the links go into the parts.
 *
 * @param sheetNumber from 1, as the parts are named
 */
export function addLinks(parts: Parts, sheetNumber: number, links: readonly CellLink[]): void {
  const known = links.filter(({ target }) => linkKind(target) !== undefined);
  if (known.length === 0) return;
  const web = [...new Set(known.map(({ target }) => target).filter((target) => linkKind(target) === "web"))];
  const ids = new Map(web.map((target, index) => [target, `rIdLink${index + 1}`]));
  const elements = known.map(({ address, target }) => {
    const id = ids.get(target);
    const place = id === undefined ? `location="${attribute(quotedLocation(target))}"` : `r:id="${id}"`;
    return `<hyperlink ref="${address}" ${place}/>`;
  });
  rewritePart(parts, `xl/worksheets/sheet${sheetNumber}.xml`, (xml) => {
    const at = xml.search(/<(printOptions|pageMargins)\b/);
    return `${xml.slice(0, at)}<hyperlinks>${elements.join("")}</hyperlinks>${xml.slice(at)}`;
  });
  if (ids.size > 0) addRelationships(parts, `xl/worksheets/_rels/sheet${sheetNumber}.xml.rels`, ids);
}

function addRelationships(parts: Parts, path: string, ids: ReadonlyMap<string, string>): void {
  parts[path] ??= strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`,
  );
  const added = [...ids].map(
    ([target, id]) =>
      `<Relationship Id="${id}" Type="${HYPERLINK}" Target="${attribute(target)}" TargetMode="External"/>`,
  );
  rewritePart(parts, path, (xml) => xml.replace("</Relationships>", `${added.join("")}</Relationships>`));
}

/** A sheet's name stands in quotes, whatever it holds: '数据来源'!A7. */
function quotedLocation(target: string): string {
  const cut = target.lastIndexOf("!");
  return `'${target.slice(0, cut).replace(/^'|'$/g, "").replaceAll("'", "''")}'${target.slice(cut)}`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
