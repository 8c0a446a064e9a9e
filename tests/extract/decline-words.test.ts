import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../support/grid.ts";
import { extract, facts, questions } from "./small-vocabulary.ts";

const TITLE = "2023年1—6月通辽市主要指标";

function read(...rows: readonly (readonly GridValue[])[]) {
  return extract(bookOf(sheetOf([[TITLE], ...rows])));
}

describe("words of decline alone, under which 5.1 may be a fall or a rise", () => {
  it.each([
    "同比下降(%)",
    "下降（%）",
    "下降%",
    "比上年同期下降(%)",
    "比上年下降（%）",
    "同比减少（%）",
    "同比降低(%)",
    "同比下跌%",
    "同比回落（百分点）",
    "降幅(%)",
    "同比降幅(%)",
    "环比下降(%)",
    "同比（下降%）",
  ])("are asked about in a head: %s", (head) => {
    const extraction = read(["指标", "单位", "1—6月", head], ["固定资产投资", "亿元", 52.3, 5.1]);
    expect(facts(extraction)).toEqual(["C3 investment 2023-06 ytd value 52.3 亿元"]);
    expect(questions(extraction)).toEqual([["D2", "unread-header"]]);
  });

  it("are asked about in the lower of two heads", () => {
    const extraction = read(["指标", "1—6月", "同比"], [null, null, "下降(%)"], ["固定资产投资（亿元）", 52.3, 5.1]);
    expect(questions(extraction)).toEqual([["C3", "unread-header"]]);
    expect(facts(extraction)).toHaveLength(1);
  });

  it("are asked about in a head that names an indicator, over places", () => {
    const extraction = read(["地区", "规上工业增加值同比下降(%)"], ["开鲁县", 3.1]);
    expect(questions(extraction)).toEqual([["B2", "unread-header"]]);
    expect(extraction.observations).toEqual([]);
  });

  it.each([
    "城镇登记失业率同比下降（百分点）",
    "规上工业增加值同比下降(%)",
    "工业用电量比上年减少(%)",
    "各项存款余额下降(%)",
  ])("are asked about in a label: %s", (label) => {
    const extraction = read(["指标", "1—6月"], [label, 3.2]);
    expect(questions(extraction)).toEqual([["A3", "unread-header"]]);
    expect(extraction.observations).toEqual([]);
  });

  it("are asked about in a label below the amount that they speak of", () => {
    const extraction = read(["指标", "1—6月"], ["固定资产投资（亿元）", 52.3], ["  同比下降(%)", 3.2]);
    expect(questions(extraction)).toEqual([["A4", "unread-header"]]);
    expect(facts(extraction)).toHaveLength(1);
  });

  it.each(["同比增减(%)", "同比升降(%)", "升降幅度(%)", "涨跌幅(%)", "同比增长(%)"])(
    "are not those that say rise and fall alike: %s",
    (head) => {
      const extraction = read(["指标", "单位", "1—6月", head], ["固定资产投资", "亿元", 52.3, -5.1]);
      expect(facts(extraction)[1]).toBe("D3 investment 2023-06 ytd yoy -5.1 %");
      expect(questions(extraction)).toEqual([]);
    },
  );
});
