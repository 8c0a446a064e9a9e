import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ranking } from "../../../pipeline/model/ranking.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { CITY, indicatorFixture, JUNE, month, REGIONS } from "../../support/edition-input-fixture.ts";
import { rankingsFixture } from "../../support/rankings-fixture.ts";
import { COUNTIES, county, inputOf, rates, sheetIn, sheetOf, textsOf, ZONE } from "./regions-fixture.ts";

describe("regionsSheet(facts, sheet)", () => {
  it("puts the city on top, the counties in the order of the seed, and 开发区 apart and unranked", () => {
    const sheet = sheetOf(
      rates([[CITY, "0.5"], [ZONE, "12.0"], ...COUNTIES.map((one, at) => [one, `${at}.5`] as const)]),
    );
    const first = firstBodyRow(sheet);
    const range = `$B$${first + 1}:$B$${first + 8}`;
    expect(textsOf(sheet)).toEqual([
      "全市 0.5 —",
      ...COUNTIES.map((one, at) => {
        const name = REGIONS.find((region) => region.code === one)?.name;
        return `${name} ${at}.5 ${8 - at}{RANK(B${first + 1 + at},${range})}`;
      }),
      "# 以下单独列出，不参加排位",
      "通辽经济技术开发区※ 12.0 —",
    ]);
    expect(sheet.rows[0]).toMatchObject({ look: "total" });
    expect(sheet.marks).toEqual([{ column: 1, kind: "bars", rows: [1, 8] }]);
  });

  it.each<[string, readonly (readonly [number, string | null])[], readonly string[]]>([
    [
      "ties share a rank and the next is skipped",
      [
        [0, "8.1"],
        [1, "7.0"],
        [2, "7"],
        [3, "-1.0"],
      ],
      ["1", "2", "2", "4"],
    ],
    [
      "all the same are all first",
      [
        [0, "5.0"],
        [1, "5"],
        [2, "5.0"],
      ],
      ["1", "1", "1"],
    ],
    ["a single place is first", [[4, "-3.0"]], ["1"]],
    [
      "zero and below zero",
      [
        [0, "0.0"],
        [1, "-0.1"],
        [2, "0"],
      ],
      ["1", "3", "1"],
    ],
  ])("ranks with a live formula: %s", (_name, given, expected) => {
    const texts = textsOf(sheetOf(rates(given.map(([at, value]) => [county(at), value]))));
    const ranks = texts.flatMap((text) => / (\d+)\{RANK\(/.exec(text)?.[1] ?? []);
    expect(ranks).toEqual(expected);
  });

  it("says why a place has no number", () => {
    const second = { file: "另一份.xlsx", sha256: "ff".repeat(32) };
    const observations = [
      ...rates([
        [county(0), "8.1"],
        [county(1), "5.0"],
        [county(2), null],
      ]),
      ...rates([[county(1), "5.1"]], second),
    ];
    const sheet = sheetOf(observations);
    const [, ...texts] = textsOf(sheet);
    expect(
      texts.slice(0, 4).map((text) =>
        text
          .split(" ")
          .slice(1, 3)
          .map((one) => one.replace(/\{.*/, "")),
      ),
    ).toEqual([
      ["8.1", "1"],
      ["不一致", "—"],
      ["无此项", "—"],
      ["未报送", "—"],
    ]);
    const told = sheet.notes.flat().join("");
    for (const word of ["未报送", "不一致", "无此项"]) expect(told).toContain(`“${word}”`);
  });

  it("shows 开发区 alone without rank, bars or words about ranks", () => {
    const sheet = sheetOf(rates([[ZONE, "12.0"]]));
    expect(textsOf(sheet).at(-1)).toBe("通辽经济技术开发区※ 12.0");
    expect(sheet.marks).toEqual([]);
    expect(sheet.notes.flat().join("")).not.toMatch(/位次|排位/);
  });

  it("shows how many places each has gained since the release before, with arrows", () => {
    const may = rates(
      [
        [county(0), "1.0"],
        [county(1), "3.0"],
        [county(2), "2.0"],
      ],
      { period: month(5) },
    );
    const june = rates([
      [county(0), "3.0"],
      [county(1), "2.5"],
      [county(2), "2.0"],
      [county(3), "1.0"],
    ]);
    const sheet = sheetOf([...may, ...june]);
    const changes = textsOf(sheet)
      .slice(1, 5)
      .map((text) => text.split(" ").at(-1));
    expect(changes).toEqual(["2", "-1", "-1", "—"]);
    expect(sheet.marks?.map(({ column, kind }) => [column, kind])).toEqual([
      [1, "bars"],
      [3, "arrows"],
    ]);
  });

  it("lets nobody rise because a place is missing, and prints the working of what it compares", () => {
    const of = (values: readonly number[], from: number, period = JUNE) =>
      rates(
        values.map((value, at) => [county(at + from), value.toFixed(1)]),
        { period },
      );
    const edition = describeEdition(inputOf([...of([9, 8, 7], 0, month(5)), ...of([7, 8], 1)]));
    const changes = edition.figures.filter(({ id }) => id.endsWith("/rank-change"));
    expect(changes.map(({ id, value }) => [id.split("/")[1], value])).toEqual([
      [county(2), "1"],
      [county(1), "-1"],
    ]);
    expect(changes.map(({ derivation }) => derivation)).toEqual([
      expect.objectContaining({ formula: expect.stringMatching(/两期都有数.*位次2−1$/) }),
      expect.objectContaining({ formula: expect.stringMatching(/两期都有数.*位次1−2$/) }),
    ]);
    const notes = edition.sheets.find(({ name }) => name === "分旗县市区")?.notes.flat() ?? [];
    expect(notes.join("")).toContain("只在两期都有数的地区之间比较");
  });

  it("shows the latest release that is due, and says of which month it is", () => {
    const input = inputOf(rates([[county(0), "3.0"]], { period: month(3) }), { period: month(5) });
    const quarterly = indicatorFixture({ cadence: "quarterly" });
    const rankings = rankingsFixture(input.assessments, input.regional, { indicators: [quarterly], period: month(5) });
    const sheet = sheetIn({ ...input, indicators: [quarterly], rankings });
    expect(sheet.columns[1]?.group).toBe("规模以上工业增加值（2023年一季度）");
    expect(textsOf(sheet)[1]).toMatch(/ 3\.0 1\{/);
  });

  it("leaves formulas out where office staff have deleted the column that they refer to", () => {
    const input = inputOf(
      rates([
        [county(0), "8.1"],
        [county(1), "7.0"],
      ]),
    );
    const sheets = input.workbook.sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.filter(({ column }) => sheet.sheet !== "regions" || column !== "growth"),
    }));
    const texts = textsOf(sheetIn({ ...input, workbook: { sheets } }));
    expect(texts.slice(1, 3)).toEqual([expect.stringMatching(/ 1$/), expect.stringMatching(/ 2$/)]);
  });

  it("links amounts and rates to their rows of 数据来源, and ranks to none", () => {
    const { rows } = sheetOf(
      rates([
        [county(0), "8.1"],
        [county(1), "7.0"],
      ]),
    );
    const links = rows.flatMap((row) =>
      row.kind === "data" ? row.cells.map((cell) => (cell.kind === "number" ? cell.link : undefined)) : [],
    );
    expect(links.filter((link) => link !== undefined)).toHaveLength(3);
    expect(links.every((link) => link === undefined || link.startsWith("数据来源!A"))).toBe(true);
  });

  it("refuses a rank over another number than the one that is printed", () => {
    const input = inputOf(rates([[county(0), "8.1"]]));
    const rankings = input.rankings.map((ranking) => ({
      ...ranking,
      rows: ranking.rows.map((row) => (row.value === null ? row : { ...row, value: "8.2" })),
    }));
    expect(() => describeEdition({ ...input, rankings })).toThrow(/150502/);
  });

  it("prints the ranks of the rankings, whatever the places report, in any order", () => {
    const drawn = fc.array(fc.option(fc.integer({ min: -30, max: 30 }), { freq: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(drawn, fc.integer(), (tenths, seed) => {
        const places = [...COUNTIES, ZONE];
        const observations = rates(
          tenths.map((one, at) => [
            places[at] ?? CITY,
            one === null ? null : (one / 10).toFixed(1).replace("-0.0", "0.0"),
          ]),
        );
        const input = inputOf(observations);
        const sheet = sheetIn(input);
        const expected = new Map(input.rankings.flatMap(ranksByName));
        const column = sheet.columns.findIndex(({ header }) => header === "位次");
        const printed = sheet.rows.flatMap((row) => {
          const [name, rank] = row.kind === "data" ? [row.cells[0], row.cells[column]] : [];
          return name?.kind === "text" && rank?.kind === "number" ? [[name.runs.join(""), rank.text] as const] : [];
        });
        expect(new Map(printed)).toEqual(expected);
        const turned = seed % 2 === 0 ? [...observations].reverse() : observations;
        expect(sheetIn({ ...input, regional: turned, regions: [...REGIONS].reverse() })).toEqual(sheet);
      }),
      { numRuns: 60 },
    );
  });
});

function ranksByName({ rows }: Ranking): readonly (readonly [string, string])[] {
  return rows.flatMap(({ region, rank }) => {
    const name = REGIONS.find((one) => one.code === region)?.name;
    return rank === null || name === undefined ? [] : [[name, String(rank)] as const];
  });
}
