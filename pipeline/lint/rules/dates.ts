import { type Rule, wordingRule } from "../rule.ts";

/** Dates and years. */
export const dateRules: readonly Rule[] = [
  wordingRule({
    id: "date-form",
    severity: "error",
    title: "日期用阿拉伯数字，年、月、日标全，月、日不编虚位",
    source: "GB/T 9704-2012 第7.3.5.4条",
    wordings: [
      {
        pattern: /\d{4}年0\d月(?:\d{1,2}日)?|\d{4}年\d{1,2}月0\d日|(?<!\d)0\d月\d{1,2}日/g,
        expected: "月、日不补零，如 2023年7月8日",
      },
      {
        pattern: /(?<![\d.])(?:19|20)\d{2}([./-])(?:0?[1-9]|1[0-2])\1(?:3[01]|[12]\d|0?[1-9])(?![\d.])/g,
        expected: "如 2023年7月8日",
      },
      { pattern: /\d{4}年(?:1[3-9]|[2-9]\d|0|00)月|\d{1,2}月(?:3[2-9]|[4-9]\d|0|00)日/g, expected: "日历上有的日期" },
      {
        pattern:
          /[〇零一二三四五六七八九]{4}年\d{1,2}月|\d{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日|(?![一二三四五六七八九十初]))/g,
        expected: "年、月、日都用阿拉伯数字，如 2023年7月8日",
      },
    ],
  }),
  wordingRule({
    id: "short-year",
    severity: "error",
    title: "年份写全四位",
    source: "GB/T 15835-2011",
    wordings: [
      {
        pattern: /(?<![\d.—～~\-第近前后])[’']?(?:1\d|2\d)年(?=\d{1,2}月|[上下]半年|底|初|末|度)/g,
        expected: "如 2023年",
      },
    ],
  }),
  wordingRule({
    id: "as-of-word",
    severity: "error",
    title: "到某时为止用“截至”，不用“截止”",
    source: "《现代汉语词典》、机关核稿常查",
    wordings: [{ pattern: /截止(?:到|至)?(?=\d|目前|[一二三四五六七八九十本上]|今|年底|月底)/g, expected: "截至" }],
  }),
];
