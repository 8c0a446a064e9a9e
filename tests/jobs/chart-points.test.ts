import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { withRaw } from "../store/raw-database.ts";
import { cellsOf, type ReadChart, readCells, readCharts } from "../support/chart-parts.ts";
import { SHIPPED_PAPERS, shippedHome } from "../support/shipped-home.ts";

const CITY = "150500";
const NAMED_MONTHS: Readonly<Record<string, number>> = { 一季度: 3, 上半年: 6, 前三季度: 9, 全年: 12, 年末: 12 };

/** A point of a chart: what the part keeps, and the cells its category, its series and itself come from. */
interface Point {
  readonly chart: string;
  readonly series: string;
  readonly category: string;
  readonly place: string; // 趋势!B7
  readonly value: number;
}

interface LedgerFigure {
  readonly id: string;
  readonly derivation: { readonly kind: string; readonly operands?: readonly string[] };
  readonly places: readonly { readonly paper: string; readonly place: string; readonly text: string }[];
  readonly observations?: readonly {
    readonly sha256: string;
    readonly sheet: string;
    readonly cell: string;
    readonly value: string;
  }[];
}

interface Row {
  readonly value: string;
  readonly region: string;
  readonly period: string;
}

function pointsOf({ title: chart, series }: ReadChart): readonly Point[] {
  return series.flatMap(({ name, categories, values }) => {
    const places = cellsOf(values.formula);
    return [...values.points].map(([index, value]) => ({
      ...{ chart, series: name.points.get(0) ?? "", category: categories.points.get(index) ?? "" },
      ...{ place: places[index] ?? "", value: Number(value) },
    }));
  });
}

function monthIn(category: string): number {
  return NAMED_MONTHS[category] ?? Number(/(\d+)月末?$/.exec(category)?.[1]);
}

describe("the charts of June 2023, from the shipped sheets to the points", () => {
  let home = "";
  let points: readonly Point[] = [];
  let cells: ReadonlyMap<string, string> = new Map();
  let figures: readonly LedgerFigure[] = [];

  beforeAll(async () => {
    home = await shippedHome(afterAll);
    const folder = join(home, SHIPPED_PAPERS.june);
    const workbook = readFileSync(join(folder, "workbook.xlsx"));
    points = readCharts(workbook).flatMap(pointsOf);
    cells = readCells(workbook);
    ({ figures } = JSON.parse(readFileSync(join(folder, "edition.json"), "utf8")));
  });

  it("keep what their cells hold", () => {
    expect(points.length).toBeGreaterThan(300);
    expect(points.filter(({ place, value }) => Number(cells.get(place)) !== value)).toEqual([]);
  });

  it("are figures of the ledger, printed there", () => {
    const printed = new Set(
      figures.flatMap(({ places }) => places.map(({ place, text }) => `${place} ${Number(text)}`)),
    );
    expect(points.filter(({ place, value }) => !printed.has(`${place} ${value}`))).toEqual([]);
  });

  it("are the store's values of the city, of the month that the axis says and of the year that the series says", () => {
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    const byPlace = new Map(figures.flatMap((figure) => figure.places.map(({ place }) => [place, figure] as const)));
    const below = (figure: LedgerFigure | undefined): NonNullable<LedgerFigure["observations"]> => [
      ...(figure?.observations ?? []),
      ...(figure?.derivation.operands ?? []).flatMap((id) => below(byId.get(id))),
    ];
    const wrong: unknown[] = [];
    let compared = 0;
    withRaw(join(home, "jindu.sqlite"), (database) => {
      const find = database.prepare<string[], Row>(
        "SELECT value, region, period FROM observation WHERE sha256 = ? AND sheet = ? AND cell = ?",
      );
      for (const point of points.filter(({ series, place }) => place.startsWith("趋势!") && series !== "目标")) {
        const figure = byPlace.get(point.place);
        const period = makePeriod(point.series === "上年" ? 2022 : 2023, monthIn(point.category));
        if (below(figure).length === 0) wrong.push(point);
        for (const { sha256, sheet, cell, value } of below(figure)) {
          const rows = find.all(sha256, sheet, cell);
          const isStored = rows.some((row) => row.value === value && row.region === CITY && row.period === period);
          const isShown = figure?.derivation.kind !== "observed" || Number(value) === point.value;
          if (!isStored || !isShown) wrong.push({ point, value, rows });
          compared += 1;
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  });
});
