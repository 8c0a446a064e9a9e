import { column, type Layout, place, row } from "./layout.ts";
import { TONGLIAO, vocabularyOf } from "./names.ts";

/** 濮阳财政分县区：两层表头，小计嵌套，地名内有空格，“为预算的%”整列空。 */
export const L7: Layout = {
  id: "L7",
  title: "分县区财政，小计嵌套",
  rows: [
    ["2023年6月濮阳市分县区财政收支情况"],
    [null, null, null, null, null, null, null, null, null, "单位：万元"],
    ["单位名称", "一般公共预算收入", null, null, null, "税收比重%", "一般公共预算支出", null, null, null],
    [null, "当月", "累计", "为预算的%", "增幅%", null, "当月", "累计", "为预算的%", "增幅%"],
    ["濮阳市", 91230, 620110, null, 5.1, 64.2, 201120, 1502330, null, 3.3],
    ["市本级", 30110, 201220, null, 4.4, 60.1, 70110, 502330, null, 2.9],
    ["县区级", 61120, 418890, null, 5.5, 66.2, 131010, 1000000, null, 3.5],
    ["区 级", 30560, 209445, null, 6.6, 67.1, 65505, 500000, null, 4.1],
    ["华龙区", 12340, 90110, null, 7.7, 68.8, 20110, 150220, null, 4.4],
    ["开发区", 18220, 119335, null, 5.8, 65.4, 45395, 349780, null, 3.9],
    ["县 级", 30560, 209445, null, 4.4, 65.3, 65505, 500000, null, 2.9],
    ["范 县", 14110, 99221, null, 3.2, 61.7, 30110, 240110, null, 1.8],
    ["清丰县", 16450, 110224, null, 5.6, 68.9, 35395, 259890, null, 3.9],
  ],
  merges: ["A1:J1", "A3:A4", "B3:E3", "F3:F4", "G3:J3"],
  vocabulary: vocabularyOf(
    [
      ["410900", "濮阳市"],
      ["410999", "市本级"],
      ["410998", "县区级"],
      ["410997", "濮阳市区级合计"],
      ["410996", "濮阳市县级合计"],
      ["410902", "华龙区"],
      ["410971", "濮阳经济技术开发区", "开发区"],
      ["410926", "范县"],
      ["410922", "清丰县"],
    ],
    { revenue: "124", expenditure: "300", "tax-share": "64" },
  ),
  region: null,
  blocks: [
    {
      rows: {
        5: place("濮阳市", "410900"),
        6: place("市本级", "410999"),
        7: place("县区级", "410998"),
        8: place("区级", null),
        9: place("华龙区", "410902"),
        10: place("开发区", "410971"),
        11: place("县级", null),
        12: place("范县", "410926"),
        13: place("清丰县", "410922"),
      },
      columns: {
        B: column("2023-06 month value 万元", { indicator: "revenue" }),
        C: column("2023-06 ytd value 万元", { indicator: "revenue" }),
        E: column("2023-06 ytd yoy %", { indicator: "revenue", follows: true }),
        G: column("2023-06 month value 万元", { indicator: "expenditure" }),
        H: column("2023-06 ytd value 万元", { indicator: "expenditure" }),
        J: column("2023-06 ytd yoy %", { indicator: "expenditure", follows: true }),
      },
    },
  ],
  questions: [
    ["F3", "unread-header"],
    ["A8", "unknown-region"],
    ["A11", "unknown-region"],
  ],
  profiled: {
    yaml: `title: 濮阳市财政局分县区财政收支
bureau: finance
recognise: [濮阳市, 分县区财政收支]
span: ytd # 税收比重是累计数
regions:
  区级: "410997"
  县级: "410996"
`,
    rows: { 8: { region: "410997" }, 11: { region: "410996" } },
    columns: { F: column("2023-06 ytd value %", { indicator: "tax-share" }) },
  },
};

const SHAOYANG = vocabularyOf(
  [
    ["430500", "邵阳市", "邵阳"],
    ["430528", "新宁县", "新宁"],
    ["430521", "邵东市", "邵东"],
    ["430529", "城步苗族自治县", "城步"],
  ],
  { gdp: "2600", retail: "1280", revenue: "160", investment: "924" },
);

/** 邵阳月报卡 A：标题就是指标，首列是县的短名，全市用亿元的册子里县用万元。 */
export const L8A: Layout = {
  id: "L8A",
  title: "月报卡：分县，标题是指标",
  rows: [
    ["2023年1-6月分县市区固定资产投资"],
    ["县市区", "绝对额（万元）", "增速（%）", "排名"],
    ["全市", 4621030, { value: 4.958, format: "0.0" }, null],
    ["新宁", 301200, 7.1, 1],
    ["邵东", 802110, 6.2, 2],
    ["城步", 120330, -3.4, 3],
  ],
  merges: ["A1:D1"],
  vocabulary: SHAOYANG,
  region: null,
  blocks: [
    {
      rows: {
        3: place("全市", "430500"),
        4: place("新宁", "430528"),
        5: place("邵东", "430521"),
        6: place("城步", "430529"),
      },
      columns: {
        B: column("2023-06 ytd value 万元", { indicator: "investment" }),
        C: column("2023-06 ytd yoy %", { indicator: "investment" }),
        D: column("2023-06 ytd rank 位", { indicator: "investment" }),
      },
    },
  ],
};

