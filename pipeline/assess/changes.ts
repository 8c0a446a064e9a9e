import { type Assessment, isPostponed, verdictWord } from "../model/assessment.ts";
import type { Change } from "../model/explanation.ts";
import type { KnownObservation } from "../model/observation.ts";
import { type Period, spanName } from "../model/period.ts";
import { measureName, revisionsOf } from "./revisions.ts";
import { valueWords } from "./wording.ts";

/** The assessments of two periods of one year of the same targets, on what is known of them now. */
export interface TwoPeriods {
  readonly previous: readonly Assessment[]; // as judged today for the period before
  readonly current: readonly Assessment[];
  readonly observations: ReadonlyMap<string, readonly KnownObservation[]>; // known by now of any year, by target id
}

/**
 * What is different from the period before, in the order of the targets: verdicts, values of earlier months published
 * anew, figures known for the first time this year, figures that were there and are late now.
 *
 * The period before is what is known of it today, so that a late sheet is no change of this one's; a revision is told by
 * its vintages, and a verdict that is another than before by revised figures says so. Verdicts are named as printed. A target reported for the first time, or late, has that one change and no change of verdict beside it.
 */
export function changesOf({ previous, current, observations }: TwoPeriods): readonly Change[] {
  const before = new Map(previous.map((one) => [one.target.id, one]));
  return current.flatMap((now) => {
    const then = before.get(now.target.id);
    if (!then) return [];
    const known = observations.get(now.target.id) ?? [];
    const first = reportedFirst(then, now, known);
    if (first) return [first];
    const revisions = revisionsOf(now, then.period, known);
    const change = late(then, now) ?? judgedAnew(then, now, revisions);
    return [...(change ? [change] : []), ...revisions];
  });
}

function reportedFirst(then: Assessment, now: Assessment, known: readonly KnownObservation[]): Change | null {
  const { target, actual, observedPeriod, observations } = now;
  if (then.actual !== null || actual === null || observedPeriod === null) return null;
  const wasKnown = known.some(
    (o) => o.value !== null && o.quantity === target.quantity && o.period <= then.period && isThisYear(o, now),
  );
  if (wasKnown) return null;
  const text = `${measureName(now.target)}本年首次有数：${spanName(observedPeriod, spanOf(now))}${valueWords(target, actual)}，${verdictWord(now)}`;
  const change = { from: null, to: actual, unit: target.unit, period: observedPeriod, text, observations };
  return { kind: "newly-reported", target: target.id, ...change };
}

function late(then: Assessment, now: Assessment): Change | null {
  const { target, reasons, period } = now;
  const isLate = now.verdict === "未发布" && reasons.some(({ code }) => code === "not-published");
  if (then.actual === null || !isLate) return null;
  const text = `${measureName(now.target)}上一期有数，本期应有的数尚未收到`;
  const change = {
    from: verdictWord(then),
    to: verdictWord(now),
    unit: null,
    period,
    text,
    observations: then.observations,
  };
  return { kind: "newly-late", target: target.id, ...change };
}

function judgedAnew(then: Assessment, now: Assessment, revisions: readonly Change[]): Change | null {
  const [from, to] = [verdictWord(then), verdictWord(now)];
  if (from === to) return null;
  const { target, period, observations } = now;
  const change = { target: target.id, from, to, unit: null, period, observations };
  if (isPostponed(then) && now.actual !== null) {
    return { kind: "judging-begins", ...change, text: `${measureName(target)}从本期起评价：${to}` };
  }
  const isRevised = then.actual !== null && revisions.some((one) => one.period <= then.period);
  const by = isRevised ? "（上一期按修订后的数评价）" : "";
  return {
    kind: "verdict",
    ...change,
    ...(isRevised ? { onRevised: true as const } : {}),
    text: `${measureName(target)}由“${from}”变为“${to}”${by}`,
  };
}

function isThisYear({ period }: { readonly period: Period }, now: Assessment): boolean {
  return period.slice(0, 4) === now.period.slice(0, 4);
}

function spanOf({ observations }: Assessment) {
  return observations[0]?.span ?? "ytd";
}
