import type { Quantity } from "../model/quantity.ts";
import { scopesIn } from "./scope-words.ts";

/** How the numbers under some words are counted. */
export interface Measure {
  /** Null where the words leave it open: 增减 is `change` or `yoy` as its unit says. */
  readonly quantity: Quantity | null;
  readonly open: boolean; // words of difference without saying in what
  readonly unit: string | null; // that the words themselves carry: 百分点, %
  readonly scopes: readonly string[];
  readonly month: boolean; // 同月, 上月: the words speak of a single month
  readonly annual: boolean; // 比上年, and no 同期: the words speak of a whole year
  readonly toDate: boolean; // a share of the year's plan: what has been done since January
  readonly bare: boolean; // 比上年同期, 同比: what is compared and not how; a word below says that
  readonly falls: boolean; // 同比下降, and no 增 or 升: whether 5.1 below it is a fall or a rise nobody can tell
  readonly added: boolean; // 新增: the value of a flow; of a stock it is what has come to it
  readonly ignored: string | null; // why figures under these words are no outcome
}

interface MeasureRule {
  readonly pattern: string;
  readonly quantity: Quantity | null;
  readonly alone?: boolean; // only where nothing else is said: 数量 behind a name may belong to the name
  readonly toDate?: true;
  readonly percentOnly?: true; // only where a % says so: 完成任务数 may be a share or a number of people
  readonly whole?: true; // a share of some whole, which is part of what it is: 占GDP比重 is not 占全市比重
  readonly added?: true;
  readonly ignored?: string;
}

const VERSUS =
  "(?:(?:比|较|与|同)?(?:(?:比|较|与|同)(?:上年|去年|上一年)(?:同期|同月|同季)?(?:数)?(?:相比|比较|比)?|(?:比|较|与)同期(?:相比|比)?|同比))";
const PRICE = "(?:按?(?:可比口径|同口径|自然口径|可比价格?|不变价格?|名义|实际|扣除价格因素)(?:计算)?)?";
const GROWTH = "(?:增长率|增长速度|增长幅度|增长|增速|增幅|增减幅度?|增减率|涨跌幅度?|涨幅|涨跌|上涨|升降幅度?)";
const DIFFERENCE = "(?:增减|增加|增|变化|变动|升降|提高|提升|上升|下降|减少|降低|下跌|下滑|回落|降幅|跌幅|减幅)";
const FALLS = /下降|减少|降低|下跌|下滑|回落|降幅|跌幅|减幅/;
const PLANNED = "(?:计划任务|目标任务|年度任务|预期目标|调整预算|预算|计划|目标|任务)(?:数|值|额|量)?";
const YEARLY = "(?:全年|年度|本年度?|年初|当年|年)?";

/** In the order of trial. */
const RULES: readonly MeasureRule[] = [
  {
    pattern: `(?:增速|增幅)?(?:比|较)上(?:个)?月(?:增速|增幅)?${DIFFERENCE}?(?:的)?(?:个)?百分点(?:数)?`,
    quantity: null,
    ignored: "与上月相比的百分点，不是与上年同期相比",
  },
  { pattern: `${VERSUS}?${DIFFERENCE}?(?:的)?(?:个)?百分点(?:数)?`, quantity: "change" },
  {
    pattern: "(?:比|较)(?:上年末|年初|上年底)(?:增长|增加|增减|新增|净增)?(?:额|量)?(?:±|\\+-)?",
    quantity: null,
    ignored: "与年初相比的数，不是与上年同期相比",
  },
  { pattern: "(?:以)?上月(?:价格)?(?:=|为)100", quantity: null, ignored: "以上月为基期的指数" },
  { pattern: "(?:以)?(?:上年|去年)(?:同期|同月)?(?:价格)?(?:=|为)100", quantity: "index" },
  {
    pattern: `(?:月度)?环比${PRICE}(?:${GROWTH}|${DIFFERENCE})?(?:±|\\+-)?|(?:比|较)上月(?:末|底)?(?:${GROWTH}|${DIFFERENCE})?(?:±|\\+-)?`,
    quantity: "mom",
    percentOnly: true,
  },
  { pattern: `(?:月度)?环比${PRICE}(?:${GROWTH})?|(?:比|较)上月(?:${GROWTH})`, quantity: "mom" },
  {
    pattern: `(?:环比|(?:比|较)上月(?:末|底)?)(?:${DIFFERENCE}|净增|新增)?(?:额|量|数)?(?:±|\\+-)?`,
    quantity: null,
    ignored: "与上月相比的增减，不是与上年同期相比",
  },
  { pattern: "(?:增长|经济增长)?贡献率|拉动(?:经济)?(?:增长)?(?:率|点数?|个?百分点)?", quantity: "contribution" },
  {
    pattern: "(?:增速|增幅|增长|总量|绝对额|绝对量|全市|全区|全国|综合|累计)?(?:位次|排名|排序|名次|位序)",
    quantity: "rank",
  },
  {
    pattern: `(?:占|为)${YEARLY}${PLANNED}的?(?:比重|比例|进度|百分比|%)?|完成${YEARLY}${PLANNED}的?(?:比重|比例|进度|百分比|%)|(?:${YEARLY}${PLANNED})?(?:累计)?完成(?:率|比例|进度|程度|百分比)|(?:执行|支出)进度`,
    quantity: "share",
    toDate: true,
  },
  { pattern: `完成${YEARLY}${PLANNED}的?`, quantity: "share", toDate: true, percentOnly: true },
  {
    pattern: "占(?:全市|全区|全部|总量|GDP|地区生产总值|总计)?的?(?:比重|比例|比)|所占比重|(?:税收)?比重",
    quantity: "share",
    whole: true,
  },
  { pattern: "结构|占%", quantity: "share", alone: true, whole: true },
  { pattern: "进度", quantity: "share", alone: true },
  {
    pattern:
      "(?:与|比|较|超|超过|快于|慢于|高于|低于)?(?:序时|时间)进度(?:相比|比较|比|差距?)?(?:\\+-|±)?(?:个?百分点)?",
    quantity: null,
    alone: true,
    ignored: "序时进度是推算的，不是完成数",
  },
  { pattern: "新增(?:数|量|额)?", quantity: "value", alone: true, added: true },
  {
    pattern: `${YEARLY}${PLANNED}(?:完成)?(?:投资)?(?:额)?`,
    quantity: null,
    alone: true,
    ignored: "计划数，不是完成数",
  },
  {
    pattern: `${VERSUS}?(?:(?:增减|变化|变动|升降)(?:额|量|数|值)|(?:增加|净增|增)(?:额|量)|增减绝对额)`,
    quantity: "change",
  },
  {
    pattern: `${VERSUS}?${PRICE}(?:${VERSUS})?${GROWTH}(?:\\(?(?:±|\\+-)\\)?)?|${VERSUS}(?:增减)?(?:±|\\+-)|(?:增减)?(?:±|\\+-)`,
    quantity: "yoy",
  },
  {
    pattern: `${PRICE}同比(?:情况)?|(?:比|较|与)(?:上年|去年)(?:同期|同月|同季)?(?:数)?(?:相比|比较|比)?|(?:比|较|与)同期(?:相比|比)?`,
    quantity: "yoy",
  },
  { pattern: `${VERSUS}?${DIFFERENCE}(?:情况)?`, quantity: null },
  { pattern: "(?:实际)?完成(?:数|额|量|值|情况)|实际完成(?:数|额|量|值)?|绝对(?:额|量|数|值)", quantity: "value" },
  {
    pattern:
      "总量|总额|数值|数量|金额|数额|实绩|实绩数|实际数?|指标值|完成|执行数|发生额|产量|合计|本期数?|本期实际|规模|余额|数",
    quantity: "value",
    alone: true,
  },
];

