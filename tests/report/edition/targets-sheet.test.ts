import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../pipeline/model/assessment.ts";
import { toAddress } from "../../../pipeline/model/cell.ts";
import type { CellContent } from "../../../pipeline/model/edition.ts";
import type { Outlook, WayHome } from "../../../pipeline/model/prospect.ts";
import type { SheetTemplate, WorkbookTemplate } from "../../../pipeline/model/workbook-template.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { judgedFixture, observationFixture, targetFixture } from "../../support/edition-input-fixture.ts";
import { assessmentsOfJune, juneInput } from "../../support/edition-month-fixture.ts";
import { judgements } from "../../support/random-judgements.ts";
import { sheetNamed } from "../../support/sheet-cells.ts";
import { cellsByAddress, recomputedCells } from "../../support/sheet-formulas.ts";
import { shippedWorkbook } from "../../support/shipped-templates.ts";

type Columns = SheetTemplate["columns"];

/** The shipped workbook with other columns on 指标对照. */
function withColumns(change: (columns: Columns) => Columns): WorkbookTemplate {
  const { sheets } = shippedWorkbook();
  return {
    sheets: sheets.map((sheet) => (sheet.sheet === "targets" ? { ...sheet, columns: change(sheet.columns) } : sheet)),
  };
}

function targetsOf(change: Parameters<typeof juneInput>[0] = {}) {
  return sheetNamed(describeEdition(juneInput(change)), "指标对照");
}

/** What stands in a target's row, by the header of its column. */
function rowOf(sheet: ReturnType<typeof targetsOf>, name: string): Readonly<Record<string, CellContent>> {
  const at = sheet.columns.findIndex(({ header }) => header === "指标");
  const row = sheet.rows.find((one) => one.kind === "data" && textOf(one.cells[at]).startsWith(name));
  if (row?.kind !== "data") throw new Error(`no row ${name}`);
  return Object.fromEntries(sheet.columns.map(({ header }, index) => [header, row.cells[index] ?? { kind: "blank" }]));
}

function textOf(cell: CellContent | undefined): string {
  if (cell?.kind === "number") return cell.text;
  if (cell?.kind !== "text") return "";
  return cell.runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
}

