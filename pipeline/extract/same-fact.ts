import { compare, decimalPlaces, roundHalfUp } from "../model/decimal.ts";
import { type Issue, makeIssue } from "../model/issue.ts";
import { type Observation, observationSubject } from "../model/observation.ts";
import { convert } from "../model/unit.ts";
import { remembered } from "./remembered.ts";

/** A file's observations with every fact once. */
export interface DistinctFacts {
  readonly observations: readonly Observation[]; // first place of each fact, in the order given
  readonly issues: readonly Issue[]; // a fact with two values, at the later place
  readonly conflicting: readonly Observation[]; // kept out, every place
  readonly repeats: readonly Repeat[]; // of what is kept
}

/** A fact that a file says more than once, with the same value. */
export interface Repeat {
  readonly first: Observation;
  readonly others: readonly Observation[];
}

/**
 * Joins what a file says twice. Equal values are one observation; a value beside a blank or a sentinel is the value;
 * different values are a question, and none of them is kept.
 */
export function distinctFacts(observations: readonly Observation[]): DistinctFacts {
  const dropped = new Set<Observation>();
  const issues: Issue[] = [];
  const conflicting: Observation[] = [];
  const repeats: Repeat[] = [];
  for (const places of repeatedFacts(observations)) {
    const valued = places.filter(({ value }) => value !== null);
    const [first = places[0], ...others] = valued;
    const different = others.filter((other) => first && !sameValue(first, other));
    for (const place of places) if (place !== first || different.length > 0) dropped.add(place);
    if (different.length > 0) conflicting.push(...valued);
    else if (first && others.length > 0) repeats.push({ first, others });
    for (const other of different) if (first) issues.push(conflict(first, other));
  }
  const kept = dropped.size === 0 ? observations : observations.filter((observation) => !dropped.has(observation));
  return { observations: kept, issues, conflicting, repeats };
}

/**
 * The places of each fact that stands more than once, facts in the order of their first places.
 *
 * Facts of one subject at one time are few, and stand side by side; a key for each single one would cost more than
 * reading it.
 */
function repeatedFacts(observations: readonly Observation[]): readonly (readonly Observation[])[] {
  const factsOf = makeShelves();
  const repeated = new Map<Observation, Observation[]>();
  let recent: readonly Known[] = [];
  for (const observation of observations) {
    const known = recent.find(({ subject }) => isSameSubject(subject, observation));
    const facts = known?.facts ?? factsOf(observation);
    if (!known) recent = [{ subject: observation, facts }, ...recent.slice(0, 1)];
    const first = facts.find((other) => isSameFact(other, observation));
    const places = first && repeated.get(first);
    if (places) places.push(observation);
    else if (first) repeated.set(first, [first, observation]);
    else facts.push(observation);
  }
  return repeated.size === 0 ? [] : inOrder(repeated, observations);
}

/** One of the last two subjects: this year's figures and last year's stand in turn. */
interface Known {
  readonly subject: Observation;
  readonly facts: Observation[];
}

function isSameSubject(a: Observation, b: Observation): boolean {
  if (a.indicator === null || a.region === null) return false; // else its words count as well
  return a.indicator === b.indicator && a.region === b.region && a.period === b.period;
}

/** Finds what is known of an observation's subject at its time: a list to be added to. */
function makeShelves(): (observation: Observation) => Observation[] {
  const settled = remembered((_indicator) => remembered((_region) => remembered(emptyList)));
  const unsettled = remembered(emptyList);
  return (observation) => {
    const { indicator, region, period } = observation;
    if (indicator === null || region === null) return unsettled(observationSubject(observation));
    return settled(indicator)(region)(period); // no key of its own for every figure
  };
}

function emptyList(): Observation[] {
  return [];
}

/** Of the same subject and time already; 拉动百分点 beside 贡献率 is another fact. */
function isSameFact(a: Observation, b: Observation): boolean {
  if (a.quantity === "contribution" && a.unit !== b.unit) return false;
  return a.span === b.span && a.quantity === b.quantity && (a.scope ?? "") === (b.scope ?? "");
}

function inOrder(
  repeated: ReadonlyMap<Observation, readonly Observation[]>,
  observations: readonly Observation[],
): readonly (readonly Observation[])[] {
  const all: (readonly Observation[])[] = [];
  for (const observation of observations) {
    const places = repeated.get(observation);
    if (places) all.push(places);
  }
  return all;
}

/** The same in either's unit, or the same when the finer figure is rounded as the coarser one is printed. */
function sameValue(a: Observation, b: Observation): boolean {
  return a.value === null || b.value === null || isRoundedFrom(a, b) || isRoundedFrom(b, a);
}

/** 48.01亿元 is 480123万元 as it is printed in 亿元. */
function isRoundedFrom(coarse: Observation, fine: Observation): boolean {
  if (coarse.value === null || fine.value === null) return false;
  const same = coarse.unit === fine.unit;
  const value = same ? fine.value : coarse.unit && fine.unit ? convert(fine.value, fine.unit, coarse.unit) : undefined;
  if (value === undefined) return false;
  const printed = decimalPlaces(value) > coarse.decimals ? roundHalfUp(value, coarse.decimals) : value;
  return compare(coarse.value, printed) === 0;
}

function conflict(first: Observation, later: Observation): Issue {
  const other = first.sheet === later.sheet ? first.cell : `${first.sheet}!${first.cell}`;
  return makeIssue(
    "value-conflict",
    { sheet: later.sheet, cell: later.cell },
    { other, expected: figure(first), found: figure(later) },
  );
}

function figure({ value, unit }: Observation): string {
  return `${value ?? ""}${unit ?? ""}`;
}
