import type { Operand, Step } from "../model/arithmetic.ts";
import { sumOf } from "../model/balance.ts";
import {
  absolute,
  compare,
  type Decimal,
  decimalPlaces,
  dividedBy,
  minus,
  roundHalfUp,
  times,
} from "../model/decimal.ts";
import type { Breakdown, LeftOutReason, PartLeftOut, Pull } from "../model/explanation.ts";
import { DEMO_MARK } from "./way-home-words.ts";
import type { Part, Whole } from "./whole.ts";
import { unsigned } from "./wording.ts";

const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  "no-rate": "没有增速",
  "no-amount": "没有总量，无法确定占比",
  "no-target": "没有分解目标",
  conflicting: "几处来源的数不一致",
  "base-not-positive": "上年同期为零或负数，不计算拉动",
  "counted-elsewhere": "数据已含在其他旗县市区内，不重复计",
  "maybe-counted-elsewhere": "数据是否已含在其他旗县市区内不明，不计",
};

const WEIGHT_WORDS: Readonly<Record<Breakdown["weights"], string>> = {
  "last-year": "按上年同期占比计算",
  derived: "上年占比由本期总量和增速倒推",
  targets: "按分解目标占比计算",
};

type Told = Omit<Breakdown, "steps" | "text">;

/** The sentence of a breakdown: who pulls down and up by how much, what is left open, who is left out, how it was weighed, and 演示数据 where any of it is that. */
export function breakdownText({ name, isComplete }: Pick<Whole, "name" | "isComplete">, breakdown: Told): string {
  const { by, gap, down, up, pulls, adjustments, leftOut, weights, illustrative } = breakdown;
  const parts = [
    named(down, gap === null ? "向下拉动" : "拉低"),
    named(up, gap === null ? "向上拉动" : "抬高"),
    restWords(pulls),
  ].filter((words) => words !== "");
  const view = by === "region" ? "分地区看" : "分项看";
  const head = `测算：${view}，${aboutTotal(name, breakdown)}${parts.length > 0 ? `，其中${parts.join("；")}` : ""}`;
  const tail = [
    WEIGHT_WORDS[weights],
    ...(adjustments.length > 0 ? [`各项之和与公布数按舍位平衡调整${adjustments.length}处`] : []),
  ];
  return `${head}。${isComplete ? mismatchWords(breakdown) : ""}${leftOutWords(leftOut)}（${tail.join("；")}）${illustrative ? DEMO_MARK : ""}`;
}

/** The arithmetic of one part's pull on the gap, or on the rate where there is no goal. */
export function pullStep(part: Part, { goal, measure }: Whole): Step {
  const share = roundHalfUp(part.share, 2);
  const against: Operand[] =
    goal === null ? [] : [{ name: measure === "pace" ? "序时进度" : "目标", value: goal, unit: "%" }];
  const distance = goal === null ? part.rate : minus(part.rate, goal);
  const written = goal === null ? signed(shown(part.rate)) : `(${shown(part.rate)}−${signed(shown(goal))})`;
  const formula = `${part.shareFormula}×${written}÷100`;
  const value = dividedBy(times(part.share, distance), "100");
  const rate = measure === "pace" ? "完成率" : "增速";
  const label = `${part.name}拉动`;
  const own = `${rate}${unsigned(shown(part.rate))}%`;
  const told = goal === null ? own : `（${own}−${against[0]?.name}${unsigned(shown(goal))}%）`;
  return {
    name: "pull",
    label,
    formula,
    operands: [
      { name: measure === "pace" ? "占全市目标的比重" : "上年占比", value: part.share, unit: "%" },
      { name: rate, value: part.rate, unit: "%" },
      ...against,
    ],
    value,
    unit: "百分点",
    decimals: 2,
    estimated: true,
    text: `测算（${label}）：占比${share}%×${told}÷100＝${unsigned(roundHalfUp(value, 2))}个百分点`,
  };
}

function aboutTotal(name: string, { gap, total, measure }: Told): string {
  if (gap === null) return `${name}同比${compare(total, "0") < 0 ? "下降" : "增长"}${absolute(total)}%`;
  const subject = `${name}${measure === "growth" ? "增速" : ""}`;
  const side = compare(gap, "0");
  if (side === 0) return `${subject}与${measure === "pace" ? "序时进度" : "目标"}基本持平`;
  const words = measure === "pace" ? `${side < 0 ? "慢" : "快"}于序时进度` : `${side < 0 ? "低" : "高"}于目标`;
  return `${subject}${words}${absolute(gap)}个百分点`;
}

function named(pulls: readonly Pull[], verb: string): string {
  return pulls.map((pull) => `${pull.name}${verb}${points(pull)}`).join("、");
}

function restWords(pulls: readonly Pull[]): string {
  const rest = pulls.find(({ kind }) => kind === "rest");
  const left = rest && (rest.gapPoints ?? rest.points);
  if (!rest || !left || compare(left, "0") === 0) return "";
  return `${compare(left, "0") < 0 ? "拉低" : "抬高"}${points(rest)}未能分摊到各项`;
}

/** Amounts that add up while rates do not: an office should look at them before anybody is blamed. */
function mismatchWords({ pulls, total, measure }: Told): string {
  if (!pulls.some(({ kind }) => kind === "rest")) return "";
  const parts = pulls.filter(({ kind }) => kind !== "rest");
  const covered = sumOf(parts.map(({ share }) => share));
  const weighted = dividedBy(times(sumOf(parts.map(({ exact }) => exact.points)), "100"), covered);
  const rate = measure === "pace" ? "完成率" : "增速";
  const rounded = roundHalfUp(weighted, decimalPlaces(total));
  return `各项总量相加等于全市，${rate}按占比加权却为${rounded}%，与全市的${total}%不衔接，请核实。`;
}

function leftOutWords(leftOut: readonly PartLeftOut[]): string {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  const words = reasons.map((reason) => {
    const names = leftOut.filter((one) => one.reason === reason).map(({ name }) => name);
    return `${names.join("、")}${LEFT_OUT_WORDS[reason]}`;
  });
  return words.length === 0 ? "" : `${words.join("；")}。`;
}

function points({ gapPoints, points: own }: Pull): string {
  return `${absolute(gapPoints ?? own)}个百分点`;
}

/** Published rates as they are, quotients with two digits. */
function shown(rate: Decimal): Decimal {
  const short = roundHalfUp(rate, 2);
  return compare(short, rate) === 0 ? rate : short;
}

function signed(rate: Decimal): string {
  return rate.startsWith("-") ? `(${rate})` : rate;
}
