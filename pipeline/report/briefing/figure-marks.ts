import { Bookmark, type ParagraphChild } from "docx";
import { MARK_PREFIX } from "../../model/proof-ledger.ts";
import { type Parts, rewritePart } from "../package.ts";

const BOOKMARK = /<w:bookmark(Start|End)\b[^>]*>/g;

/**
 * Puts the run of a figure into a bookmark that `numberMarks` will number.
 *
 * Bookmarks do not show, and editors keep them around the words that they mark.
 */
export function marked(run: ParagraphChild): ParagraphChild {
  return new Bookmark({ id: MARK_PREFIX, children: [run] });
}

/**
 * Numbers the figures' bookmarks from 1 in reading order, `_fig_1`, `_fig_2`, and gives every bookmark an id by its place:
 * docx counts on from one document to the next.
 */
export function numberMarks(parts: Parts): void {
  const ids = new Map<string, number>();
  let marks = 0;
  rewritePart(parts, "word/document.xml", (xml) =>
    xml.replace(BOOKMARK, (bookmark, kind) => {
      const written = /\bw:id="(\d+)"/.exec(bookmark)?.[1] ?? "";
      if (kind === "Start") ids.set(written, ids.size + 1);
      const numbered = bookmark.replace(/\bw:id="\d+"/, `w:id="${ids.get(written)}"`);
      return numbered.replace(`w:name="${MARK_PREFIX}"`, () => {
        marks += 1;
        return `w:name="${MARK_PREFIX}${marks}"`;
      });
    }),
  );
}
