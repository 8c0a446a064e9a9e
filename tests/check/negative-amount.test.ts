import { describe, expect, it } from "vitest";
import { checkNegativeAmount } from "../../pipeline/check/negative-amount.ts";
import type { Indicator, IndicatorCode } from "../../pipeline/model/indicator.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import type { Quantity } from "../../pipeline/model/quantity.ts";

describe("checkNegativeAmount(observations, indicators)", () => {
  it.each<[string, Indicator["nature"], Quantity, string | null, boolean]>([
    ["固定资产投资", "flow", "value", "-9.3", true],
    ["固定资产投资", "flow", "value", "9.3", false],
    ["固定资产投资", "flow", "value", "0", false],
    ["固定资产投资", "flow", "value", null, false],
    ["固定资产投资", "flow", "yoy", "-9.3", false],
    ["固定资产投资", "flow", "change", "-9.3", false],
    ["财政收支差额", "flow", "value", "-9.3", false],
    ["规模以上工业企业利润总额", "flow", "value", "-9.3", false],
    ["贷款净增加额", "flow", "value", "-9.3", false],
    ["城镇调查失业率", "rate", "value", "-9.3", false],
  ])("%s, %s, %s of %s: asked %s", (name, nature, quantity, value, isAsked) => {
    const code = "x" as IndicatorCode;
    const indicator: Indicator = {
      ...{ code, name, aliases: [], unit: "亿元", decimals: 0, nature, price: null },
      ...{
        cadence: "monthly",
        firstMonth: 1,
        judgedFrom: 1,
        lagMonths: 0,
        partOf: null,
        publisher: "x",
        growthOnly: false,
        yearly: null,
      },
    };
    const issues = checkNegativeAmount(
      [
        {
          ...{ sheet: "S", cell: "B2", label: name, path: [], indicator: code, region: "150500" },
          ...{ period: makePeriod(2023, 6), span: "ytd", quantity, scope: null, value, unit: "亿元", decimals: 1 },
          ...{ status: "normal", statusReason: null },
        },
      ],
      new Map([[code, indicator]]),
    );
    expect(issues.map(({ code, cell }) => [code, cell])).toEqual(isAsked ? [["displaced-row", "B2"]] : []);
  });
});
