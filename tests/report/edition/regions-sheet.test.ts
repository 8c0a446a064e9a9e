import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTarget } from "../../../pipeline/assess/target.ts";
import type { SheetDescription } from "../../../pipeline/model/edition.ts";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import type { Period } from "../../../pipeline/model/period.ts";
import type { Ranking } from "../../../pipeline/model/ranking.ts";
import type { Target } from "../../../pipeline/model/target.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import {
  CITY,
  code,
  indicatorFixture,
  JUNE,
  judgedFixture,
  month,
  observationFixture,
  planFixture,
  REGIONS,
  RULES,
  targetFixture,
} from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { rankingsFixture } from "../../support/rankings-fixture.ts";

const COUNTIES = REGIONS.filter(({ kind }) => kind === "county").map((region) => region.code);
const ZONE = "150571";
const INDUSTRY = indicatorFixture();

/** The sheet of a month in which only industry is known of the places: rate by place, null for a blank. */
function sheetOf(observations: readonly KnownObservation[], change: Partial<EditionInput> = {}): SheetDescription {
  return sheetIn(inputOf(observations, change));
}

function sheetIn(input: EditionInput): SheetDescription {
  return describeEdition(input).sheets.find(({ name }) => name === "分旗县市区") ?? expect.fail();
}

function inputOf(regional: readonly KnownObservation[], change: Partial<EditionInput> = {}): EditionInput {
  const assessments = [judgedFixture(targetFixture(), "0.5", { gap: "-8.5" })];
  const rankings = rankingsFixture(assessments, regional, { indicators: [INDUSTRY] });
  const plan = planFixture(assessments.map(({ target }) => target));
  return juneInput({ assessments, regional, rankings, plan, indicators: [INDUSTRY], ...change });
}

function rates(
  values: readonly (readonly [region: string, value: string | null])[],
  change: Partial<KnownObservation> = {},
): readonly KnownObservation[] {
  return values.map(([region, value], index) =>
    observationFixture({ region, value, cell: `D${index + 5}`, file: `${change.period ?? JUNE}.xlsx`, ...change }),
  );
}

/** Each place's row as its first words, then one text for each column; a formula in braces. */
function textsOf({ rows }: SheetDescription): readonly string[] {
  return rows.map((row) => {
    if (row.kind === "section") return `# ${row.text}`;
    return row.cells
      .map((cell) => {
        if (cell.kind === "number") return cell.text + (cell.formula === undefined ? "" : `{${cell.formula}}`);
        return cell.kind === "text" ? cell.runs.join("") : "";
      })
      .join(" ");
  });
}

const county = (index: number) => COUNTIES[index] ?? expect.fail();

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

