import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseMailTemplate } from "../../pipeline/reference/mail-template.ts";

const FILE = "templates/mail.md";

function placesOf(text: string): readonly (number | undefined)[] {
  try {
    parseMailTemplate(text, FILE);
    return [];
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== "TEMPLATE_INVALID") throw error;
    return [...error.message.matchAll(/第(\d+)行/g)].map((match) => Number(match[1]));
  }
}

describe("parseMailTemplate(text, file)", () => {
  it("reads what ships, with at most five lines that have a figure", () => {
    const { lines } = parseMailTemplate(readFileSync(new URL(`../../${FILE}`, import.meta.url), "utf8"), FILE);
    const told = lines.filter((line) => /"figure"|"headline"/.test(JSON.stringify(line)));
    expect(told.length).toBe(5);
  });

  it("takes a line apart into words, slots, figures and stretches that may be left out", () => {
    const { subject, lines } = parseMailTemplate(
      "# {title}\n\n甲{count/red}项[，乙{count/yellow}项]。\n\n丙\n\n",
      FILE,
    );
    expect(subject).toEqual([{ slot: "title" }]);
    expect(lines).toEqual([
      ["甲", { figure: "count/red" }, "项", { optional: ["，乙", { figure: "count/yellow" }, "项"] }, "。"],
      [],
      ["丙"],
    ]);
  });

  it.each([
    ["no subject", "{title}\n正文", [1]],
    ["no body", "# {title}\n\n", [1]],
    ["a name that is not there", "# {title}\n{tilte}", [2]],
    ["a figure that is not there", "# {title}\n\n{count/reds}项", [3]],
    ["a number in words of its own", "# {title}\n共113项", [2]],
    ["a number in full width", "# {title}\n共１项", [2]],
    ["a brace without its other", "# {title}\n{count/red项", [2]],
    ["a bracket without its other", "# {title}\n[，{count/red}项", [2]],
    ["brackets without a figure", "# {title}\n[，甲]", [2]],
    ["a comment before, which counts as lines", "<!--\n一\n-->\n# {title}\n第3", [5]],
    ["two things at once", "{title}\n共3项", [1, 2]],
  ])("refuses %s, naming the line", (_what, text, places) => {
    expect(placesOf(text)).toEqual(places);
  });
});
