import { type Decimal, decimalPlaces, isZero, times } from "../model/decimal.ts";
import type { ObservationStatus } from "../model/observation.ts";
import { findUnit } from "../model/unit.ts";
import { squash } from "./normalise.ts";

/** A cell's text as a figure, or what stands in place of one. */
export type PublishedNumber =
  | {
      readonly kind: "number";
      readonly value: Decimal;
      readonly decimals: number;
      readonly unit: string | null; // written behind the number: "%", "百分点", "亿元"
      readonly growth: boolean; // a word says so: 增长12.3%
    }
  | { readonly kind: "sentinel"; readonly status: ObservationStatus }
  | { readonly kind: "inexact" } // a bound or a round number: 突破1000, 约5
  | { readonly kind: "directionless" } // 收窄2.3, 扩大2.3: a fall or a rise, as what it is said of has fallen or risen
  | { readonly kind: "words" }; // anything else

/** Signs that stand for a number everywhere; a source's own legend goes before (standards of the field, section 2.1). */
const SENTINELS: Readonly<Record<string, ObservationStatus>> = {
  "-": "not-applicable",
  "...": "missing",
  "......": "missing",
  "/": "not-applicable",
  不适用: "not-applicable",
  空: "missing",
  空白: "missing",
  暂无: "missing",
  未统计: "missing",
  未公布: "missing",
  未发布: "missing",
  未提供: "missing",
  保密: "missing",
};

const UP = "增长|上升|提高|增加|上涨|增|升|涨|▲|↑";
const DOWN = "下降|减少|降低|回落|下跌|负增长|降|减|跌|▼|↓";
const DIGITS = "(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:,\\d{3})+)?(?:\\.\\d+)?";
const NUMBER = new RegExp(`^(${UP}|${DOWN})?([+-])?(${DIGITS})(%|‰|个?百分点|倍|[^\\d.,+-]{1,6})?$`);
const BRACKETED = new RegExp(`^\\((${DIGITS})(%|个?百分点)?\\)(%)?$`);
/** 213.4（1）, 213.4 1), 213.4注1, 213.4i: a figure, and a mark that points to a footnote. 5.01) may be 5.01 or 5.0. */
const FOOTNOTED = /^([+-]?\d[\d.,]*(?:[%％‰]|个?百分点)?)(?:[(（]注?\d[)）]|\s+\d[)）]|\s*注\d?|\s*i{1,3})$/;
const ARROWED = /^([+-]?)([\d.,]+(?:%|个?百分点)?)([↑↓])$/;
const DIRECTIONLESS = /^(?:[降涨升增]幅)?(?:收窄|扩大|缩小)[+-]?\d[\d,.]*(?:%|‰|个?百分点)?$/;
const INEXACT = new RegExp(
  [
    "^(?:>=?|<=?|≥|≤|≧|≦|约|近|超过?|突破|不低于|不超过|不少于|不高于|逾|达到|大于|小于|高于|低于|不足)[+-]?\\d[\\d,.]*[^\\d]{0,6}$",
    "^(?!\\d{4}年)[+-]?\\d[\\d,.]*[^\\d,.]{0,5}(?:以上|以下|以内|左右|上下|余(?!额)|多|\\+)[^\\d]{0,5}$",
    "^(?!(?:19|20)\\d\\d-)\\d+(?:\\.\\d+)?%?[-至]\\d+(?:\\.\\d+)?(?:%|个?百分点)?$",
  ].join("|"),
);

/**
 * Reads the text of a cell as a published figure.
 *
 * Digits are never joined over a blank: "2.0 1.9" is two figures in one cell, and words to this function.
 * △ is not read, because it means a rise in one office and a fall in another.
 *
 * @param sentinels the source's own, beside the common ones
 */
export function parsePublishedNumber(
  text: string,
  sentinels: Readonly<Record<string, ObservationStatus>> = {},
): PublishedNumber {
  const own = sentinels[text.trim()];
  if (own) return { kind: "sentinel", status: own };
  const squashed = squash(text);
  const common = SENTINELS[squashed];
  if (common) return { kind: "sentinel", status: common };
  const [, marked] = FOOTNOTED.exec(text.trim()) ?? [];
  if (marked && !/^(?:19|20)\d\d$/.test(marked)) return readSigned(squash(marked)) ?? { kind: "words" };
  if (/[\d.,]\s+[\d.,]/.test(text.normalize("NFKC").trim())) return { kind: "words" };
  if (/^(?:与?上?年?同期)?持平$/.test(squashed)) return number("0", null, true);
  return (
    readSigned(squashed) ??
    readArrowed(squashed) ??
    readBracketed(squashed) ??
    (DIRECTIONLESS.test(squashed) ? { kind: "directionless" } : undefined) ??
    (INEXACT.test(squashed) ? { kind: "inexact" } : { kind: "words" })
  );
}

function readSigned(squashed: string): PublishedNumber | undefined {
  const [, word, sign, digits, suffix] = NUMBER.exec(squashed) ?? [];
  if (!digits || (suffix && !isUnit(suffix))) return undefined;
  const falls = word !== undefined && new RegExp(`^(?:${DOWN})$`).test(word);
  if (falls && sign) return undefined; // 下降-1.2%: a fall of a fall, or a mark said twice
  if (word && "▲↑".includes(word) && sign === "-") return undefined;
  return number(`${falls || sign === "-" ? "-" : ""}${digits}`, suffix ?? null, word !== undefined);
}

/** 3.1%↑ and -3.1%↓: the arrow repeats the sign. One that contradicts it leaves open which of the two is meant. */
function readArrowed(squashed: string): PublishedNumber | undefined {
  const [, sign, rest = "", arrow] = ARROWED.exec(squashed) ?? [];
  const agrees = arrow === "↑" ? sign !== "-" : sign === "-";
  const read = arrow && agrees ? readSigned(`${sign}${rest}`) : undefined;
  return read?.kind === "number" && !isZero(read.value) ? read : undefined;
}

/** (12.3) is minus 12.3, as accountants write it. */
function readBracketed(squashed: string): PublishedNumber | undefined {
  const [, digits, inside, outside] = BRACKETED.exec(squashed) ?? [];
  return digits?.includes(".") || digits?.includes(",") || (digits && digits.length > 2)
    ? number(`-${digits}`, inside ?? outside ?? null, false)
    : undefined;
}

function isUnit(suffix: string): boolean {
  return suffix === "倍" || findUnit(suffix) !== undefined;
}

function number(written: string, suffix: string | null, growth: boolean): PublishedNumber {
  const plain = written.replaceAll(",", "").replace(/^(-?)\./, "$10.");
  const value = isZero(plain) ? plain.replace("-", "") : plain;
  const decimals = decimalPlaces(value);
  if (suffix !== "倍") return { kind: "number", value, decimals, unit: findUnit(suffix ?? "")?.name ?? null, growth };
  return { kind: "number", value: times(value, "100"), decimals: Math.max(0, decimals - 2), unit: "%", growth };
}

/** Reads a rank: 3, 第3位, 并列3, 3/8; undefined for anything else. */
export function parseRank(squashed: string): Decimal | undefined {
  return /^(?:第|并列第?)?([1-9]\d{0,2})(?:位|名)?(?:\/\d{1,3})?(?:\(?并列\)?)?$/.exec(squashed)?.[1];
}
