import { type Block, openSketch, type Setting, take } from "./block.ts";
import { amount, growth } from "./figures.ts";
import { FLOWS, periodOf, RATES } from "./words.ts";

const CITY = "150500";

function untils({ chance, month }: Setting): readonly number[] {
  const all = Array.from({ length: Math.max(1, month.month - 1) }, (_, index) => index + 2);
  const upTo = all.filter((until) => until <= Math.max(2, month.month));
  return upTo.length > 2 ? chance.some(upTo, 2 + chance.below(upTo.length - 1)) : upTo;
}

/** Indicators down, months across, newest or oldest first; growth in rows of its own. */
export function indicatorByPeriod(setting: Setting): Block {
  const { chance, month } = setting;
  const sketch = openSketch(setting);
  const column = chance.often(50);
  const yearInHead = chance.often(50);
  const months = chance.often(50) ? [...untils(setting)].reverse() : untils(setting);
  const first = column ? 2 : 1;
  sketch.put(0, 0, chance.pick(["指标", "指标名称", "项目"]));
  if (column) sketch.put(0, 1, "单位");
  for (const [index, until] of months.entries())
    sketch.put(0, first + index, `${yearInHead ? `${month.year}年` : ""}1${chance.pick(["-", "—"])}${until}月`);
  let at = 1;
  for (const named of take(setting, [...FLOWS, ...RATES], 2 + chance.below(5))) {
    const name = chance.pick(named.names);
    const unit = chance.pick(named.units);
    const measures = named.nature === "rate" ? ["value"] : chance.pick([["value"], ["value", "yoy"], ["yoy"]]);
    for (const measure of measures) {
      const own = measure === "value" ? unit : "%";
      const bare = measures.length === 2 && measure === "yoy" && chance.often(50);
      const words =
        measure === "value" ? name : bare ? "  同比增长" : `${name}${chance.pick(["同比增长", "增速", "同比"])}`;
      sketch.put(at, 0, column ? words : `${words}（${own}）`);
      if (column) sketch.put(at, 1, own);
      for (const [index, until] of months.entries())
        sketch.figure(at, first + index, measure === "value" ? amount(chance) : growth(chance), {
          indicator: named.code,
          region: CITY,
          period: periodOf({ ...month, month: until }),
          span: "ytd",
          quantity: measure,
          unit: own,
        });
      at++;
    }
  }
  return sketch.done("indicators x periods", [`${yearInHead ? "" : `${month.year}年`}通辽市主要指标分月累计情况`]);
}

/** Months down, indicators across, each of the month and since January. */
export function periodByIndicator(setting: Setting): Block {
  const { chance, month } = setting;
  const sketch = openSketch(setting);
  const chosen = take(setting, FLOWS, 1 + chance.below(3));
  const spans = chance.pick<readonly ("month" | "ytd")[]>([["month", "ytd"], ["month"], ["ytd"]]);
  sketch.put(0, 0, chance.pick(["月份", "时间", "期间"]));
  sketch.merge(0, 0, 1, 0);
  const yearInRow = chance.often(40);
  const last = Math.max(2, month.month);
  const months = Array.from({ length: last - 1 }, (_, index) => index + 2);
  const rows = chance.often(40) ? [...months].reverse() : months;
  for (const [at, until] of rows.entries()) sketch.put(2 + at, 0, `${yearInRow ? `${month.year}年` : ""}${until}月`);
  const withGrowth = chance.often(50);
  let column = 1;
  for (const named of chosen) {
    const unit = chance.pick(named.units);
    const width = spans.length * (withGrowth ? 2 : 1);
    sketch.put(0, column, `${chance.pick(named.names)}（${unit}）`);
    sketch.merge(0, column, 0, column + width - 1);
    for (const span of spans) {
      sketch.put(1, column, span === "month" ? chance.pick(["当月", "本月"]) : chance.pick(["累计", "本年累计"]));
      if (withGrowth) sketch.put(1, column + 1, chance.pick(["同比(%)", "增速（%）", "±%"]));
      for (const [at, until] of rows.entries()) {
        const base = { indicator: named.code, region: CITY, period: periodOf({ ...month, month: until }), span };
        sketch.figure(2 + at, column, amount(chance), { ...base, quantity: "value", unit });
        if (withGrowth) sketch.figure(2 + at, column + 1, growth(chance), { ...base, quantity: "yoy", unit: "%" });
      }
      column += withGrowth ? 2 : 1;
    }
  }
  return sketch.done(`periods x indicators/${spans.join("+")}${withGrowth ? "/growth" : ""}`, [
    `${yearInRow ? "" : `${month.year}年`}通辽市分月主要指标`,
  ]);
}

/** Indicators down; months over measures, two header rows. */
export function periodOverMeasure(setting: Setting): Block {
  const { chance, month } = setting;
  const sketch = openSketch(setting);
  const column = chance.often(70);
  const first = column ? 2 : 1;
  sketch.put(0, 0, chance.pick(["指标", "指标名称", "项 目"]));
  sketch.merge(0, 0, 1, 0);
  if (column) {
    sketch.put(0, 1, chance.pick(["单位", "计量单位"]));
    sketch.merge(0, 1, 1, 1);
  }
  const last = chance.often(40);
  const width = last ? 3 : 2;
  for (const [half, span] of (["month", "ytd"] as const).entries()) {
    const left = first + half * width;
    const words = span === "month" ? ["本月", `${month.month}月`, "当月"] : ["累计", `1-${month.month}月`, "1—本月"];
    sketch.put(0, left, chance.pick(words));
    sketch.merge(0, left, 0, left + width - 1);
    sketch.put(1, left, chance.pick(["绝对量", "绝对额", "总量", "完成"]));
    if (last) sketch.put(1, left + 1, chance.pick(["上年同期", "去年同期"]));
    sketch.put(1, left + width - 1, chance.pick(["同比增长(%)", "增速(%)", "同比±%", "增长%"]));
  }
  for (const [at, named] of take(setting, FLOWS, 2 + chance.below(6)).entries()) {
    const unit = chance.pick(named.units);
    const name = chance.pick(named.names);
    sketch.put(2 + at, 0, column ? name : `${name}(${unit})`);
    if (column) sketch.put(2 + at, 1, unit);
    for (const [half, span] of (["month", "ytd"] as const).entries()) {
      const left = first + half * width;
      const base = { indicator: named.code, region: CITY, period: periodOf(month), span };
      sketch.figure(2 + at, left, amount(chance), { ...base, quantity: "value", unit });
      if (last)
        sketch.figure(2 + at, left + 1, amount(chance), {
          ...base,
          period: periodOf({ ...month, year: month.year - 1 }),
          quantity: "value",
          unit,
        });
      sketch.figure(2 + at, left + width - 1, growth(chance), { ...base, quantity: "yoy", unit: "%" });
    }
  }
  return sketch.done(`periods over measures${last ? "/last year" : ""}`, []);
}
