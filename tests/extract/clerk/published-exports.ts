import type { ClerkSheet } from "./clerk-sheet.ts";

/** What the export pages of statistics databases leave: titles in padded rows, months newest first, long notes. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "月度数据导出：月份在行，最新在前，指标带期末值和同比",
    file: "月度数据.csv",
    rows: [
      ["数据库：月度数据", "", "", ""],
      ["时间：1990-2021", "", "", ""],
      ["时间", "各项存款余额期末值(亿元)", "各项存款余额同比增长(%)", "流通中现金期末值(亿元)"],
      ["2021年5月", "2275538.07", "8.3", "84177.72"],
      ["2021年4月", "2262107.12", "8.1", ""],
      [
        "注：货币供应量已包含住房公积金中心存款和非存款类金融机构在存款类金融机构的存款。2001年6月起，将证券公司客户保证金计入货币供应量（M2），含在其他存款项内。",
      ],
      ["数据来源：国家统计局"],
    ],
    blocks: [
      {
        rows: { 4: "2021-05 ?? instant", 5: "2021-04 ?? instant" },
        columns: { B: "deposits value 亿元", C: "deposits yoy %", D: "? value 亿元" },
      },
    ],
    questions: [
      ["A1", "unknown-region"],
      ["D3", "unknown-indicator"],
    ],
  },
  {
    name: "价格指数导出：上年同月=100 在指标名里，月份在列，最新在前",
    file: "月度数据.xls",
    rows: [
      ["数据库：月度数据"],
      ["时间：最近24个月"],
      ["指标", "2017年12月", "2017年11月", "2016年12月"],
      ["居民消费价格指数(上年同月=100)", "101.8", "101.7", "102.1"],
      ["食品烟酒类居民消费价格指数(上年同月=100)", "100.3", "99.8", ""],
      [
        `注：按照统计制度要求，我国CPI每五年进行一次基期轮换，2016年1月开始使用2015年作为新一轮的对比基期。${"同期居民消费价格指数按新的调查目录汇总。".repeat(30)}`,
      ],
      ["数据来源：国家统计局"],
    ],
    blocks: [
      {
        rows: { 4: "cpi ??", 5: "cpi-food ??" },
        columns: {
          B: "2017-12 month index 上年同期=100",
          C: "2017-11 month index 上年同期=100",
          D: "2016-12 month index 上年同期=100",
        },
      },
    ],
    questions: [["A1", "unknown-region"]],
  },
  {
    name: "分省年度数据导出：指标和单位只在标题行，地区都不认识",
    file: "分省年度数据.csv",
    rows: [
      ["数据库：分省年度数据"],
      ["指标：年末常住人口(万人)"],
      ["时间：最近10年"],
      ["地区", "2024年", "2023年"],
      ["北京市", "2183", "2186"],
      ["内蒙古自治区", "2388", "2396"],
      ["注：2020年数据为普查推算数。"],
      ["数据来源：国家统计局"],
    ],
    blocks: [
      {
        rows: { 5: "resident-population ??", 6: "resident-population ??" },
        columns: { B: "2024-12 instant value 万人", C: "2023-12 instant value 万人" },
      },
    ],
    questions: [
      ["A5", "unknown-region"],
      ["A6", "unknown-region"],
    ],
  },
  {
    name: "不是统计表：函数示例",
    file: "示例.et",
    rows: [
      ["Name", "Example", "Result"],
      ["EVALUATE", '=EVALUATE("1+1")', 2],
    ],
    blocks: [],
    questions: [[null, "no-table"]],
  },
];
