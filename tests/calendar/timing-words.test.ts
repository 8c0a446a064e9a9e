import { describe, expect, it } from "vitest";
import { timingWords } from "../../pipeline/calendar/timing-words.ts";

describe("timingWords(timing)", () => {
  it.each([
    ["0 10 20 * *", "next-working", "每月20日10:00（遇休息日顺延到下一个工作日）"],
    ["0 10 25 1,4,7,10 *", "every", "每年1、4、7、10月25日10:00"],
    ["5 9 1-3 * *", "every", "每月1至3日9:05"],
    ["0 10 L * *", "every", "每月最后一天10:00"],
    ["0 10 * * 1-5", "every", "每周一至五 10:00"],
    ["0 10 * * 1,4", "every", "每周一、四 10:00"],
    ["0 10 * * 0", "every", "每周日 10:00"],
    ["30 8 * 6 *", "working", "每年6月每天 8:30（只在工作日）"],
    ["*/5 7-20 * * *", "every", "每天 7:00—20:59 每 5 分钟"],
    ["* * * * *", "every", "每天 每 1 分钟"],
    ["0 10 * * 1#2", "every", "按 cron 0 10 * * 1#2"],
    ["0 10 1 * 1", "every", "按 cron 0 10 1 * 1"],
  ] as const)("says %s (%s) as %s", (cron, days, words) => {
    expect(timingWords({ cron, days })).toBe(words);
  });
});
