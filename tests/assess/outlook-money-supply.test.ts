import { describe, expect, it } from "vitest";
import { assessTarget } from "../../pipeline/assess/target.ts";
import { roundHalfUp } from "../../pipeline/model/decimal.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { asking, growing, indicator, RULES } from "./assess-fixture.ts";
import { rates, series, type Values } from "./series-fixture.ts";

/**
 * 货币和准货币(M2)供应量期末值(亿元) of February, May and December, and its growth on the year before (%): 国家统计局,
 * 月度数据, https://data.stats.gov.cn/ as exported in June 2021.
 */
const M2: Readonly<Record<number, readonly [string, string, string?]>> = {
  2010: ["636072.26", "663351.37", "725851.79"],
  2011: ["736130.86", "763409.22", "851590.9"],
  2012: ["867171.42", "900048.77", "974159.46"],
  2013: ["998600.83", "1042169.16", "1106524.98"],
  2014: ["1131760.83", "1182293.96", "1228374.81"],
  2015: ["1257380.48", "1307357.63", "1392278.11"],
  2016: ["1424618.68", "1461695.11", "1550066.67"],
  2017: ["1582913.07", "1601360.42", "1676768.54"],
  2018: ["1729070.12", "1743063.79", "1826744.22"],
  2019: ["1867427.45", "1891153.7", "1986488.82"],
  2020: ["2030830.42", "2100183.74", "2186795.89"],
  2021: ["2236030.26", "2275538.07"],
};
const GROWTH: typeof M2 = {
  2010: ["25.5", "21", "19.7"],
  2011: ["15.7", "15.1", "13.6"],
  2012: ["13", "13.2", "13.8"],
  2013: ["15.2", "15.8", "13.6"],
  2014: ["13.3", "13.4", "12.2"],
  2015: ["12.5", "10.8", "13.3"],
  2016: ["13.3", "11.8", "11.3"],
  2017: ["11.1", "9.6", "8.2"],
  2018: ["8.8", "8.3", "8.1"],
  2019: ["8", "8.5", "8.7"],
  2020: ["8.8", "11.1", "10.1"],
  2021: ["10.1", "8.3"],
};

const DUE = makePeriod(2021, 12);
const MAY = { indicator: indicator({ nature: "stock", unit: "亿元" }), period: makePeriod(2021, 5), rules: RULES };

describe("the outlook of a real series, May 2021", () => {
  it("leaves the growth of M2 as it is: 1.13 百分点 off on average in ten years, 2.5 at most", () => {
    const observations = rates(byMonth(GROWTH), { span: "instant" });
    const { outlook } = assessTarget(growing(">=", "8", { due: DUE }), { ...MAY, observations });
    expect(outlook).toMatchObject({ method: "unchanged", years: 10, error: "1.13", errorUnit: "百分点" });
    expect([outlook?.low, outlook?.mid, outlook?.high]).toEqual(["5.8", "8.3", "10.8"]); // it came to 9.0
  });

  it("takes M2 itself on as last year went: 1.43 % off on average, 2.97 % at most", () => {
    const observations = series(byMonth(M2), { span: "instant", unit: "亿元" });
    const asked = asking(">=", "2300000", { basis: "attain", unit: "亿元", due: DUE });
    const { outlook } = assessTarget(asked, { ...MAY, observations });
    expect(outlook).toMatchObject({ method: "last-year-growth", years: 10 });
    expect([outlook?.low, outlook?.mid, outlook?.high, outlook?.error].map((x) => roundHalfUp(x ?? "", 2))).toEqual([
      ...["2298928.48", "2369381.88", "2439835.28", "1.43"], // it came to some 2382900
    ]);
  });
});

function byMonth(figures: typeof M2): Values {
  const years = Object.entries(figures).map(([year, [february, may, december]]) => [
    year,
    { 2: february, 5: may, ...(december === undefined ? {} : { 12: december }) },
  ]);
  return Object.fromEntries(years);
}
