import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { renderWorkbook } from "../../pipeline/report/workbook/write.ts";
import { surveyCharts } from "../../tools/charts/survey.ts";
import { chartedBriefing } from "../support/charted-briefing.ts";
import { chartedEdition, chartOfEachKind } from "../support/charted-edition.ts";
import { shippedTheme } from "../support/shipped-templates.ts";

const folder = mkdtempSync(join(tmpdir(), "jindu-survey-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function surveyed(edition = chartedEdition()) {
  const file = join(folder, "book.xlsx");
  writeFileSync(file, await renderWorkbook(edition, shippedTheme()));
  return surveyCharts(file);
}

describe("surveyCharts(file)", () => {
  it("tells every chart by its title, plots, cells and points, and counts the sparklines", async () => {
    const { charts, sparklines } = await surveyed();
    expect(charts).toHaveLength(6);
    expect(sparklines).toBe(2);
    expect(charts.find((chart) => chart.startsWith("社会消费品零售总额及增速"))?.split("\n  ")).toEqual([
      "社会消费品零售总额及增速",
      "barChart+lineChart",
      "图表数据!$E$3 图表数据!$A$4:$A$11 图表数据!$E$4:$E$11 1=45.31 2=78.9 3=101.25 4=132.04 5=170.66 6=198.3",
      "图表数据!$C$3 图表数据!$A$4:$A$11 图表数据!$C$4:$C$11 0=9 1=9 2=9 3=9 4=9 5=9 6=9 7=9",
      "图表数据!$B$3 图表数据!$A$4:$A$11 图表数据!$B$4:$B$11 1=6.8 2=7.5 3=-2.1 5=8.3 6=8.85",
    ]);
  });

  it("sees another number, another cell and a lost series", async () => {
    const [line] = chartOfEachKind();
    if (!line) throw new Error("no chart");
    const [one] = (await surveyed(chartedEdition([line]))).charts;
    const [fewer] = (await surveyed(chartedEdition([{ ...line, series: line.series.slice(1) }]))).charts;
    const moved = { ...line, series: [...line.series.slice(1), ...line.series.slice(0, 1)] };
    const [other] = (await surveyed(chartedEdition([moved]))).charts;
    expect(new Set([one, fewer, other]).size).toBe(3);
  });

  it("tells the charts of a briefing by the words that they keep, and counts their workbooks", async () => {
    const file = join(folder, "briefing.docx");
    writeFileSync(file, await chartedBriefing());
    const { charts, books, sparklines, colours } = surveyCharts(file);
    expect([charts.length, books, sparklines]).toEqual([6, 6, 0]);
    const green = charts.map((chart) => chart.split("\n  ")).filter(([, , first = ""]) => first.startsWith("绿 "));
    const points = "绿 全面推动经济稳定增长 加快构建现代产业体系 持续深化改革开放 0=12 1=5 2=0";
    expect(green.map((chart) => chart.slice(0, 3))).toEqual(Array(2).fill(["项", "barChart", points]));
    expect(colours).toContain(shippedTheme().charts.series.actual.colour);
  });

  it("takes no colour for a series' own that axes or the paper have", async () => {
    const { colours } = await surveyed();
    const { axisColour, gridColour, series } = shippedTheme().charts;
    expect([axisColour, gridColour, "FFFFFF"].filter((colour) => colours.has(colour))).toEqual([]);
    expect(colours).toContain(series.actual.colour);
  });
});
