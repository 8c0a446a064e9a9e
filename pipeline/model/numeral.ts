/** A number as it stands in a text. */
export interface Numeral {
  readonly text: string; // as written: "5.2", "-0.8", "７", "百分之五", "十二"
  readonly start: number; // offsets into the text, in UTF-16 units
  readonly end: number; // exclusive
}

const HAN = "〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟";
const SCALES = /^[十百千万亿拾佰仟]+$/;
const ROUND = /^(?:[十百千拾佰仟]?万亿|[十百千拾佰仟]万?亿|[十百千拾佰仟]万)$/; // 百亿, 十万, 万亿
const DASHES = "\\-−－‐‑‒–—―﹣";
const HAN_DIGIT = "〇零一二三四五六七八九十百千万亿两";

/** A digit of any script, full-width ones too, and numbers that are one sign: ½, ①, ㈠, ², Ⅳ. */
const DIGIT = /[\p{Nd}\p{Nl}\p{No}]/u;

/** What a Chinese number counts or dates; 一 before the words in the second list is an article: 一个, 上一期, 这一次. */
const COUNTED =
  "个|项|家|户|人|名|位|次|元|吨|斤|亩|头|只|台|套|件|条|款|处|座|所|对|类|种|组|级|期|届|批|章|节|部|层|档|成|倍|番|季度|月|日|年|周|天|小时|分钟|公里|平方|立方|千瓦|兆瓦|亿|万|%|％|‰|百分点|千分点";
const AFTER_ONE =
  "项|家|户|人|名|位|元|吨|斤|亩|头|台|套|成|倍|番|季度|月|日|年|天|小时|公里|千瓦|亿|万|%|％|‰|百分点|千分点";

/** What round numbers count without a digit before: 百元, 千人; many of them are units of their own after a number. */
const COUNTED_ROUND = "(?:[几余多来]?(?:元|人|家(?!万户|争鸣)|户|项|名|吨|亩|头|台|套|个))";
const SIGN = new RegExp(`^[+＋${DASHES}]`);
const TIME = "[年月日号季]";

const POSSIBLE = new RegExp(`[${HAN}\\p{Nd}\\p{Nl}\\p{No}]`, "u");

const PATTERN = new RegExp(
  [
    `[${HAN_DIGIT}]+分之[${HAN_DIGIT}]+(?:点[${HAN_DIGIT}]+)?`, // 百分之五, 三分之二
    `[${HAN_DIGIT}]+点[${HAN_DIGIT}]+`, // 三点五
    `[${HAN}]+`,
    `[+＋${DASHES}]?(?:\\p{Nd}+(?:[,，]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.．]\\p{Nd}+)?|(?<![\\p{N}A-Za-z.．])[.．]\\p{Nd}+)`,
    "(?!〇)[\\p{Nl}\\p{No}]+",
  ].join("|"),
  "gu",
);

/**
 * Every number in a text, in its order.
 *
 * A number is
 * - digits of any script with what belongs to them: 1,234.5, -0.8, ７．０, １２; a range or a date is as many numbers as it
 *   has (2023, 6 and 18 in 2023年6月18日; 8 and 10 in 8～10). The unit and % are no part of it. Any dash before it is its
 *   sign where it joins no two numbers or times (1-6月, 6月-8月, 3%-5%) and is no half of a long dash. A point may begin it.
 * - a single sign that stands for a number: ½, ①, Ⅳ, ².
 * - Chinese numerals where they count, date, order or divide: 百分之五, 三点五, 五千万元, 翻一番, 第三, 一季度, 十二月, 前三位, （二）, 一、 at
 *   the beginning, any two in a row (十四五), and round ones where they say how much: 百亿元, 上千人, 数十万, 零增长. Not where
 *   they are part of a word or a unit: 一般, 统一, 进一步, 0.81万人, （百万元）, 百分点, 千瓦, 过半.
 */
export function numeralsIn(text: string): readonly Numeral[] {
  if (!POSSIBLE.test(text)) return []; // most names; the pattern would take longer to say so
  const numerals: Numeral[] = [];
  for (const match of text.matchAll(PATTERN)) {
    let { 0: written, index: start } = match;
    let end = start + written.length;
    if (isHan(written)) {
      if (/.千$/.test(written) && /^[瓦米克伏卡]/.test(text.slice(end, end + 1))) {
        written = written.slice(0, -1); // 百万千瓦
        end -= 1;
      }
      if (countsInWords(written, text.slice(Math.max(0, start - 3), start), text.slice(end, end + 5), start))
        numerals.push({ text: written, start, end });
      continue;
    }
    if (SIGN.test(written) && joins(text.slice(Math.max(0, start - 2), start), written, text.slice(end, end + 2))) {
      written = written.slice(1);
      start += 1;
    }
    numerals.push({ text: written, start, end });
  }
  return numerals;
}

/** Whether the text holds a digit of any script. */
export function hasDigit(text: string): boolean {
  return DIGIT.test(text);
}

function isHan(written: string): boolean {
  return /^\p{Script=Han}/u.test(written);
}

/** A dash between two numbers or times, of a long dash, or before a time. */
function joins(before: string, written: string, after: string): boolean {
  if (new RegExp(`[\\p{N}%％‰〕\\]${DASHES}]\\s?$`, "u").test(before)) return true;
  if (new RegExp(`^${TIME}`).test(after)) return true;
  return new RegExp(`${TIME}\\s?$`).test(before) && /^.(?:19|20)\d\d$/.test(written);
}

function countsInWords(run: string, before: string, after: string, start: number): boolean {
  if (run.includes("分之") || run.includes("点")) return true;
  if (SCALES.test(run) && run !== "十") return isRound(run, before, after);
  if (run === "十" && new RegExp(`^[几余多来](?:${COUNTED})`).test(after)) return true;
  if (run === "零" && after.startsWith("增长")) return true;
  if (/[第〔]$/.test(before)) return true;
  if (/^(?:分(?!钟)|足)/.test(after) && run === "十") return false; // 十分, 十足
  if (run.length > 1) return !/^一+$/.test(run); // 统一一般
  if (/[前后]$/.test(before) && /^[位名季个批期年月]/.test(after)) return true;
  if (/[（(]$/.test(before) && /^[）)]/.test(after)) return true;
  if (/^[、.．]/.test(after) && start === before.length && before.trim() === "") return true;
  return new RegExp(`^(?:${run === "一" ? AFTER_ONE : COUNTED})`).test(after);
}

/** 百亿, 千人, 上万户; not 万 of 0.81万人, 百 of 百分点, （百万元） at the head of a table, 千万不可. */
function isRound(run: string, before: string, after: string): boolean {
  if (/[\p{N}.．]\s?$/u.test(before)) return false;
  if (isUnitName(before, after)) return false;
  if (ROUND.test(run)) return !/^[不别莫火]/.test(after);
  if (run.length > 1) return false;
  if (/(?:[几上近超逾破达过]|(?<![人户总件个基次指家台套头辆])数)$/.test(before)) return !/^[分克米瓦伏]/.test(after);
  return /[百千佰仟]/.test(run) && new RegExp(`^${COUNTED_ROUND}`).test(after);
}

/** Nothing but the name of a unit: （百万元）, 单位：千人, 百万千瓦 in a cell of its own. */
function isUnitName(before: string, after: string): boolean {
  return (
    /单位[:：]?\s?$/.test(before) ||
    (/(?:^|[（(：:/／])\s?$/.test(before) && /^[^，。；]{0,3}?(?:$|[）)/／])/.test(after))
  );
}
