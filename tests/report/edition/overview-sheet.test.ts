import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../pipeline/model/assessment.ts";
import { toAddress } from "../../../pipeline/model/cell.ts";
import type { SheetDescription } from "../../../pipeline/model/edition.ts";
import type { Change } from "../../../pipeline/model/explanation.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { gatherFacts } from "../../../pipeline/report/edition/facts.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { farthestAhead, farthestBehind } from "../../../pipeline/report/edition/overview-tables.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import {
  judgedFixture,
  month,
  observationFixture,
  targetFixture,
  unknownFixture,
} from "../../support/edition-input-fixture.ts";
import { assessmentsOfJune, juneInput, laggingTargetsOfJune } from "../../support/edition-month-fixture.ts";
import { cellsIn, sheetNamed, textIn, textsIn } from "../../support/sheet-cells.ts";
import { shippedTheme } from "../../support/shipped-templates.ts";
import { undeclaredDigits } from "../../support/standing-text.ts";

const overviewOf = (input: EditionInput) => sheetNamed(describeEdition(input), "总览");

const manyLagging = () => juneInput({ assessments: [...assessmentsOfJune(), ...laggingTargetsOfJune()] });

const idsOf = (targets: readonly { readonly assessment: Assessment }[]) =>
  targets.map(({ assessment }) => assessment.target.id);

/** A target of growth of 10 % that is so many 百分点 off. */
function off(number: number, gap: number, light: "green" | "yellow" | "red"): Assessment {
  const target = targetFixture({ id: `2023-${200 + number}`, low: "10", headline: false });
  const verdict = { green: "超序时", yellow: "滞后", red: "严重滞后" } as const;
  return judgedFixture(target, String(10 + gap), { gap: String(gap), light, verdict: verdict[light] });
}

describe("farthestBehind(facts), farthestAhead(facts)", () => {
  it("order by light, distance and place in the plan, ten at most, whatever the order of the input", () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(gaps, fc.boolean(), (drawn, isReversed) => {
        const all = drawn.map(([gap, isRed], index) => off(index, gap, gap >= 0 ? "green" : isRed ? "red" : "yellow"));
        const facts = gatherFacts(juneInput({ assessments: isReversed ? [...all].reverse() : all }));
        const key = ({ light, gap, target }: Assessment) => [light === "red" ? 0 : 1, Number(gap), target.id] as const;
        const behind = all
          .filter(({ light }) => light !== "green")
          .map(key)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
        const ahead = all
          .filter(({ light }) => light === "green")
          .map(key)
          .sort((a, b) => b[1] - a[1] || (a[2] < b[2] ? -1 : 1));
        expect(idsOf(farthestBehind(facts))).toEqual(behind.slice(0, 10).map(([, , id]) => id));
        expect(idsOf(farthestAhead(facts))).toEqual(ahead.slice(0, 10).map(([, , id]) => id));
      }),
      { numRuns: 60 },
    );
  });

  it("put a target within its tolerance, but short of its number, behind those that reach theirs", () => {
    const about = targetFixture({ id: "2023-300", op: "~", low: "7", high: "7", headline: false });
    const short = judgedFixture(about, "4", { gap: "-3", light: "green", verdict: "达序时" });
    const facts = gatherFacts(juneInput({ assessments: [short, off(1, 1, "green"), off(2, 0, "green")] }));
    expect(idsOf(farthestAhead(facts))).toEqual(["2023-201", "2023-202", "2023-300"]);
  });

  it("list nothing that no figure is known of", () => {
    const known = off(1, 1, "green");
    const facts = gatherFacts(juneInput({ assessments: [known, unknownFixture(targetFixture({ id: "2023-301" }))] }));
    expect([idsOf(farthestBehind(facts)), idsOf(farthestAhead(facts))]).toEqual([[], ["2023-201"]]);
  });
});

