import { formatLocation } from "../errors.ts";
import type { Reason, Verdict } from "../model/assessment.ts";
import type { Cadence, Indicator } from "../model/indicator.ts";
import type { KnownObservation } from "../model/observation.ts";
import { monthOf, type Period, spanName } from "../model/period.ts";
import type { Target } from "../model/target.ts";
import { publishedFirst } from "../model/vintage.ts";
import { valued } from "./current.ts";
import { type Judgement, NO_FIGURES } from "./judgement.ts";
import { type Found, spansFor } from "./reading.ts";
import { sentBlank } from "./sent-blank.ts";
import { dueName } from "./wording.ts";

const CADENCE_WORDS: Readonly<Record<Cadence, string>> = {
  monthly: "按月",
  quarterly: "按季",
  "half-yearly": "每半年",
  annual: "按年",
};

/** A higher level has yet to set the number. */
export function quotaPending(): Judgement {
  return grey("待上级下达", { code: "quota-pending", text: "目标数由上级下达，收到后再作评价" });
}

/** Nobody measures it, or nobody has sent a figure. */
export function noSource(target: Target): Judgement {
  const known = target.indicator === null ? "没有对应的统计指标" : "没有单位报送过该指标";
  return grey("无数据来源", { code: "no-source", text: `${known}，无法评价` });
}

/** The plan's text gives no number to hold a figure against. */
export function noNumber(): Judgement {
  return grey("无数据来源", { code: "defect", text: "计划原文没有给出可以比对的数值，无法评价" });
}

/** An event whose date, or the figures of that date, have not come, and of which nothing is known. */
export function eventNotDue({ due }: Target, period: Period): Judgement {
  const why = period < due ? "尚未到期" : "该时点的数尚未到发布时间";
  return grey("未到期", { code: "not-due", text: `应于${dueName(due)}前完成，${why}` });
}

/**
 * Says so where a goal was due within the year (3月末) and nothing has been heard of it since; unknown stays grey.
 *
 * @param upTo the last month whose figures have fallen due
 */
export function whereOverdue(judgement: Judgement, { basis, due }: Target, upTo: Period): Judgement {
  const isDated = monthOf(due) !== 12 && (basis === "attain" || basis === "event" || basis === "flow");
  if (!isDated || upTo <= due) return judgement;
  const text = `应于${dueName(due)}前完成，期限已过，没有收到完成情况`;
  return { ...judgement, reasons: [...judgement.reasons, { code: "overdue", text }] };
}

/** The year's first figures have not fallen due. */
export function notDue(target: Target, indicator: Indicator, next: Period | null): Judgement {
  const when = next === null ? "今后" : spanName(next, spanOf(target, indicator));
  return grey("未到期", {
    code: "not-due",
    text: `该指标${CADENCE_WORDS[indicator.cadence]}发布，${lagWords(indicator)}${when}数发布前不作评价`,
  });
}

/** What is known of an indicator besides the figure that is not there. */
export interface Known {
  readonly observations: readonly KnownObservation[]; // of the target's indicator and place, this year
  readonly isOnlyIllustrative: boolean; // all that anybody ever sent of it is 演示数据
}

/** A figure has fallen due and is not there, or what is there must not be used. */
export function unusable(
  target: Target,
  indicator: Indicator,
  current: Exclude<Found, { kind: "read" }>,
  known: Known,
): Judgement {
  if (current.kind === "missing") return notPublished(target, indicator, current.period, known);
  if (current.kind === "no-rate") {
    const wanted = target.quantity === "yoy" ? "同比增速" : "计划所用的数";
    const reported = publishedFirst(valued(known.observations).filter(({ period }) => period === current.period));
    const text = `该指标已报送${illustrativeMark(reported)}，但没有${wanted}，无法与目标比对`;
    return grey("未发布", { code: "no-rate", text });
  }
  return grey("未发布", { code: current.kind, text: REFUSALS[current.kind](target, current.observations) });
}

const REFUSALS: Readonly<
  Record<
    "conflicting" | "scope-not-comparable" | "unit-not-comparable" | "implausible",
    (target: Target, observations: readonly KnownObservation[]) => string
  >
> = {
  conflicting: (_, observations) => `同一个数前后不一致：${observations.map(quotation).join("；")}，请核实后再作评价`,
  implausible: (_, observations) =>
    `收到的数与目标相差上百倍：${observations.map(quotation).join("；")}，疑为单位有误，请核实后再作评价`,
  "scope-not-comparable": ({ scope }, observations) =>
    `计划口径${scopeWords(scope)}，收到的数口径${[...new Set(observations.map((o) => scopeWords(o.scope)))].join("、")}，不可比`,
  "unit-not-comparable": ({ unit }, observations) =>
    `计划单位为${unit}，收到的数单位为${[...new Set(observations.map((o) => o.unit ?? "未注明"))].join("、")}，不可比`,
};

/** 为“限额以上”, or 未注明. */
export function scopeWords(scope: string | null): string {
  return scope ? `为“${scope}”` : "未注明";
}

function notPublished(
  target: Target,
  indicator: Indicator,
  period: Period,
  { observations, isOnlyIllustrative }: Known,
): Judgement {
  const span = spanOf(target, indicator);
  const spans: readonly string[] = [...spansFor(target, indicator), "year"];
  const earlier = publishedFirst(
    valued(observations).filter((o) => o.quantity === target.quantity && o.period < period && spans.includes(o.span)),
  );
  const last = earlier
    .map((o) => o.period)
    .sort()
    .at(-1);
  const blank = sentBlank(target, indicator, period, observations);
  const due = `${lagWords(indicator)}截至${Number(period.slice(5))}月应有${spanName(period, span)}数，${blank ?? "尚未收到"}`;
  if (last !== undefined) {
    const text = `${due}；已知最近一期为${spanName(last, span)}${illustrativeMark(earlier)}`;
    return grey("未发布", { code: "not-published", text });
  }
  const text = isOnlyIllustrative && blank === undefined ? `${due}；该指标此前只收到过演示数据` : due;
  return grey("未发布", { code: "not-published", text });
}

function illustrativeMark(observations: readonly KnownObservation[]): string {
  return observations.some(({ illustrative }) => illustrative) ? "（演示数据）" : "";
}

/** Said first, where it explains what month is spoken of. */
function lagWords({ lagMonths }: Indicator): string {
  return lagMonths === 0 ? "" : "错月发布，";
}

function spanOf(target: Target, indicator: Indicator): "ytd" | "instant" {
  const [preferred = "ytd"] = spansFor(target, indicator);
  const isLevel = target.basis !== "flow" && target.basis !== "growth";
  return isLevel && indicator.nature === "flow" ? "ytd" : preferred;
}

/** 63.2亿元（工业.xlsx › 6月 › C7）: the value and its unit as they stand in the cell. */
function quotation({ value, unit, file, sheet, cell }: KnownObservation): string {
  return `${value}${unit ?? ""}（${formatLocation({ file, sheet, cell })}）`;
}

function grey(verdict: Verdict, reason: Reason): Judgement {
  return { ...NO_FIGURES, verdict, reasons: [reason] };
}
