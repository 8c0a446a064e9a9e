import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../pipeline/model/figure.ts";
import { countFigures } from "../../../pipeline/report/edition/count-figures.ts";
import { display, signOf } from "../../../pipeline/report/edition/display.ts";
import { laggingTargets } from "../../../pipeline/report/edition/lagging-targets.ts";
import { namesOf } from "../../../pipeline/report/edition/names.ts";
import type { PaceFigures } from "../../../pipeline/report/edition/pace-figures.ts";
import { targetFigures } from "../../../pipeline/report/edition/target-figures.ts";
import { bareGrowth, change, growth } from "../../../pipeline/report/prose/growth.ts";
import { headlineInBrief, headlineParagraphs } from "../../../pipeline/report/prose/headline.ts";
import { laggingInBrief, laggingParagraphs } from "../../../pipeline/report/prose/lagging.ts";
import { enumerateNames } from "../../../pipeline/report/prose/list.ts";
import { outcome, shortfall, shortfallInBrief } from "../../../pipeline/report/prose/outcome.ts";
import { growthRange } from "../../../pipeline/report/prose/outlook.ts";
import { overview } from "../../../pipeline/report/prose/overview.ts";
import { growthPace, ratePace } from "../../../pipeline/report/prose/pace.ts";
import { sentence } from "../../../pipeline/report/prose/phrase.ts";
import { rankWords, respectively } from "../../../pipeline/report/prose/rank.ts";
import { rates } from "../../../pipeline/report/prose/regions.ts";
import { neededGrowth } from "../../../pipeline/report/prose/remainder.ts";
import { joinRuns, say, textOf, type Words } from "../../../pipeline/report/prose/runs.ts";
import { unknownParagraphs } from "../../../pipeline/report/prose/unknown.ts";
import { languageFindings } from "../../support/language-rules.ts";
import { judgements } from "../../support/random-judgements.ts";
import { TELL } from "../../support/shipped-tell.ts";

const SETS = 10_000;

const NO_NAMES = namesOf({ indicators: [], regions: [], bureaus: [] });

function figure(id: string, tenths: number, unit: string | null = "%", decimals = 1): Figure {
  const value = String(tenths / 10);
  return { id, name: id, value, unit, decimals, derivation: { kind: "computed", formula: value, operands: [] } };
}

const tenths = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -2500, max: 2500 }));

/** Judged targets of any kind, with their figures: made once, because judging takes longer than telling. */
const JUDGED = fc
  .sample(judgements, { numRuns: 2000, seed: 2023 })
  .map(({ assessment, indicator, period }) => ({ period, t: targetFigures(assessment, indicator) }));

/** A fact set: a judged target of any kind, a rate with the one before it, counties, and what the rest must bring. */
const facts = fc.record({
  judged: fc.constantFrom(...JUDGED),
  now: tenths,
  before: tenths,
  rates: fc.array(tenths, { minLength: 1, maxLength: 8 }),
  rank: fc.integer({ min: 1, max: 12 }),
  moved: fc.integer({ min: -11, max: 11 }),
  isPrice: fc.boolean(),
  lag: fc.integer({ min: 2, max: 12 }),
  several: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...JUDGED), { maxLength: 5 }) }, // told together
  ),
});

type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function paceOf({ now, before }: Facts): PaceFigures {
  const difference = figure("difference", now - before, "百分点");
  return { before: figure("before", before), time: "1—5月", difference };
}

/** Everything that the grammar makes of the facts, as sentences. */
function sentencesOf(set: Facts): readonly Words[] {
  const { judged, now, isPrice, rank, moved, lag } = set;
  const { t, period } = judged;
  const pace = paceOf(set);
  const rate = figure("now", now);
  const counties = set.rates.map((value, index) => figure(`county${index}`, value));
  const names = enumerateNames(counties.map((_, index) => `${"甲乙丙丁戊己庚辛"[index]}旗`));
  const [low, high] = [Math.min(now, set.before), Math.max(now, set.before)];
  const gaps = counties.map(({ id, value }) => ({ ...figure(id, 0, "百分点"), value }));
  const nonZero = gaps.filter((gap) => signOf(gap) !== 0);
  const words: readonly Words[] = [
    outcome(t, { period, amount: null, pace: t.actual?.unit === "%" ? pace : undefined }, TELL),
    say`工业${joinRuns([...growth(rate, { isPrice }), ...(growthPace(rate, pace, { isPrice }).length > 0 ? ["，"] : []), ...growthPace(rate, pace, { isPrice })])}`,
    say`占比为${figure("share", Math.abs(now))}%，${ratePace(pace)}`,
    say`存款${change(figure("change", now, "亿元"))}`,
    say`投资，${names}${rates(counties.map((one) => ({ growth: one })))}`,
    say`科尔沁区${rankWords(figure("rank", rank * 10, null, 0), figure("moved", moved * 10, null, 0))}`,
    shortfall(t, TELL, { lag: figure("lag", lag * 10, "期", 0), source: "市工信局" }),
    say`后六个月${neededGrowth(rate, false)}`,
    say`后六个月${neededGrowth(rate, true)}`,
    shortfallInBrief(t, TELL),
    say`预计全年工业${growthRange(figure("low", low), figure("high", high))}`,
    nonZero.length < counties.length ? [] : say`${names}${respectively(nonZero, "个百分点")}`,
  ];
  return words.map(sentence).filter((one) => one.length > 0);
}

