import { describe, expect, it } from "vitest";
import { checkedFormula } from "../../../pipeline/report/workbook/formula.ts";

describe("checkedFormula(formula)", () => {
  it.each([
    "ROUND(E7/C7*100,1)",
    "ROUND(SUM($B$3:$B$9),0)",
    'COUNTIF(指标对照!L7:L126,"● 红")',
    "RANK(B4,B$4:B$13,0)",
    "ROUND('it''s 来源'!A7-3.5,2)",
    "IF(AND(A1>=0,A2<>0),ROUND(A1/A2,1),-1)",
    'AB12^2&"a""b"',
  ])("takes %s", (formula) => {
    expect(checkedFormula(formula)).toBe(formula);
  });

  it.each([
    "",
    " ",
    "=A1",
    'HYPERLINK("http://a.cn",A1)',
    'WEBSERVICE("http://a.cn")',
    "cmd|'/c calc'!A1",
    "'[外部.xlsx]表'!A1",
    "[1]表!A1",
    "INDIRECT(A1)",
    "A1;B1",
    "名称+1",
    "A0",
    "A1:A",
    "SUM(A1)<x>",
    "SUM",
    '"a',
    "ROUND(A1,1)\n",
    "{1,2}",
    "A1#",
    "LOG10(A1)",
  ])("refuses %j", (formula) => {
    expect(() => checkedFormula(formula)).toThrow(RangeError);
  });
});
