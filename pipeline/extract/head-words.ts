/** What a column holds, where its head word says so outright. */
export type ColumnRole = "label" | "unit" | "ordinal" | "period" | "note";

const PLACES =
  "地区(?:名称)?|地域|旗县|旗县名称|旗县区|(?:各|分)?旗县市区?|(?:各|分)?旗县区市?|县区|区县|县市区|县市|区域(?:名称)?|行政区划(?:名称)?|行政区|盟市|地名|地区别|旗县市区名称";
const LABEL = `(?:主要|经济|统计|考核|具体)?指标(?:名称|项目|内容)?|项目(?:名称)?|名称|类别(?:名称)?|分类|产品(?:名称)?|行业(?:名称|分类)?|产业(?:名称)?|内容|品种|科目|预算科目|单位名称|${PLACES}`;
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  ["label", new RegExp(`^(?:${LABEL})$`)],
  ["unit", /^(?:计量|计算|数量|统计)?单位$/],
  ["ordinal", /^(?:序号|编号|代码|行次|栏次|行号|序|no\.?|行政区划代码|(?:指标|地区)代码)$/i],
  ["period", /^(?:期间|时间|时期|月份|年份|年月|报告期|统计期|数据期|季度|日期)$/],
  [
    "note",
    /^(?:备注|说明|注|责任(?:单位|部门|人|领导)|(?:牵头|配合|主管|填报|报送|实施|建设)(?:单位|部门)|单位负责人|负责人|包联领导|联系人|联系电话|数据?来源|存在(?:的)?问题|(?:主要)?原因(?:分析)?|形象进度|进展情况|工作进展|完成情况说明|下步措施|建设(?:地点|性质|内容|规模|年限)|开工时间|竣工时间|所属行业)$/,
  ],
];

/** Reads a head word, however it is spaced or coloured by a colon; undefined where the text is none. */
export function columnRole(squashed: string): ColumnRole | undefined {
  const word = squashed.replace(/[:：]$/, "");
  return ROLES.find(([, pattern]) => pattern.test(word))?.[0];
}

/** What a column of words may hold besides words: 建设地点 none but words, 备注 anything, the others a number now and then. */
export function numbersUnder(squashed: string): "never" | "odd" | "free" {
  if (/地点|性质|单位|部门|领导|负责人|联系人|所属行业|存在的?问题|原因/.test(squashed)) return "never";
  return /备注|说明|^注$|电话|时间|年限|规模|来源/.test(squashed) ? "free" : "odd";
}

/** Tells whether a head word says that the labels below it are places. */
export function isPlaceHead(squashed: string): boolean {
  return PLACE_HEAD.test(squashed.replace(/[:：]$/, ""));
}

const PLACE_HEAD = new RegExp(`^(?:${PLACES})$`);

/** Tells whether a text begins a note: what stands below a table and speaks about it. */
export function isNote(squashed: string): boolean {
  return /^(?:注|说明|备注|附注|数据来源|资料来源|来源|指标解释|统计范围|注释|注解|\*)(?:\d{0,2})[:：、.]/.test(
    squashed,
  );
}

/** What stands in front of the day on which figures were made known; a pattern. */
export const STATED_DAY = "(?:填报|制表|填表|报送|报出|上报|发布|公布|收录)(?:日期|时间)";

const FORM_LINE = new RegExp(
  `^(?:${STATED_DAY}|(?:填报|报送|编制|制表|报告|发布|汇总|统计|主管)(?:单位|机关|部门|人)?|单位负责人|统计负责人|(?:部门)?负责人|填表人?|制表人?|审核人?|复核人?|经办人|联系(?:人|电话|方式)|电话|表号|制定机关|批准机关|批准文号|备案文号|有效期至?|综合机关(?:名称)?|单位名称|签发人?|(?:采集|打印)(?:日期|时间)|日期):`,
);

/** Tells whether a text belongs to a form's frame: who filled it in, when, which form it is. */
export function isFormLine(squashed: string): boolean {
  return FORM_LINE.test(squashed);
}
