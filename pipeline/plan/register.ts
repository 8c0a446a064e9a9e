import type { Decimal } from "../model/decimal.ts";
import type { Cadence, Indicator, IndicatorCode } from "../model/indicator.ts";
import type { Milestone } from "../model/milestone.ts";
import type { Plan, PlanHeader } from "../model/plan.ts";
import type { Target } from "../model/target.ts";
import { baseUnit, convert } from "../model/unit.ts";

/** The bounds of a target in the base unit of its dimension: 1.2万人 is 12000人. */
export interface BaseBounds {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly unit: string;
}

/** A target as `plan show --json` prints it. */
export interface RegisteredTarget extends Target {
  readonly cadence: Cadence | null; // of its indicator; null where nothing measures it
  readonly base: BaseBounds;
}

/** What `plan show --json` prints. */
export interface PlanRegister {
  readonly plan: PlanHeader;
  readonly targets: readonly RegisteredTarget[]; // in the order of the text
  readonly milestones: readonly Milestone[]; // in the order of the text
}

/** Lists a plan's targets and milestones with what follows from their units and indicators; the plan's text is left out. */
export function registerPlan(plan: Plan, indicators: readonly Indicator[]): PlanRegister {
  const { year, title, documentNumber, region, chapters, targets, milestones } = plan;
  const cadences = new Map<IndicatorCode, Cadence>(indicators.map(({ code, cadence }) => [code, cadence]));
  return {
    plan: { year, title, documentNumber, region, chapters },
    targets: targets.map((target) => ({
      ...target,
      cadence: (target.indicator && cadences.get(target.indicator)) || null,
      base: baseBounds(target),
    })),
    milestones,
  };
}

function baseBounds({ low, high, unit }: Target): BaseBounds {
  const base = baseUnit(unit) ?? unit;
  const inBase = (bound: Decimal | null) => (bound === null ? null : (convert(bound, unit, base) ?? bound));
  return { low: inBase(low), high: inBase(high), unit: base };
}
