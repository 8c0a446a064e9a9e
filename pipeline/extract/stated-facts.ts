import { squash } from "./normalise.ts";
import type { TypedCell } from "./typed-cell.ts";

const DATE_WORD = /(?:填报|制表|填表|报送|报出|上报|发布|公布|收录)(?:日期|时间):?/;
const DATE = /((?:19|20)\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?/;

/**
 * The day on which the figures were made known, as the cells state it (填报日期, 发布日期, 收录日期 ...); the latest where there
 * are several, null where there is none. The date may stand in the same cell or in the next one to the right.
 */
export function statedDate(cells: readonly TypedCell[]): string | null {
  const dates = cells.flatMap((cell, index) => {
    const word = DATE_WORD.exec(cell.squashed);
    if (!word || cell.content.kind !== "text") return [];
    const behind = cell.squashed.slice(word.index + word[0].length);
    const next = cells[index + 1];
    const neighbour = behind === "" && next?.row === cell.row ? squash(next.text) : "";
    return readDate(behind) ?? readDate(neighbour) ?? [];
  });
  return dates.sort().at(-1) ?? null;
}

function readDate(text: string): string | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year || !month || !day || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) {
    return undefined;
  }
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The first address behind 来源 in the cells; null where none is stated. */
export function statedUrl(cells: readonly TypedCell[]): string | null {
  for (const { text } of cells) {
    const match = /来\s*源\s*[:：]?[^\n]*?(https?:\/\/[^\s，。；、）)"]+)/.exec(text);
    if (match?.[1]) return match[1];
  }
  return null;
}

/** Tells whether the words 演示数据 stand in any of the texts. */
export function saysIllustrative(texts: readonly string[]): boolean {
  return texts.some((text) => squash(text).includes("演示数据"));
}
