import type { Grid } from "./grid.ts";
import { isFigure } from "./typed-cell.ts";

const FRONT = /^(?:(?:报表|表格|统计)?(?:目录|目次)|封面|封皮|(?:填报|填表|编制)说明)$/;
const CONTENTS = /^(?:(?:报表|表格|统计)?(?:目录|目次))$/;
const SHORT_COUNT = /^\d{1,3}$/; // ordinals and pages

/**
 * Tells whether a sheet is a list of contents, a cover or instructions by its name, a list of contents also by its
 * first line, and counts nothing but lines and pages.
 */
export function isFrontSheet({ name, cells }: Grid): boolean {
  const named = FRONT.test(name.trim()) || CONTENTS.test(cells[0]?.squashed ?? "");
  return named && cells.every((cell) => !isFigure(cell) || SHORT_COUNT.test(cell.text));
}