/** 邵阳月报卡 B：期间自成一列。 */
export const L8B: Layout = {
  id: "L8B",
  title: "月报卡：期间一列",
  rows: [
    ["2023年邵阳市主要经济指标"],
    ["指标", "期间", "绝对额（亿元）", "增速（%）"],
    ["地区生产总值", "上半年", 1302.4, 5],
    ["社会消费品零售总额", "1-6月", 640.2, 5.6],
    ["一般公共预算收入", "1-6月", 80.1, 8.2],
    ["固定资产投资", "6月", 92.3, 4.9],
  ],
  merges: ["A1:D1"],
  vocabulary: SHAOYANG,
  region: "430500",
  blocks: [
    {
      rows: {
        3: row("地区生产总值", "gdp", { span: "ytd" }),
        4: row("社会消费品零售总额", "retail", { span: "ytd" }),
        5: row("一般公共预算收入", "revenue", { span: "ytd" }),
        6: row("固定资产投资", "investment", { span: "month" }),
      },
      columns: { C: column("2023-06 ytd value 亿元"), D: column("2023-06 ytd yoy %") },
    },
  ],
};

/** 邵阳月报卡 C 和 D：只有增速的一张，和给图表用的年份×月份数。 */
export const L8C: Layout = {
  id: "L8C",
  title: "月报卡：年份×月份的对比图数据",
  rows: [
    ["邵阳市规模以上工业增加值累计增速（%）"],
    ["年份", "1-2月", "1-3月", "1-4月"],
    [2022, 7.1, 6.9, 6.3],
    [2023, 4.2, 4.8, 5.1],
  ],
  merges: ["A1:D1"],
  vocabulary: SHAOYANG,
  region: "430500",
  blocks: [
    {
      rows: { 3: row("2022", "industry"), 4: row("2023", "industry") },
      columns: { B: column(" ytd yoy %"), C: column(" ytd yoy %"), D: column(" ytd yoy %") },
    },
  ],
  cells: {
    B3: { period: "2022-02" },
    C3: { period: "2022-03" },
    D3: { period: "2022-04" },
    B4: { period: "2023-02" },
    C4: { period: "2023-03" },
    D4: { period: "2023-04" },
  },
};

/** 兴安盟：分旗县市完成情况及排序；上年同期为 0 的增速不可算，排序空。 */
export const L9: Layout = {
  id: "L9",
  title: "完成情况及排序，基数为零",
  rows: [
    ["附表"],
    ["2021年1-2月份全盟及分旗县市主要经济指标完成情况及排序"],
    ["地区", "固定资产投资", null, "社会消费品零售总额", null, null],
    [null, "增速(%)", "排序", "总量(万元)", "增速(%)", "排序"],
    ["全盟", 12.3, null, 201100, 21.5, null],
    ["乌市", { value: 193.5, format: "0.0" }, 1, 120300, 25.1, 1],
    ["阿尔山", "—", null, 5010, 3.3, 6],
    ["前旗", { value: 31.1, format: "0.0" }, 3, 30110, 20.4, 3],
    ["中旗", { value: -66.5, format: "0.0" }, 5, 20220, 19.8, 4],
    ["扎旗", { value: 44.4, format: "0.0" }, 2, 15350, 22.2, 2],
    ["突泉", { value: 5.2, format: "0.0" }, 4, 10110, 18.1, 5],
    ["注：阿尔山市1-2月及上年同期均无投资活动。"],
  ],
  merges: ["A2:F2", "A3:A4", "B3:C3", "D3:F3"],
  vocabulary: vocabularyOf(
    [
      ["152200", "兴安盟", "全盟"],
      ["152201", "乌兰浩特市", "乌市"],
      ["152202", "阿尔山市", "阿尔山"],
      ["152221", "科尔沁右翼前旗", "前旗"],
      ["152222", "科尔沁右翼中旗", "中旗"],
      ["152223", "扎赉特旗", "扎旗"],
      ["152224", "突泉县", "突泉"],
    ],
    { retail: "120" },
  ),
  region: null,
  blocks: [
    {
      rows: {
        5: place("全盟", "152200"),
        6: place("乌市", "152201"),
        7: place("阿尔山", "152202"),
        8: place("前旗", "152221"),
        9: place("中旗", "152222"),
        10: place("扎旗", "152223"),
        11: place("突泉", "152224"),
      },
      columns: {
        B: column("2021-02 ytd yoy %", { indicator: "investment" }),
        C: column("2021-02 ytd rank 位", { indicator: "investment" }),
        D: column("2021-02 ytd value 万元", { indicator: "retail" }),
        E: column("2021-02 ytd yoy %", { indicator: "retail" }),
        F: column("2021-02 ytd rank 位", { indicator: "retail" }),
      },
    },
  ],
};

