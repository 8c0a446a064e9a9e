import { type Decimal, roundHalfUp } from "../model/decimal.ts";
import type { Adjustment, Breakdown, PartLeftOut, Pull, Why } from "../model/explanation.ts";
import { type ObservationJson, observationJson } from "./observation-json.ts";

/** Which parts make a target lag, as `progress --json` prints it. */
export interface WhyJson {
  readonly sectors: BreakdownJson | null;
  readonly regions: BreakdownJson | null;
}

interface BreakdownJson extends Pick<Breakdown, "measure" | "weights" | "total" | "gap" | "text"> {
  readonly goal: Decimal | null; // %, one digit for 序时
  readonly estimated: true; // 测算
  readonly illustrative: boolean; // rests on 演示数据
  readonly pulls: readonly PullJson[];
  readonly down: readonly string[]; // codes
  readonly up: readonly string[];
  readonly adjustments: readonly Adjustment[];
  readonly leftOut: readonly PartLeftOut[];
  readonly steps: readonly string[];
}

interface PullJson extends Pick<Pull, "kind" | "code" | "name" | "developmentZone" | "points" | "gapPoints"> {
  readonly rate: Decimal | null; // %, one digit for completion, as published for growth
  readonly share: Decimal; // %, two digits
  readonly observations: readonly ObservationJson[];
}

/** Rounds half up at this last step; contributions stay as 舍位平衡 has left them. */
export function whyJson({ sectors, regions }: Why): WhyJson {
  return { sectors: sectors && breakdownJson(sectors), regions: regions && breakdownJson(regions) };
}

function breakdownJson(breakdown: Breakdown): BreakdownJson {
  const { measure, weights, total, goal, gap, pulls, down, up, adjustments, leftOut, illustrative, steps, text } =
    breakdown;
  const isPace = measure === "pace";
  return {
    ...{ measure, weights, estimated: true, illustrative, total },
    goal: goal !== null && isPace ? roundHalfUp(goal, 1) : goal,
    gap,
    pulls: pulls.map((pull) => pullJson(pull, isPace)),
    down: down.flatMap(({ code }) => code ?? []),
    up: up.flatMap(({ code }) => code ?? []),
    ...{ adjustments, leftOut, steps: steps.map((step) => step.text), text },
  };
}

function pullJson(pull: Pull, isPace: boolean): PullJson {
  const { kind, code, name, developmentZone, rate, share, points, gapPoints, observations } = pull;
  return {
    ...{ kind, code, name, developmentZone },
    rate: rate !== null && isPace ? roundHalfUp(rate, 1) : rate,
    share: roundHalfUp(share, 2),
    ...{ points, gapPoints, observations: observations.map(observationJson) },
  };
}