describe("总览", () => {
  it.each([
    ["a month", juneInput()],
    ["a month in which much lags", manyLagging()],
  ])("adds its counts up by formulas that give what is printed, for %s", (_name, input) => {
    const sheet = overviewOf(input);
    const formulas = sheet.rows.flatMap((row) =>
      row.kind === "data" ? row.cells.flatMap((cell) => (cell.kind === "number" && cell.formula ? [cell] : [])) : [],
    );
    for (const { formula, text } of formulas) {
      const [, from = "", to = ""] = /^SUM\(([A-Z]+\d+):([A-Z]+\d+)\)$/.exec(formula ?? "") ?? [];
      const terms = textsIn(sheet, { sheet: sheet.name, from, to });
      expect(terms.every((term) => /^\d+$/.test(term))).toBe(true);
      expect(terms.reduce((sum, term) => sum + Number(term), 0)).toBe(Number(text));
    }
    const chapters = new Set(input.assessments.map(({ target }) => target.chapter)).size;
    expect(formulas).toHaveLength(chapters + 5);
  });

  it("draws the counts of the table, light by light, each under its own name", () => {
    const input = manyLagging();
    const sheet = overviewOf(input);
    const [placed] = sheet.charts ?? [];
    if (!placed) throw new Error("no chart");
    const { chart } = placed;
    expect(sheet.charts).toHaveLength(1);
    const chapters = [...new Set(input.assessments.map(({ target }) => target.chapter))].sort((a, b) => a - b);
    expect(textsIn(sheet, chart.categories)).toHaveLength(chapters.length);
    const names = { green: "绿", yellow: "黄", red: "红", grey: "灰" } as Readonly<Record<string, string>>;
    for (const { role, name, values } of chart.series) {
      expect(textsIn(sheet, name)).toEqual([names[role]]);
      const figures = cellsIn(sheet, values).map((cell) => (cell?.kind === "number" ? cell.figure : ""));
      expect(figures).toEqual(chapters.map((chapter) => `count/chapter-${chapter}/${role}`));
    }
    expect(chart.series.map(({ role }) => role)).toEqual(["green", "yellow", "red", "grey"]);
  });

  it("names a chapter that the plan gives no title by its number", () => {
    const assessments = [0, 7].map((chapter) => {
      const target = targetFixture({ id: `2023-20${chapter}`, chapter });
      return judgedFixture(target, "10", { gap: "1", light: "green", verdict: "超序时" });
    });
    const sheet = overviewOf(juneInput({ assessments }));
    const [placed] = sheet.charts ?? [];
    expect(placed && textsIn(sheet, placed.chart.categories)).toEqual(["主要目标", "第七部分"]);
  });

  it("keeps the chart off every cell", () => {
    for (const input of [juneInput(), manyLagging(), juneInput({ assessments: assessmentsOfJune().slice(0, 2) })]) {
      const sheet = overviewOf(input);
      const [{ row, rows, column, columns }] = sheet.charts as [NonNullable<SheetDescription["charts"]>[number]];
      const covered = {
        sheet: sheet.name,
        from: toAddress(row, column),
        to: toAddress(row + rows - 1, column + columns - 1),
      };
      expect(cellsIn(sheet, covered).filter((cell) => cell !== undefined)).toEqual([]);
      expect(row + rows).toBeLessThanOrEqual(firstBodyRow(sheet) + sheet.rows.length);
    }
  });

  it("keeps a long unit on a line of its own, and a short one beside its number", () => {
    const unit = "微克/立方米";
    const air = targetFixture({
      id: "2023-210",
      quantity: "value",
      basis: "keep",
      op: "<=",
      low: null,
      high: "27",
      unit,
    });
    const beyond = { gap: "6", gapUnit: unit, light: "green", verdict: "达序时" } as const;
    const sheet = overviewOf(juneInput({ assessments: [judgedFixture(air, "21", beyond), off(1, 1, "green")] }));
    const texts = sheet.rows.flatMap((row) => (row.kind === "data" ? row.cells.map(textIn) : []));
    expect(texts.filter((text) => text.includes(unit))).toEqual(expect.arrayContaining([`≤27\n${unit}`, `6\n${unit}`]));
    expect(texts.filter((text) => text.includes(unit) && !text.includes(`\n${unit}`))).toEqual([]);
    expect(texts.filter((text) => text.includes("\n") && !text.includes(unit))).toEqual([]);
    expect(sheet.columns[1]?.widthChars).toBeGreaterThanOrEqual(11);
  });

  it("makes the table of those ahead as wide as the counts above it", async () => {
    const edition = describeEdition(manyLagging());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await renderWorkbook(edition, shippedTheme())).buffer as ArrayBuffer);
    const sheet = sheetNamed(edition, "总览");
    const head = sheet.rows.findIndex(
      (row) => row.kind === "data" && row.cells.some((c) => textIn(c) === "领先最多的"),
    );
    const row = firstBodyRow(sheet) + head;
    const right = sheet.columns.length;
    const worksheet = workbook.getWorksheet("总览");
    expect(worksheet?.getCell(row, right).master.address).toBe(toAddress(row, right - 1));
    expect(worksheet?.getCell(row + 1, right).master.address).toBe(toAddress(row + 1, right - 1));
    expect(worksheet?.getCell(row + 1, right - 1).text).toMatch(/绿/);
  });

  it("says so where nothing lags", () => {
    const sheet = overviewOf(juneInput({ assessments: [off(1, 1, "green")] }));
    const rows = sheet.rows.flatMap((row) => (row.kind === "data" ? [row.cells.map(textIn)] : []));
    const at = rows.findIndex(([head]) => head === "落后最多的");
    expect(rows[at + 1]?.[0]).toBe("没有");
  });

  it("fits an A4 page in letters of seven points or more, with nineteen headline targets and eight changes", async () => {
    const names = ["地区生产总值", "城镇居民人均可支配收入", "农村牧区居民人均可支配收入", "细颗粒物浓度"];
    const assessments = Array.from({ length: 39 }, (_unused, index) => {
      const id = `2023-${400 + index}`;
      const isHeadline = index < 19;
      const place = { chapter: isHeadline ? 0 : 1 + (index % 9), headline: isHeadline };
      const target = targetFixture({ id, name: names[index % names.length] ?? "", low: "10", ...place });
      return index % 2 === 0
        ? judgedFixture(target, "12", { gap: "2", light: "green", verdict: "超序时" })
        : judgedFixture(target, "4", { gap: "-6", light: "red", verdict: "严重滞后" });
    });
    const edition = describeEdition(juneInput({ assessments, changes: changesOf(assessments.slice(0, 12)) }));
    const theme = shippedTheme();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await renderWorkbook(edition, theme)).buffer as ArrayBuffer);
    const worksheet = workbook.getWorksheet("总览");
    if (!worksheet) throw new Error("no 总览");
    expect(worksheet.pageSetup).toMatchObject({ fitToWidth: 1, fitToHeight: 1, paperSize: 9, orientation: "portrait" });
    const { marginMm, bodyPt } = theme.workbook;
    const pointsPerChar = 5.25; // a digit of 宋体 10 is seven pixels wide
    const widths = Array.from(
      { length: worksheet.columnCount },
      (_unused, index) => worksheet.getColumn(index + 1).width ?? 9,
    );
    const heights = Array.from(
      { length: worksheet.rowCount },
      (_unused, index) => worksheet.getRow(index + 1).height ?? 15,
    );
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    const room = (mm: number) => ((mm - 2 * marginMm) / 25.4) * 72;
    const scale = Math.min(1, room(210) / (sum(widths) * pointsPerChar), room(297) / sum(heights));
    expect(scale * bodyPt).toBeGreaterThanOrEqual(7);
  });
});

