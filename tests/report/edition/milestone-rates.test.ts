import { describe, expect, it } from "vitest";
import { milestoneTotals } from "../../../pipeline/assess/milestone-totals.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { formulaValue } from "../../../pipeline/proof/formula.ts";
import { milestoneFigures } from "../../../pipeline/report/edition/milestone-figures.ts";
import { figuresOfRates, milestoneRates } from "../../../pipeline/report/edition/milestone-rates.ts";
import { ACTIONS, amount, judge, report } from "../../assess/milestone-fixture.ts";

const period = makePeriod(2023, 6);

interface Sheet {
  readonly state?: "前期" | "开工";
  readonly month?: number;
  readonly amounts?: readonly [planned: string, invested: string, unit: string, row: number];
}

/** A project that was to start in April, as a sheet has it. */
function project(id: string, { state = "开工", month = 6, amounts }: Sheet) {
  const [planned, invested, unit, row] = amounts ?? [];
  const money = (value: string | undefined, column: string) =>
    value === undefined ? null : { ...amount(value, unit), cell: `${column}${row}` };
  const one = report({
    ...{ key: id, project: id, state, period: makePeriod(2023, month), plannedStart: makePeriod(2023, 4) },
    ...{ plannedInvestment: money(planned, "E"), completedInvestment: money(invested, "F") },
  });
  return judge("开工", [one], { id, project: id });
}

function figuresOf(projects: readonly ReturnType<typeof project>[]): ReadonlyMap<string, Figure> {
  const rates = milestoneRates(milestoneTotals(projects, { period, actions: ACTIONS }));
  return new Map(figuresOfRates(rates).map((figure) => [figure.id, figure]));
}

function formulaOf(figure: Figure | undefined): string {
  return figure?.derivation.kind === "computed" ? figure.derivation.formula : "";
}

/** Every cell below a figure. */
function cellsBelow(id: string, figures: ReadonlyMap<string, Figure>): readonly string[] {
  const derivation = figures.get(id)?.derivation;
  if (derivation?.kind === "observed") return derivation.observations.map(({ cell }) => cell);
  return derivation?.kind === "computed" ? derivation.operands.flatMap((one) => cellsBelow(one, figures)) : [];
}

describe("milestoneRates(totals)", () => {
  const figures = figuresOf([
    project("2023-m001", { amounts: ["2", "0.5", "亿元", 5] }),
    project("2023-m002", { state: "前期", amounts: ["8000", "3100", "万元", 6] }),
    project("2023-m003", { month: 5, amounts: ["4000", "-100", "万元", 7] }),
    project("2023-m004", {}),
  ]);

  it("names the projects that its counts count", () => {
    expect(formulaOf(figures.get("milestones/start-to-date/part"))).toBe("计数：2023-m001、2023-m003、2023-m004");
    expect(formulaOf(figures.get("milestones/start-to-date/whole"))).toBe(
      "计数：2023-m001、2023-m002、2023-m003、2023-m004",
    );
  });

  it("sums up amounts that stand in cells, in other units and of earlier months too", () => {
    expect(formulaOf(figures.get("milestones/investment/part"))).toBe("0.5×10000＋3100＋(-100)");
    expect(formulaOf(figures.get("milestones/investment/whole"))).toBe("2×10000＋8000＋4000");
    expect(cellsBelow("milestones/investment/part", figures)).toEqual(["F5", "F6", "F7"]);
    expect(cellsBelow("milestones/investment", figures)).toEqual(["F5", "F6", "F7", "E5", "E6", "E7"]);
  });

  it("gives formulas that come to the value", () => {
    const computed = [...figures.values()].filter(({ derivation }) => derivation.kind === "computed");
    expect(computed.map(({ id }) => id)).toContain("milestones/investment");
    for (const figure of computed)
      expect([figure.id, formulaValue(formulaOf(figure))]).toEqual([figure.id, figure.value]);
  });

  it("points at each of two sheets that say the same", () => {
    const reports = ["a.xlsx", "b.xlsx"].map((file) =>
      report({ file, plannedInvestment: amount("100"), completedInvestment: amount("40") }),
    );
    const part = figuresOf([judge("开工", reports)]).get("milestones/investment/2023-m001/invested");
    const files = part?.derivation.kind === "observed" ? part.derivation.observations.map(({ file }) => file) : [];
    expect(files).toEqual(["a.xlsx", "b.xlsx"]);
  });
});

describe("milestoneFigures(assessment)", () => {
  it.each([
    [makePeriod(2023, 4), "计数：2023-04、2023-05、2023-06"],
    [makePeriod(2022, 11), "计数：2022-11、2022-12、2023-01、2023-02、2023-03、2023-04、2023-05、2023-06"],
  ])("counts the months since %s by naming them", (plannedStart, formula) => {
    const late = judge("开工", [report({ state: "前期", plannedStart })]);
    const figure = milestoneFigures(late).figures.find(({ id }) => id === "2023-m001/start-overdue");
    expect(formulaOf(figure)).toBe(formula);
    expect(formulaValue(formula)).toBe(figure?.value);
  });
});
