import { absolute, compare, isDecimal, minus } from "../../model/decimal.ts";
import type { Figure } from "../../model/figure.ts";
import { unitAfter } from "../prose/growth.ts";
import { display, signOf } from "./display.ts";
import type { NoteCandidate } from "./note-candidates.ts";

/** A number as it stands in a note. */
export interface NoteNumber {
  readonly text: string; // "7.0"
  readonly before: string; // of its paragraph
  readonly after: string;
}

/** What a number of a note is: a figure, or why it is none. */
export type NoteMatch = { readonly figure: Figure } | { readonly problem: string };

const MOST_NAMED = 3;

/**
 * Finds the figure that a number of a note is: the same digits as the paper prints, with the figure's unit behind it.
 *
 * Those of the target that the note stands under come first, then of what the paragraph names, then the paper's counts;
 * any other only where there is one. A verb of growth or pace right before it must agree with the figure's sign.
 *
 * @param target that the note stands under, by id; null elsewhere
 */
export function matchNumber(
  number: NoteNumber,
  candidates: readonly NoteCandidate[],
  target: string | null,
): NoteMatch {
  const paragraph = number.before + number.text + number.after;
  const speaks = ({ needs }: NoteCandidate) => needs.every((words) => words.some((word) => paragraph.includes(word)));
  const isNamed = ({ names }: NoteCandidate) => names.some((name) => paragraph.includes(name));
  const usable = candidates.filter(speaks);
  const alike = usable.filter(({ figure }) => display(figure, "prose") === number.text && hasUnit(number, figure));
  const ranks = [
    alike.filter((one) => one.target !== null && one.target === target),
    alike.filter((one) => one.target !== null && isNamed(one)),
    alike.filter((one) => one.target === null),
  ];
  const rank = ranks.find((own) => own.length > 0) ?? only(alike);
  const match = [...(rank ?? [])].sort((a, b) => nearness(b, number) - nearness(a, number))[0];
  if (match) return agrees(match, number) ? { figure: match.figure } : { problem: wrongWay(match, number) };
  const near = (target === null ? [] : usable.filter((one) => one.target === target)).concat(usable.filter(isNamed));
  return { problem: unproven(number, near.length > 0 ? near : usable, alike) };
}

/** All of them where they are of one target. */
function only(alike: readonly NoteCandidate[]): readonly NoteCandidate[] | undefined {
  return new Set(alike.map(({ target }) => target)).size === 1 ? alike : undefined;
}

/** How far into the text before the number the last word stands that calls for the figure. */
function nearness({ needs, names }: NoteCandidate, { before }: NoteNumber): number {
  return Math.max(-1, ...[...needs.flat(), ...names].map((word) => before.lastIndexOf(word)));
}

function hasUnit({ after }: NoteNumber, { unit }: Figure): boolean {
  if (unit === null) return !/^\s*(?:%|‰|个?百分点)/.test(after);
  return after.startsWith(unit) || after.startsWith(unitAfter(unit));
}

const RISES = /(?:增长|上涨|提高|快于序时进度)(?:了|约)?$/;
const FALLS = /(?:下降|降低|下滑|慢于序时进度)(?:了|约)?$/;

function agrees({ figure, carries }: NoteCandidate, { before }: NoteNumber): boolean {
  if (carries === null) return true;
  const sign = signOf(figure);
  return !(RISES.test(before) && sign < 0) && !(FALLS.test(before) && sign > 0);
}

function wrongWay({ figure }: NoteCandidate, { text, after }: NoteNumber): string {
  const way = signOf(figure) < 0 ? "为负" : "为正";
  return `“${text}${unitIn(after)}”前的动词与方向不符：${figure.name}${way}（${printed(figure)}）`;
}

function unproven(number: NoteNumber, near: readonly NoteCandidate[], alike: readonly NoteCandidate[]): string {
  const shown = `“${number.text}${unitIn(number.after)}”`;
  if (alike.length > 0) {
    return `${shown}与几项指标的数都相同（${named(alike.map(({ figure }) => figure))}），请在这一段写明指标名称`;
  }
  const otherUnit = near.filter(({ figure }) => display(figure, "prose") === number.text);
  if (otherUnit.length > 0) return `${shown}的单位与本期的数不符：${named(otherUnit.map(({ figure }) => figure))}`;
  const nearest = [...near].sort((a, b) => compare(distance(a, number), distance(b, number)));
  const others = nearest.length === 0 ? "" : `，相近的有${named(nearest.map(({ figure }) => figure))}`;
  return `${shown}不是本期印出的数${others}；来自数据以外的，写成 [${number.text}${unitIn(number.after)}](来源：…)`;
}

function distance({ figure }: NoteCandidate, { text }: NoteNumber): string {
  const typed = text.replaceAll(",", "");
  return isDecimal(typed) ? absolute(minus(absolute(figure.value), absolute(typed))) : "0";
}

function named(figures: readonly Figure[]): string {
  const texts = figures.map((figure) => `${figure.name}${printed(figure)}`);
  return [...new Set(texts)].slice(0, MOST_NAMED).join("、");
}

function printed(figure: Figure): string {
  return `${display(figure, "cell")}${unitAfter(figure.unit)}`;
}

/** So much of what follows as is read as the number's unit. */
function unitIn(after: string): string {
  return /^(?:个?百分点|%|‰|[\p{Script=Han}]{1,2})/u.exec(after)?.[0] ?? "";
}