const JILIN = vocabularyOf([
  ["220000", "吉林省"],
  ["220100", "长春市", "长春"],
  ["220200", "吉林市"],
  ["220300", "四平市", "四平"],
]);

/** A head that is a date and shows year and month only. */
function monthOf2020(month: number) {
  const date = `2020-${String(month).padStart(2, "0")}-01`;
  return { raw: { type: "date", date }, format: 'yyyy"年"m"月"' } as const;
}

/** 国家库导出宽表：月份从新到旧，整数没有小数，底部多行注。 */
export const L10: Layout = {
  id: "L10",
  title: "导出宽表，月份倒序",
  rows: [
    ["指标：工业增加值_同比增长(%)"],
    ["地区", ...[11, 10, 9, 8, 7, 6].map(monthOf2020)],
    ["吉林省", 10, 9.8, 13, 8.2, 7, 11.1],
    ["长春市", 12.4, 11, 15.5, 9.9, 8.3, 14],
    ["吉林市", 3.1, 2, 4.4, 1.2, -2, 0],
    ["四平市", 5, 6.6, 7.1, 5, 4.2, 3],
    ["注：1.规模以上工业起点标准为年主营业务收入2000万元。"],
    ["2.增加值增速按可比价格计算。"],
    ["数据来源：国家统计局"],
  ],
  merges: ["A1:G1"],
  vocabulary: JILIN,
  region: null,
  blocks: [
    {
      rows: {
        3: place("吉林省", "220000"),
        4: place("长春市", "220100"),
        5: place("吉林市", "220200"),
        6: place("四平市", "220300"),
      },
      columns: {
        B: column("2020-11 month yoy %", { indicator: "industry" }),
        C: column("2020-10 month yoy %", { indicator: "industry" }),
        D: column("2020-09 month yoy %", { indicator: "industry" }),
        E: column("2020-08 month yoy %", { indicator: "industry" }),
        F: column("2020-07 month yoy %", { indicator: "industry" }),
        G: column("2020-06 month yoy %", { indicator: "industry" }),
      },
    },
  ],
};

/** 分地区产量：首列序号没有列名，同比两列在绝对数之后，“--”与 -96.44% 并存。 */
export const L11: Layout = {
  id: "L11",
  title: "序号列无名，地名简写",
  rows: [
    ["2023年6月全国各地区原煤产量统计表"],
    [null, "地区", "当月产量(万吨)", "累计产量(万吨)", "当月同比增长(%)", "累计增长(%)"],
    [1, "全国", 39009.6, 229659.4, "2.50%", "4.40%"],
    [2, "内蒙古", 9910.3, 59801.2, "0.00%", "2.80%"],
    [3, "广西区", 12.4, 80.1, "-96.44%", "-20.10%"],
    [4, "北京", "--", "--", "--", "--"],
  ],
  merges: ["A1:F1"],
  vocabulary: vocabularyOf(
    [
      ["100000", "全国"],
      ["150000", "内蒙古自治区", "内蒙古"],
      ["450000", "广西壮族自治区", "广西、广西区"],
      ["110000", "北京市", "北京"],
    ],
    { coal: "460000" },
  ),
  region: null,
  blocks: [
    {
      rows: {
        3: place("全国", "100000"),
        4: place("内蒙古", "150000"),
        5: place("广西区", "450000"),
        6: place("北京", "110000"),
      },
      columns: {
        C: column("2023-06 month value 万吨", { indicator: "coal" }),
        D: column("2023-06 ytd value 万吨", { indicator: "coal" }),
        E: column("2023-06 month yoy %", { indicator: "coal" }),
        F: column("2023-06 ytd yoy %", { indicator: "coal" }),
      },
    },
  ],
  cells: {
    E3: { value: "2.50" },
    F3: { value: "4.40" },
    E4: { value: "0.00" },
    F4: { value: "2.80" },
    E5: { value: "-96.44" },
    F5: { value: "-20.10" },
  },
};

