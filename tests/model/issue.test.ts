import { describe, expect, it } from "vitest";
import { formatIssue, makeIssue, quote } from "../../pipeline/model/issue.ts";
import { ISSUE_KINDS, type IssueCode } from "../../pipeline/model/issue-kinds.ts";

const codes = Object.keys(ISSUE_KINDS) as IssueCode[];

describe("makeIssue(code, place, details)", () => {
  it.each(codes)("fills every slot of %s and leaves no brace", (code) => {
    const kind = ISSUE_KINDS[code];
    const slots = [...`${kind.template}${kind.hint}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
    const issue = makeIssue(
      code,
      { sheet: "6月", cell: "C7" },
      Object.fromEntries(slots.map((slot) => [slot, `«${slot}»`])),
    );
    expect(slots.filter((slot) => !`${issue.message}${issue.hint}`.includes(`«${slot}»`))).toEqual([]);
    expect(`${issue.message}${issue.hint}`).not.toMatch(/[{}]/);
  });

  it("keeps the place, null where there is none", () => {
    expect(makeIssue("no-table", { sheet: "6月" })).toMatchObject({ sheet: "6月", cell: null, severity: "error" });
  });
});

describe("formatIssue(file, issue)", () => {
  it("opens with file, sheet and cell", () => {
    const issue = makeIssue("not-a-number", { sheet: "Sheet1", cell: "C7" }, { found: quote("n/a") });
    expect(formatIssue("工业.xlsx", issue).startsWith("工业.xlsx › Sheet1 › C7：")).toBe(true);
  });
});

describe("quote(text)", () => {
  it.each([
    ["a\u00a0b", '"a\\u00a0b"'],
    ["a\u3000", '"a\\u3000"'],
    ["a\nb", '"a\\nb"'],
  ])("makes odd blanks visible in %j", (text, expected) => {
    expect(quote(text)).toBe(expected);
  });
});
