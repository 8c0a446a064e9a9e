import { filingDate, yearMonth } from "./dates.ts";
import type { BureauLayout } from "./demo-book.ts";
import { banner, plain, stack, toCell } from "./grid.ts";
import { labelsOf, lookupIn, rowsOf } from "./series.ts";

const WIDTH = 5;

/** 能源局 能源运行: the period stands in the sheet names alone, units in the labels; flows and 月末 states on two sheets. */
export const energy: BureauLayout = (series, period) => {
  const flows = rowsOf(series, "energy", period);
  const states = rowsOf(series, "energy-state", period);
  if (flows.length === 0) return [];
  const find = lookupIn([...flows, ...states], period);
  const running = stack(
    yearMonth(period),
    [30, 12, 14, 12, 14],
    [
      banner("title", "全市能源运行主要指标", WIDTH),
      banner("line", `演示数据    制表日期：${filingDate(period, 12)}`, WIDTH),
      plain("header", [["指标（单位）", "本月", "本月同比（%）", "本年累计", "累计同比（%）"]]),
      plain(
        "body",
        labelsOf(flows).map(({ label, unit }) => [
          `${label === "工业用电量" ? "  其中：" : ""}${label}（${unit}）`,
          toCell(find(label, "value", "month")),
          toCell(find(label, "yoy", "month")),
          toCell(find(label, "value", "ytd")),
          toCell(find(label, "yoy", "ytd")),
        ]),
      ),
      banner("note", "数据来源：供电公司、各发电企业和煤炭企业报送。", WIDTH),
    ],
  );
  const supply = stack(
    `${yearMonth(period)}末`,
    [34, 14],
    [
      banner("title", "新能源装机和供电质量（演示数据）", 2),
      plain("header", [["指标（单位）", "月末数"]]),
      plain(
        "body",
        labelsOf(states).map(({ label, unit }) => [`${label}（${unit}）`, toCell(find(label, "value", "instant"))]),
      ),
    ],
  );
  return [{ path: `能源局/能源运行月报.${period}.xlsx`, format: "xlsx", grids: [running, supply] }];
};
