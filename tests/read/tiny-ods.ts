import { strToU8, type Zippable, zipSync } from "fflate";

const NAMESPACES = ["office", "table", "text", "style", "number", "fo", "calcext", "draw"]
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(" ");

interface TinyOds {
  readonly rows?: string; // what stands in the one table, 表1
  readonly styles?: string; // automatic styles
  readonly content?: string; // the whole content part
  readonly more?: Zippable; // further parts, or others in place of these
}

/** An .ods of one table, written by hand: for what no program would write. */
export function tinyOds({ rows = "", styles = "", content, more = {} }: TinyOds): Uint8Array {
  const body = `<office:body><office:spreadsheet><table:table table:name="表1">${rows}</table:table></office:spreadsheet></office:body>`;
  const document = `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles>${body}</office:document-content>`;
  return zipSync(
    {
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "META-INF/manifest.xml": strToU8("<manifest:manifest/>"),
      "content.xml": strToU8(content ?? document),
      ...more,
    },
    { level: 0 },
  );
}

/** A row of cells. */
export function odsRow(cells: string, attributes = ""): string {
  return `<table:table-row ${attributes}>${cells}</table:table-row>`;
}
