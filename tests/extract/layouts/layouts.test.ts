import { describe, expect, it } from "vitest";
import { extractBook } from "../../../pipeline/extract/book.ts";
import { LAYOUTS } from "./all-layouts.ts";
import { bookOfLayout, factOf, factsOf, line, withProfile } from "./layout.ts";

const PROFILED = LAYOUTS.filter(({ profiled }) => profiled !== undefined);

describe("extractBook(book) over the layouts of the field", () => {
  it.each([
    ...LAYOUTS.map((layout) => [layout.id, layout.title, layout] as const),
    ...PROFILED.map((layout) => [`${layout.id} with its profile`, layout.title, withProfile(layout)] as const),
  ])("reads %s: %s", (_, __, layout) => {
    const { observations, issues, dispositions } = extractBook(bookOfLayout(layout), layout.vocabulary);
    const expected = [...factsOf(layout)].map(([cell, fact]) => line(cell, fact));
    expect(observations.map((observation) => line(observation.cell, factOf(observation))).sort()).toEqual(
      expected.sort(),
    );
    expect(issues.map(({ cell, code }) => [cell, code])).toEqual(layout.questions ?? []);
    expect(dispositions.filter(({ kind }) => kind === "unread")).toEqual([]);
  });
});