const BARE = new RegExp(`^(?:${VERSUS})(?:情况)?$`);
const WHOLE = RULES.map((rule) => ({ rule, regex: new RegExp(`^(?:${rule.pattern})$`) }));
const AT_END = RULES.filter(({ alone }) => !alone).map((rule) => ({ rule, regex: new RegExp(`(?:${rule.pattern})$`) }));

/**
 * Reads a squashed text, brackets and trailing % taken off, that is nothing but measure words; undefined else.
 *
 * @param percent whether a % was taken off: 增减 with % is a rate
 */
export function parseMeasure(text: string, percent: boolean): Measure | undefined {
  if (/^同期(?:增长|增速|增幅)/.test(text)) return undefined; // over last year, or of last year: nobody can tell
  const hit = WHOLE.find(({ rule, regex }) => (percent || !rule.percentOnly) && regex.test(text));
  return hit && meaning(hit.rule, text, percent);
}

/** Reads the measure words that a text ends with, and what stands before them; undefined where there are none. */
export function measureAtEnd(
  text: string,
  percent: boolean,
): { readonly measure: Measure; readonly rest: string } | undefined {
  let best: { readonly rule: MeasureRule; readonly index: number } | undefined;
  for (const { rule, regex } of AT_END) {
    if (rule.percentOnly && !percent) continue;
    const index = regex.exec(text)?.index;
    if (index !== undefined && index < (best?.index ?? text.length)) best = { rule, index };
  }
  const rest = best && text.slice(0, best.index);
  if (rest !== undefined && /(?<!上年|去年)同期$/.test(rest)) return undefined; // 同期增长, as above
  return best && { measure: meaning(best.rule, text.slice(best.index), percent), rest: text.slice(0, best.index) };
}

function meaning(rule: MeasureRule, words: string, percent: boolean): Measure {
  const open = rule.quantity === null && rule.ignored === undefined;
  return {
    quantity: open && percent ? "yoy" : rule.quantity,
    open: open && !percent,
    unit: words.includes("百分点") ? "百分点" : percent || words.endsWith("贡献率") ? "%" : null,
    scopes: scopesOf(rule, words),
    month: /同月|上月/.test(words),
    annual: /(?:上年|去年)(?!同|末|底)/.test(words),
    toDate: rule.toDate ?? false,
    bare: BARE.test(words),
    falls: FALLS.test(words) && !/[增升涨]|提高/.test(words),
    added: rule.added ?? false,
    ignored: rule.ignored ?? null,
  };
}

function scopesOf({ quantity, whole }: MeasureRule, words: string): readonly string[] {
  if (quantity === "rank") return rankScope(words);
  if (quantity === "value") return [];
  return whole ? [shareScope(words)] : scopesIn(words);
}

/** Of what a share is, in one spelling; 占比, where the words leave that open. */
function shareScope(words: string): string {
  if (words.startsWith("税收")) return "税收比重";
  const whole = /GDP|地区生产总值|全市|全区/.exec(words)?.[0];
  return whole ? `占${whole.replace("GDP", "地区生产总值")}比重` : "占比";
}

/** Ranks by amount, by growth, within the region and within the country are different facts. */
function rankScope(words: string): readonly string[] {
  const what = /^(?:增速|增幅|增长|总量|绝对额|绝对量|全区|全国|综合)/.exec(words)?.[0];
  return what ? [`${what}位次`] : [];
}
