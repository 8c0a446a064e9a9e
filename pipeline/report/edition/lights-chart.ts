import { toAddress } from "../../model/cell.ts";
import type { PlacedChart } from "../../model/chart.ts";
import { LIGHTS } from "./count-figures.ts";

/** Where the counts by chapter stand that the chart draws. */
export interface LightsPlace {
  readonly sheet: string; // name
  readonly headerRow: number; // from 1; the chapters follow it
  readonly column: number; // of the chapters' names, from 1; the targets' number and the lights follow it
  readonly chapters: number;
  readonly where: string; // the same for who cannot see the chart: 上方表格
}

/** Lights by chapter as bars end to end, one a chapter, below the table of their numbers. */
export function lightsChart(place: LightsPlace, rows: number): PlacedChart {
  const { sheet, headerRow, column, chapters, where } = place;
  const span = (at: number) => ({
    sheet,
    from: toAddress(headerRow + 1, at),
    to: toAddress(headerRow + chapters, at),
  });
  const firstLight = column + 2;
  return {
    chart: {
      id: "lights-by-chapter",
      kind: "stacked-bar",
      title: "各篇章目标的灯",
      alt: `各篇章绿灯、黄灯、红灯、灰灯的目标数，横条首尾相接。数据见${where}。`,
      categories: span(column),
      series: LIGHTS.map((light, index) => ({
        name: { sheet, from: toAddress(headerRow, firstLight + index), to: toAddress(headerRow, firstLight + index) },
        values: span(firstLight + index),
        role: light,
        form: "column",
        axis: "primary",
      })),
      unit: "项",
      secondaryUnit: null,
      decimals: 0,
    },
    row: headerRow + chapters + 2, // below the total
    column,
    rows,
    columns: firstLight + LIGHTS.length - column,
  };
}
