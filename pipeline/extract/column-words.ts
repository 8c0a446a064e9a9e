import type { Column } from "./columns.ts";
import { contradictsItself } from "./head-contradictions.ts";
import { mergeTimes } from "./join-times.ts";
import type { Measure } from "./measure-words.ts";
import { dateTime, type TimeWords } from "./period-words.ts";
import type { Phrase, ReadPhrase } from "./phrase.ts";
import type { TypedCell } from "./typed-cell.ts";

/** Reads what the header cells over a column say, top to bottom; the lower words count over the upper ones. */
export function readColumn(column: number, cells: readonly TypedCell[], read: ReadPhrase): Column {
  const phrases = understand(cells, read);
  const lowest = phrases.at(-1);
  const time = phrases.reduce<TimeWords | null>((far, { time }) => mergeTimes(time, far), null);
  const measures = phrases.flatMap(({ measure }) => measure ?? []);
  const measure = measures.reduce<Measure | null>(lowerMeasure, null);
  const named = phrases.findLastIndex(
    ({ indicator, region, name, role }) => indicator || region || (name !== "" && !role),
  );
  const indicator = phrases.findLast((phrase) => phrase.indicator)?.indicator ?? null;
  const region = phrases.findLast((phrase) => phrase.region)?.region ?? null;
  const unknown = phrases.findLast(
    (phrase) => phrase.name !== "" && !phrase.indicator && !phrase.region && !phrase.role,
  );
  const role = lowest?.role ?? "data";
  return {
    column,
    cells,
    banners: [],
    role,
    ignored: measure?.ignored ?? null,
    time: measure?.month && !time?.span ? mergeTimes(MONTH, time) : time,
    measure,
    units: phrases.findLast(({ units }) => units.length > 0)?.units ?? [],
    measureUnits: measureUnits(phrases),
    scopes: [...new Set([...scopesOf(phrases, measure), ...measures.flatMap(({ scopes }) => scopes)])],
    indicator,
    region,
    name: indicator || role !== "data" ? null : (unknown?.name ?? null),
    inherited: false,
    ownName: role === "data" ? (phrases.findLast(({ name, role }) => name !== "" && !role)?.name ?? null) : null,
    nameCell: cells[Math.min(named, cells.length - 1)] ?? null,
    partOf: null,
    unclear: (time?.unclear ?? false) || contradictsItself(phrases, read),
  };
}

/** 实际 over growth is 扣除价格因素; over a value, beside 计划, it only says that this is the outcome. */
function scopesOf(phrases: readonly Phrase[], measure: Measure | null): readonly string[] {
  const value = measure === null || measure.quantity === "value";
  return phrases.flatMap(({ squashed, scopes }) => (value && squashed === "实际" ? [] : scopes));
}

/** 一般公共预算收入(万元) over 同比 is not a growth in 万元. */
function measureUnits(phrases: readonly Phrase[]): readonly string[] {
  const from = phrases.findLastIndex(({ measure }) => measure !== null);
  const own = phrases
    .slice(Math.max(from, 0))
    .flatMap(({ name, units }) => (name === "" ? units : units.filter((unit) => /[%‰点]/.test(unit))));
  return from < 0 ? [] : [...own, ...phrases.flatMap(({ measure }) => measure?.unit ?? [])];
}

const MONTH: TimeWords = { year: null, month: null, span: "month", lastYear: false, unclear: false };

/** A head broken over two rows (累计 over 增长%, 以上月价格 over 为100) is read as one where its parts mean nothing. */
function understand(cells: readonly TypedCell[], read: ReadPhrase): readonly Phrase[] {
  const phrases = cells.map((cell) => (cell.content.kind === "date" ? readDateHead(cell, read) : read(cell.squashed)));
  if (cells.length < 2 || phrases.every(isUnderstood)) return phrases;
  const joined = read(cells.map(({ squashed }) => squashed).join(""));
  const known = phrases.flatMap(({ indicator, region }) => indicator?.code ?? region ?? []);
  const same = known.every((code) => code === joined.indicator?.code || code === joined.region);
  return isUnderstood(joined) && same ? [joined] : phrases;
}

function isUnderstood({ name, indicator, region, role }: Phrase): boolean {
  return name === "" || indicator !== null || region !== null || role !== null;
}

function readDateHead({ content, squashed }: TypedCell, read: ReadPhrase): Phrase {
  if (content.kind !== "date") return read(squashed);
  return { ...read(`${content.year}年${content.month}月`), time: dateTime(content) };
}

function lowerMeasure(upper: Measure | null, lower: Measure): Measure {
  const falls = lower.falls || (upper?.falls ?? false);
  if (upper?.bare) return { ...lower, month: lower.month || upper.month, annual: lower.annual || upper.annual };
  return lower.open && upper?.quantity
    ? { ...upper, falls, scopes: [...upper.scopes, ...lower.scopes] }
    : { ...lower, falls };
}
