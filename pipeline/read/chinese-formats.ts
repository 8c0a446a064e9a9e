// ECMA-376 Part 1, section 18.8.30, the formats of zh-cn. Chinese Excel and WPS name them by number alone.

const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const HOUR_MINUTE = '上午/下午h"时"mm"分"';
const HOUR_MINUTE_SECOND = '上午/下午h"时"mm"分"ss"秒"';

const FORMATS: ReadonlyMap<number, string> = new Map([
  [27, YEAR_MONTH],
  [28, MONTH_DAY],
  [29, MONTH_DAY],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, HOUR_MINUTE],
  [35, HOUR_MINUTE_SECOND],
  [36, YEAR_MONTH],
  [50, YEAR_MONTH],
  [51, MONTH_DAY],
  [52, YEAR_MONTH],
  [53, MONTH_DAY],
  [54, MONTH_DAY],
  [55, HOUR_MINUTE],
  [56, HOUR_MINUTE_SECOND],
  [57, YEAR_MONTH],
  [58, MONTH_DAY],
]);

/**
 * The number format that a number stands for in Chinese editions of Excel and WPS, where the file does not spell it out.
 *
 * @param spelledOut numbers that the file defines itself
 * @returns undefined where the number means the same in all languages, or the file defines it
 */
export function chineseFormat(id: number, spelledOut: ReadonlySet<number>): string | undefined {
  return spelledOut.has(id) ? undefined : FORMATS.get(id);
}
