import { type Numeral, numeralsIn } from "./numeral.ts";

/** What a number in a paper may be that is no figure. */
export const NON_FIGURE_KINDS = {
  date: "日期或期间",
  ordinal: "序号",
  document: "期号或文号",
  name: "名称",
  quotation: "计划原文",
  rule: "评价规则",
  standing: "固定文字",
} as const;

export type NonFigureKind = keyof typeof NON_FIGURE_KINDS;

/** Words with numbers in them that a paper may repeat: a name, a sentence of the plan, a rule, standing text. */
export interface DeclaredText {
  readonly kind: NonFigureKind;
  readonly text: string;
}

/** Whether a text may be declared: one of digits alone would pass for any figure. */
export function canDeclare(text: string): boolean {
  return /[^\p{N}\s.,%％‰\-—～+]{2}/u.test(text);
}

const YEAR = "(?:19|20)\\d{2}";
const MONTH = "(?:1[0-2]|0?[1-9])";
const DAY = "(?:3[01]|[12]\\d|0?[1-9])";
const TO = "(?:[—～\\-至、和]|－)";
const NOT_BY = "(?<!增长|增加|上升|提高|下降|减少|回落|降低|扩大|收窄)"; // 增加12月 is a slip, no December
const HAN_COUNT = "[一二三四五六七八九十]{1,3}";

const GRAMMAR: readonly (readonly [NonFigureKind, RegExp])[] = [
  ["document", /〔\d{4}〕\d+号/g],
  ["document", /第\d+期|总第\d+期|[A-Z]{2}(?:\/T)? ?\d+(?:\.\d+)?[—-]\d{4}/g],
  [
    "name",
    /PM(?:2[.．]5|10)|(?:CO|SO|NO|H|O|CH|NH)[₂₃₄]|(?<![A-Za-z])[kcdm]?m[²³]|(?<![\dA-Za-z])[1-6][AG](?![A-Za-z\d])|1\+N|十[一二三四五]五|二十[大届]/g,
  ],
  [
    "name", // roads
    /(?<![A-Za-z\d])[GS]\d{1,4}(?![\d.,，%％‰]|\s?(?:[十百千万亿]|[个项家户人元吨倍台套]))/g,
  ],
  ["date", new RegExp(`(?<!\\d)${YEAR}(?:[-/]${MONTH}(?:[-/]${DAY})?|\\.${MONTH}\\.${DAY})(?![\\d.])`, "g")],
  ["date", new RegExp(`(?<!\\d)${YEAR}年?${TO}${YEAR}年`, "g")],
  ["date", new RegExp(`(?<!\\d)${YEAR}年`, "g")],
  ["date", new RegExp(`(?<![\\d.])${MONTH}月?${TO}${MONTH}月(?:份|末|底)?`, "g")],
  ["date", new RegExp(`${NOT_BY}(?<![\\d.])${MONTH}月(?:${DAY}日|份|末|底)?`, "g")],
  ["date", new RegExp(`(?<![\\d.])(?:${DAY}日?${TO})?${DAY}日`, "g")],
  ["date", /(?<!连续|[\d.])(?:\d{1,2}|(?<!连续|[一二三四五六七八九十])[一二两三四五六七八九十]{1,2})个(?:月|季度)/g],
  [
    "date",
    new RegExp(
      `前?[一二三四1-4]季度|[一二三四]${TO}[一二三四]季度|${NOT_BY}${HAN_COUNT}(?:月份?|日)|[〇零一二三四五六七八九]{4}年`,
      "g",
    ),
  ],
  ["ordinal", new RegExp(`第(?:\\d{1,3}|${HAN_COUNT})(?![\\d.％%位名]|${HAN_COUNT})`, "g")],
  ["ordinal", /居[前后][一二三四五]位/g],
  ["ordinal", new RegExp(`^\\s*(?:${HAN_COUNT}、|（(?:${HAN_COUNT}|\\d{1,2})）|\\d{1,2}[.．](?!\\d))`, "g")],
  [
    "ordinal",
    new RegExp(`（${HAN_COUNT}）|(?:附?[表图注]|附件)\\d{1,2}(?![\\d.])|附件[：:]\\d{1,2}[.．](?!\\d)|[①-⑳]`, "g"),
  ],
  [
    "standing",
    /(?<!\d)[两一二三四五六七八九十](?:个(?:方面|环节|层面|维度|阶段|领域)|项(?:工作|措施|任务|举措|机制|制度|原则|要求))|三次产业/g,
  ],
];

/**
 * Tells of every number in a text what it is, where it is no figure; null where neither its own form nor a declared text
 * says so.
 *
 * Forms: dates and periods with a month of 1-12 and a day of 1-31 (2023年6月18日, 2023-06-18, 1—6月, 6月末, 后6个月,
 * 前三季度), ordinals (第三, 一、, （二）, 表1), numbers of papers (〔2023〕21号, 第6期, GB/T 9704—2012), letters with
 * digits (PM2.5, 5G, 4A, G45), counts of words that no statistics count, in Chinese numerals (两个方面, 四项措施). A rank
 * (第1位, 前3名) and a run of months (连续9个月) are figures.
 *
 * @param declared a number is covered where the whole declared text stands around it
 * @returns one entry for each of `numeralsIn(text)`
 */
export function classifyNumerals(
  text: string,
  declared: readonly DeclaredText[],
): readonly (Numeral & { readonly kind: NonFigureKind | null })[] {
  const numerals = numeralsIn(text);
  if (numerals.length === 0) return [];
  const spans = [
    ...declared.flatMap(({ kind, text: words }) =>
      occurrences(text, words).map((start) => span(kind, start, words.length)),
    ),
    ...GRAMMAR.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => span(kind, index, found.length)),
    ),
  ];
  return numerals.map((numeral) => {
    const cover = spans.find(({ start, end }) => start <= numeral.start && numeral.end <= end);
    return { ...numeral, kind: cover?.kind ?? null };
  });
}

function span(kind: NonFigureKind, start: number, length: number) {
  return { kind, start, end: start + length };
}

function occurrences(text: string, words: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ""; at = text.indexOf(words, at + 1)) starts.push(at);
  return starts;
}
