import { describe, expect, it } from "vitest";
import { renderRows } from "../../pipeline/archive/csv.ts";

describe("renderRows(columns, rows)", () => {
  it.each<[unknown, string]>([
    ['=HYPERLINK("http://x","点").xlsx', `"'=HYPERLINK(""http://x"",""点"").xlsx"`],
    ["+1+cmd|' /C calc'!A0", `'+1+cmd|' /C calc'!A0`],
    [" @SUM(1)", `' @SUM(1)`],
    ["＝1", "'＝1"],
    ["-2 个百分点", "'-2 个百分点"],
    ["-2.5", "-2.5"],
    [-2.5, "-2.5"],
    ["+3", "+3"],
    [null, ""],
    ["a,b", '"a,b"'],
    ["增速", "增速"],
  ])("writes %s so that no spreadsheet runs it", (value, field) => {
    expect(new TextDecoder().decode(renderRows(["x"], [{ x: value }]))).toBe(`x\n${field}\n`);
  });
});
