import { type XmlToken, xmlAttribute } from "./xml-tokens.ts";

/** What the styles of an .ods say, by name. */
export interface OdsStyles {
  readonly cells: Map<string, OdsCellStyle>;
  readonly formats: Map<string, string>; // as Excel writes number formats
  readonly hiddenTables: Set<string>;
}

interface OdsCellStyle {
  readonly parent: string | undefined;
  readonly format: string | undefined;
  readonly indent: number | undefined;
}

const DATA_STYLE = /^number:(number|percentage|currency|date|time|boolean|text)-style$/;
const INDENT_POINTS = 10; // one step of an alignment's indent, as LibreOffice turns it into a margin
const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4 };

/** Nothing known yet. */
export function emptyOdsStyles(): OdsStyles {
  return { cells: new Map(), formats: new Map(), hiddenTables: new Set() };
}

/** Reads the styles among the pieces of styles.xml or content.xml into `styles`; other pieces pass by. */
export function makeStyleReader(styles: OdsStyles): (token: XmlToken) => void {
  let style: { name: string; cell: OdsCellStyle } | undefined;
  let data: { name: string; kind: string; format: string } | undefined;
  let isLiteral = false;
  return ({ type, name, attributes, text }) => {
    const kind = DATA_STYLE.exec(name)?.[1];
    const of = (attribute: string) => xmlAttribute(attributes, attribute);
    if (kind !== undefined && type === "open") data = { name: of("style:name") ?? "", kind, format: "" };
    if (kind !== undefined && type === "close" && data) {
      styles.formats.set(data.name, finished(data));
      data = undefined;
    }
    if (name === "style:style" && type === "open") {
      const cell = { parent: of("style:parent-style-name"), format: of("style:data-style-name"), indent: undefined };
      style = { name: of("style:name") ?? "", cell };
    }
    if (name === "style:style" && type === "close" && style) {
      styles.cells.set(style.name, style.cell);
      style = undefined;
    }
    if (type === "open" && style && name === "style:paragraph-properties") {
      style.cell = { ...style.cell, indent: indentOf(of("fo:margin-left")) };
    }
    if (type === "open" && style && name === "style:table-properties" && of("table:display") === "false") {
      styles.hiddenTables.add(style.name);
    }
    if (data === undefined) return;
    if (name === "number:text" || name === "number:currency-symbol") isLiteral = type === "open";
    else if (type === "text" && isLiteral) data.format += literal(text, data.kind);
    else if (type === "open") data.format += digits(name, attributes);
  };
}

/** The number format of a cell style, its own or that of a style it rests on. */
export function formatOf(styles: OdsStyles, name: string | undefined): string | undefined {
  const format = inherited(styles, name, (style) => style.format);
  return format === undefined ? undefined : styles.formats.get(format);
}

/** The indent of a cell style in steps, its own or that of a style it rests on. */
export function indentOfStyle(styles: OdsStyles, name: string | undefined): number {
  return inherited(styles, name, (style) => style.indent) ?? 0;
}

function inherited<T>(
  styles: OdsStyles,
  name: string | undefined,
  ask: (style: OdsCellStyle) => T | undefined,
): T | undefined {
  const seen = new Set<string>(); // styles may name each other in a circle
  for (let at = name; at !== undefined && !seen.has(at); at = styles.cells.get(at)?.parent) {
    const style = styles.cells.get(at);
    const answer = style && ask(style);
    if (answer !== undefined) return answer;
    seen.add(at);
  }
  return undefined;
}

function indentOf(margin: string | undefined): number | undefined {
  const [, size, unit = ""] = /^([\d.]+)(\w+)$/.exec(margin ?? "") ?? [];
  const points = Number(size) * (POINTS[unit] ?? Number.NaN);
  return Number.isFinite(points) ? Math.round(points / INDENT_POINTS) : undefined;
}

function literal(text: string, kind: string): string {
  return kind === "percentage" && text.trim() === "%" ? "%" : `"${text.replaceAll('"', "")}"`;
}

function digits(name: string, attributes: string): string {
  const count = (attribute: string) => Math.min(30, Number(xmlAttribute(attributes, attribute) ?? 0) || 0);
  const places = count("number:decimal-places");
  const point = places > 0 ? `.${"0".repeat(places)}` : "";
  if (name === "number:scientific-number") return `0${point}E+00`;
  if (name === "number:fraction") return "# ?/?";
  if (name !== "number:number") return "";
  const factor = Number(xmlAttribute(attributes, "number:display-factor") ?? 1);
  const thousands = ",".repeat(factor > 1 ? Math.round(Math.log10(Math.min(factor, 1e15)) / 3) : 0);
  const whole = xmlAttribute(attributes, "number:grouping") === "true" ? "#,##0" : "0";
  return `${whole}${point}${thousands}`;
}

function finished({ kind, format }: { readonly kind: string; readonly format: string }): string {
  if (kind === "date") return "yyyy-mm-dd";
  if (kind === "time") return "[h]:mm:ss";
  if (kind === "text") return "@";
  return format === "" ? "General" : format;
}
