import { banner, plain, stack } from "./grid.ts";
import { writeXlsx } from "./write-xlsx.ts";

/** The example's path under seeds/examples. */
export const TRADE_EXAMPLE = "外贸外资快报2023年6月.xlsx";

const WIDTH = 4;
const count = (number: string) => ({ number, format: number.includes(".") ? "0.0" : "0" });

/**
 * The monthly sheet of a bureau that no profile knows yet, with what such sheets leave unsaid: no unit, names of the
 * office's own, a sign of its own, and a second table that is none of the city's figures.
 */
export function tradeExample(): Promise<Uint8Array> {
  const grid = stack(
    "快报",
    [30, 14, 16, 18],
    [
      banner("title", "2023年6月通辽市外贸外资快报", WIDTH),
      banner("line", "（演示数据）", WIDTH),
      plain("header", [["指标", "本月", "本年累计", "累计同比增长（%）"]]),
      plain("body", [
        ["进出口", count("31250"), count("168420"), count("12.6")],
        ["　其中：出口", count("22110"), count("121350"), count("15.2")],
        ["　　　　进口", count("9140"), count("47070"), count("6.4")],
        ["利用外资（万美元）", "*", count("820"), count("-3.1")],
      ]),
      { rows: [{ kind: "blank", values: [] }], merges: [] },
      banner("title", "重点外贸企业进出口", WIDTH),
      plain("header", [["企业", "本月", "本年累计", "累计同比增长（%）"]]),
      plain("body", [
        ["甲公司", count("8800"), count("46100"), count("9.9")],
        ["乙公司", count("5120"), count("28040"), count("21.3")],
      ]),
      banner("note", "注：“*”为不公布。", WIDTH),
    ],
  );
  return writeXlsx([grid]);
}
