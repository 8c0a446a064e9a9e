import { absolute, compare, roundHalfUp, signOf } from "../model/decimal.ts";
import { monthOf } from "../model/period.ts";
import type { Outlook, OutlookMethod } from "../model/prospect.ts";
import type { Case } from "./judgement.ts";
import { unitWords } from "./step.ts";
import { demoMark } from "./way-home-words.ts";
import { printed, unsigned } from "./wording.ts";

const METHODS: Readonly<Record<OutlookMethod, string>> = {
  "seasonal-share": "历年同期平均占比法",
  "last-year-growth": "同比增速延续法",
  "last-year-change": "上年同期变动法",
  "damped-trend": "趋势递减法",
  unchanged: "保持现值法",
};

/** 测算：预计全年…（区间…～…），and what it rests on: method, years, mean error, how the interval was made. */
export function outlookText(one: Case, outlook: Omit<Outlook, "steps" | "text">): string {
  const { low, mid, high, method, error, errorUnit, years, observations } = outlook;
  const say = (value: string) => valueWords(one, printed(value, outlook.decimals));
  const when = monthOf(one.target.due) === 12 ? (one.reading.span === "instant" ? "年末" : "全年") : "到期";
  const interval = `${say(low)}～${say(high)}`;
  const tested = `近${years}个可比年份同期试算的平均误差为${errorWords(error)}${unitWords(errorUnit)}`;
  const made = "区间按其中最大误差确定";
  const mark = demoMark([...one.reading.observations, ...observations]);
  return `测算：预计${when}${say(mid)}（${interval}），采用${METHODS[method]}，${tested}，${made}${mark}`;
}

function valueWords({ target, indicator }: Case, value: string): string {
  if (target.quantity !== "yoy") return `${unsigned(value)}${target.unit}`;
  const sign = signOf(value);
  const rise = indicator.nature === "index" ? "上涨" : "增长";
  return sign === 0 ? "持平" : `${sign > 0 ? rise : "下降"}${absolute(value)}%`;
}

/** One digit, two where one would say that there was none. */
function errorWords(error: string): string {
  return signOf(error) !== 0 && compare(roundHalfUp(error, 1), "0") === 0 ? printed(error, 2) : printed(error, 1);
}
