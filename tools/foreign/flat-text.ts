/** A paper for LibreOffice: a page, styles by name, and what stands on it. */
export interface FlatText {
  readonly page: Readonly<Record<string, string>>; // of style:page-layout-properties
  readonly styles: Readonly<Record<string, FlatStyle>>;
  readonly footer?: string; // of every page
  readonly body: readonly string[]; // made by `line` and `grid`
}

/** A paragraph style. */
export interface FlatStyle {
  readonly font: string;
  readonly pt: number;
  readonly paragraph?: Readonly<Record<string, string>>; // of style:paragraph-properties
}

const NAMESPACES = ["office", "style", "text", "table"].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

/** The text of a .fodt file. */
export function flatText({ page, styles, footer, body }: FlatText): string {
  const master = footer === undefined ? "" : `<style:footer>${line("Foot", footer)}</style:footer>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<office:document ${NAMESPACES.join(" ")} ${FO} office:version="1.3"`,
    ` office:mimetype="application/vnd.oasis.opendocument.text">`,
    `<office:styles>${Object.entries(styles).map(styleXml).join("")}</office:styles>`,
    `<office:automatic-styles><style:page-layout style:name="P">`,
    `<style:page-layout-properties ${attributes(page)}/></style:page-layout></office:automatic-styles>`,
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">${master}`,
    `</style:master-page></office:master-styles>`,
    `<office:body><office:text>${body.join("")}</office:text></office:body></office:document>`,
  ].join("");
}

/** A paragraph. */
export function line(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${text}</text:p>`;
}

/** A table of words, row by row. */
export function grid(style: string, rows: readonly (readonly string[])[]): string {
  const columns = `<table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>`;
  const cells = rows.map((row) => {
    const each = row.map(
      (text) => `<table:table-cell office:value-type="string">${line(style, text)}</table:table-cell>`,
    );
    return `<table:table-row>${each.join("")}</table:table-row>`;
  });
  return `<table:table>${columns}${cells.join("")}</table:table>`;
}

function styleXml([name, { font, pt, paragraph = {} }]: [string, FlatStyle]): string {
  const names = `fo:font-family="${font}" style:font-family-asian="${font}"`;
  const sizes = `fo:font-size="${pt}pt" style:font-size-asian="${pt}pt"`;
  return (
    `<style:style style:name="${name}" style:family="paragraph">` +
    `<style:paragraph-properties ${attributes(paragraph)}/><style:text-properties ${names} ${sizes}/></style:style>`
  );
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${value}"`)
    .join(" ");
}
