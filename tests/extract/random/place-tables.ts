import { type Block, openSketch, type Setting, take } from "./block.ts";
import { amount, growth, sign } from "./figures.ts";
import { figureFor, flowHeads, unitOf } from "./heads.ts";
import { FLOWS, type Named, PLACES, periodOf, titleTime } from "./words.ts";

function takeOne(setting: Setting): Named {
  const [named] = take(setting, FLOWS, 1);
  if (!named) throw new Error("no indicator left");
  return named;
}

const PLACE_HEADS = ["地区", "旗县市区", "地  区", "旗县", "行政区划", "单位名称"] as const;

function placesOf({ chance }: Setting): readonly { readonly code: string; readonly name: string }[] {
  const some = chance.often(60) ? PLACES : chance.some(PLACES, 3 + chance.below(6));
  const named = some.map(({ code, names }) => ({ code, name: chance.pick(names) }));
  const summed = some === PLACES && chance.often(30); // all of them, and the city as their sum
  const places = summed
    ? [...named.slice(1), { code: "150500", name: chance.pick(["合计", "合  计", "总计"]) }]
    : named;
  return places.some(({ code }) => code !== "150500") && places.length > 1 ? places : placesOf({ chance } as Setting);
}

function byMonth({ chance }: Setting, until: number): readonly number[] {
  const months = Array.from({ length: Math.max(1, until - 1) }, (_, index) => index + 2).filter(
    (month) => month <= until,
  );
  const few = months.length > 1 ? chance.some(months, 2 + chance.below(months.length - 1)) : months;
  return chance.often(50) ? [...few].reverse() : few;
}

/** Places down, measures of the title's one indicator across. */
export function placeTable(setting: Setting): Block {
  const { chance, month } = setting;
  const sketch = openSketch(setting);
  const named = takeOne(setting);
  const unit = chance.pick(named.units);
  const heads = flowHeads(setting);
  const inHead = chance.often(40);
  sketch.put(0, 0, chance.pick(PLACE_HEADS));
  for (const [index, head] of heads.entries())
    sketch.put(0, 1 + index, inHead && head.inUnit ? `${head.words}（${unit}）` : head.words);
  for (const [at, { code, name }] of placesOf(setting).entries()) {
    sketch.put(1 + at, 0, name);
    for (const [step, head] of heads.entries()) {
      const written = chance.often(3) ? sign(chance) : figureFor(head, setting);
      if (head.kind === "plan") sketch.put(1 + at, 1 + step, written.cell);
      else
        sketch.figure(1 + at, 1 + step, written, {
          indicator: named.code,
          region: code,
          period: head.period,
          span: head.span,
          quantity: head.quantity,
          ...(head.scope ? { scope: head.scope } : {}),
          unit: unitOf(head, unit),
        });
    }
  }
  const time = titleTime(chance, month, setting.range ? "range" : "month");
  const words = chance.pick(["完成情况", "情况", "情况表", "完成情况表"]);
  const title = `${time}${chance.pick(["分旗县市区", "各旗县", "全市各旗县市区"])}${chance.pick(named.names)}${words}`;
  return sketch.done("places", inHead ? [title] : [title, `单位：${unit}、%`]);
}

/** Places down, indicators across, each with its amount and its growth. */
export function placeByIndicator(setting: Setting): Block {
  const { chance, month } = setting;
  const sketch = openSketch(setting);
  const chosen = take(setting, FLOWS, 2 + chance.below(4));
  const deep = chance.often(65);
  const period = periodOf(month);
  sketch.put(0, 0, chance.pick(PLACE_HEADS));
  if (deep) sketch.merge(0, 0, 1, 0);
  const places = placesOf(setting);
  const top = deep ? 2 : 1;
  for (const [at, { name }] of places.entries()) sketch.put(top + at, 0, name);
  let column = 1;
  for (const named of chosen) {
    const name = chance.pick(named.names);
    const unit = chance.pick(named.units);
    const both = chance.often(70);
    const width = both ? 2 : 1;
    if (deep) {
      sketch.put(0, column, name);
      sketch.merge(0, column, 0, column + width - 1);
      sketch.put(1, column, `${chance.pick(["总量", "绝对额", "累计", "完成额", "1-本月"])}（${unit}）`);
      if (both) sketch.put(1, column + 1, chance.pick(["增速（%）", "同比(%)", "增长%", "±%"]));
    } else {
      sketch.put(0, column, `${name}（${unit}）`);
      if (both) sketch.put(0, column + 1, chance.pick([`${name}同比增长(%)`, "增速（%）", "同比(%)"]));
    }
    for (const [at, { code }] of places.entries()) {
      const base = { indicator: named.code, region: code, period, span: "ytd" };
      sketch.figure(top + at, column, amount(chance), { ...base, quantity: "value", unit });
      if (both) sketch.figure(top + at, column + 1, growth(chance), { ...base, quantity: "yoy", unit: "%" });
    }
    column += width;
  }
  const time = titleTime(chance, month, "range");
  return sketch.done(`places x indicators${deep ? "/deep" : ""}`, [
    `${time}${chance.pick(["通辽市", ""])}各旗县市区主要经济指标${chance.pick(["", "完成情况", "表"])}`,
  ]);
}

