import type { PageLook, TextLook } from "../../model/theme.ts";

/** A4 in twips (1/20 pt). */
export const PAGE_WIDTH_TWIPS = 11_906;
export const PAGE_HEIGHT_TWIPS = 16_838;

const TWIPS_PER_MM = 1440 / 25.4;
const TWIPS_PER_PT = 20;

/** Millimetres in twips. */
export function mmToTwips(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM);
}

/** Points in twips. */
export function ptToTwips(pt: number): number {
  return Math.round(pt * TWIPS_PER_PT);
}

/** The width of the 版心 in twips: 156 mm, 8845 with the standard's margins. */
export function textWidthTwips({ leftMm, rightMm }: PageLook): number {
  return PAGE_WIDTH_TWIPS - mmToTwips(leftMm) - mmToTwips(rightMm);
}

/** So many characters of a style's size, in twips; 左空一字 is one. */
export function charsToTwips(chars: number, { sizePt }: Pick<TextLook, "sizePt">): number {
  return ptToTwips(chars * sizePt);
}
