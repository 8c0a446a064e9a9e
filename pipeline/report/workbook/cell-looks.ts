import type { Border, Fill, Font, Style } from "exceljs";
import type { Light } from "../../model/assessment.ts";
import type { Align } from "../../model/edition.ts";
import type { Theme } from "../../model/theme.ts";

/** What a cell is for, as far as its look goes. */
export type CellRole =
  | "title"
  | "line"
  | "notice" // a line that says 演示数据
  | "head"
  | "plainHead" // without a fill, of sheets for machines
  | "section"
  | "data"
  | "total"
  | "link"
  | "note"
  | Light;

export interface LookOptions {
  readonly align?: Align;
  readonly numberFormat?: string | null;
  readonly sizePt?: number; // instead of the theme's
}

/** Gives the look of a cell. */
export type CellLooks = (role: CellRole, options?: LookOptions) => Partial<Style>;

/**
 * Makes the looks of one workbook: equal cells share one style object, which keeps the file and the memory small.
 * Callers must not change what they get.
 */
export function cellLooks(theme: Theme): CellLooks {
  const byRole = new Map<CellRole, Look[]>();
  return (role, { align = "left", numberFormat = null, sizePt } = {}) => {
    const made = byRole.get(role) ?? [];
    byRole.set(role, made);
    const known = made.find((one) => one.align === align && one.numberFormat === numberFormat && one.sizePt === sizePt);
    if (known) return known.style;
    const style = makeLook(role, { align, numberFormat, ...(sizePt && { sizePt }) }, theme);
    made.push({ align, numberFormat, sizePt, style });
    return style;
  };
}

/** A look that was made, and what it was made for. */
interface Look {
  readonly align: Align;
  readonly numberFormat: string | null;
  readonly sizePt: number | undefined;
  readonly style: Partial<Style>;
}

function makeLook(role: CellRole, options: LookOptions, theme: Theme): Partial<Style> {
  const { align = "left", numberFormat = null, sizePt } = options;
  const fill = fillOf(role, theme);
  const isFramed = !["title", "line", "notice", "note"].includes(role);
  return {
    font: { ...fontOf(role, theme), ...(sizePt !== undefined && { size: sizePt }) },
    alignment: { horizontal: alignOf(role, align), vertical: role === "note" ? "top" : "middle", wrapText: true },
    ...(fill && { fill }),
    ...(isFramed && { border: frame(theme) }),
    ...(numberFormat !== null && { numFmt: numberFormat }),
  };
}

function alignOf(role: CellRole, align: Align): Align {
  if (role === "title" || isHead(role)) return "center";
  return role === "data" || role === "total" || role === "link" || isLight(role) ? align : "left";
}

function fontOf(role: CellRole, { workbook: look, lights }: Theme): Partial<Font> {
  if (role === "title") return { name: look.titleFont, size: look.titlePt };
  if (isHead(role)) return { name: look.headFont, size: look.headPt };
  if (role === "section" || role === "total") return { name: look.headFont, size: look.bodyPt };
  if (role === "line" || role === "note") return { name: look.bodyFont, size: look.linePt };
  if (role === "notice") return { name: look.headFont, size: look.headPt, color: opaque(look.noticeColour) };
  if (role === "link") return { name: look.bodyFont, size: look.bodyPt, color: opaque(look.linkColour) };
  if (isLight(role)) return { name: look.headFont, size: look.bodyPt, color: opaque(lights[role].colour) };
  return { name: look.bodyFont, size: look.bodyPt };
}

function fillOf(role: CellRole, { workbook: look, lights }: Theme): Fill | undefined {
  if (role === "head") return solid(look.headFill);
  if (role === "section" || role === "total") return solid(look.sectionFill);
  if (role === "notice") return solid(look.noticeFill);
  return isLight(role) ? solid(lights[role].fill) : undefined;
}

function frame({ workbook: look }: Theme): Style["border"] {
  const side: Partial<Border> = { style: "thin", color: opaque(look.borderColour) };
  return { top: side, left: side, bottom: side, right: side } as Style["border"];
}

function isHead(role: CellRole): boolean {
  return role === "head" || role === "plainHead";
}

function isLight(role: CellRole): role is Light {
  return role === "green" || role === "yellow" || role === "red" || role === "grey";
}

function solid(colour: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: opaque(colour) };
}

function opaque(colour: string): { readonly argb: string } {
  return { argb: `FF${colour}` };
}
