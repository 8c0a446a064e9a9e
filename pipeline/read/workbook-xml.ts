import { posix } from "node:path";
import { chineseFormat } from "./chinese-formats.ts";
import type { CellStyle } from "./sheet-marks.ts";
import type { Parts } from "./zip-guard.ts";

/** One tab of a workbook, as workbook.xml lists it. */
export interface SheetEntry {
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
    return { isHidden: state !== "visible", part, isWorksheet: !NO_WORKSHEET.test(target?.type ?? "") };
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

/**
 * How many texts the cells share; they name them by number, from 0.
 *
 * @returns undefined where they cannot be told apart for sure: some text is an empty tag, `<si/>`, which the library
 *   skips, taking the next text for it; or there are comments, CDATA or declarations among them
 */
export function countSharedTexts(parts: Parts): number | undefined {
  const xml = partOfType(parts, "sharedStrings") ?? "";
  const texts = tags(xml, "si");
  return texts.some((tag) => tag.endsWith("/>")) || xml.includes("<!") ? undefined : texts.length;
}

/** The style of every number that cells name one by. */
export function listStyles(parts: Parts): readonly CellStyle[] {
  const styles = partOfType(parts, "styles") ?? "";
  const spelledOut = new Set(tags(styles, "numFmt").map((tag) => Number(attribute(tag, "numFmtId"))));
  return formatsAndIndents(styles).map(({ numFmtId, indent }) => ({
    indent: Number(indent ?? 0),
    chineseFormat: chineseFormat(Number(numFmtId ?? 0), spelledOut),
  }));
}

/** Tag by tag, so that a list that does not end costs no more than one that does. */
function formatsAndIndents(styles: string): readonly { numFmtId?: string; indent?: string }[] {
  const xfs: { numFmtId?: string; indent?: string }[] = [];
  let isInside = false;
  for (const [tag, slash, name] of styles.matchAll(/<(\/?)(?:\w+:)?(cellXfs|xf|alignment)\b[^<>]*>/g)) {
    const last = xfs.at(-1);
    if (name === "cellXfs") isInside = slash === "";
    else if (!isInside || slash === "/") continue;
    else if (name === "xf") xfs.push(given("numFmtId", attribute(tag, "numFmtId")));
    else if (last) Object.assign(last, given("indent", attribute(tag, "indent")));
  }
  return xfs;
}

function given(name: "numFmtId" | "indent", value: string | undefined): { numFmtId?: string; indent?: string } {
  return value === undefined ? {} : { [name]: value };
}

function workbookPath(parts: Parts): string {
  const main = [...relationships(parts, "").values()].find(({ type }) => type.endsWith("/officeDocument"));
  return main?.path ?? "xl/workbook.xml";
}

function partOfType(parts: Parts, name: string): string | undefined {
  const targets = [...relationships(parts, workbookPath(parts)).values()];
  return textOf(parts, targets.find(({ type }) => type.endsWith(`/${name}`))?.path ?? `xl/${name}.xml`);
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
  return xml.match(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^<>]*)?/?>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}
