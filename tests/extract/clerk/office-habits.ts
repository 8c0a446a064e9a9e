import type { ClerkSheet } from "./clerk-sheet.ts";

const TITLE = "2023年1—6月通辽市主要经济指标";

/** Habits of offices that once were asked about, or asked about too much: a share beside 完成率, two heads that say the same. */
export const SHEETS: readonly ClerkSheet[] = [
  {
    name: "完成率和占比是两个数",
    rows: [[TITLE], ["指标", "单位", "1-6月完成", "完成率%", "占比%"], ["固定资产投资", "亿元", 213.4, 50.8, 30.2]],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 2023-06 ytd" },
        columns: { C: "value 亿元", D: "share %", E: "share % 占比" },
      },
    ],
  },
  {
    name: "占GDP比重、占全市比重、完成年度目标各是各的",
    rows: [
      [TITLE],
      ["指标", "单位", "1-6月完成", "占GDP比重%", "占全市比重%", "完成年度目标%"],
      ["固定资产投资", "亿元", 213.4, 50.8, 30.2, 48],
    ],
    blocks: [
      {
        rows: { 3: "fixed-asset-investment 2023-06 ytd" },
        columns: { C: "value 亿元", D: "share % 占地区生产总值比重", E: "share % 占全市比重", F: "share %" },
      },
    ],
  },
  {
    name: "行名里的比重和完成率",
    rows: [
      [TITLE],
      ["指标", "1-6月"],
      ["固定资产投资（亿元）", 213.4],
      ["固定资产投资占GDP比重（%）", 20],
      ["固定资产投资完成率（%）", 48],
    ],
    blocks: [
      {
        rows: {
          3: "fixed-asset-investment value 亿元",
          4: "fixed-asset-investment share % 占地区生产总值比重",
          5: "fixed-asset-investment share %",
        },
        columns: { B: "2023-06 ytd" },
      },
    ],
  },
  {
    name: "两栏位次：只问这两栏",
    rows: [[TITLE], ["指标", "单位", "1-6月", "同比%", "位次", "位次"], ["固定资产投资", "亿元", 213.4, 5.8, 3, 4]],
    blocks: [{ rows: { 3: "fixed-asset-investment 2023-06 ytd" }, columns: { C: "value 亿元", D: "yoy %" } }],
    questions: [
      ["E2", "unread-header"],
      ["F2", "unread-header"],
    ],
  },
  {
    name: "两栏1-6月：同比说的是哪一栏也不知道；6月的不受影响",
    rows: [
      ["2023年6月通辽市主要经济指标"],
      ["指标", "单位", "6月", "同比%", "1-6月", "1-6月", "累计同比%"],
      ["固定资产投资", "亿元", 40.1, 3.1, 213.4, 210.2, 5.8],
    ],
    blocks: [{ rows: { 3: "fixed-asset-investment 2023-06 month" }, columns: { C: "value 亿元", D: "yoy %" } }],
    questions: [
      ["E2", "unread-header"],
      ["F2", "unread-header"],
      ["G2", "unread-header"],
    ],
  },
];
