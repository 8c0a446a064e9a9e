import { describe, expect, it } from "vitest";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { judge, report } from "../../assess/milestone-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";

const notes = (input: EditionInput) =>
  JSON.stringify(describeEdition(input).sheets.find(({ name }) => name === "口径说明")?.rows);

describe("notesSheet(facts)", () => {
  it("prints the rules for projects where any was reported, with what they judge by, and not else", () => {
    const reported = juneInput({ milestones: [judge("开工", [report()])] });
    expect(notes(reported)).toContain("规则“项目规则（银川）”");
    expect(notes(reported)).toContain("从4月起评价投资进度");
    expect(notes(juneInput({ milestones: [judge("开工", [])] }))).not.toContain("项目规则");
  });

  it("numbers the rules of a set, and not the only one", () => {
    const input = juneInput();
    const two = notes({ ...input, rules: { ...input.rules, text: ["甲", "乙"] } });
    expect(two).toMatch(/规则“默认规则”（一）.*甲.*规则“默认规则”（二）.*乙/);
    expect(notes(input)).not.toContain("（一）");
  });
});