describe("targetsSheet(facts, sheet)", () => {
  it("says the goal in words and, in a column of its own, in the number that is reckoned with", () => {
    const range = targetFixture({ id: "2023-020", name: "某区间", op: "range", low: "8", high: "10", unit: "个" });
    const cap = targetFixture({ id: "2023-021", name: "某上限", op: "<=", low: null, high: "5" });
    const open = targetFixture({ id: "2023-022", name: "某未定", low: null, basis: "quota" });
    const about = targetFixture({ id: "2023-023", name: "某左右", op: "~", low: "7", high: "7" });
    const assessments = [range, cap, open, about].map((target) => judgedFixture(target, "5"));
    const sheet = targetsOf({ assessments, regional: [] });
    const goals = [range, cap, open, about].map(({ name }) => {
      const row = rowOf(sheet, name);
      return [textOf(row.年度目标), textOf(row.目标值)];
    });
    expect(goals).toEqual([
      ["8～10", "8"],
      ["≤5", "5"],
      ["待上级下达", "—"],
      ["7左右", "7"],
    ]);
  });

  it("names the columns that people reckon on, from the first row to the last, and none that is gone", () => {
    const sheet = targetsOf();
    const { names = {} } = sheet;
    const top = firstBodyRow(sheet);
    for (const [name, header] of [
      ["对照_指标", "指标"],
      ["对照_评价", "评价"],
      ["对照_尚需", "尚需"],
    ] as const) {
      const letter = toAddress(1, 1 + sheet.columns.findIndex((column) => column.header === header)).slice(0, -1);
      expect([name, names[name]]).toEqual([name, `${letter}${top}:${letter}${top + sheet.rows.length - 1}`]);
    }
    const less = targetsOf({
      workbook: withColumns((columns) => columns.filter(({ column }) => column !== "verdict")),
    });
    expect(Object.keys(less.names ?? {})).toEqual(Object.keys(names).filter((name) => name !== "对照_评价"));
  });

  it("hangs a short note on the name of its target, and a long one nowhere", () => {
    const [short, long, none] = ["文中另一处写作12个", "长".repeat(61), null].map((note, index) =>
      targetFixture({ id: `2023-03${index}`, name: `某目标${index}`, note }),
    );
    const assessments = [short, long, none].flatMap((target) => (target ? [judgedFixture(target, "5")] : []));
    const sheet = targetsOf({ assessments, regional: [] });
    const comments = ["某目标0", "某目标1", "某目标2"].map((name) => {
      const cell = rowOf(sheet, name).指标;
      return cell?.kind === "text" ? cell.comment : cell;
    });
    expect(comments).toEqual(["文中另一处写作12个", undefined, undefined]);
  });

  it("makes a formula of what a reader would recompute, and of nothing that was published", () => {
    const target = targetFixture({ basis: "flow", quantity: "value", low: "540", unit: "个" });
    const judged = judgedFixture(target, "300", {
      ...{ completion: "55.5555555555555555555555555555555555555556", expected: "50", required: "240" },
      gap: "5.5555555555555555555555555555555555555556",
    });
    const row = rowOf(targetsOf({ assessments: [judged] }), target.name);
    const formulas = Object.entries(row).flatMap(([header, cell]) =>
      cell.kind === "number" ? [[header, cell.text, cell.formula]] : [],
    );
    expect(formulas).toEqual([
      ["目标值", "540", undefined],
      ["实际", "300", undefined],
      ["完成率（%）", "55.6", "ROUND(F6/D6*100,1)"],
      ["序时（%）", "50.0", "ROUND(6/12*100,1)"],
      ["差距", "5.6", "ROUND(F6/D6*100-6/12*100,1)"],
      ["尚需", "240", "ROUND(D6-F6,0)"],
    ]);
  });

  it("gives every printed text again, whatever is judged", () => {
    let formulas = 0;
    fc.assert(
      fc.property(fc.array(judgements, { minLength: 1, maxLength: 12 }), (judged) => {
        const assessments = judged.map(({ assessment }, index): Assessment => {
          const target = { ...assessment.target, id: `2023-${100 + index}` };
          return { ...assessment, target };
        });
        const cells = recomputedCells(targetsOf({ assessments }));
        formulas += cells.length;
        expect(cells.filter(({ text, recomputed }) => text !== recomputed)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(formulas).toBeGreaterThan(500);
  });

  it("points at the right cells in any order of the columns, and prints plain values where they are gone", () => {
    const { columns } = shippedWorkbook().sheets.find(({ sheet }) => sheet === "targets") as SheetTemplate;
    const plain = recomputedCells(targetsOf());
    fc.assert(
      fc.property(fc.shuffledSubarray([...columns], { minLength: 1 }), (kept) => {
        const cells = recomputedCells(targetsOf({ workbook: withColumns(() => kept) }));
        expect(cells.filter(({ text, recomputed }) => text !== recomputed)).toEqual([]);
        if (kept.length === columns.length) expect(cells).toHaveLength(plain.length);
        const has = (name: string) => kept.some(({ column }) => column === name);
        if (!has("actual") || !has("target"))
          expect(cells.filter(({ formula }) => /[A-Z]\d/.test(formula))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("shows what the remaining months must grow, how likely that is and where the year may end", () => {
    const growth = { name: "growth" as const, label: "剩余月份需增长", formula: "(9−6÷12×0.5)÷(1−6÷12)", operands: [] };
    const step = { ...growth, value: "17.5", unit: "%", decimals: 1, estimated: true, text: "测算" };
    const mid = { ...step, name: "outlook" as const, label: "全年预计", formula: "0.5+5.5", value: "6" };
    const earlier = observationFixture({ value: "4.5", cell: "D9", vintage: "2022-07-12" });
    const wayHome: WayHome = {
      ...{ months: 6, rest: { count: "6", unit: "个月" } as const, amount: null, each: null, unit: null, decimals: 1 },
      ...{
        growth: "17.5",
        weight: null,
        best: null,
        chance: "难以",
        steps: [step],
        text: "测算",
        observations: [earlier],
      },
    };
    const outlook: Outlook = {
      ...{ low: "4.25", mid: "6", high: "7.75", unit: "%", decimals: 1, method: "unchanged", error: "1" },
      ...{ errorUnit: "百分点", years: 3, steps: [mid], text: "测算", observations: [earlier] },
    };
    const assessments = assessmentsOfJune().map((one) =>
      one.target.id === "2023-002" ? { ...one, wayHome, outlook } : one,
    );
    const edition = describeEdition(juneInput({ assessments }));
    const row = rowOf(sheetNamed(edition, "指标对照"), "规模以上工业增加值");
    expect(["需增长（%）", "把握", "全年预计"].map((header) => textOf(row[header]))).toEqual([
      "17.5",
      "难以",
      "4.3～7.8",
    ]);
    const figure = (id: string) => edition.figures.find((one) => one.id === id);
    expect(figure("2023-002/outlook-low")?.derivation).toMatchObject({
      formula: "6−1.75",
      operands: ["2023-002/outlook"],
    });
    const sources = sheetNamed(edition, "数据来源");
    expect([...cellsByAddress(sources).values()].map(textOf)).toContain("D9");
    const unfounded = assessments.map((one) =>
      one.wayHome ? { ...one, wayHome: { ...wayHome, growth: "17.6" } } : one,
    );
    expect(() => describeEdition(juneInput({ assessments: unfounded }))).toThrow(/2023-002/);
  });
});
