import { balance, sumOf, unitOf } from "../model/balance.ts";
import { absolute, compare, type Decimal, dividedBy, minus, roundHalfUp, times } from "../model/decimal.ts";
import type { Adjustment, Breakdown, Pull } from "../model/explanation.ts";
import { breakdownText, pullStep } from "./breakdown-words.ts";
import type { Part, Whole } from "./whole.ts";

type Entry = Omit<Pull, "points" | "gapPoints">;

const FEWEST_PARTS = 2;
const LEAST_COVERED: Decimal = "50"; // % of the total that the parts must carry to explain it
const MOST_COVERED: Decimal = "110"; // beyond it the parts are counted otherwise than the total
const MOST_NAMED = 3;

/**
 * How the parts move the total: each by its share times its rate, and by its share times its distance from the goal.
 *
 * The printed numbers add up to the printed rate and gap exactly (舍位平衡). What the parts leave open (missing parts,
 * 可比价 against shares of amounts at other prices) is a row 其他, unless it is no more than rounding.
 *
 * @returns null where fewer than two parts are known, or they carry less than half of the total or much more than it
 */
export function breakdownOf(whole: Whole): Breakdown | null {
  const { by, measure, weights, leftOut, parts, goal, places } = whole;
  const covered = sumOf(parts.map(({ share }) => share));
  if (parts.length < FEWEST_PARTS || compare(covered, LEAST_COVERED) < 0) return null;
  if (compare(covered, MOST_COVERED) > 0) return null;
  const total = roundHalfUp(whole.total, places);
  const gap = goal === null ? null : roundHalfUp(minus(whole.total, goal), places);
  const named = parts.map((part) => entryOf(part, goal));
  const { pulls, adjustments } = balanced([...named, ...restOf(whole, named, covered)], { total, gap, places });
  const { down, up } = extremes(pulls);
  const illustrative = [whole, ...parts].some(({ observations }) => observations.some((one) => one.illustrative));
  const result = { by, measure, weights, total, goal, gap, pulls, down, up, adjustments, leftOut, illustrative };
  const steps = parts.map((part) => pullStep(part, whole));
  return { ...result, steps, text: breakdownText(whole, result) };
}

function entryOf(part: Part, goal: Decimal | null): Entry {
  const { kind, code, name, developmentZone, rate, share, observations } = part;
  const exact = {
    points: percentOf(share, rate),
    gapPoints: goal === null ? null : percentOf(share, minus(rate, goal)),
  };
  return { kind, code, name, developmentZone, rate, share, exact, observations };
}

/** What is left of rate and gap; nothing where the parts are all there and what is left is a unit of the last place. */
function restOf({ total, goal, places, isComplete }: Whole, named: readonly Entry[], covered: Decimal): Entry[] {
  const points = minus(total, sumOf(named.map(({ exact }) => exact.points)));
  const gapPoints =
    goal === null ? null : minus(minus(total, goal), sumOf(named.map(({ exact }) => exact.gapPoints ?? "0")));
  const isRounding = [points, gapPoints ?? "0"].every((left) => compare(absolute(left), unitOf(places)) <= 0);
  if (isComplete && isRounding) return [];
  const share = minus("100", covered);
  const exact = { points, gapPoints };
  const none = { code: null, rate: null, developmentZone: false, observations: [] };
  return [{ kind: "rest", name: "其他", share, exact, ...none }];
}

function balanced(
  entries: readonly Entry[],
  { total, gap, places }: { readonly total: Decimal; readonly gap: Decimal | null; readonly places: number },
): Pick<Breakdown, "pulls" | "adjustments"> {
  const exactPoints = entries.map(({ exact }) => exact.points);
  const exactGap = entries.map(({ exact }) => exact.gapPoints ?? "0");
  const points = balance(exactPoints, total, places);
  const gapPoints = gap === null ? [] : balance(exactGap, gap, places);
  const moved = (of: Adjustment["of"], exact: readonly Decimal[], printed: readonly Decimal[]) =>
    entries.flatMap(({ name }, index): readonly Adjustment[] => {
      const [from, to] = [roundHalfUp(exact[index] ?? "0", places), printed[index] ?? "0"];
      return from === to ? [] : [{ name, of, from, to }];
    });
  const adjustments = [
    ...moved("points", exactPoints, points),
    ...(gap === null ? [] : moved("gapPoints", exactGap, gapPoints)),
  ];
  const pulls = entries.map(
    (entry, index): Pull => ({ ...entry, points: points[index] ?? "0", gapPoints: gapPoints[index] ?? null }),
  );
  return { pulls: [...pulls].sort(byPull), adjustments };
}

/** The worst first, the rest last; the order of the tables where two pull alike. */
function byPull(a: Pull, b: Pull): number {
  const last = Number(a.kind === "rest") - Number(b.kind === "rest");
  return last || compare(a.exact.gapPoints ?? a.exact.points, b.exact.gapPoints ?? b.exact.points);
}

/** Only what pulls that way both as printed and before 舍位平衡. */
function extremes(pulls: readonly Pull[]): Pick<Breakdown, "down" | "up"> {
  const named = pulls.filter(({ kind }) => kind !== "rest");
  const goes = (sign: -1 | 1) => (pull: Pull) =>
    compare(pull.gapPoints ?? pull.points, "0") === sign &&
    compare(pull.exact.gapPoints ?? pull.exact.points, "0") === sign;
  return {
    down: named.filter(goes(-1)).slice(0, MOST_NAMED),
    up: named.filter(goes(1)).reverse().slice(0, MOST_NAMED),
  };
}

function percentOf(share: Decimal, rate: Decimal): Decimal {
  return dividedBy(times(share, rate), "100");
}
