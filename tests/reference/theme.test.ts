import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseTheme } from "../../pipeline/reference/theme.ts";

const SHIPPED = readFileSync(new URL("../../templates/theme.yaml", import.meta.url), "utf8");

describe("parseTheme(text, file)", () => {
  it("reads the shipped theme with the sizes of GB/T 9704-2012", () => {
    const { styles, page } = parseTheme(SHIPPED, "theme.yaml");
    expect([styles.title.sizePt, styles.body.sizePt, styles.footer.sizePt]).toEqual([22, 16, 14]);
    expect(styles.body).toMatchObject({ linePt: 28.95, firstLineChars: 2, latinFont: "Times New Roman" });
    expect(page).toMatchObject({ topMm: 37, leftMm: 28, rightMm: 26, bottomMm: 35, grid: "linesAndChars" });
  });

  it.each([
    ["an unknown key", "ruleColor:", "ruleColour:"],
    ["a colour by name", "ruleColor: FF0000", "ruleColor: red"],
    ["a size that is none", "size: 二号", "size: 零号"],
    ["a missing light", / {2}red: .*\n/, ""],
    ["an alignment that is none", "align: justify", "align: middle"],
    ["a margin beyond the page", "top: 37", "top: 370"],
    ["a series of a chart without a look", / {4}last-year: .*\n/, ""],
    ["a dash that is none", "dash: dash", "dash: dashed"],
    ["a pattern that is none", "pattern: dots", "pattern: spots"],
    ["a line thicker than a chart", "width: 2.25", "width: 22.5"],
    ["a font that would break the file", "bodyFont: 宋体", 'bodyFont: "<&"'],
  ])("refuses %s, naming file and line", (_case, before, after) => {
    const text = SHIPPED.replace(before, after);
    expect(text).not.toBe(SHIPPED);
    const error = caught(() => parseTheme(text, "theme.yaml"));
    expect([error.code, error.location.file]).toEqual(["TEMPLATE_INVALID", "theme.yaml"]);
    expect(error.location.line).toBeGreaterThan(0);
  });
});

function caught(run: () => unknown): PipelineError {
  try {
    run();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing thrown");
}
