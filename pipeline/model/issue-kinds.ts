import { FIGURE_ISSUE_KINDS } from "./figure-issue-kinds.ts";

/** How much an issue stands in the way of its figure. */
export type Severity = "error" | "warning" | "info";

/** A kind of trouble; {slots} are filled from the issue's details. */
export interface IssueKind {
  readonly severity: Severity;
  readonly title: string;
  readonly template: string; // {slots} are filled from the issue's details
  readonly hint: string;
}

/**
 * Every kind of trouble with data, in the reader's words.
 *
 * `error`: a figure cannot be used until a person acts. `warning`: used, but look. `info`: nothing to do.
 */
export const ISSUE_KINDS = {
  "file-refused": {
    severity: "error",
    title: "文件无法读取",
    template: "{problem}",
    hint: "{remedy}",
  },
  "ambiguous-source": {
    severity: "error",
    title: "看不出是哪个来源的表",
    template: "几个来源配置同样符合：{choices}，都没有采用",
    hint: "请在标题中写明是哪个部门的什么报表，或与编报人员联系确认",
  },
  "source-mismatch": {
    severity: "error",
    title: "与来源配置对不上",
    template: "{found}",
    hint: "请核对表格是否改了样子；确已改版的，请告诉编报人员",
  },
  "source-overruled": {
    severity: "info",
    title: "以表内所写为准",
    template: "来源配置写的是{expected}，表里写的是{found}，按表里所写读取",
    hint: "如以后都这样写，请告诉编报人员",
  },
  "no-table": {
    severity: "error",
    title: "没有找到数据表",
    template: "工作表“{sheet}”里有内容，但没有找到“表头加数据行”的表格",
    hint: "请确认表头写有指标、本月、累计、同比等字样；说明页可以忽略此提示",
  },
  "empty-form": {
    severity: "warning",
    title: "空表",
    template: "没有读到一个数：表格没有填，或者不是统计报表",
    hint: "请核对是不是要报送的表；如已有数据，请填写后重新上传",
  },
  "unknown-indicator": {
    severity: "error",
    title: "指标名称不认识",
    template: "{problem}{candidates}",
    hint: "请核对名称；没有写错的，请与编报人员联系确认它指哪个指标",
  },
  "unknown-region": {
    severity: "error",
    title: "地区名称不认识",
    template: "{problem}",
    hint: "请在标题或地区栏写明，用全称或规范简称，如“通辽市”“科尔沁左翼中旗”“科左中旗”；固定的叫法请与编报人员联系确认",
  },
  "set-aside": {
    severity: "info",
    title: "按答复不归入",
    template: "按答复，{found}不是本市的：数照样保存，不归入、不再问",
    hint: "如确是本市的数，请与编报人员联系",
  },
  "unknown-scope": {
    severity: "error",
    title: "口径看不懂",
    template: "{found} 限定了它下面的数，看不出是不是全口径的数",
    hint: "请在每个指标名称中写全口径，或改用规范的标题和小节名",
  },
  "missing-period": {
    severity: "error",
    title: "看不出是哪一期的数",
    template: "{problem}",
    hint: "请在标题中写明期间，如“2023年1—6月”；表里不便写明的，请告诉编报人员是哪一期",
  },
  "period-conflict": {
    severity: "error",
    title: "期间互相矛盾",
    template: "表头写的是{found}，标题或另一个表头写的是{expected}",
    hint: "请改正表头或标题，使期间一致",
  },
  "part-of-month": {
    severity: "error",
    title: "期间不是整月",
    template: "标题（或工作表名、文件名）里的期间{problem}，不是整月、整季或从年初累计的数，未采用",
    hint: "请改报整月的数；数是整月的，请改正标题中的期间后重新上传",
  },
  "note-differs": {
    severity: "error",
    title: "说明文字与表里读出的不同",
    template: "{found} 说的期间、单位或口径，与从表头、标题和单位栏读出的不同，它说到的数未采用",
    hint: "请把期间、单位或口径写进这些指标的名称、单位栏或表头，或另列一张表",
  },
  "missing-unit": {
    severity: "error",
    title: "没有计量单位",
    template: "{label} 的数值 {found} 没有写计量单位",
    hint: "请在单位栏、指标名称后的括号或表头“单位：”处写明",
  },
  "unknown-unit": {
    severity: "error",
    title: "计量单位不认识",
    template: "计量单位 {found} 不认识",
    hint: "请改用规范单位，如亿元、万元、%、万人、万亩",
  },
  "unit-mismatch": {
    severity: "error",
    title: "计量单位与指标不符",
    template: "{label} 的单位是 {found}，这个指标应当用 {expected} 一类的单位{remedy}",
    hint: "请核对是否填错行或写错单位",
  },
  ...FIGURE_ISSUE_KINDS,
  "fraction-for-percent": {
    severity: "error",
    title: "像是小数形式的百分数",
    template: "{found} 像是小数形式的百分数，看不出是百分之几，未采用",
    hint: "请填百分数本身，8.1% 填 8.1，或统一用百分比格式；数确实不到百分之一的，请把百分号一并写上",
  },
  "unread-header": {
    severity: "error",
    title: "表头看不懂",
    template: "{where} {found} 看不出{open}",
    hint: "请改用规范表头，如“本月”“1—6月累计”“同比增长(%)”",
  },
  "unread-cell": {
    severity: "error",
    title: "有数没有读到",
    template: "{found} 不在能够读懂的行列之内",
    hint: "请检查这个数上方有没有表头、左边有没有指标名称",
  },
  "displaced-row": {
    severity: "error",
    title: "整行错位",
    template: "这一行的数与表头对不齐：{found} 落在了不该有它的位置，整行未采用",
    hint: "请核对这一行是否向左或向右错了一格，改正后重新上传",
  },
  "displaced-column": {
    severity: "error",
    title: "数与名称错行",
    template: "数与左边的名称对不齐：{found} 没有名称，而有名称的行却空着，这张表未采用",
    hint: "请核对这些数是否向上或向下错了一行，改正后重新上传",
  },
  "unclear-sign": {
    severity: "error",
    title: "看不出是增是减",
    template: "{found} 前面的▲是增还是减看不出：表里没有▼与它相对",
    hint: "请在减少的数前写“-”，增加的数不加记号",
  },
  "not-a-number": {
    severity: "error",
    title: "应当是数字",
    template: "这里应当是数字，实际是 {found}",
    hint: "请填数字；没有数的，填“—”或留空",
  },
  "inexact-number": {
    severity: "warning",
    title: "不是确切的数",
    template: "{found} 只给出了范围，没有确切的数，未采用",
    hint: "如有确切数，请补填",
  },
  "formula-error": {
    severity: "error",
    title: "公式出错",
    template: "公式的结果是 {found}",
    hint: "请改正公式后保存，再重新上传",
  },
  "formula-not-calculated": {
    severity: "error",
    title: "公式没有算出结果",
    template: "这里是公式，但文件里没有保存计算结果",
    hint: "请用 Excel 或 WPS 打开文件，保存一次后再上传",
  },
  "scaled-format": {
    severity: "error",
    title: "格式改变了数字",
    template: "单元格里的数是 {found}，显示时却被格式缩小成千或万，或添了“下降”等字，看不出该用哪一个",
    hint: "请把单元格格式改为常规或数值，直接填写表头所写单位的数",
  },
  "unknown-state": {
    severity: "error",
    title: "看不出项目进展",
    template: "{found}{against}",
    hint: "请写明到了哪一步：未开工、前期、已开工、正在施工、已竣工、已投产等，计划另写；写法固定的请告诉编报人员",
  },
  "unread-month": {
    severity: "error",
    title: "看不出年月",
    template: "{found} 看不出是哪年哪月",
    hint: "请写成“2023年6月”或日期格式；没有的填“—”或留空",
  },
  "unknown-date": {
    severity: "warning",
    title: "没有这一天",
    template: "{found} 里的日期在日历上没有，按没有写日期处理",
    hint: "请改正填报日期后重新上传",
  },
  "value-conflict": {
    severity: "error",
    title: "同一个数前后不一致",
    template: "与 {other} 是同一个数，那里是 {expected}，这里是 {found}",
    hint: "请核对后只保留一个{advice}",
  },
  "hidden-content": {
    severity: "info",
    title: "读取了隐藏的内容",
    template: "{found} 是隐藏的，其中的数也读取了",
    hint: "如不需要，请删除后重新上传",
  },
} as const satisfies Record<string, IssueKind>;

/** The code of a kind, as scripts see it. */
export type IssueCode = keyof typeof ISSUE_KINDS;
