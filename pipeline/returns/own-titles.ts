import type { Sheet } from "../model/cell.ts";

/** What the sheet 核对结果 says in its first cell; it is known by this when the file comes in again. */
export const RETURN_TITLE = "核对结果（jindu 自动生成）";

/** What the legend of an annotated copy says in its first cell. */
export const LEGEND_TITLE = "单元格去向图例（jindu 自动生成）";

/**
 * Tells whether a sheet that came in is one that this program has added to an earlier return. One that holds anything
 * but text is none: nobody's figures may go unread for a title.
 */
export function isOwnSheet({ cells }: Sheet): boolean {
  let isTitled = false;
  for (const { raw } of cells) {
    if (raw.type !== "text") return false;
    isTitled = isTitled || raw.text === RETURN_TITLE || raw.text === LEGEND_TITLE;
    if (!isTitled) return false; // the title is the first cell
  }
  return isTitled;
}
