import { type Assessment, gapDecimals, type Light, type ReasonCode, type Verdict } from "../model/assessment.ts";
import { type Decimal, roundHalfUp } from "../model/decimal.ts";
import type { RollUp } from "../model/explanation.ts";
import type { Period } from "../model/period.ts";
import type { QuotaSource } from "../model/quota.ts";
import type { Basis, Op, RelativeTo, Strength } from "../model/target.ts";
import { type ChangeJson, changeJson } from "./change-json.ts";
import type { Explanations } from "./explain.ts";
import { type ObservationJson, observationJson } from "./observation-json.ts";
import {
  type OutlookJson,
  outlookJson,
  type SeasonalJson,
  type StepJson,
  seasonalJson,
  stepJson,
  type WayHomeJson,
  wayHomeJson,
} from "./prospect-json.ts";
import { type RankingJson, rankingJson } from "./ranking-json.ts";
import { type TaskStanding, taskStandings } from "./shared-task.ts";
import { type WhyJson, whyJson } from "./why-json.ts";

/** The document that `progress --json` prints. */
export interface ProgressJson {
  readonly period: Period;
  readonly asOf: string | null;
  readonly region: string;
  readonly rules: string; // name of the rule set that the lights are given by
  readonly assessments: readonly AssessmentJson[];
  readonly tasks: readonly TaskStanding[]; // that several targets measure, each with the worst of their verdicts
  readonly rankings: readonly RankingJson[];
  readonly changes: readonly ChangeJson[];
  readonly rollUps: readonly RollUp[]; // exact
}

/** One assessment, with the names that scripts rely on. */
export interface AssessmentJson {
  readonly target: string; // id
  readonly chapter: number;
  readonly name: string;
  readonly indicator: string | null;
  readonly basis: Basis;
  readonly strength: Strength;
  readonly scope: string | null;
  readonly task: string | null; // the same for all targets that measure it
  readonly due: Period;
  readonly actual: Decimal | null; // in `unit`
  readonly unit: string;
  readonly period: Period | null; // that the actual speaks of
  readonly target_low: Decimal | null;
  readonly target_high: Decimal | null;
  readonly op: Op;
  readonly relativeTo: RelativeTo | null; // then target_low or target_high is what that figure says at `period`
  readonly quota: QuotaSource | null; // where the number comes from, once a higher level has set it
  readonly completion: Decimal | null; // %, one digit
  readonly expected: Decimal | null; // %, one digit
  readonly gap: Decimal | null; // one digit for a pace, else those of the actual and the goal
  readonly gapUnit: string | null;
  readonly required: Decimal | null; // in `unit`
  readonly seasonal: SeasonalJson | null; // beside the linear `expected`
  readonly wayHome: WayHomeJson | null; // 测算
  readonly outlook: OutlookJson | null; // 测算
  readonly why: WhyJson | null;
  readonly steps: readonly StepJson[]; // the arithmetic of completion, expected, seasonal, gap and required
  readonly verdict: Verdict;
  readonly light: Light;
  readonly reasons: readonly string[];
  readonly reasonCodes: readonly ReasonCode[]; // one for each of `reasons`
  readonly illustrative: boolean; // rests on 演示数据
  readonly observations: readonly QuotedJson[];
}

/** A cell, and what it says: the actual, or the figure that a relative goal is held against. */
type QuotedJson = ObservationJson & { readonly of: "actual" | "goal" };

/** Makes the document, assessments in the order given; figures rounded half up (四舍五入) at this last step. */
export function toProgressJson(
  assessments: readonly Assessment[],
  { period, asOf, region, rules }: Pick<ProgressJson, "period" | "asOf" | "region" | "rules">,
  { rankings = [], changes = [], rollUps = [] }: Partial<Explanations> = {},
): ProgressJson {
  return {
    ...{ period, asOf, region, rules, assessments: assessments.map(assessmentJson) },
    tasks: taskStandings(assessments),
    rankings: rankings.map(rankingJson),
    changes: changes.map(changeJson),
    rollUps,
  };
}

function assessmentJson(assessment: Assessment): AssessmentJson {
  const { target, completion, expected, reasons, observations, goalObservations } = assessment;
  const { seasonal, wayHome, outlook } = assessment;
  const illustrative = [...observations, ...goalObservations].some((one) => one.illustrative);
  return {
    target: target.id,
    chapter: target.chapter,
    name: target.name,
    indicator: target.indicator,
    basis: target.basis,
    strength: target.strength,
    scope: target.scope,
    task: target.task,
    due: target.due,
    actual: assessment.actual,
    unit: target.unit,
    period: assessment.observedPeriod,
    target_low: target.low,
    target_high: target.high,
    op: target.op,
    relativeTo: target.relativeTo,
    quota: target.quota ?? null,
    completion: completion === null ? null : roundHalfUp(completion, 1),
    expected: expected === null ? null : roundHalfUp(expected, 1),
    gap: assessment.gap === null ? null : roundHalfUp(assessment.gap, gapDecimals(assessment)),
    gapUnit: assessment.gapUnit,
    required: assessment.required,
    seasonal: seasonal && seasonalJson(seasonal, illustrative),
    wayHome: wayHome && wayHomeJson(wayHome, illustrative),
    outlook: outlook && outlookJson(outlook, illustrative),
    why: assessment.why === null ? null : whyJson(assessment.why),
    steps: assessment.steps.map(stepJson),
    verdict: assessment.verdict,
    light: assessment.light,
    reasons: reasons.map(({ text }) => text),
    reasonCodes: reasons.map(({ code }) => code),
    illustrative,
    observations: [
      ...observations.map((observation) => ({ of: "actual" as const, ...observationJson(observation) })),
      ...goalObservations.map((observation) => ({ of: "goal" as const, ...observationJson(observation) })),
    ],
  };
}
