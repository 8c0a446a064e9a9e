import { describe, expect, it } from "vitest";
import { leadingBlanks, squash } from "../../pipeline/extract/normalise.ts";
import { readNumberFormat } from "../../pipeline/extract/number-format.ts";
import { makeCellTyper } from "../../pipeline/extract/typed-cell.ts";
import type { Cell } from "../../pipeline/model/cell.ts";

const typeCell = (cell: Cell) => makeCellTyper()(cell, 0);
const place = { row: 3, column: 2, indent: 0, hidden: false };

function numberCell(value: string, numberFormat: string) {
  const content = typeCell({ ...place, raw: { type: "number", value }, numberFormat })?.content;
  if (content?.kind !== "number") return content?.kind;
  return [content.value, content.decimals, content.unit];
}

describe("makeCellTyper()(cell, index)", () => {
  it.each([
    ["5.3", "General", ["5.3", 1, null]],
    ["0.053", "0.0%", ["5.3", 1, "%"]],
    ["0.05312", "0.0%", ["5.312", 1, "%"]],
    ["0.07", "0%", ["7", 0, "%"]],
    ["7", "0.0", ["7.0", 1, null]],
    ["4.958", "0.0", ["4.958", 1, null]],
    ["1234567.5", "#,##0.00", ["1234567.50", 2, null]],
    ["-3.2", "0.0;[Red]0.0", ["-3.2", 1, null]],
    ["5.3", '0.0"%"', ["5.3", 1, "%"]],
    ["5.3", "0.0\\%", ["5.3", 1, "%"]],
    ["12", '0"亿元"', ["12", 0, "亿元"]],
    ["12", "0_ ", ["12", 0, null]],
    ["2.3", '"下降"0.0', "scaled-format"],
    ["-2.3", '0.0;"下降"0.0', "scaled-format"],
    ["2.3", '0.0;"下降"0.0', ["2.3", 1, null]],
    ["2.3", "\\下\\降0.0", "scaled-format"],
    ["2.3", "增长0.0", "scaled-format"],
    ["-12000", "0;-0,", "scaled-format"],
    ["12", '0"万"', "scaled-format"],
    ["0.05", "0.0%;0.0", ["5.0", 1, "%"]],
    ["-0.05", "0.0%;0.0", "scaled-format"],
    ["1.5", '0.0"个百分点"', ["1.5", 1, "百分点"]],
    ["0", '#,##0.00;-#,##0.00;"-"', ["0.00", 2, null]],
    ["5", '"¥"#,##0.0', ["5.0", 1, null]],
    ["5", "G/通用格式", ["5", 0, null]],
    ["12000", "#,##0,", "scaled-format"],
    ["12000", "0!.0,", "scaled-format"],
    ["12000", "0.0,,", "scaled-format"],
  ])("takes %s in the format %s for %j", (value, format, expected) => {
    expect(numberCell(value, format)).toEqual(expected);
  });

  it("tells a date without its day", () => {
    const dateIn = (numberFormat: string) =>
      typeCell({ ...place, raw: { type: "date", date: "2023-06-01" }, numberFormat })?.content;
    expect(dateIn('yyyy"年"m"月"')).toEqual({ kind: "date", year: 2023, month: 6, monthOnly: true });
    expect(dateIn("yyyy/m/d")).toEqual({ kind: "date", year: 2023, month: 6, monthOnly: false });
  });

  it("counts alignment and leading blanks together", () => {
    const cell = typeCell({ ...place, indent: 1, raw: { type: "text", text: "　 税收" }, numberFormat: "General" });
    expect(cell?.indent).toBe(5);
    expect(leadingBlanks("\u00a0　税收")).toBe(3);
  });

  it.each(["", " ", "　\u00a0", "\n"])("takes %j for a blank", (text) => {
    expect(typeCell({ ...place, raw: { type: "text", text }, numberFormat: "General" })).toBeUndefined();
  });
});

describe("readNumberFormat(format)", () => {
  it.each([
    ["General", { percent: false, decimals: null, literal: null, altered: false }],
    ["@", { percent: false, decimals: null, literal: null, altered: false }],
    ["0.00E+00", { percent: false, decimals: null, literal: null, altered: false }],
    ["#,##0.0#", { percent: false, decimals: 1, literal: null, altered: false }],
    ["_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * -??_ ;_ @_ ", { percent: false, decimals: 2, literal: null, altered: false }],
    ["[>=100]0.0%;0.00%", { percent: true, decimals: 1, literal: null, altered: false }],
  ])("reads %s", (format, look) => {
    expect(readNumberFormat(format)).toEqual(look);
  });
});

describe("squash(text)", () => {
  it.each([
    ["指 标\n名　称", "指标名称"],
    ["增速（％）", "增速(%)"],
    ["固定资产投资①", "固定资产投资"],
    ["GDP[1]", "GDP"],
    ["1—6月", "1-6月"],
    ["１～６月", "1-6月"],
    ["【同比】", "(同比)"],
    ["μg/m³", "μg/m3"],
    ["\ufeff指标\u200b", "指标"],
  ])("writes %j as %s", (text, squashed) => {
    expect(squash(text)).toBe(squashed);
  });
});
