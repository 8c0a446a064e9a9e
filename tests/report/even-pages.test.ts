import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenPages, type PageRoom, type PrintedRow } from "../../pipeline/report/even-pages.ts";

const KINDS = { H: "heading", r: "row", n: "note" } as const;

/** Rows of height 1, a letter each: H a heading, r a row, n a note. */
const rowsOf = (letters: string): readonly PrintedRow[] =>
  [...letters].map((letter) => ({ height: 1, kind: KINDS[letter as keyof typeof KINDS] }));

const room = (page: number, change: Partial<PageRoom> = {}): PageRoom => ({ page, firstHead: 0, head: 0, ...change });

/** The pages as they would come out. */
function paged(rows: readonly PrintedRow[], starts: readonly number[]): readonly (readonly PrintedRow[])[] {
  return [0, ...starts].map((from, index) => rows.slice(from, starts[index]));
}

describe("evenPages(rows, room)", () => {
  it.each([
    ["one page holds all", "Hrrrrrrrrr", 10, []],
    ["a table without sections is halved", "rrrrrrrrrrrr", 10, [6]],
    ["a break between sections costs little", "HrrrrrHrrrrrr", 10, [6]],
    ["a break between sections would leave a page nearly empty", "HrrHrrrrrrrrr", 10, [6]],
    ["a heading would stand last", "rrrrrHrrrrr", 6, [5]],
    ["a heading would stand with a single row", "rrrrHrrrr", 6, [4]],
    ["a section of one row stays together", "rrrrHrHrrr", 6, [4]],
    ["the last row of a section would stand alone", "HrrrrrHrrrr", 7, [6]],
    ["the notes would stand alone", "rrrrrrrrnn", 8, [5]],
    ["no page can hold what belongs together", "Hrnnnnn", 3, []],
    ["there is nothing", "", 3, []],
  ])("where %s", (_case, letters, page, expected) => {
    expect(evenPages(rowsOf(letters), room(page))).toEqual(expected);
  });

  it("reckons with the title of the first page and the header of every other", () => {
    expect(evenPages(rowsOf("rrrrrrrr"), room(8, { firstHead: 4, head: 2 }))).toEqual([3]);
    expect(evenPages(rowsOf("rrrrrrrr"), room(12, { firstHead: 4, head: 2 }))).toEqual([]);
    expect(evenPages(rowsOf("rrrr"), room(2, { head: 2 }))).toEqual([]);
  });

  it("fills no page beyond its room and leaves no heading, no first and no last row alone, whatever the rows", () => {
    const row = fc.record({
      height: fc.integer({ min: 1, max: 4 }),
      kind: fc.oneof(
        { weight: 1, arbitrary: fc.constant("heading" as const) },
        { weight: 6, arbitrary: fc.constant("row" as const) },
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), fc.integer({ min: 0, max: 6 }), (rows, head) => {
        const starts = evenPages(rows, room(40, { firstHead: head + 2, head }));
        const pages = paged(rows, starts);
        for (const [index, page] of pages.entries()) {
          const height = page.reduce((sum, one) => sum + one.height, index === 0 ? head + 2 : head);
          const kinds = page.map(({ kind }) => kind);
          if (starts.length > 0) expect(height).toBeLessThanOrEqual(40);
          if (index < pages.length - 1) {
            expect(kinds.at(-1)).not.toBe("heading");
            const isSection = pages[index + 1]?.[0]?.kind === "heading";
            if (!isSection) expect(kinds.slice(-2)).toEqual(["row", "row"]);
          }
          if (index > 0 && kinds[0] === "row") expect(kinds[1]).toBe("row");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("takes no more pages than a table without sections needs, each within a row of the others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 200 }), fc.integer({ min: 10, max: 40 }), (count, page) => {
        const sizes = paged(rowsOf("r".repeat(count)), evenPages(rowsOf("r".repeat(count)), room(page))).map(
          ({ length }) => length,
        );
        expect(sizes).toHaveLength(Math.ceil(count / page));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
