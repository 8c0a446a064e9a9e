/** 6月20日, 六月二十日; a pattern. */
export const MONTH_AND_DAY = "(?:\\d{1,2}月\\d{1,2}|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3})[日号]";

const DAY = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]";
const DATE = `(?<!\\d)(?:(?:(?:19|20)\\d\\d年)?${MONTH_AND_DAY}|(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}(?!\\d)|(?:19|20)\\d{6}(?!\\d))`;
const TO = "(?:-|至|到)";
const DATES = `(?:${DATE}(?:${TO}${DATE})?|(?:[本当次下]?月)?${DAY})`;
const SUBMITTED = "(?:填报|报送|上报|报出|提交|填写|制表|打印|发布|公布|收录)";
const DOCUMENT_NUMBER = "\\((?:19|20)\\d\\d\\)\\d+号";

/** What stands in front of the day or month up to which figures are counted; a pattern. */
export const AS_OF = "(?:截至|截止到?|截止(?:日期|时间):?)";

const WRITTEN = `${SUBMITTED}(?:日期|时间|期限)?:?${AS_OF}?${DATES}|${AS_OF}?${DATES}(?:之?前)?(?:完成)?${SUBMITTED}`;
const COUNTED = `${AS_OF}${DATE}|${DATE}${TO}(?:${DATE}|${DAY})|${DATE}止|(?<!\\d)(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月?${TO}${MONTH_AND_DAY}`;
const ANY = new RegExp(`${WRITTEN}|(${COUNTED})|${DATE}|${DOCUMENT_NUMBER}`, "g");

/**
 * Takes the days on which something was written down, and document numbers, out of a squashed text, keeping every other
 * character where it was. A day up to which figures are counted stays: 截至6月20日, 1月1日至6月20日.
 */
export function withoutDates(squashed: string): string {
  return squashed.replace(ANY, (date, counted?: string) => counted ?? "\u0000".repeat(date.length));
}
