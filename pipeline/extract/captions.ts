import { isFormLine, isNote } from "./head-words.ts";
import type { Measure } from "./measure-words.ts";
import type { NamedIndicator, Names } from "./names.ts";
import { splitOrdinal, squash } from "./normalise.ts";
import { type FoundTime, findTimes, type TimeWords } from "./period-words.ts";
import { readPhrase } from "./phrase.ts";
import { remembered } from "./remembered.ts";
import type { TypedCell } from "./typed-cell.ts";
import { parseUnitLine } from "./unit-words.ts";

/** What a text above a table, a sheet's name or a file's name says about all the figures below it. */
export interface Caption {
  readonly kind: "title" | "unit" | "note";
  readonly time: TimeWords | null;
  readonly toDate: boolean; // 累计 without a month
  readonly annual: boolean; // 年度, 全年, 公报: the bare year is meant as a whole
  readonly units: readonly string[];
  readonly unknownUnits: readonly string[];
  readonly regions: readonly string[]; // every region named
  readonly indicator: NamedIndicator | null; // where the title names exactly one
  readonly measure: Measure | null; // 增速 behind the indicator's name
  readonly scopes: readonly string[]; // 口径 of that indicator
}

const REGIONAL = "(?:分|各|按)?(?:旗县市区|旗县区市|旗县市|旗县区|旗县|县市区|县区|地区|区域)(?:和?及?开发区)?";
const PADDING = {
  before: new RegExp(
    `^(?:附?表[\\d一二三四五六七八九十]*(?:-\\d+)?[:、.]?|指标:|附件\\d*[:、]?|\\d+(?:-\\d+)?[.、]?|[:_、,及和份的\\u0000-]|全市|本市|各?分?${REGIONAL}|主要|${REGIONAL})`,
  ),
  after: new RegExp(
    `(?:(?:完成|运行|发展|收支|执行|统计|主要)?情况(?:统计|汇总|一览)?表?|(?:统计|进度|月报|快报|汇总|一览|完成|报)表|月报|快报|统计|(?:及|和|与|、)(?:其)?(?:增速|增长速度|增长|增幅|排序|排名|位次)|(?:分级|分月|逐月|分季度?|历年|分年度?|分级次|分类别)|表|\\(?续表?\\d*\\)?|主要指标|${REGIONAL}|[:_、,及和的\\u0000-]|数据)$`,
  ),
};

const LONGEST_TITLE = 300; // characters; beyond it a text is prose, which names many times and indicators

/** Reads captions for one book; the same text is read once. */
export type ReadCaption = (squashed: string) => Caption;

/** Makes a reader that remembers: every table below a title, and every line beside it, asks what the title says. */
export function makeCaptionReader(names: Names): ReadCaption {
  return remembered((squashed) => readCaption(squashed, names));
}

/** Reads a squashed caption. What it leaves open is null; two different months in one title leave the month open. */
export function readCaption(squashed: string, names: Names): Caption {
  const unitLine = parseUnitLine(squashed);
  const text = unitLine?.rest ?? squashed;
  const units = { units: unitLine?.units ?? [], unknownUnits: unitLine?.unknown ?? [] };
  if (text.length > LONGEST_TITLE || isFormLine(text) || isNote(text)) {
    return { kind: "note", ...EMPTY, ...units, regions: names.regionsIn(text) };
  }
  const times = findTimes(text);
  const phrase = readPhrase(withoutRegions(withoutTimes(splitOrdinal(text).rest, names, times), names), names, PADDING);
  return {
    kind: unitLine && text === "" ? "unit" : "title",
    ...units,
    units: units.units.length > 0 ? units.units : phrase.units,
    time: joinTimes(times),
    toDate: saysToDate(times),
    annual: /全年|年度|年报|公报/.test(text),
    regions: names.regionsIn(text),
    indicator: phrase.indicator,
    measure: phrase.indicator ? phrase.measure : null,
    scopes: phrase.indicator ? phrase.scopes : [],
  };
}

/** A caption's text, squashed. 表1 2024年1季度: without its blank the table's number would run into the year. */
export function captionText({ text, squashed }: TypedCell): string {
  const unnumbered = text.replace(/^\s*附?表\s*\d{1,3}(?:[-－—.]\d{1,3})?\s+/, "");
  return unnumbered === text ? squashed : squash(unnumbered);
}

/** 续表：2023年5月 over a continuation page says more than 续表1; it stands nearer than what it continues. */
export function saysMore({ squashed }: TypedCell): boolean {
  return !/^\(?续表?[\d一二三四五六七八九十]*\)?:?$/.test(squashed);
}

const EMPTY = { time: null, toDate: false, annual: false, indicator: null, measure: null, scopes: [] } as const;

function withoutTimes(text: string, names: Names, found: readonly FoundTime[]): string {
  if (names.findIndicator(text)) return text;
  const again = found.length === 0 ? [] : findTimes(text);
  return [...again]
    .reverse()
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^份/, ""), text)
    .replaceAll("()", ""); // 固定资产投资(2023年)
}

/** Takes region names off the front, one after the other: 通辽市科尔沁区. */
function withoutRegions(text: string, names: Names): string {
  const region = names.findIndicator(text) ? undefined : names.regionAtStart(text);
  return region && region.length < text.length ? withoutRegions(text.slice(region.length), names) : text;
}

/** 累计增速 in a title without a month: the bare months of its table are cumulative. */
function saysToDate(found: readonly FoundTime[]): boolean {
  const times = found.map(({ time }) => time);
  return (
    times.some(({ span }) => span === "ytd") && times.every(({ month, span }) => month === null && span !== "month")
  );
}

/** All the times of one title as one: 2023年6月及1—6月 ends in 2023-06 and has no one span. */
function joinTimes(found: readonly FoundTime[]): TimeWords | null {
  const times = found.map(({ time }) => time).filter(({ lastYear }) => !lastYear);
  if (times.length === 0) return null;
  const only = <T>(values: readonly (T | null)[]): T | null => {
    const distinct = new Set(values.filter((value) => value !== null));
    return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
  };
  const month = only(times.map((time) => time.month));
  const spans = times.map(({ span }) => (span === "whole-year" && month !== null ? null : span));
  return {
    year: only(times.map(({ year }) => year)),
    month,
    span: times.some(({ unclear, span }) => unclear && span === "as-of") ? "as-of" : only(spans), // 截至25日
    lastYear: false,
    unclear: times.some(({ unclear }) => unclear) || (month === null && times.some((time) => time.month !== null)),
  };
}