const NAMES = ["地区生产总值", "城镇新增就业", "一般公共预算收入", "粮食产量", "各项贷款余额"];

/** Paragraphs about several targets: the headline in both lengths, what lags in both, each once. */
function paragraphsOf({ several, judged }: Facts): readonly Words[] {
  if (several === null) return [];
  const targets = several.map(({ t }, index) => {
    const name = NAMES[index] ?? "";
    const target = { ...t.assessment.target, id: `2023-00${index}`, name, headline: index % 2 === 0 };
    return { ...t, subject: name, assessment: { ...t.assessment, target } };
  });
  const { period } = judged;
  const input = { period, amountBeside: () => null, paceOf: () => undefined };
  const lagging = { lagging: laggingTargets(targets), lags: new Map(), names: NO_NAMES };
  const counts = countFigures(targets.map(({ assessment }) => assessment));
  return [
    ...headlineParagraphs(targets, input, TELL),
    ...headlineInBrief(targets, input, TELL),
    ...laggingParagraphs(lagging, TELL),
    ...laggingInBrief(lagging, TELL),
    ...unknownParagraphs(targets, counts, TELL),
    overview({ kind: "monthly", year: 2023, period, counts }, TELL),
  ];
}

/** Periods and nothing else: what digits may stand in words. */
const PERIODS = /\d{4}年|\d{1,2}—\d{1,2}月|\d{1,2}月末?|(?:后|最后|剩余)\d{1,2}个(?:月|季度|半年)/g;

/** A sign, a hole or a name of the program where words should be. */
const BROKEN = /[-−]\d|负增长|undefined|null|NaN|[{}[\]]|为[，。；]|的[，。]|[（“][，。）”]|转为[，。]/;

describe("the grammar, of ten thousand random fact sets", () => {
  it("makes sentences without a fault of language, with no minus, no empty slot, no number but figures, and verbs that agree", () => {
    const paragraphs = new Set<string>();
    const faults: string[] = [];
    fc.assert(
      fc.property(facts, (set) => {
        const [sentences, longer] = [sentencesOf(set), paragraphsOf(set)];
        for (const text of [sentences.map(textOf).join(""), ...longer.map(textOf)]) paragraphs.add(text);
        for (const words of [...sentences, ...longer]) {
          const bare = words.filter((run) => typeof run === "string").join("");
          if (BROKEN.test(textOf(words)) || /\d/.test(bare.replace(PERIODS, ""))) faults.push(textOf(words));
        }
        faults.push(...wrongVerbs(set));
      }),
      { numRuns: SETS },
    );
    expect(faults).toEqual([]);
    expect(languageFindings([...paragraphs])).toEqual([]);
  });

  it("would find a fault", () => {
    const findings = languageFindings(["工业增长-3.2%。", "占比提高1.2百分点。", "甲和乙分别增长1.0%、2%和3.0%。"]);
    const rules = ["negative-growth", "points-counted", "respectively", "list-decimals"];
    expect(new Set(findings.map((finding) => finding.split("：")[0]))).toEqual(new Set(rules));
  });
});

/** Sentences whose verb is not that of the printed sign, judged from the numbers alone. */
function wrongVerbs(set: Facts): readonly string[] {
  const { now, before, isPrice, judged } = set;
  const rate = figure("now", now);
  const rises = isPrice ? "上涨" : "增长";
  const verb = now > 0 ? rises : now < 0 ? "下降" : "持平";
  const whole = now === 0 ? "与上年同期持平" : `同比${verb}${display(rate, "prose")}%`;
  const { actual, assessment } = judged.t;
  const sign = actual && assessment.target.quantity === "yoy" ? signOf(actual) : null;
  const told = textOf(outcome(judged.t, { period: judged.period, amount: null }, TELL));
  const expected: readonly (readonly [string, RegExp])[] = [
    [textOf(growth(rate, set)), new RegExp(`^${whole}$`)],
    [textOf(bareGrowth(rate, set)), new RegExp(`^${verb}`)],
    [textOf(growthPace(rate, paceOf(set), set)), expectedPace(set)],
    [textOf(ratePace(paceOf(set))), now === before ? /^与1—5月持平$/ : now > before ? /^比1—5月提高/ : /^比1—5月下降/],
    ...(sign === null ? [] : [[told, sign > 0 ? /同比增长/ : sign < 0 ? /同比下降/ : /与上年同期持平/] as const]),
  ];
  return expected.flatMap(([text, form]) => (form.test(text) ? [] : [text]));
}

function expectedPace({ now, before, isPrice }: Facts): RegExp {
  if (now === 0 && before === 0) return /^$/;
  if (Math.sign(now) !== Math.sign(before)) {
    const turned = now > 0 ? (isPrice ? "上涨" : "增长") : now < 0 ? "下降" : "持平";
    return new RegExp(`^由1—5月.*转为${turned}$`);
  }
  if (now === before) return /与1—5月持平$/;
  if (now < 0) return now > before ? /^降幅比1—5月收窄/ : /^降幅比1—5月扩大/;
  if (isPrice) return now > before ? /^涨幅比1—5月扩大/ : /^涨幅比1—5月回落/;
  return now > before ? /^增速比1—5月加快/ : /^增速比1—5月回落/;
}
