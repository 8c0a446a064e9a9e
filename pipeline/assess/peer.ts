import { decimalPlaces, minus, roundHalfUp } from "../model/decimal.ts";
import type { KnownObservation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { compareSettled, sideOf } from "./goal.ts";
import type { Case, Judgement } from "./judgement.ts";
import { type Found, findReading } from "./reading.ts";
import { actualClause, gapUnitAfter } from "./wording.ts";

/**
 * The figure of the whole city that a region is held against: the same quantity, in the same period.
 *
 * @param peers observations of the target's indicator for the whole city; any order, quantity and vintage
 */
export function findPeer(
  { target, indicator }: Pick<Case, "target" | "indicator">,
  period: Period,
  peers: readonly KnownObservation[],
): Found {
  return findReading(target, indicator, peers, [period]);
}

/**
 * What becomes of a rate that meets its goal where the rules hold it against the whole city: null where it is not
 * below, or is not held against anything. Not known, the light cannot be given and nothing is guessed.
 */
export function againstPeer(one: Case): Pick<Judgement, "verdict" | "light" | "reasons"> | null {
  const { target, reading, peer, rules } = one;
  const { belowPeer } = rules.growth;
  if (peer === null || belowPeer === null || sideOf(target) === "cap") return null;
  if (peer.kind !== "read") {
    const text = "已达到目标，但全市同期的数尚未收到或不能采用，是否不低于全市平均还不能定";
    return { verdict: "未发布", light: "grey", reasons: [{ code: "peer-unknown", text }] };
  }
  const short = minus(peer.reading.actual, reading.actual);
  if (compareSettled(short, "0") <= 0) return null;
  const places = Math.max(1, decimalPlaces(reading.actual), decimalPlaces(peer.reading.actual));
  const average = actualClause({ ...one, reading: peer.reading });
  const text = `全市${average}，低于全市${roundHalfUp(short, places)}${gapUnitAfter(target.unit)}`;
  return { verdict: belowPeer.verdict, light: belowPeer.light, reasons: [{ code: "below-peer", text }] };
}