/** 广东 2005：表头字间空格，“在总计中:”粘在名称前，地市混在行业表里，分组互相重叠。 */
export const L12: Layout = {
  id: "L12",
  title: "地市混在分组里",
  rows: [
    ["2005年1-6月广东省规模以上工业增加值"],
    ["单位：亿元"],
    ["指 标 名 称", "本 月", "本 月 止 累 计", "本月比上年同月增长(%)", "本期累计比上年同期增长(%)"],
    ["总  计", 771.2, 4130.5, 18.3, 17.1],
    ["1、按轻重工分组"],
    ["在总计中: 轻工业", 310.1, 1660.2, 15.5, 14.9],
    ["　　　　　重工业", 461.1, 2470.3, 20.2, 18.6],
    ["2、按企业规模分组"],
    ["在总计中: 大型企业", 250.3, 1340.1, 19.9, 18.8],
    ["　　　　　大中型企业", 520.4, 2780.9, 19.1, 17.7],
    ["3、按地市分组"],
    ["广州市", 161.1, 880.2, 14.4, 13.3],
    ["深圳市", 201.8, 1090.4, 22.2, 21.1],
  ],
  merges: ["A1:E1"],
  vocabulary: vocabularyOf(
    [
      ["440000", "广东省"],
      ["440100", "广州市", "广州"],
      ["440300", "深圳市", "深圳"],
    ],
    {
      industry: "8260",
      "light-industry": "3320",
      "heavy-industry": "4940",
      "large-firms": "2680",
      "large-and-medium-firms": "5560",
    },
  ),
  region: "440000",
  blocks: [
    {
      rows: {
        4: row("总计", "industry", { region: null }), // of which places, the sheet does not say
        6: row("按轻重工分组>轻工业", null),
        7: row("按轻重工分组>重工业", null),
        9: row("按企业规模分组>大型企业", null),
        10: row("按企业规模分组>大中型企业", null),
        12: row("按地市分组>广州市", "industry", { region: "440100" }),
        13: row("按地市分组>深圳市", "industry", { region: "440300" }),
      },
      columns: {
        B: column("2005-06 month value 亿元"),
        C: column("2005-06 ytd value 亿元"),
        D: column("2005-06 month yoy %"),
        E: column("2005-06 ytd yoy %"),
      },
    },
  ],
  alsoRight: Object.fromEntries(["B4", "C4", "D4", "E4"].map((cell) => [cell, { region: "440000" }])),
  questions: [
    ["A4", "unknown-region"],
    ["A6", "unknown-indicator"],
    ["A7", "unknown-indicator"],
    ["A9", "unknown-indicator"],
    ["A10", "unknown-indicator"],
  ],
  profiled: {
    yaml: `title: 广东省规模以上工业增加值
bureau: statistics
recognise: [广东省规模以上工业增加值]
regions:
  总计: "440000"
indicators:
  轻工业: light-industry
  重工业: heavy-industry
  大型企业: large-firms
  大中型企业: large-and-medium-firms
`,
    rows: {
      4: { region: "440000" },
      6: { indicator: "light-industry" },
      7: { indicator: "heavy-industry" },
      9: { indicator: "large-firms" },
      10: { indicator: "large-and-medium-firms" },
    },
  },
};

/** 重点项目表：十六列，大半是文字；计划数和总投资不是完成数。 */
export const L16: Layout = {
  id: "L16",
  title: "重点项目明细",
  rows: [
    ["2023年6月通辽市重点项目进展情况表"],
    [null, null, null, null, null, null, null, null, null, "单位：万元、%"],
    [
      "序号",
      "项目名称",
      "建设地点",
      "建设性质",
      "总投资",
      "截至上年底累计",
      "年度计划投资",
      "本月完成",
      "年初累计完成",
      "完成率",
      "形象进度",
      "开工时间",
      "责任单位",
    ],
    [
      1,
      "霍煤鸿骏二期",
      "霍林郭勒市",
      "续建",
      300000,
      120000,
      90000,
      8000,
      41000,
      45.6,
      "主体封顶",
      "2022年5月",
      "工信局",
    ],
    [2, "梅花生物技改", "科尔沁区", "新建", 80000, 0, 50000, 3000, 21000, 42, "设备安装", "2023年3月", "科尔沁区"],
  ],
  merges: ["A1:M1"],
  vocabulary: TONGLIAO,
  region: "150500",
  blocks: [
    {
      rows: { 4: row("霍煤鸿骏二期", null), 5: row("梅花生物技改", null) },
      columns: {
        H: column("2023-06 month value 万元"),
        I: column("2023-06 ytd value 万元"),
        J: column("2023-06 ytd share %"),
      },
    },
  ],
  questions: [
    ["E3", "unread-header"],
    ["F3", "unread-header"],
    ["B4", "unknown-indicator"],
    ["B5", "unknown-indicator"],
  ],
  profiled: {
    yaml: `title: 通辽市发改委重点项目进展
bureau: development-reform
recognise: [通辽市重点项目进展情况]
projects: [重点项目]
leave:
  columns: [总投资, 截至上年底累计]
`,
  },
};
