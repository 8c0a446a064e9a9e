import { z } from "zod";
import type { PageLook } from "../model/theme.ts";
import { between } from "./number-bounds.ts";

const A4_MM = { width: 210, height: 297 };
const PT_PER_MM = 72 / 25.4;
const TWIPS_PER_PT = 20;
const MOST_SPACE_PT = 5; // that a character can be squeezed or stretched by

/** A page as theme.yaml describes it: edges in millimetres, and how many lines and characters it holds. */
export const pageProfile = z
  .strictObject({
    top: between(0, 100),
    bottom: between(0, 100),
    left: between(0, 100),
    right: between(0, 100),
    header: between(0, 100),
    footer: between(0, 100),
    grid: z.enum(["lines", "linesAndChars"]),
    lines: between(10, 60).refine(Number.isInteger, "应是整数"),
    chars: between(10, 60).refine(Number.isInteger, "应是整数"),
  })
  .refine(({ left, right }) => left + right < A4_MM.width, { message: "左右页边合起来比纸还宽", path: ["left"] })
  .refine(({ top, bottom }) => top + bottom < A4_MM.height, { message: "上下页边合起来比纸还高", path: ["top"] });

export type PageProfile = z.infer<typeof pageProfile>;

/**
 * The page with its grid: lines that fill it from top to bottom, characters of the text's size that fill a line
 * (standards of the field, section 1.2, method A).
 *
 * A line is rounded down to a twip, because a grid a hair too high holds a line less.
 */
export function pageLook({ lines, chars, ...edges }: PageProfile, textPt: number): PageLook {
  const heightPt = (A4_MM.height - edges.top - edges.bottom) * PT_PER_MM;
  const widthPt = (A4_MM.width - edges.left - edges.right) * PT_PER_MM;
  return {
    topMm: edges.top,
    bottomMm: edges.bottom,
    leftMm: edges.left,
    rightMm: edges.right,
    headerMm: edges.header,
    footerMm: edges.footer,
    grid: edges.grid,
    linePitchPt: Math.floor((heightPt / lines) * TWIPS_PER_PT) / TWIPS_PER_PT,
    charSpacePt: widthPt / chars - textPt,
  };
}

/** Tells what is wrong with a page's grid; null where its lines and characters can be set. */
export function gridFault(profile: PageProfile, textPt: number): string | null {
  const { linePitchPt, charSpacePt } = pageLook(profile, textPt);
  if (linePitchPt < textPt) return `每页${profile.lines}行排不下，行距只有${linePitchPt.toFixed(1)}磅`;
  if (Math.abs(charSpacePt) > MOST_SPACE_PT) return `每行${profile.chars}个字，字距要改${charSpacePt.toFixed(1)}磅`;
  return null;
}
