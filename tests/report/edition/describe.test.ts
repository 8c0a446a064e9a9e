import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipeline/errors.ts";
import type { Edition } from "../../../pipeline/model/edition.ts";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { display } from "../../../pipeline/report/edition/display.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { printedFigures } from "../../../pipeline/report/edition/places.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { planFixture } from "../../support/edition-input-fixture.ts";
import {
  assessmentsOfJune,
  illustrativeJune,
  juneInput,
  laggingTargetsOfJune,
} from "../../support/edition-month-fixture.ts";
import { recordsOfJune } from "../../support/records-fixture.ts";
import { shippedBriefing } from "../../support/shipped-templates.ts";
import { plainTexts, undeclaredDigits } from "../../support/standing-text.ts";

const manyLagging = () => juneInput({ assessments: [...assessmentsOfJune(), ...laggingTargetsOfJune()] });

const EDITIONS: readonly (readonly [string, EditionInput])[] = [
  ["a month", juneInput()],
  ["a month of 演示数据", illustrativeJune()],
  ["a month in which much lags", manyLagging()],
  ["a quarter", juneInput({ kind: "quarterly", template: shippedBriefing("quarterly") })],
  ["a month with revisions, issues and files", juneInput(recordsOfJune())],
  ["a year", juneInput({ kind: "annual", template: shippedBriefing("annual") })],
  ["a month without regions", juneInput({ regional: [] })],
  ["a month as known at a date", juneInput({ asOf: "2023-07-15" })],
];

describe.each(EDITIONS)("describeEdition(input) for %s", (_name, input) => {
  const edition = describeEdition(input);
  const book = new Map(edition.figures.map((figure) => [figure.id, figure]));

  it("prints no digit that is neither a figure nor declared standing text", () => {
    expect(undeclaredDigits(edition, input)).toEqual([]);
  });

  it("prints figures that exist, in texts that the display function gives", () => {
    const wrong = printedFigures(edition).filter(({ figure, text }) => {
      const known = book.get(figure);
      return !known || !(["cell", "prose", "source"] as const).some((place) => display(known, place) === text);
    });
    expect(wrong).toEqual([]);
  });

  it("prints every figure, or computes a printed one from it", () => {
    const printed = new Set(printedFigures(edition).map(({ figure }) => figure));
    const operands = edition.figures.flatMap(({ derivation }) =>
      derivation.kind === "computed" ? derivation.operands : [],
    );
    const idle = edition.figures.filter(({ id }) => !printed.has(id) && !operands.includes(id));
    expect(idle).toEqual([]);
    expect(operands.filter((id) => !book.has(id))).toEqual([]);
  });

  it("gives every observed figure a cell and every computed one a formula", () => {
    const bare = edition.figures.filter(({ derivation }) =>
      derivation.kind === "observed"
        ? derivation.observations.length === 0
        : derivation.kind === "computed" && derivation.formula === "",
    );
    expect(bare).toEqual([]);
  });

  it("prints nothing negative in prose", () => {
    const prose = edition.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.style === "body" ? block.runs : [],
    );
    expect(prose.filter((run) => typeof run !== "string" && /[-−]/.test(run.text))).toEqual([]);
    expect(prose.filter((run) => typeof run === "string" && /[-−]$|负增长|增长负/.test(run))).toEqual([]);
  });

  it("links actuals to rows of 数据来源 that hold the same indicator's cell", () => {
    const sources = edition.sheets.find(({ name }) => name === "数据来源");
    const targets = edition.sheets.find(({ name }) => name === "指标对照");
    const first = sources ? firstBodyRow(sources) : 0;
    const links = (targets?.rows ?? []).flatMap((row) =>
      row.kind === "data"
        ? row.cells.flatMap((cell) => (cell.kind === "number" && cell.link ? [{ cell, link: cell.link }] : []))
        : [],
    );
    expect(links.length).toBeGreaterThan(5);
    for (const { cell, link } of links) {
      const row = sources?.rows[Number(/^数据来源!A(\d+)$/.exec(link)?.[1]) - first];
      const value = row?.kind === "data" ? row.cells[5] : undefined;
      const linked = value?.kind === "number" ? value.figure : "";
      expect([cell.figure, `${cell.figure}/read-1`]).toContain(linked);
    }
  });

  it("keeps sheet names short and rows as wide as their columns", () => {
    for (const { name, columns, rows } of edition.sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      for (const row of rows) if (row.kind === "data") expect(row.cells.length).toBeLessThanOrEqual(columns.length);
    }
  });

  it("adds its counts up", () => {
    const count = (id: string) => Number(book.get(`count/${id}`)?.value ?? "0");
    expect(count("total")).toBe(input.assessments.length);
    expect(count("green") + count("yellow") + count("red") + count("grey")).toBe(count("total"));
    expect(count("held") + count("lagging") + count("unknown")).toBe(count("total"));
    const chapters = edition.figures.filter(({ id }) => /^count\/chapter-\d+\/total$/.test(id));
    expect(chapters.reduce((sum, { value }) => sum + Number(value), 0)).toBe(count("total"));
  });
});

