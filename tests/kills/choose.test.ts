import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseKills } from "../../tools/kills/choose.ts";

const told = (kinds: readonly string[], least: number, known: readonly string[] = []) =>
  chooseKills(kinds, least, new Set(known)).points.map(({ at, mode }) => `${mode} ${at}`);

describe("chooseKills(kinds, least, known)", () => {
  it.each<[what: string, kinds: readonly string[], points: readonly string[]]>([
    ["before and after each kind, one point for two", ["begin", "commit"], ["before 1", "before 2", "after 2"]],
    ["no kind twice", ["begin", "begin", "commit"], ["before 2", "before 3", "after 3"]],
    ["within what can be half done", ["writeSync inbox"], ["before 1", "within 1", "after 1"]],
    [
      "when the other side has got it, and when it has answered",
      ["socket DATA", "commit"],
      ["before 1", "within 1", "after 1", "before 2", "after 2"],
    ],
  ])("kills %s", (_what, kinds, points) => {
    expect(told(kinds, 0)).toEqual(points);
  });

  it("kills as often as asked, evenly spread, and never twice at a point", () => {
    const kinds = Array.from({ length: 100 }, () => "begin");
    expect(told(kinds, 13)).toHaveLength(13);
    expect(new Set(told(kinds, Number.POSITIVE_INFINITY)).size).toBe(101);
    expect(told(kinds, 13).some((point) => /before [45]\d$/.test(point))).toBe(true);
  });

  it("passes over kinds that are hit elsewhere, but for as many as asked", () => {
    const kinds = ["begin", "insert into run", "commit"];
    expect(told(kinds, 0, ["begin", "commit"])).toEqual(["before 2", "before 3"]);
    expect(told(kinds, 3, kinds)).toHaveLength(3);
    expect(chooseKills(kinds, 0, new Set(kinds)).boundaries).toBe(0);
  });

  it("hits what is thrown away by its kinds and no further", () => {
    expect(told(["begin", "scratch", "scratch", "scratch", "commit"], 100)).toEqual([
      ...["before 1", "before 2", "before 5", "after 5"],
    ]);
  });

  it("has every kind of change with a point right before it and one right after", () => {
    const kind = fc.constantFrom("begin", "commit", "writeSync inbox", "renameSync inbox", "socket DATA", "scratch");
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1 }), fc.nat({ max: 20 }), (kinds, least) => {
        const { points } = chooseKills(kinds, least);
        for (const each of new Set(kinds)) {
          expect(points.some(({ at, mode }) => mode === "before" && kinds[at - 1] === each)).toBe(true);
          const isAfter = ({ at, mode }: (typeof points)[number]) =>
            mode === "after" ? kinds[at - 1] === each : mode === "before" && kinds[at - 2] === each;
          expect(points.some(isAfter)).toBe(true);
        }
      }),
    );
  });
});
