import { assessTarget } from "../../../pipeline/assess/target.ts";
import type { Verdict } from "../../../pipeline/model/assessment.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import type { Indicator } from "../../../pipeline/model/indicator.ts";
import { makePeriod, type Period, parsePeriod } from "../../../pipeline/model/period.ts";
import type { Basis, Op, Strength, Target } from "../../../pipeline/model/target.ts";
import { type TargetFigures, targetFigures } from "../../../pipeline/report/edition/target-figures.ts";
import { indicatorFixture, observationFixture, RULES, targetFixture } from "../../support/edition-input-fixture.ts";

/** A row of a golden table: facts by name, as text, and the sentence that they make. */
export type Row = Readonly<Record<string, string>>;

/** A number as its text writes it, with its unit: 5.20%, -3.1%, 12.5个百分点; as many decimals as written. */
export function figureOf(text: string, id = "x"): Figure {
  const [, value = "0", unit = ""] = /^(-?\d+(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  const decimals = value.split(".")[1]?.length ?? 0;
  const derivation = { kind: "computed" as const, formula: value, operands: [] };
  return { id, name: id, value, unit: unit.replace(/^个(?=百分点)/, "") || null, decimals, derivation };
}

/** "2023-06" and the like. */
export function periodOf(text: string | undefined): Period {
  return (text === undefined ? undefined : parsePeriod(text)) ?? makePeriod(2023, 6);
}

const KINDS: Readonly<Record<string, { readonly quantity: Target["quantity"]; readonly basis: Basis }>> = {
  增速: { quantity: "yoy", basis: "growth" },
  总量: { quantity: "value", basis: "flow" },
  保持: { quantity: "value", basis: "keep" },
  达到: { quantity: "value", basis: "attain" },
  增减: { quantity: "change", basis: "keep" },
};

/** Judges what a row says: name, kind, goal (>=9%), actual, month of the actual, month of the paper, and what is special. */
export function judgedTarget(row: Row, index = 0): TargetFigures {
  const [, op = ">=", low = "0", high, unit = "%"] =
    /^(>=|<=|<|>|=|~|range)(-?[\d.]+)(?:~(-?[\d.]+))?(.*)$/.exec(row.goal ?? ">=9%") ?? [];
  const kind = KINDS[row.kind ?? "增速"] ?? { quantity: "yoy" as const, basis: "growth" as const };
  const isCap = op === "<=" || op === "<";
  const isFloor = op === ">=" || op === ">";
  const name = row.name ?? "规模以上工业增加值";
  const target = targetFixture({
    ...{ id: `2023-${String(index + 1).padStart(3, "0")}`, name, ...kind, op: op as Op, unit },
    low: isCap ? null : low,
    high: isFloor ? null : (high ?? low),
    due: periodOf(row.due ?? "2023-12"),
    strength: (row.strength ?? "预期性") as Strength,
    headline: row.headline !== "no",
    bureau: row.bureau ?? null,
    bureauIsOurReading: row.bureau !== undefined,
    source: { text: row.source ?? name, start: index * 10, end: index * 10 + 5 },
  });
  const indicator = indicatorFixture({
    ...{ name, unit, price: (row.price as Indicator["price"]) ?? null },
    ...{ cadence: (row.cadence as Indicator["cadence"]) ?? "monthly", judgedFrom: Number(row.judgedFrom ?? "1") },
    ...{ nature: (row.nature as Indicator["nature"]) ?? "flow" },
  });
  const period = periodOf(row.paper ?? row.at);
  const observation = observationFixture({
    ...{ value: row.actual ?? null, unit, period: periodOf(row.at), quantity: target.quantity, label: name },
    span: row.kind === "保持" || row.kind === "达到" || row.kind === "增减" ? "instant" : "ytd",
    decimals: (row.actual ?? "").split(".")[1]?.length ?? 0,
  });
  const observations = row.actual === undefined ? [] : [observation];
  return targetFigures(assessTarget(target, { indicator, period, observations, rules: RULES }), indicator);
}

/** 已完成3 滞后2: so many targets of each verdict, one after the other. */
export function verdictsOf(text: string): readonly Verdict[] {
  return text.split(" ").flatMap((part) => {
    const [, verdict = "", count = "1"] = /^(\D+)(\d+)$/.exec(part) ?? [];
    return Array.from({ length: Number(count) }, () => verdict as Verdict);
  });
}
