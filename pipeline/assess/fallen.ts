import type { Reason } from "../model/assessment.ts";
import { spanName } from "../model/period.ts";
import { compareSettled } from "./goal.ts";
import type { Case } from "./judgement.ts";

/** Asks about a cumulative amount below the one before it: the verdict stands, and somebody should look at the sheet. */
export function fallenReasons({ target, indicator, reading, past }: Case): readonly Reason[] {
  const before = past.at(-1);
  const addsUp = target.quantity === "value" && indicator.nature === "flow" && reading.span === "ytd";
  if (!addsUp || !before || compareSettled(reading.actual, before.value) >= 0) return [];
  return [{ code: "cumulative-fell", text: `累计数比上期（${spanName(before.period, "ytd")}）减少，请核实` }];
}
