import { strToU8, type Zippable, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The parts of an .xlsx that a test writes by hand; what it leaves out is the plainest there is. */
export interface TinyXlsx {
  readonly rows?: string; // what stands between <sheetData> and </sheetData>
  readonly sheet?: string; // the whole worksheet part, instead of `rows`
  readonly beforeRows?: string; // dimension, cols
  readonly styles?: string; // what stands within <styleSheet>
  readonly strings?: readonly string[];
  readonly workbook?: string; // the whole workbook part
  readonly calcPr?: string;
  readonly more?: Zippable; // further parts, or others in place of these
}

/** An .xlsx of one worksheet 表1, written by hand: for what no library would write. */
export function tinyXlsx(parts: TinyXlsx): Uint8Array {
  return zipSync(tinyParts(parts));
}

/** The parts of `tinyXlsx` by path, before they are zipped. */
export function tinyParts({ rows = "", beforeRows = "", styles = "", strings = [], calcPr = "", ...own }: TinyXlsx) {
  const sheet = `<worksheet xmlns="${MAIN}">${beforeRows}<sheetData>${rows}</sheetData></worksheet>`;
  const workbook =
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/>` +
    `</sheets>${calcPr}</workbook>`;
  const items = strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join("");
  return {
    "[Content_Types].xml": strToU8(contentTypes()),
    "_rels/.rels": strToU8(relationships(["officeDocument", "xl/workbook.xml"])),
    "xl/workbook.xml": strToU8(own.workbook ?? workbook),
    "xl/_rels/workbook.xml.rels": strToU8(
      relationships(
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
        ["sharedStrings", "sharedStrings.xml"],
      ),
    ),
    "xl/worksheets/sheet1.xml": strToU8(own.sheet ?? sheet),
    "xl/styles.xml": strToU8(`<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`),
    "xl/sharedStrings.xml": strToU8(`<sst xmlns="${MAIN}">${items}</sst>`),
    ...own.more,
  };
}

function relationships(...targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function contentTypes(): string {
  const sheetML = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${sheetML}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    override("workbook", "sheet.main") +
    override("worksheets/sheet1", "worksheet") +
    override("styles", "styles") +
    override("sharedStrings", "sharedStrings") +
    "</Types>"
  );
}
