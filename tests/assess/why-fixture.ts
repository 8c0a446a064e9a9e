import { observationsByPlace, type Surroundings } from "../../pipeline/assess/surroundings.ts";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { whyOf } from "../../pipeline/assess/why.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Decimal } from "../../pipeline/model/decimal.ts";
import type { Why } from "../../pipeline/model/explanation.ts";
import type { Indicator } from "../../pipeline/model/indicator.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod, type Period } from "../../pipeline/model/period.ts";
import type { Region } from "../../pipeline/model/region.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { CITY, CODE, growing, indicator, month, observation, RULES } from "./assess-fixture.ts";

export const ZONE = "150571";

/** The city, 市本级, three counties and 开发区. */
export const REGIONS: readonly Region[] = [
  region(CITY, "通辽", "city", 0),
  region("150599", "市本级", "city-level", 1),
  region("150502", "科尔沁区", "county", 2),
  region("150523", "开鲁县", "county", 3),
  region("150524", "库伦旗", "county", 4),
  region(ZONE, "开发区", "development-zone", 5),
];

function region(code: string, shortName: string, kind: Region["kind"], order: number): Region {
  return { code, name: shortName, shortName, aliases: [], kind, order };
}

/** A figure of June 2023 unless changed: 150502 grows by 5.0 %. */
export function growth(place: string, value: Decimal | null, change: Partial<KnownObservation> = {}): KnownObservation {
  const cell = `Y${place.slice(4)}`;
  return observation({ region: place, cell, value, quantity: "yoy", unit: "%", period: month(6), ...change });
}

/** An amount of June 2023 unless changed, in 个. */
export function amount(place: string, value: Decimal | null, change: Partial<KnownObservation> = {}): KnownObservation {
  return observation({ region: place, cell: `A${place.slice(4)}`, value, period: month(6), ...change });
}

/** June of the year before. */
export const LAST_JUNE: Period = makePeriod(2022, 6);

/** Growth and amount of one place. */
export function both(place: string, value: Decimal, rate: Decimal): readonly KnownObservation[] {
  return [amount(place, value), growth(place, rate)];
}

interface WhySetting {
  readonly target?: Target;
  readonly indicators?: readonly Indicator[];
  readonly regionalTargets?: readonly Target[];
  readonly regions?: readonly Region[];
}

/** What lies around the targets, of these observations. */
export function surroundingsOf(
  observations: readonly KnownObservation[],
  { indicators = [indicator()], regionalTargets = [], regions = REGIONS }: WhySetting = {},
): Surroundings {
  return { indicators, regions, regionalTargets, observations, observationsOf: observationsByPlace(observations) };
}

/** A target of 7 % growth, unless changed, judged in June on the city's own figures among the observations. */
export function assessed(observations: readonly KnownObservation[], setting: WhySetting = {}): Assessment {
  const { target = growing(">=", "7"), indicators = [indicator()] } = setting;
  const own = observations.filter((o) => o.indicator === target.indicator && o.region === target.region);
  const measured = indicators.find(({ code }) => code === CODE) ?? null;
  return assessTarget(target, { indicator: measured, period: month(6), observations: own, rules: RULES });
}

/** Why it lags. */
export function why(observations: readonly KnownObservation[], setting: WhySetting = {}): Why | null {
  const { indicators = [indicator()] } = setting;
  const measured = indicators.find(({ code }) => code === CODE) ?? null;
  return whyOf(assessed(observations, setting), measured, surroundingsOf(observations, setting));
}

/** What tables compare of a breakdown by region: name, points and gapPoints. */
export function pullsOf(reasons: Why | null, by: "sectors" | "regions" = "regions") {
  return reasons?.[by]?.pulls.map(({ name, points, gapPoints }) => `${name} ${points} ${gapPoints}`) ?? null;
}