/** Places down, months across; the indicator in the title. */
export function placeByPeriod(setting: Setting): Block {
  const { chance, month } = setting;
  const sketch = openSketch(setting);
  const named = takeOne(setting);
  const unit = chance.pick(named.units);
  const rates = chance.often(50);
  const yearInHead = chance.often(40);
  sketch.put(0, 0, chance.pick(PLACE_HEADS));
  const months = byMonth(setting, month.month);
  const dash = chance.pick(["-", "—", "至"]);
  for (const [index, until] of months.entries())
    sketch.put(0, 1 + index, `${yearInHead ? `${month.year}年` : ""}1${dash}${until}月`);
  for (const [at, { code, name }] of placesOf(setting).entries()) {
    sketch.put(1 + at, 0, name);
    for (const [index, until] of months.entries())
      sketch.figure(1 + at, 1 + index, rates ? growth(chance) : amount(chance), {
        indicator: named.code,
        region: code,
        period: periodOf({ ...month, month: until }),
        span: "ytd",
        quantity: rates ? "yoy" : "value",
        unit: rates ? "%" : unit,
      });
  }
  const name = chance.pick(named.names);
  const what = rates ? `${name}${chance.pick(["累计增速", "增速", "同比增速"])}（%）` : `${name}（${unit}）`;
  return sketch.done(`places x periods${rates ? "/rates" : ""}`, [`${month.year}年各旗县市区${what}`]);
}

const GROUPS = ["商务", "财政", "投资", "贸易"] as const;

/** Places down, four header rows: group over indicator over months over measure. */
export function fourHeaderRows(setting: Setting): Block {
  const { chance, month } = setting;
  const sketch = openSketch(setting);
  const chosen = take(setting, FLOWS, 2 + chance.below(2));
  sketch.put(0, 0, chance.pick(PLACE_HEADS));
  sketch.merge(0, 0, 3, 0);
  const places = placesOf(setting);
  for (const [at, { name }] of places.entries()) sketch.put(4 + at, 0, name);
  for (const [index, named] of chosen.entries()) {
    const left = 1 + index * 4;
    const unit = chance.pick(named.units);
    sketch.put(0, left, GROUPS[index] ?? "其他");
    sketch.merge(0, left, 0, left + 3);
    sketch.put(1, left, chance.pick(named.names));
    sketch.merge(1, left, 1, left + 3);
    for (const [half, span] of (["month", "ytd"] as const).entries()) {
      const column = left + half * 2;
      sketch.put(2, column, span === "month" ? `${month.month}月` : `1-${month.month}月`);
      sketch.merge(2, column, 2, column + 1);
      sketch.put(3, column, `${chance.pick(["总量", "绝对额", "绝对量"])}(${unit})`);
      sketch.put(3, column + 1, chance.pick(["增速(%)", "同比(%)"]));
      for (const [at, { code }] of places.entries()) {
        const base = { indicator: named.code, region: code, period: periodOf(month), span };
        sketch.figure(4 + at, column, amount(chance), { ...base, quantity: "value", unit });
        sketch.figure(4 + at, column + 1, growth(chance), { ...base, quantity: "yoy", unit: "%" });
      }
    }
  }
  return sketch.done("four header rows", [
    `${titleTime(chance, month, setting.range ? "range" : "month")}分旗县市区主要指标`,
  ]);
}
