import { excerpt, PROSE, type Rule, wordingRule } from "../rule.ts";

const PRACTICE = "机关行文惯例、统计数字用语";
const UP = "(?:增长|提高|上升|上涨|增加|扩大)";
const RATE = "(?:增速|增幅|降幅|比重|占比|失业率|负债率|覆盖率|城镇化率|达标率|利用率|合格率|入学率)";
/** 以上 that is no hedge is a part of a name. */
const ABOVE = "(?<!规模|限额)以上";
const DOWN = "(?:下降|回落|减少|降低|缩小|下跌)";

/** Figures and the words around them, by their wording alone. */
export const figureRules: readonly Rule[] = [
  wordingRule({
    id: "negative-growth",
    severity: "error",
    title: "下降写“下降”，不写负的增长",
    source: PRACTICE,
    wordings: [
      {
        pattern: new RegExp(
          `(?:增长|提高|上升|上涨|增加|比增|增速为?|${DOWN})(?:了|约|近)?[-−－–]\\d{1,6}(?:\\.\\d{1,4})?[%％]?`,
          "g",
        ),
        expected: "如 下降3.2%",
      },
      { pattern: /负增长[^，。；]{0,4}\d{1,3}(?:\.\d{1,2})?%/g, expected: "如 下降3.2%" },
    ],
    prose: true,
  }),
  wordingRule({
    id: "times-fall",
    severity: "error",
    title: "下降、减少不用倍数",
    source: PRACTICE,
    wordings: [
      {
        pattern: new RegExp(
          `${DOWN}(?:了|到)?(?:近|约)?(?:\\d{1,4}(?:\\.\\d{1,2})?|[一二两三四五六七八九十]{1,3})倍`,
          "g",
        ),
        expected: "百分数，如 下降50%",
      },
    ],
  }),
  wordingRule({
    id: "times-growth",
    severity: "warning",
    title: "“增长了n倍”与“增长到n倍”分清；不足一倍的用百分数",
    source: PRACTICE,
    wordings: [
      { pattern: new RegExp(`${UP}(?:了)?0\\.\\d{1,2}倍`, "g"), expected: "百分数，如 增长50%" },
      {
        pattern: new RegExp(`${UP}(?:到|至)(?:原来的?)?\\d{1,4}(?:\\.\\d{1,2})?%`, "g"),
        expected: "“增长50%”或“是上年的150%”",
        unless: /(?:比重|占比|率|增速|增幅|由|从)/,
      },
    ],
  }),
  wordingRule({
    id: "percent-of-rate",
    severity: "error",
    title: "比率、比重、增速之差用“个百分点”，不用 %",
    source: PRACTICE,
    wordings: [
      {
        pattern: new RegExp(
          `${RATE}(?:同比|较上年同期|比上年同期|较上年|比上年|较上月|比上月|分别)?(?:${UP}|${DOWN}|加快|放缓|收窄)(?:了)?\\d{1,3}(?:\\.\\d{1,2})?[%％]`,
          "g",
        ),
        expected: "如 提高1.2个百分点",
      },
      {
        pattern: new RegExp(
          `${RATE}(?:同比|环比)?(?:比|较(?![快高低慢大小好]))[^，。；：%％的]{1,14}?(?:高|低|快|慢|提高|降低|上升|下降|加快|放缓|回落|收窄|扩大)(?:出|了)?\\d{1,3}(?:\\.\\d{1,2})?[%％]`,
          "g",
        ),
        expected: "如 比全国高1.2个百分点",
      },
      {
        pattern: /(?:高于|低于|快于|慢于)[^，。；\d]{1,14}\d{1,3}(?:\.\d{1,2})?[%％](?=[，。；]|$)/g,
        expected: "相差用“个百分点”",
        unless: /目标(?:值)?\d|[（(]|(?:增速|幅度|水平)?的\d/,
      },
    ],
    prose: true,
  }),
  wordingRule({
    id: "points-of-amount",
    severity: "error",
    title: "增长的幅度用 %，不用百分点",
    source: PRACTICE,
    wordings: [
      {
        pattern:
          /(?:产值|增加值|总额|收入|支出|投资|投资额|产量|用电量|销售额|进出口|余额|总值)(?:同比|较上年同期|比上年同期|比上年)?(?:增长|下降|减少)(?:了)?\d{1,3}(?:\.\d{1,2})?个?百分点/g,
        expected: "如 增长5.2%",
      },
    ],
  }),
  wordingRule({
    id: "points-counted",
    severity: "error",
    title: "百分点前用“个”",
    source: PRACTICE,
    wordings: [{ pattern: /\d{1,3}(?:\.\d{1,2})?百分点|[%％]个?百分点/g, expected: "如 1.2个百分点" }],
    prose: true,
  }),
  wordingRule({
    id: "doubled-hedge",
    severity: "error",
    title: "“约、近、左右、以上、余”不叠用",
    source: "GB/T 15835-2011、机关行文惯例",
    wordings: [
      {
        pattern: new RegExp(
          `(?:大约|约|近|将近|接近|大概)\\d[\\d.,]{0,12}(?:亿|万)?[^，。；、\\d]{0,6}?(?:左右|上下|${ABOVE}|以下)`,
          "g",
        ),
        expected: "只留一个约数词",
      },
      {
        pattern: /(?:大约|约|近|将近|接近|大概)\d[\d.]{0,12}(?:亿|万)?[多余](?!年|个月|个季度|天|日|周)/g,
        expected: "只留一个约数词",
      },
      {
        pattern: /\d[^，。；、]{0,6}(?:以上|以下|以内)左右|\d[^，。；、]{0,6}左右(?:以上|以下|以内)/g,
        expected: "只留一个",
      },
      {
        pattern:
          /(?:(?:至少|最少)[^，。；、\d]{0,4}|超过|不少于|不低于)\d[\d.,]{0,12}(?:亿|万)?[^，。；、\d]{0,6}?(?:以上|左右|余)/g,
        expected: "只留一个",
      },
      {
        pattern:
          /(?:(?:最多|至多)[^，。；、\d]{0,4}|不超过|不足|不到)\d[\d.,]{0,12}(?:亿|万)?[^，。；、\d]{0,6}?(?:以下|以内|左右)/g,
        expected: "只留一个",
      },
      {
        pattern: new RegExp(`\\d[余多](?:亿|万)?[^，。；、\\d]{0,4}(?:左右|${ABOVE})`, "g"),
        expected: "只留一个约数词",
      },
    ],
  }),
  wordingRule({
    id: "over-fulfilled",
    severity: "error",
    title: "“超额完成”只用于超过100%，后面不带完成率",
    source: "机关核稿常查",
    wordings: [
      {
        pattern:
          /超额完成[^，。；]{0,20}[，]?(?:完成率|占[^，。；\d]{0,12}|完成[^，。；\d]{0,12})(?:为|达到|达|的)?\d{1,2}(?:\.\d{1,2})?[%％]/g,
        expected: "核对完成率；不足100%的写“完成”",
      },
      {
        pattern:
          /超额完成了?(?:(?:[^，。；\d]{0,10}(?:计划|任务|目标|指标|预算)数?)?\d{3,4}(?:\.\d{1,2})?|[^，。；\d]{0,10}(?:计划|任务|目标|指标|预算)数?的\d{1,4}(?:\.\d{1,2})?)[%％]/g,
        expected: "“完成计划的120%”或“超额20%完成计划”",
      },
    ],
  }),
  wordingRule({
    id: "last-year-compared",
    severity: "warning",
    title: "一句开头的“上年同期增长”分不清是与上年同期相比，还是上年同期的增速",
    source: "机关核稿常查",
    wordings: [
      {
        pattern: new RegExp(
          `(?<=^\\s{0,8}|[。；])(?:去年|上年)同(?:期|月)(?:${UP}|${DOWN})(?:了)?\\d{1,4}(?:\\.\\d{1,2})?[%％](?!的)`,
          "gm",
        ),
        expected: "“比上年同期增长5%”或“上年同期为增长5%”",
      },
    ],
    prose: true,
  }),
  wordingRule({
    id: "missing-unit",
    severity: "error",
    title: "“亿、万”后写明计量单位",
    source: "GB/T 9704-2012 第9章、机关核稿常查",
    wordings: [
      {
        pattern:
          /(?:投资|收入|支出|总额|产值|总值|增加值|税收|余额|贷款|存款|资金|利润)[^，。；、,;\d]{0,8}\d{1,6}(?:\.\d{1,4})?[亿万](?=[，。；、,;]|$)/g,
        expected: "如 12.3亿元",
      },
    ],
  }),
  wordingRule({
    id: "thousands-separator",
    severity: "warning",
    title: "正文数字不加千分撇",
    source: "GB/T 15835-2011、机关行文惯例",
    wordings: [{ pattern: /(?<![\d.])\d{1,3}(?:[,，]\d{3}){1,4}(?![\d,，])/g, expected: "如 12345 或 1.23万" }],
    prose: true,
  }),
  wordingRule({
    id: "mixed-numerals",
    severity: "error",
    title: "数字中只有“万、亿”可用汉字，不写“3千、2万5千”",
    source: "GB/T 15835-2011",
    wordings: [
      {
        pattern: /\d(?:\.\d{1,2})?[百千](?=[元人个户项亩吨头只]|万(?!千|瓦))|\d万\d{1,4}[百千]?(?=[元人个户项亩吨])/g,
        expected: "如 3000 或 2.5万",
      },
    ],
  }),
  wordingRule({
    id: "percent-word",
    severity: "warning",
    title: "百分数写 %",
    source: "GB/T 15835-2011",
    wordings: [{ pattern: /百分之\d{1,3}(?:\.\d{1,2})?/g, expected: "如 5.2%" }],
  }),
];

const LAST_YEAR = ["上年同期", "去年同期"];

/** One document says one of them. */
export const lastYearWord: Rule = {
  id: "last-year-word",
  severity: "warning",
  title: "“上年同期”和“去年同期”全文统一",
  source: "机关核稿常查",
  check: ({ paragraphs, roles }) => {
    const uses = paragraphs.flatMap(({ text, place }, index) => {
      if (!PROSE.has(roles.get(paragraphs[index] as (typeof paragraphs)[number]) ?? "empty")) return [];
      return LAST_YEAR.flatMap((word) =>
        [...text.matchAll(new RegExp(word, "g"))].map((match) => ({
          word,
          place,
          found: excerpt(text, match.index, 4),
        })),
      );
    });
    const first = uses[0]?.word;
    return uses
      .filter(({ word }) => word !== first)
      .slice(0, 1)
      .map(({ place, found }) => ({ place, found, expected: `前文用“${first}”，请统一` }));
  },
};
