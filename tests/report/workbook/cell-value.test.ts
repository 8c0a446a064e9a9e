import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellValue, textValue } from "../../../pipeline/report/workbook/cell-value.ts";
import { number, text } from "../../support/edition-fixture.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";

const theme = shippedTheme();

describe("cellValue(content, theme)", () => {
  it.each([
    ["5.2", 5.2, "0.0"],
    ["5.20", 5.2, "0.00"],
    ["-3", -3, "0"],
    ["0.0", 0, "0.0"],
    ["123456789012.345", 123456789012.345, "0.000"],
    ["0.00123456789012345", 0.00123456789012345, "0.00000000000000000"],
  ])("writes the figure %s as a number", (printed, value, numberFormat) => {
    expect(cellValue(number("f", printed), theme)).toEqual({ value, text: printed, numberFormat });
  });

  it.each(["1234567890123456", "1234567890.1234567", "1,234", "5.2%", "-0.0", "1e5", "—", ""])(
    "writes %j, which a number cannot show, as text",
    (printed) => {
      expect(cellValue(number("f", printed), theme).value).toBe(printed);
    },
  );

  it("shows every decimal of up to 15 digits as it was printed", () => {
    const decimals = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 6 }))
      .map(([isNegative, digits, places]) => {
        const whole = digits.toString().padStart(places + 1, "0");
        const printed = places === 0 ? whole : `${whole.slice(0, -places)}.${whole.slice(-places)}`;
        return (isNegative ? "-" : "") + printed;
      });
    fc.assert(
      fc.property(decimals, (printed) => {
        const { value, numberFormat } = cellValue(number("f", printed), theme);
        expect(typeof value).toBe("number");
        const places = (numberFormat ?? "").split(".")[1]?.length ?? 0;
        expect(Number(value).toFixed(places)).toBe(printed);
      }),
    );
  });

  it("writes lights as sign and word, all four different without colour", () => {
    const texts = (["green", "yellow", "red", "grey"] as const).map(
      (light) => cellValue({ kind: "light", light }, theme).text,
    );
    expect(texts).toEqual(["○ 绿", "◎ 黄", "● 红", "— 灰"]);
  });

  it("leaves a blank blank", () => {
    expect(cellValue({ kind: "blank" }, theme).value).toBeNull();
  });
});

describe("textValue(raw)", () => {
  it.each(["=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1"])(
    "keeps %j from becoming a formula",
    (raw) => {
      expect(textValue(raw).numberFormat).toBe("@");
    },
  );

  it("takes words as they are", () => {
    expect(textValue("增长5.2%")).toEqual({ value: "增长5.2%", text: "增长5.2%", numberFormat: null });
    expect(cellValue(text("增长", { figure: "f", text: "5.2" }, "%"), theme).value).toBe("增长5.2%");
  });

  it("cuts what a cell cannot hold, and says so", () => {
    const { value } = textValue("𠀀".repeat(20_000));
    expect(String(value).length).toBeLessThanOrEqual(32_767);
    expect(value).toMatch(/从略）$/);
    expect(value).not.toMatch(/\p{Cs}/u);
  });

  it("escapes what Excel would decode", () => {
    expect(textValue("a_x0041_b").value).toBe("a_x005F_x0041_b");
  });
});
