import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Pixels, readPng } from "./charts/png.ts";
import { surveyCharts } from "./charts/survey.ts";
import { savedByOffice, withScratch } from "./office.ts";

const USAGE =
  "usage: tsx tools/check-charts.ts WORKBOOK.xlsx   charts survive a save by LibreOffice, and none is drawn blank\n";

/** Where series are drawn: below the title, above the legend, as shares of width and height. */
const PLOT = { left: 0.1, right: 0.9, top: 0.15, bottom: 0.8 };
const LEAST_PIXELS = 20;
const NEAR = 12; // of 255, each channel

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const faults = withScratch((folder) => [...lostCharts(file, folder), ...blankCharts(file, folder)]);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/** What is missing or other once LibreOffice has opened the workbook and saved it. */
function lostCharts(file: string, folder: string): readonly string[] {
  const before = surveyCharts(file);
  const after = surveyCharts(savedByOffice(file, "xlsx", folder));
  process.stdout.write(
    `charts: ${before.charts.length}, after LibreOffice ${after.charts.length}; ` +
      `sparklines: ${before.sparklines}, after ${after.sparklines}\n`,
  );
  const lost = before.charts.filter((chart, index) => chart !== after.charts[index]);
  return [
    ...(before.charts.length === 0 ? ["no charts at all"] : []),
    ...(before.charts.length === after.charts.length ? [] : ["not as many charts as before"]),
    ...(before.sparklines === after.sparklines ? [] : ["not as many sparklines as before"]),
    ...lost.map((chart) => `not the same as before: ${chart}`),
  ];
}

/** The charts that LibreOffice draws without a trace of their series. */
function blankCharts(file: string, folder: string): readonly string[] {
  const { charts, colours } = surveyCharts(file);
  const page = readFileSync(savedByOffice(file, "html", folder), "utf8");
  const images = [...page.matchAll(/<img src="([^"]+\.png)"/gi)].map(([, name = ""]) => name);
  const blank = images.filter(
    (name) => coloured(readPng(readFileSync(join(folder, "html", name))), colours) < LEAST_PIXELS,
  );
  process.stdout.write(`drawn: ${images.length}, blank: ${blank.length}\n`);
  return [
    ...(images.length === charts.length ? [] : [`${images.length} of ${charts.length} charts drawn`]),
    ...blank.map((name) => `chart ${images.indexOf(name) + 1} of the workbook is drawn blank`),
  ];
}

function coloured({ width, height, at }: Pixels, colours: ReadonlySet<string>): number {
  const wanted = [...colours].map((colour) =>
    [0, 2, 4].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)),
  );
  let count = 0;
  for (let y = Math.floor(height * PLOT.top); y < height * PLOT.bottom; y += 1) {
    for (let x = Math.floor(width * PLOT.left); x < width * PLOT.right; x += 1) {
      const pixel = at(x, y);
      if (wanted.some((colour) => colour.every((value, index) => Math.abs(value - (pixel[index] ?? 0)) <= NEAR)))
        count += 1;
    }
  }
  return count;
}