describe("regionsSheet(facts, sheet) of a target that was divided among the places", () => {
  const jobs = indicatorFixture({ code: code("new-jobs"), name: "城镇新增就业", unit: "人", decimals: 0 });
  const whole = targetFixture({
    ...{ id: "2023-005", name: "城镇新增就业", indicator: jobs.code, quantity: "value", basis: "flow", low: "1000" },
    unit: "人",
  });
  const parts = [600, 300, 100].map((low, at): Target => {
    const region = county(at);
    const source = { text: `${low}人`, start: 0, end: 0 };
    return { ...whole, id: `2023-005-${region}`, region, low: String(low), source };
  });
  const counted = (values: readonly number[], period: Period, region = county) =>
    values.map((value, at) =>
      observationFixture({
        ...{ indicator: jobs.code, quantity: "value", unit: "人", label: "城镇新增就业", period },
        ...{ region: region(at), value: String(value), cell: `C${at + 3}`, file: `${period}.xlsx`, sheet: period },
      }),
    );
  const observations = [...counted([300, 200, 10], JUNE), ...counted([300, 100, 30], month(5))];
  const assessRegional = (targets: readonly Target[], period: Period) =>
    targets.map((target) => {
      const own = observations.filter(({ region }) => region === target.region);
      return assessTarget(target, { indicator: jobs, period, observations: own, rules: RULES, isReported: true });
    });
  const [city] = [
    assessTarget(whole, {
      ...{ indicator: jobs, period: JUNE, rules: RULES, isReported: true },
      observations: counted([510], JUNE, () => CITY).map((one) => ({ ...one, cell: "C9" })),
    }),
  ];
  const assessments = [city];
  const rankings = rankingsFixture(assessments, observations, {
    ...{ indicators: [jobs], regionalTargets: parts, assessRegional },
  });
  const input = juneInput({
    ...{ assessments, rankings, regional: observations, indicators: [jobs] },
    plan: planFixture([whole]),
  });

  it("ranks by completion, with the working of each and a formula", () => {
    const sheet = sheetIn(input);
    const at = sheet.columns.findIndex(({ header }) => header === "完成率（%）");
    expect(sheet.columns[at]?.group).toBe("城镇新增就业（完成分解目标）");
    const cells = textsOf(sheet)
      .slice(0, 5)
      .map((text) =>
        text
          .split(" ")
          .slice(at, at + 3)
          .map((one) => one.replace(/\{.*/, "")),
      );
    expect(cells).toEqual([
      ["51.0", "—", "—"],
      ["50.0", "2", "-1"],
      ["66.7", "1", "1"],
      ["10.0", "3", "0"],
      ["未报送", "—", "—"],
    ]);
    const { figures } = describeEdition(input);
    expect(figures.find(({ id }) => id === `2023-005-${county(1)}/completion`)?.derivation).toMatchObject({
      formula: "200÷300×100",
    });
  });

  it("links a completion to the amount that was reported", () => {
    const edition = describeEdition(input);
    const sheet = edition.sheets.find(({ name }) => name === "分旗县市区");
    const at = sheet?.columns.findIndex(({ header }) => header === "完成率（%）") ?? -1;
    const row = sheet?.rows[1];
    const cell = row?.kind === "data" ? row.cells[at] : undefined;
    expect(cell).toMatchObject({ kind: "number", link: expect.stringMatching(/^数据来源!A\d+$/) });
  });
});

describe("the charts of regionsSheet(facts, sheet)", () => {
  const all = (rate: (at: number) => string | null = (at) => `${at}.5`) =>
    rates([[CITY, "0.5"], ...COUNTIES.map((one, at) => [one, rate(at)] as const), [ZONE, "12.0"]]);

  it("draw the city and every county from the growth cells of the table, below its notes", () => {
    const sheet = sheetOf(all());
    const first = firstBodyRow(sheet);
    const [placed, ...others] = sheet.charts ?? [];
    expect(others).toEqual([]);
    expect(placed?.chart).toMatchObject({
      kind: "bar",
      unit: "%",
      decimals: 1,
      categories: { sheet: sheet.name, from: `A${first}`, to: `A${first + 8}` },
      series: [
        {
          name: { from: `B${first - 1}`, to: `B${first - 1}` },
          values: { sheet: sheet.name, from: `B${first}`, to: `B${first + 8}` },
        },
      ],
    });
    expect(placed?.row).toBeGreaterThan(first + sheet.rows.length + sheet.notes.length);
    expect(sheet.fit).toBe("page");
  });

  it.each([
    ["a county has no number", (at: number) => (at === 3 ? null : `${at}.5`)],
    ["a number is too long for a cell to hold", (at: number) => (at === 3 ? "1.12345678901234567" : `${at}.5`)],
  ])("are left out where %s", (_name, rate) => {
    expect(sheetOf(all(rate)).charts).toBeUndefined();
  });

  it("stand beside and below each other without covering one another", () => {
    const names = ["甲", "乙", "丙", "丁", "戊"];
    const indicators = names.map((name, at) => indicatorFixture({ code: code(`measure-${at}`), name }));
    const assessments = indicators.map((indicator, at) =>
      judgedFixture(targetFixture({ id: `2023-00${at + 1}`, indicator: indicator.code, name: indicator.name }), "0.5", {
        gap: "-8.5",
      }),
    );
    const regional = indicators.flatMap((indicator, at) =>
      all().map((one) => ({ ...one, indicator: indicator.code, sheet: `表${at}` })),
    );
    const rankings = rankingsFixture(assessments, regional, { indicators });
    const sheet = sheetIn(juneInput({ assessments, regional, rankings, indicators }));
    const charts = sheet.charts ?? [];
    expect(charts).toHaveLength(names.length);
    expect(new Set(charts.map(({ chart }) => chart.id)).size).toBe(names.length);
    const cells = charts.flatMap(({ row, column, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, at) => `${row + Math.floor(at / columns)} ${column + (at % columns)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...charts.map(({ column, columns }) => column + columns - 1))).toBe(sheet.columns.length);
  });
});
