import { type Block, openSketch, type Setting, take } from "./block.ts";
import { sign } from "./figures.ts";
import { type Chosen, figureFor, flowHeads, type Head, unitOf } from "./heads.ts";
import { FLOWS, growthWords, type Named, periodOf, STOCKS, spread } from "./words.ts";

const CITY = "150500";
const SECTIONS = ["投资", "消费", "财政", "综合", "贸易"] as const;
const PARENTS: Readonly<Record<string, string>> = {
  "private-investment": "fixed-asset-investment",
  "property-investment": "fixed-asset-investment",
  "tax-revenue": "budget-revenue",
  "industrial-electricity": "electricity-consumption",
  "household-deposits": "deposits",
};

type UnitPlace = "column" | "label" | "line" | "head";

function choose(setting: Setting, pool: readonly Named[], place: UnitPlace): readonly Chosen[] {
  const { chance } = setting;
  const shared = chance.pick(["亿元", "万元"]);
  const fitting = place === "column" || place === "label" ? pool : pool.filter(({ units }) => units.includes(shared));
  const some = take(setting, fitting, 2 + chance.below(6));
  return some.map((named) => ({
    named,
    name: chance.pick(named.names),
    unit: place === "column" || place === "label" ? chance.pick(named.units) : shared,
  }));
}

/** Indicators down, measures across, one or two header rows; sections, children, ordinals, remarks. */
export function indicatorTable(setting: Setting): Block {
  const { chance } = setting;
  const place = chance.pick<UnitPlace>(["column", "column", "label", "line", "head"]);
  const chosen = choose(setting, FLOWS, place);
  return lay(setting, chosen, flowHeads(setting), place, "indicators");
}

/** States at the end of the month. */
export function stockTable(setting: Setting): Block {
  const { chance, month } = setting;
  const place = chance.pick<UnitPlace>(["column", "label"]);
  const period = periodOf(month);
  const now: Head = {
    words: chance.pick([
      `${month.month}月末`,
      `${month.year}年${month.month}月末`,
      "期末余额",
      "本月末",
      "月末数",
      "余额",
    ]),
    kind: "value",
    quantity: "value",
    span: "instant",
    period,
    inUnit: true,
  };
  const over: Head = {
    words: growthWords(chance),
    kind: "growth",
    quantity: "yoy",
    span: "instant",
    period,
    inUnit: false,
  };
  const before: Head = {
    ...now,
    words: chance.pick(["上年同期", "去年同期", "上年同期数"]),
    period: periodOf({ ...month, year: month.year - 1 }),
  };
  const december: Head = {
    ...now,
    words: chance.pick(["上年末", "年初数", "上年末数"]),
    period: periodOf({ year: month.year - 1, month: 12 }),
  };
  const since: Head = {
    ...now,
    words: chance.pick(["比年初增加", "比年初增减额", "较年初"]),
    kind: "plan",
    quantity: "",
  };
  const sinceMonth: Head = { ...since, words: chance.pick(["比上月增加", "比上月增减", "较上月增减额", "环比增减额"]) };
  const heads = chance.pick<readonly Head[]>([
    [now, over],
    [now, before, over],
    ...(month.month === 12 ? [] : [[now, december, since, over]]),
    [now, sinceMonth, since, over],
    [now, sinceMonth, over],
  ]);
  return lay(setting, choose(setting, STOCKS, place), heads, place, "stocks");
}

function lay(
  setting: Setting,
  chosen: readonly Chosen[],
  heads: readonly Head[],
  place: UnitPlace,
  shape: string,
): Block {
  const { chance } = setting;
  const sketch = openSketch(setting);
  const ordinal = chance.often(20);
  const deep = chance.often(25);
  const first = (ordinal ? 1 : 0) + (place === "column" ? 2 : 1);
  const labelAt = ordinal ? 1 : 0;
  const bottom = deep ? 1 : 0;
  const over = (column: number, words: string) => {
    sketch.put(0, column, words);
    sketch.merge(0, column, bottom, column);
  };
  if (ordinal) over(0, "序号");
  over(labelAt, chance.pick(["指标", "指标名称", "项目", "指 标 名 称", "项  目", "主要指标"]));
  if (place === "column") over(labelAt + 1, chance.pick(["单位", "计量单位", "计量\n单位"]));
  for (const [index, head] of heads.entries()) {
    const words = place === "head" && head.inUnit ? `${head.words}（${chosen[0]?.unit ?? ""}）` : head.words;
    over(first + index, words);
  }
  const remark = chance.often(20);
  if (remark) over(first + heads.length, "备注");
  let at = bottom + 1;
  if (chance.often(8) && !ordinal) {
    sketch.put(at, labelAt, "甲");
    if (place === "column") sketch.put(at, labelAt + 1, "乙");
    for (const index of heads.keys()) sketch.put(at, first + index, index + 1);
    at++;
  }
  const sections = chance.often(25) && !ordinal;
  const numbered = !sections && chance.often(20) && !ordinal;
  let count = 0;
  for (const [index, { named, name, unit }] of chosen.entries()) {
    if (sections && index % 3 === 0) {
      const section = `${"一二三四五"[count] ?? ""}、${chance.pick(SECTIONS)}`;
      sketch.put(at, labelAt, section);
      if (chance.often(30)) sketch.merge(at, labelAt, at, first + heads.length - 1);
      at++;
      count++;
    }
    const child = chosen.slice(0, index).some((other) => other.named.code === PARENTS[named.code]);
    const front = child
      ? chance.pick(["  其中：", "　　其中：", "其中:", "　# ", "    "])
      : numbered
        ? `${index + 1}${chance.pick(["、", "."])}`
        : "";
    const behind = place === "label" ? chance.pick([`（${unit}）`, `(${unit})`]) : chance.often(5) ? "①" : "";
    if (ordinal) sketch.put(at, 0, index + 1);
    sketch.put(at, labelAt, `${front}${spread(chance, name)}${behind}`);
    if (place === "column") sketch.put(at, labelAt + 1, unit);
    for (const [step, head] of heads.entries()) {
      const written = chance.often(4) ? sign(chance) : figureFor(head, setting);
      if (head.kind === "plan") sketch.put(at, first + step, written.cell);
      else
        sketch.figure(at, first + step, written, {
          indicator: named.code,
          region: CITY,
          period: head.period,
          span: head.span,
          quantity: head.quantity,
          ...(head.scope ? { scope: head.scope } : {}),
          unit: unitOf(head, unit),
        });
    }
    if (remark && chance.often(30)) sketch.put(at, first + heads.length, chance.pick(["初步数", "预计", "含开发区"]));
    at++;
    if (chance.often(4)) at++; // a blank row to part the print
  }
  const line = chance.pick([`单位：${chosen[0]?.unit}`, `单位：${chosen[0]?.unit}、%`, `计量单位：${chosen[0]?.unit}`]);
  return sketch.done(`${shape}/${place}${deep ? "/deep" : ""}`, place === "line" ? [line] : []);
}
