import { makePeriod, type Period, parsePeriod, yearOf } from "../model/period.ts";
import { squash } from "./normalise.ts";

/** One part of what is said of a project, between marks. */
export interface StateClause {
  readonly text: string; // squashed, leading words such as 目前 left out; <时间> <比例> <金额> <数量> for any such
  readonly isPlan: boolean; // says what is meant to happen: 计划10月竣工, 10月竣工 in a report of June
  readonly plansStart: boolean; // it is meant to start, and the month named for it has not gone by
}

const MARKS = /[，；;。！!、\n\r()（）【】]|,(?!\d{3})/;
const LEADING =
  /^(?:目前|当前|现阶段|截至目前|现(?=已|正)|该?项目(?=已|正|现|处|全|尚|未|还|主)|工程(?=已|正|现|全|处)|正?处于|均(?=已))/;
const CAUSE = /^[因由受].{1,14}?(?=未|尚未|停工|停建|暂停)/;
const PLAN = /^(?:计划(?![内外])|拟|预计|力争|争取|将|待|有望|确保|准备|下一步|下月|下半年|明年|目标)/;
const START = /(?:开工|动工|开建|启动|进场|开工建设|启动实施|启动建设)$/;
const AMOUNT = /\d[\d,]*(?:\.\d+)?(?:亿|万)?元/g;
const SHARE = /(\d+(?:\.\d+)?)%/g;
const QUANTITY = /\d[\d,]*(?:\.\d+)?(?:万?平方米|公里|千米|立方米|万千瓦|兆瓦|米|台套?|套|个|座|栋|亩)/g;
const TIME =
  /((?:19|20)\d\d年?)?(?:(1[0-2]|0?[1-9])月(?:份|上旬|中旬|下旬|初|中|末|底|\d{1,2}日)?|(上半年|下半年)|([一二三四1-4])季度(?:末|底)?|年(?:底|末|内))|((?:19|20)\d\d)[./-](1[0-2]|0?[1-9])(?:[./-]\d{1,2})?|((?:19|20)\d\d)年/g;

/** Cuts what is said of a project into clauses, as of a period. */
export function stateClauses(text: string, period: Period): readonly StateClause[] {
  return text
    .split(MARKS)
    .map(squash)
    .filter((clause) => clause !== "")
    .map((clause) => readClause(clause, period));
}

function readClause(squashed: string, period: Period): StateClause {
  const times: Period[] = [];
  const slotted = squashed
    .replace(AMOUNT, "<金额>")
    .replace(SHARE, (_, share: string) => (isPart(share) ? "<比例>" : "<满>"))
    .replace(QUANTITY, "<数量>")
    .replace(TIME, (...groups: readonly (string | undefined)[]) => {
      times.push(timeOf(groups, yearOf(period)));
      return "<时间>";
    });
  const text = stripLeading(slotted.replaceAll("已经", "已").replace(/^截[至止]<时间>/, ""));
  const last = times.toSorted().at(-1);
  const isLater = last !== undefined && last > period;
  const isPlan = isLater || PLAN.test(text.replace(/^<时间>/, ""));
  // 6月竣工 in a sheet of June, without 已, is done or still meant: no phrase is that.
  const isOpen = !isPlan && last === period && text.includes("<时间>") && !text.includes("已");
  if (isOpen) return { text: `${text}(当月)`, isPlan, plansStart: false };
  return { text, isPlan, plansStart: isPlan && START.test(text) && (last === undefined || last >= period) };
}

/** Between nothing and all: 0 % and 100 % of something say too little about the whole. */
function isPart(share: string): boolean {
  return /[1-9]/.test(share) && Number(share) < 100;
}

function stripLeading(text: string): string {
  const rest = text.replace(LEADING, "").replace(CAUSE, "");
  return rest === text ? rest.replace(/(?:阶段|状态)$/, "") : stripLeading(rest);
}

function timeOf(groups: readonly (string | undefined)[], year: number): Period {
  const [, own, month, half, quarter, otherYear, otherMonth, onlyYear] = groups;
  const stated = Number((own ?? otherYear ?? onlyYear ?? String(year)).slice(0, 4));
  const last = month ?? otherMonth ?? (half === "上半年" ? "6" : quarter ? String(quarterEnd(quarter)) : "12");
  return parsePeriod(`${stated}-${last.padStart(2, "0")}`) ?? makePeriod(stated, 12);
}

function quarterEnd(quarter: string): number {
  const place = "一二三四".indexOf(quarter);
  return (place < 0 ? Number(quarter) : place + 1) * 3;
}
