import { readFileSync } from "node:fs";
import fc from "fast-check";
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
    expect(page.linePitchPt).toBe(28.95);
    expect(page.charSpacePt).toBeCloseTo(-0.207, 3);
  });

  it.each([
    ["bound", { leftMm: 33, rightMm: 21, linePitchPt: 28.95 }, -0.207, 28.95],
    ["narrow", { topMm: 30, leftMm: 25, linePitchPt: 28.55 }, 0.128, 28.55],
  ])("takes the page that one key chooses, the grid and the lines with it: %s", (name, expected, space, line) => {
    const { page, styles } = parseTheme(SHIPPED.replace("page: gb9704", `page: ${name}`), "theme.yaml");
    expect(page).toMatchObject(expected);
    expect(page.charSpacePt).toBeCloseTo(space, 3);
    expect([styles.body.linePt, styles.heading1.linePt, styles.tableHead.linePt]).toEqual([line, line, 16]);
  });

  it("fills any page with its lines and characters, and never beyond", () => {
    const whole = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(
        whole(10, 50),
        whole(10, 50),
        whole(15, 35),
        whole(15, 35),
        whole(20, 26),
        whole(26, 30),
        (...all) => {
          const [top, bottom, left, right, lines, chars] = all;
          const { page } = parseTheme(withPage({ top, bottom, left, right, lines, chars }), "theme.yaml");
          const heightPt = ((297 - top - bottom) * 72) / 25.4;
          const widthPt = ((210 - left - right) * 72) / 25.4;
          expect(page.linePitchPt * lines).toBeLessThanOrEqual(heightPt);
          expect(page.linePitchPt * lines).toBeGreaterThan(heightPt - lines * 0.05);
          expect((16 + page.charSpacePt) * chars).toBeCloseTo(widthPt, 6);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("names the nearest page for one that there is not", () => {
    const error = caught(() => parseTheme(SHIPPED.replace("page: gb9704", "page: gb9740"), "theme.yaml"));
    expect(error.message).toContain("gb9704");
    expect(error.location.line).toBe(SHIPPED.split("\n").findIndex((line) => line.startsWith("page:")) + 1);
  });

  it.each([
    ["an unknown key", "ruleColor:", "ruleColour:"],
    ["a colour by name", "ruleColor: FF0000", "ruleColor: red"],
    ["a size that is none", "size: 二号", "size: 零号"],
    ["a missing light", / {2}red: .*\n/, ""],
    ["an alignment that is none", "align: justify", "align: middle"],
    ["a margin beyond the page", "top: 37", "top: 370"],
    ["margins that leave no width", "left: 33, right: 21", "left: 100, right: 100"],
    ["more lines than a page holds", "lines: 24", "lines: 50"],
    ["fewer characters than fill a line", "chars: 29", "chars: 20"],
    ["half a line", "lines: 24", "lines: 24.5"],
    ["no page at all", /pages: [\s\S]*?\nstyles:/, "pages: {}\nstyles:"],
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

function withPage(change: Readonly<Record<string, number>>): string {
  return Object.entries(change).reduce(
    (text, [key, value]) => text.replace(new RegExp(`(?<=gb9704: [^}]*\\b${key}: )[\\d.]+`, "s"), String(value)),
    SHIPPED,
  );
}

function caught(run: () => unknown): PipelineError {
  try {
    run();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing thrown");
}
