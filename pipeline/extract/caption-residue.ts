import { readBrackets } from "./brackets.ts";
import { isFormLine, isNote, STATED_DAY } from "./head-words.ts";
import type { Names } from "./names.ts";
import { splitOrdinal, splitPartMark } from "./normalise.ts";
import { findTimes } from "./period-words.ts";
import { remembered } from "./remembered.ts";
import { scopesIn } from "./scope-words.ts";
import { parseUnitLine } from "./unit-words.ts";
import { MONTH_AND_DAY } from "./whole-dates.ts";

/** Said of one measure, or of all the money there is in a city's books. */
const UNHELD: ReadonlySet<string> = new Set(["实际", "名义", "人民币"]);

/** What a title or a section says besides names, places, times and units that are known. */
export interface Residue {
  readonly topic: string; // "" where only words of form are left; 消费 in 1、消费
  readonly scopes: readonly string[]; // 口径 that holds for all the figures below: 限额以上
  readonly foreign: string | null; // a place that is none of the city's: 内蒙古自治区, 工业园区
  readonly limit: string | null; // what makes the figures below part of a whole: 民营经济
}

/** Reads residues for one book; the same text is read once. */
export type ReadResidue = (squashed: string) => Residue;

const REGIONAL =
  "(?:分|各|按)?(?:盟市|旗县市区|旗县区市|旗县市|旗县区|旗县|县市区|县区|区县|地区|区域)(?:和?及?开发区)?";

/** Words of form, which tell how a table is made and not what it is about. */
const FORM = new RegExp(
  [
    REGIONAL,
    "演示数据|非真实统计结果|不作任何依据|仅供参考|内部资料|示例|样表|公开发布|最近\\d*(?:个月|年)|时间",
    "国网[\\p{Script=Han}]{2,12}?公司|供电公司|中心支行|海关",
    "[\\p{Script=Han}]{2,8}(?:局|委员会|发改委|调查队|办公室)",
    "按[\\p{Script=Han}]{1,8}分(?:组|类)?|分[\\p{Script=Han}]{0,4}(?:门类|行业|产业|类别|品种|区域)",
    "(?:附?表|附件)\\d*|续表?|数据库|月报|季报|年报|快报|速报|简报|公报|通报|台账|手册|报表|一览|汇总|对比|对照",
    "主要|重要|各项|全部|有关|相关|指标|目标|任务|计划|完成|实施|执行|进展|进度|情况|状况|运行|分析|统计|调度|监测|反馈|报告|排序|工作",
    "增长率|增长|增速|增幅|速度|位次|排名|总量|绝对[额量]|同比|环比|累计|当月|本月|本年|年度|季度|月度|全年|其中|单位|指标名称|名称|项目名称",
    "数据|资料|信息|结果|初步|核算|快速|预计|口径|实际|名义|实绩|数量|金额|表|册|份|范围|分类",
  ].join("|"),
  "gu",
);

const PLACE =
  /全国|全省|全区|全盟|全旗|全县|自治区|园区|工业区|示范区|新区|高新区|保税区|口岸|县域|[\p{Script=Han}]{2,6}(?:省|市|县|旗|区|盟)(?!场|域|级)/u;
const LIMIT =
  /民营|非公|国有|国企|央企|中央企业|集体|私营|个体|民间|外资|外商|港澳台|内资|三资|股份|[大中小微]型|小微|中小|规模以下|限额以下|[规限]下|样本|抽样|试点|重点企业|重点行业|龙头|骨干|上市|[万亿]元以上|公司|集团|除.{1,8}外|不含|剔除|扣除|^(?:城镇|农村|城市|乡村|农村牧区)(?:居民)?$/;
const LINKS = /[和及与的等各分类业数性并、,;:：.·/()"'“”《》<>+_\-\s|\dA-Za-z%‰]/g;

const LONG = 40; // characters from which a text is prose
const NOTHING: Residue = { topic: "", scopes: [], foreign: null, limit: null };
const WHOLE_DATE = new RegExp(`(?:${STATED_DAY}:?)?(?:(?:19|20)\\d\\d年)?${MONTH_AND_DAY}`, "g");

/** Makes a reader of residues for one vocabulary. */
export function makeResidueReader(names: Names): ReadResidue {
  return remembered((squashed) => readResidue(squashed, names));
}

function readResidue(squashed: string, names: Names): Residue {
  const line = parseUnitLine(squashed)?.rest ?? squashed;
  if (line.length > LONG || isNote(line) || isFormLine(line)) return NOTHING;
  const { rest, scopes: bracketed } = readBrackets(
    splitPartMark(splitOrdinal(line).rest).rest.replace(WHOLE_DATE, "|"),
  );
  const own = rest.replace(/([县旗区])(.*?)全\1/u, "$1$2"); // 科尔沁区…全区 is the district itself
  const placed = names.withoutRegions(own);
  const unnamed = names.withoutNames(withoutTimes(placed).replace(/[\p{Script=Han}]{2,4}(?:省|自治区)(?=\|)/gu, ""));
  const words = scopesIn(unnamed);
  const bare = words.reduce((text, scope) => text.replaceAll(scope, "|"), unnamed).replace(/限上|规上/g, "|");
  const topic = bare.replace(FORM, "|");
  const place = PLACE.exec(topic)?.[0] ?? null;
  const limit = LIMIT.exec(topic.replace(/(?:实际)?利用外资|外资外贸|外贸外资/g, ""))?.[0] ?? null;
  return {
    topic: topic.replace(LINKS, ""),
    scopes: [...bracketed, ...words, ...names.scopesNamed(placed)].filter((scope) => !UNHELD.has(scope)),
    foreign: place,
    limit: place === null ? limit : null,
  };
}

function withoutTimes(text: string): string {
  return [...findTimes(text)]
    .reverse()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}|${rest.slice(end)}`, text);
}
