import type { Assessment } from "../model/assessment.ts";
import type { Change } from "../model/explanation.ts";
import { grouped, inKeyOrder } from "../model/grouped.ts";
import { type KnownObservation, observationKey } from "../model/observation.ts";
import { type Period, periodName } from "../model/period.ts";
import { publishedFirst } from "../model/vintage.ts";
import { type Valued, valued, valueFor } from "./current.ts";
import { compareSettled } from "./goal.ts";
import { valueWords } from "./wording.ts";

/** What one vintage says of a fact. */
interface Version {
  readonly vintage: string;
  readonly value: string; // in the target's unit
  readonly observations: readonly Valued[];
}

/**
 * The figures of a target that were published anew since those of the period before came out, with another value; by period.
 *
 * Since then: in a vintage later than the one in which that period's figure was first known, so that a revision
 * is told once. A figure of the time since that period is told as revised against what was first said of it. Figures in 演示数据 count only where nothing is published, and a vintage that contradicts itself does not.
 *
 * @param before the period that is compared with
 * @param known of the target's indicator and place
 */
export function revisionsOf(
  { target, period }: Pick<Assessment, "target" | "period">,
  before: Period,
  known: readonly KnownObservation[],
): readonly Change[] {
  const asked = valued(known).filter(
    (o) => o.quantity === target.quantity && o.span !== "month" && o.span !== "quarter" && isOfYear(o, period),
  );
  const facts = inKeyOrder(grouped(asked, observationKey));
  const versions = facts.map(([, all]) => ({ fact: all[0], versions: versionsOf(target, publishedFirst(all)) }));
  const since = firstKnown(
    versions.map(({ versions: of, fact }) => ({ period: fact?.period, versions: of })),
    before,
  );
  return versions.flatMap(({ fact, versions: of }): readonly Change[] => {
    const latest = of.at(-1);
    if (!fact || fact.period > period) return [];
    const isOwn = fact.period > before;
    const old = (isOwn ? undefined : of.filter(({ vintage }) => since === null || vintage <= since).at(-1)) ?? of[0];
    if (!old || !latest) return [];
    if (latest === old || compareSettled(old.value, latest.value) === 0) return [];
    const [from, to, unit] = [old.value, latest.value, target.unit];
    const scope = fact.scope ? `（${fact.scope}）` : "";
    const name = `${measureName(target)}${scope}`;
    const text = `${name}${periodName(fact.period, fact.span)}数由${valueWords(target, from)}修订为${valueWords(target, to)}（${latest.vintage}）`;
    const observations = [...old.observations, ...latest.observations];
    return [{ kind: "revised", target: target.id, from, to, unit, period: fact.period, text, observations }];
  });
}

/** 规模以上工业增加值增速 for a goal of growth, else the name itself. */
export function measureName({ quantity, name }: Assessment["target"]): string {
  return quantity === "yoy" ? `${name}增速` : name;
}

function isOfYear({ period }: KnownObservation, asked: Period): boolean {
  return period.slice(0, 4) === asked.slice(0, 4);
}

/** What each vintage says, earliest first; without those that say two things, or in a unit that does not compare. */
function versionsOf(target: Assessment["target"], all: readonly Valued[]): readonly Version[] {
  const byVintage = inKeyOrder(grouped(all, ({ vintage }) => vintage));
  return byVintage.flatMap(([vintage, observations]): readonly Version[] => {
    const values = observations.map((o) => valueFor(target, o));
    const [value] = values;
    if (value === undefined) return [];
    const isOne = values.every((other) => other !== undefined && compareSettled(value, other) === 0);
    return isOne ? [{ vintage, value, observations }] : [];
  });
}

/** The vintage in which the latest figure up to last month was first known; null where there is none. */
function firstKnown(
  facts: readonly { readonly period: Period | undefined; readonly versions: readonly Version[] }[],
  before: Period,
): string | null {
  const earlier = facts.filter(({ period, versions }) => period !== undefined && period <= before && versions[0]);
  const latest = earlier.reduce((max, { period = "" }) => (period > max ? period : max), "");
  const vintages = earlier
    .filter(({ period }) => period === latest)
    .flatMap(({ versions }) => versions[0]?.vintage ?? []);
  return vintages.sort()[0] ?? null;
}