/** A change of verdict for each. */
function changesOf(assessments: readonly Assessment[]): readonly Change[] {
  return assessments.map(({ target, verdict, observations }): Change => {
    const text = `${target.name}由“滞后”变为“${verdict}”`;
    return {
      kind: "verdict",
      target: target.id,
      from: "滞后",
      to: verdict,
      unit: null,
      period: month(6),
      text,
      observations,
    };
  });
}

describe("what changed since last month", () => {
  const revised = (target: string, from: string, to: string, at = 5): Change => {
    const old = observationFixture({ value: from, period: month(at), vintage: "2023-06-12", cell: `X${at}` });
    const latest = observationFixture({ value: to, period: month(at), vintage: "2023-07-12", cell: `Y${at}` });
    const text = `增速数由${from}%修订为${to}%（2023-07-12）`;
    return { kind: "revised", target, from, to, unit: "%", period: month(at), text, observations: [old, latest] };
  };
  const first: Change = {
    ...{ kind: "newly-reported", target: "2023-005", from: null, to: "0.4806", unit: "万人", period: month(6) },
    ...{ text: "城镇新增就业本年首次有数：上半年0.4806万人，严重滞后", observations: [] },
  };
  const late: Change = {
    ...{ kind: "newly-late", target: "2023-010", from: "滞后", to: "未发布", unit: null, period: month(6) },
    ...{ text: "各项贷款余额上一期有数，本期应有的数尚未收到", observations: [] },
  };
  const told = (changes: readonly Change[], change: Partial<EditionInput> = {}) =>
    overviewOf(juneInput({ changes, ...change })).notes.map((runs) => textIn({ kind: "text", runs }));

  it("tells revisions by figures that lead to both cells, signed as tables are", () => {
    const input = juneInput({ changes: [revised("2023-002", "-3.1", "-3.4")] });
    const edition = describeEdition(input);
    expect(told(input.changes)[0]).toBe(
      "与上月相比，主要目标数据修订：规模以上工业增加值增速2023年1—5月数由-3.1%修订为-3.4%（2023年7月12日）。",
    );
    expect(undeclaredDigits(edition, input)).toEqual([]);
    const figures = edition.figures.filter(({ id }) => id.startsWith("2023-002/change/"));
    expect(
      figures.map(({ id, value, derivation }) => [
        id,
        value,
        derivation.kind === "observed" && derivation.observations.map(({ cell }) => cell),
      ]),
    ).toEqual([
      ["2023-002/change/1/new", "-3.4", ["Y5"]],
      ["2023-002/change/1/old", "-3.1", ["X5"]],
    ]);
    const listed = sheetNamed(edition, "数据来源").rows.flatMap((row) =>
      row.kind === "data" ? row.cells.map(textIn) : [],
    );
    expect(listed).toEqual(expect.arrayContaining(["X5", "Y5"]));
  });

  it("tells the first figure as the actual itself", () => {
    const [paragraph] = overviewOf(juneInput({ changes: [first] })).notes;
    expect(paragraph?.filter((run) => typeof run !== "string")).toEqual([
      { figure: "2023-005/actual", text: "0.4806" },
    ]);
  });

  it("orders headline targets first, what is revised or late before verdicts, and tells eight at most", () => {
    const changes = [
      ...[late, first, revised("2023-002", "1.0", "2.0", 4), revised("2023-002", "1.0", "2.0", 5)],
      { ...late, target: "2023-001" },
      ...changesOf(assessmentsOfJune().filter(({ target }, index) => index < 2 || !target.headline)),
    ];
    const input = juneInput({ changes });
    const facts = gatherFacts(input);
    const ranks = facts.changes.told.map(({ change, target: { assessment } }) => ({
      isHeadline: assessment.target.headline,
      kind: change.kind,
    }));
    const isHeadline = (id: string) => input.assessments.some(({ target }) => target.id === id && target.headline);
    const kinds = ["revised", "newly-late", "verdict", "newly-reported"];
    const expected = [true, false].flatMap((rank) =>
      kinds.flatMap((kind) =>
        changes
          .filter((change) => change.kind === kind && isHeadline(change.target) === rank)
          .map(() => ({ isHeadline: rank, kind })),
      ),
    );
    expect(ranks).toEqual(expected.slice(0, 8));
    expect(new Set(ranks.map((one) => one.isHeadline))).toEqual(new Set([true, false]));
    const [headline, others] = told(changes);
    expect(headline).toMatch(
      /^与上月相比，主要目标数据修订：规模以上.*；规模以上.*。本期未报：.*。评价变化：地区生产总值/,
    );
    expect(others).toMatch(/^与上月相比，其他目标.*。此外还有：评价变化/);
  });

  it("is the same in any order, and nothing where nothing changed", () => {
    const changes = [
      late,
      first,
      revised("2023-002", "1.0", "2.0", 4),
      revised("2023-002", "1.0", "2.0", 5),
      ...changesOf(assessmentsOfJune().slice(0, 3)),
    ];
    const expected = describeEdition(juneInput({ changes }));
    const shuffled = fc.shuffledSubarray(changes, { minLength: changes.length, maxLength: changes.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(describeEdition(juneInput({ changes: order }))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
    expect(told([])[0]).toMatch(/没有变化/);
    expect(told([], { period: month(1) })[0]).toMatch(/没有上月/);
    expect(told([], { kind: "quarterly", period: month(3) })[0]).toMatch(/没有上季度/);
    expect(told([], { kind: "quarterly" })[0]).toMatch(/^与上季度相比/);
    expect(told([], { comparedWith: null })[0]).toBe("上月没有数据，评价不作比较。");
  });

  it("counts what is judged from now on, by a figure that names the targets", () => {
    const begun = assessmentsOfJune()
      .slice(1, 3)
      .map(
        ({ target, period, observations }): Change => ({
          ...{ kind: "judging-begins", target: target.id, from: "尚不评价", to: "滞后", unit: null, period },
          ...{ text: `${target.name}从本期起评价：滞后`, observations },
        }),
      );
    const input = juneInput({ changes: begun });
    expect(told(begun)[0]).toBe("与上月相比，全市评价和数据没有变化。另有2项从本月起评价。");
    expect(told(begun, { kind: "quarterly" })[0]).toMatch(/2项从本季度起评价/);
    expect(describeEdition(input).figures.find(({ id }) => id === "count/changes-begun")?.derivation).toMatchObject({
      formula: `计数：${begun.map(({ target }) => target).join("、")}`,
    });
  });

  it("says how many more revisions 修订 lists, by the name it has, and nothing where it is gone", () => {
    const county = ["1.0", "2.0"].map((value, index) =>
      observationFixture({
        value,
        region: "150502",
        period: month(5),
        vintage: `2023-0${6 + index}-12`,
        cell: `Z${index}`,
      }),
    );
    const { workbook } = juneInput();
    const renamed = workbook.sheets.map((one) => (one.sheet === "revisions" ? { ...one, name: "数据修订表" } : one));
    const without = workbook.sheets.filter(({ sheet }) => sheet !== "revisions");
    const [paragraph] = told([], { vintages: county, workbook: { ...workbook, sheets: renamed } });
    expect(paragraph).toBe("与上月相比，全市评价和数据没有变化。“数据修订表”表连同旗县市区和以前各期的修订，共列1处。");
    expect(told([], { vintages: county, workbook: { ...workbook, sheets: without } })[0]).toBe(
      "与上月相比，全市评价和数据没有变化。",
    );
  });

  it("has none in the paper on a year", () => {
    const paragraphs = told(changesOf(assessmentsOfJune()), { kind: "annual", period: month(12), regional: [] });
    expect(paragraphs.join("")).not.toMatch(/相比/);
  });
});