describe("describeEdition(input)", () => {
  it("is the same for any order of its lists", () => {
    const input = manyLagging();
    const expected = describeEdition(input);
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
    const inputs = fc.record({
      assessments: shuffled(input.assessments),
      regional: shuffled(input.regional),
      regions: shuffled(input.regions),
      indicators: shuffled(input.indicators),
      bureaus: shuffled(input.bureaus),
      milestones: shuffled(input.plan.milestones),
    });
    fc.assert(
      fc.property(inputs, ({ milestones, ...lists }) => {
        expect(describeEdition({ ...input, ...lists, plan: { ...input.plan, milestones } })).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("says 演示数据 on every sheet and in the briefing where there is any", () => {
    const edition = describeEdition(illustrativeJune());
    expect(edition.illustrative).toBe(true);
    for (const { plain, lines } of edition.sheets) if (!plain) expect(textsOf(lines)).toContain("演示数据");
    const subtitles = edition.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.style === "subtitle" ? [block.runs] : [],
    );
    expect(textsOf(subtitles)).toContain("演示数据");
  });

  it("says 演示数据 nowhere where there is none", () => {
    const edition = describeEdition(juneInput());
    expect(edition.illustrative).toBe(false);
    expect(plainTexts(edition).filter(({ text }) => text.includes("演示数据"))).toEqual([]);
  });

  it("says 演示数据 where a single figure of many rests on it", () => {
    const regional = juneInput().regional.map((one) => ({ ...one, illustrative: one.region === "150502" }));
    expect(describeEdition(juneInput({ regional })).illustrative).toBe(true);
  });

  it("says that it holds 演示数据 where targets are judged on published figures too", () => {
    const noticesOf = (edition: Edition) => {
      const lines = edition.sheets.flatMap(({ lines: own, plain }) => (plain ? [] : [textsOf(own)]));
      const demo = lines.map((text) => /(含?演示数据.*?)不是实际统计结果，不得作为工作依据/.exec(text)?.[1]);
      return [edition.partlyIllustrative, [...new Set(demo)]];
    };
    const regional = juneInput().regional.map((one) => ({ ...one, illustrative: one.region === "150502" }));
    const partly = [true, ["含演示数据（逐项标明），演示部分"]];
    expect(noticesOf(describeEdition(juneInput({ regional })))).toEqual(partly);
    expect(noticesOf(describeEdition(illustrativeJune()))).toEqual([false, ["演示数据，"]]);
    expect(describeEdition(juneInput()).partlyIllustrative).toBe(false);
  });

  it("has nothing to publish without any figure", () => {
    const assessments = assessmentsOfJune().map((one) => ({
      ...one,
      ...{ actual: null, completion: null, expected: null, gap: null, required: null, observations: [] },
    }));
    const attempt = () => describeEdition(juneInput({ assessments, regional: [] }));
    expect(attempt).toThrow(PipelineError);
    expect(attempt).toThrow(expect.objectContaining({ code: "NOTHING_TO_PUBLISH" }));
  });

  it("refuses a number that does not follow from its observations", () => {
    const assessments = assessmentsOfJune().map((one) =>
      one.actual === "5.2" ? { ...one, actual: "5.3", gap: "-1.7" } : one,
    );
    expect(() => describeEdition(juneInput({ assessments }))).toThrow(/2023-001/);
  });

  it("refuses a gap that does not follow from actual and goal", () => {
    const assessments = assessmentsOfJune().map((one) => (one.gap === "-1.8" ? { ...one, gap: "-1.7" } : one));
    expect(() => describeEdition(juneInput({ assessments }))).toThrow(/2023-001/);
  });

  it("takes the latest vintage among its figures as its own", () => {
    expect(describeEdition(juneInput()).dataVintage).toBe("2023-07-12");
  });

  it.each<[string, readonly Partial<KnownObservation>[], string]>([
    ["a bureau's own sheet", [{ url: null }], "数据截至2023年8月2日"],
    ["a public release", [{ url: "https://a.example/1" }], "据截至2023年8月2日公开发布的资料"],
    ["演示数据", [{ url: "https://a.example/1", illustrative: true }], "数据截至2023年8月2日"],
    [
      "a public release and a sheet",
      [{ url: "https://a.example/1" }, { url: null, cell: "Z9" }],
      "数据截至2023年8月2日",
    ],
  ])("says that the latest figures come from %s", (_case, changes, expected) => {
    const [first, ...rest] = assessmentsOfJune();
    const [seen] = first?.observations ?? [];
    if (!first || !seen) throw new Error("nothing is judged");
    const observations = changes.map((change) => ({ ...seen, vintage: "2023-08-02", ...change }));
    const edition = describeEdition(juneInput({ assessments: [{ ...first, observations }, ...rest] }));
    const subtitles = edition.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.style === "subtitle" ? [textsOf([block.runs])] : [],
    );
    expect(subtitles.at(-1)).toBe(`（${expected}）`);
    for (const { plain, lines } of edition.sheets) {
      if (!plain) expect(textsOf(lines)).toContain(`　${expected}`);
    }
  });

  it("shows the city alone on top and says so where no region reported", () => {
    const [sheet] = describeEdition(juneInput({ regional: [] })).sheets.filter(({ name }) => name === "分旗县市区");
    expect(sheet?.rows).toEqual([]);
    expect(textsOf(sheet?.lines ?? [])).toContain("没有收到分旗县市区的数据");
  });

  it("explains ranks where there are any, and not else", () => {
    const told = (regional: EditionInput["regional"]) =>
      textsOf(describeEdition(juneInput({ regional })).sheets.find(({ name }) => name === "分旗县市区")?.notes ?? []);
    const { regional } = juneInput();
    expect(told(regional)).toMatch(/位次”按同比增速.*不参加排位/s);
    expect(told(regional.filter(({ quantity }) => quantity === "value"))).not.toMatch(/位次|排位/);
  });

  it("leaves the level above the city out of the city's table", () => {
    const above = {
      code: "150000",
      name: "内蒙古自治区",
      shortName: "内蒙古",
      aliases: [],
      kind: "province",
      order: 99,
    } as const;
    const { regions, regional } = juneInput();
    const [first] = regional;
    if (!first) throw new Error("regional figures");
    const theirs = [
      { ...first, region: "150000", value: "7.1", cell: "Z8" },
      { ...first, region: "150000", value: "7.2", cell: "Z9" },
    ];
    const seen = juneInput({ regions: [...regions, above], regional: [...regional, ...theirs] });
    expect(describeEdition(seen)).toEqual(describeEdition(juneInput()));
  });

  it("carries the plan and the rules it was judged by", () => {
    const { plan, rules } = describeEdition(
      juneInput({ plan: planFixture([], { documentNumber: "通政发〔2023〕21号" }) }),
    );
    expect(plan).toMatchObject({ year: 2023, documentNumber: "通政发〔2023〕21号" });
    expect(rules).toBe("默认规则");
  });
});

describe("undeclaredDigits(edition, input)", () => {
  it.each(["同比增长5.2%", "共有3项", "第1位"])("finds the number of %j typed as words", (text) => {
    const input = juneInput();
    const edition = describeEdition(input);
    const block = { kind: "paragraph" as const, style: "body" as const, runs: [text] };
    expect(undeclaredDigits({ ...edition, blocks: [block] }, input)).toEqual([{ place: "briefing", text }]);
  });
});

function textsOf(lines: Edition["sheets"][number]["lines"]): string {
  return lines
    .flat()
    .map((run) => (typeof run === "string" ? run : run.text))
    .join("\n");
}
