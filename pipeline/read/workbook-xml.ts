import { posix } from "node:path";
import { ATTRIBUTE_PART } from "./xlsx-text.ts";
import { decodeXml } from "./xml-tokens.ts";
import type { Parts } from "./zip-guard.ts";

/** One tab of a workbook, as workbook.xml lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string | undefined; // undefined where no such part is in the file
  readonly isWorksheet: boolean; // not a chart, dialogue or macro sheet
}

const NO_WORKSHEET = /\/(?:chartsheet|dialogsheet|xl(?:Intl)?Macrosheet)$/;

/**
 * Lists the sheets of a workbook in the order of its tabs.
 *
 * @returns undefined if the file has no workbook part
 */
export function listSheets(parts: Parts): readonly SheetEntry[] | undefined {
  const path = workbookPath(parts);
  const workbook = textOf(parts, path);
  if (workbook === undefined) return undefined;
  const targets = relationships(parts, path);
  return tags(workbook, "sheet").map((tag) => {
    const target = targets.get(attribute(tag, "id") ?? "");
    const part = target && parts.has(target.path) ? target.path : undefined;
    const state = attribute(tag, "state") ?? "visible";
    const name = decodeXml(attribute(tag, "name") ?? "");
    return { name, isHidden: state !== "visible", part, isWorksheet: !NO_WORKSHEET.test(target?.type ?? "") };
  });
}

/** Tells whether the writer left all formulas to be computed on opening, so that results in the file are placeholders. */
export function recalculatesOnLoad(parts: Parts): boolean {
  const [calcPr = ""] = tags(textOf(parts, workbookPath(parts)) ?? "", "calcPr");
  return ["1", "true"].includes(attribute(calcPr, "fullCalcOnLoad") ?? "");
}

/** Tells whether the styles that the workbook names are in the file; without them dates and percentages are plain numbers. */
export function hasItsStyles(parts: Parts): boolean {
  const targets = [...relationships(parts, workbookPath(parts)).values()];
  return targets.every(({ type, path }) => !type.endsWith("/styles") || parts.has(path));
}

/** Tells whether days count from 1904, as in books begun on an old Macintosh. */
export function countsFrom1904(parts: Parts): boolean {
  const [properties = ""] = tags(textOf(parts, workbookPath(parts)) ?? "", "workbookPr");
  return ["1", "true"].includes(attribute(properties, "date1904") ?? "");
}

/** The text of the part of a kind; "" where the file has none. */
export function partOfType(parts: Parts, name: "styles" | "sharedStrings"): string {
  const targets = [...relationships(parts, workbookPath(parts)).values()];
  return textOf(parts, targets.find(({ type }) => type.endsWith(`/${name}`))?.path ?? `xl/${name}.xml`) ?? "";
}

function workbookPath(parts: Parts): string {
  const main = [...relationships(parts, "").values()].find(({ type }) => type.endsWith("/officeDocument"));
  return main?.path ?? "xl/workbook.xml";
}

function relationships(
  parts: Parts,
  owner: string,
): ReadonlyMap<string, { readonly type: string; readonly path: string }> {
  const folder = posix.dirname(owner);
  const rels = textOf(parts, posix.join(folder, "_rels", `${posix.basename(owner)}.rels`)) ?? "";
  const entries = tags(rels, "Relationship").map((tag) => {
    const target = attribute(tag, "Target") ?? "";
    const path = (target.startsWith("/") ? target.slice(1) : posix.join(folder, target)).toLowerCase();
    return [attribute(tag, "Id") ?? "", { type: attribute(tag, "Type") ?? "", path }] as const;
  });
  return new Map(entries);
}

function textOf(parts: Parts, path: string): string | undefined {
  return parts.get(path.toLowerCase())?.toString("utf8");
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}(?:\\s${ATTRIBUTE_PART}*)?/?>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
}
