import { compare, type Decimal } from "../model/decimal.ts";
import type { Milestone } from "../model/milestone.ts";
import type { NotTarget } from "../model/not-target.ts";
import type { Target, TextSpan } from "../model/target.ts";
import { type NumberToken, numberTokens } from "./number-tokens.ts";

/** What accounts for a number: a target whose value it is, a milestone it is part of, or a reason why it is neither. */
export interface Claim {
  readonly kind: "target" | "milestone" | "not-target";
  readonly name: string; // id of the target or milestone, else the reason
}

/** A number of the text with all that accounts for it; with nothing, someone has overlooked it. */
export interface AccountedToken extends NumberToken {
  readonly claims: readonly Claim[];
}

interface Register {
  readonly targets: readonly Target[];
  readonly milestones: readonly Milestone[];
}

/**
 * Tells of every number of a plan's text what accounts for it, in the order of the text.
 *
 * A target accounts for a number that is its low or high and stands in the words it quotes; a milestone for all numbers
 * in the words it quotes (500千伏, 二期). What is listed as no target is never a target's value, however equal.
 */
export function accountForNumbers(
  text: string,
  { targets, milestones }: Register,
  notTargets: readonly NotTarget[],
): readonly AccountedToken[] {
  return numberTokens(text).map((token) => {
    const reasons = notTargets
      .filter((row) => row.token.start === token.start && row.token.end === token.end)
      .map(({ reason }) => ({ kind: "not-target" as const, name: reason }));
    const owners = reasons.length > 0 ? [] : targets.filter((target) => isValueOf(target, token));
    return {
      ...token,
      claims: [
        ...owners.map(({ id }) => ({ kind: "target" as const, name: id })),
        ...milestones
          .filter(({ source }) => holds(source, token))
          .map(({ id }) => ({ kind: "milestone" as const, name: id })),
        ...reasons,
      ],
    };
  });
}

/** Numbers that nothing accounts for. */
export function unaccounted(tokens: readonly AccountedToken[]): readonly AccountedToken[] {
  return tokens.filter(({ claims }) => claims.length === 0);
}

/** Rows of not-targets.csv at whose place no such number stands, or whose number another row lists too. */
export function strayNotTargets(text: string, notTargets: readonly NotTarget[]): readonly NotTarget[] {
  const numbers = new Map(numberTokens(text).map((token) => [placeOf(token), token.text]));
  const seen = new Set<string>();
  return notTargets.filter(({ token }) => {
    const place = placeOf(token);
    const isStray = numbers.get(place) !== token.text || seen.has(place);
    seen.add(place);
    return isStray;
  });
}

/** Whether a number is the value of a target: it stands in the words quoted and equals a bound, in the unit as written. */
export function isValueOf({ source, low, high }: Target, token: NumberToken): boolean {
  const equals = (bound: Decimal | null) => bound !== null && token.value !== null && compare(bound, token.value) === 0;
  return holds(source, token) && (equals(low) || equals(high));
}

function holds(outer: TextSpan, inner: TextSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function placeOf({ start, end }: TextSpan): string {
  return `${start}-${end}`;
}
