import { describe, expect, it } from "vitest";
import { isDateFormat } from "../../pipeline/read/number-format.ts";

describe("isDateFormat(format)", () => {
  it.each([
    'yyyy"年"m"月"',
    'yyyy"年"m"月";@',
    "yyyy\\年m\\月",
    "yyyy年m月d日",
    "m/d/yy",
    "m/d/yy h:mm",
    "yyyy/m/d h:mm:ss",
    "d-mmm",
    "mmm-yy",
    'm"月"d"日"',
    'm"月"',
    '[$-804]yyyy"年"m"月"d"日"',
    '[DBNum1][$-804]yyyy"年"m"月"',
    "[$-F800]dddd, mmmm dd, yyyy",
    'e"年"',
    "YYYY-MM-DD",
  ])("%s is a date", (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  it.each([
    "General",
    "general",
    "",
    "@",
    "0.0%",
    "0.00E+00",
    "##0.0E+0",
    "#,##0.00_);[Red]\\(#,##0.00\\)",
    "0.0;[Red]0.0",
    '0.0"亿元"',
    '0"m"',
    '#,##0"day"',
    "0\\d",
    "_(* #,##0_);_(* \\(#,##0\\)",
    "[$¥-804]#,##0.00",
    "[h]:mm",
    "[hh]:mm:ss",
    "[mm]:ss",
    "h:mm",
    "mm:ss",
    "h:mm AM/PM",
    'h"时"mm"分"',
    '上午/下午h"时"mm"分"',
    '0.0;yyyy"年"',
    "General;[Red]-General",
  ])("%s is no date", (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});
