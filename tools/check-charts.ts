import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Box, chartsAlone } from "./charts/alone.ts";
import { type Pixels, readPng } from "./charts/png.ts";
import { surveyCharts } from "./charts/survey.ts";
import { printedPage, savedByOffice, withScratch } from "./office.ts";

const USAGE =
  "usage: tsx tools/check-charts.ts PAPER.xlsx|PAPER.docx   charts survive a save by LibreOffice, and none is drawn blank\n";

/** Where series are drawn: below the title, above the legend, as shares of width and height. */
const PLOT = { left: 0.1, right: 0.9, top: 0.15, bottom: 0.8 };
const DPI = 96;
const LEAST_PIXELS = 20;
const NEAR = 12; // of 255, each channel

/** A chart as LibreOffice has drawn it, and where in the image. */
interface Drawn {
  readonly pixels: Pixels;
  readonly box: Box;
}

const [file] = process.argv.slice(2);
const form = file?.endsWith(".docx") ? "docx" : file?.endsWith(".xlsx") ? "xlsx" : undefined;
if (file === undefined || form === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const drawn = { xlsx: drawnInBook, docx: drawnInBriefing }[form];
  const faults = withScratch((folder) => [
    ...lostCharts(file, savedByOffice(file, form, folder)),
    ...blankCharts(file, drawn(file, folder)),
  ]);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/** What is missing or other once LibreOffice has opened the paper and saved it. */
function lostCharts(file: string, saved: string): readonly string[] {
  const [before, after] = [surveyCharts(file), surveyCharts(saved)];
  process.stdout.write(
    `charts: ${before.charts.length}, after LibreOffice ${after.charts.length}; ` +
      `sparklines: ${before.sparklines}, after ${after.sparklines}; ` +
      `workbooks within: ${before.books}, after ${after.books}\n`,
  );
  const lost = before.charts.filter((chart, index) => chart !== after.charts[index]);
  return [
    ...(before.charts.length === 0 ? ["no charts at all"] : []),
    ...(before.charts.length === after.charts.length ? [] : ["not as many charts as before"]),
    ...(before.sparklines === after.sparklines ? [] : ["not as many sparklines as before"]),
    ...(before.books === after.books ? [] : ["not as many workbooks within as before"]),
    ...lost.map((chart) => `not the same as before: ${chart}`),
  ];
}

function drawnInBook(file: string, folder: string): readonly Drawn[] {
  const page = readFileSync(savedByOffice(file, "html", folder), "utf8");
  const images = [...page.matchAll(/<img src="([^"]+\.png)"/gi)].map(([, name = ""]) => name);
  const box = { left: 0, right: 1, top: 0, bottom: 1 };
  return images.map((name) => ({ pixels: readPng(readFileSync(join(folder, "html", name))), box }));
}

function drawnInBriefing(file: string, folder: string): readonly Drawn[] {
  return chartsAlone(file, folder).map(({ file: alone, box }) => {
    return { pixels: readPng(readFileSync(printedPage(alone, { says: "", dpi: DPI, folder }))), box };
  });
}

/** The charts that LibreOffice draws without a trace of their series. */
function blankCharts(file: string, drawn: readonly Drawn[]): readonly string[] {
  const { charts, colours } = surveyCharts(file);
  const blank = drawn.filter((one) => coloured(one, colours) < LEAST_PIXELS);
  process.stdout.write(`drawn: ${drawn.length}, blank: ${blank.length}\n`);
  return [
    ...(drawn.length === charts.length ? [] : [`${drawn.length} of ${charts.length} charts drawn`]),
    ...blank.map((one) => `chart ${drawn.indexOf(one) + 1} of the paper is drawn blank`),
  ];
}

function coloured({ pixels: { width, height, at }, box }: Drawn, colours: ReadonlySet<string>): number {
  const wanted = [...colours].map((colour) =>
    [0, 2, 4].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)),
  );
  const across = (share: number) => width * (box.left + share * (box.right - box.left));
  const down = (share: number) => height * (box.top + share * (box.bottom - box.top));
  let count = 0;
  for (let y = Math.floor(down(PLOT.top)); y < down(PLOT.bottom); y += 1) {
    for (let x = Math.floor(across(PLOT.left)); x < across(PLOT.right); x += 1) {
      const pixel = at(x, y);
      if (wanted.some((colour) => colour.every((value, index) => Math.abs(value - (pixel[index] ?? 0)) <= NEAR)))
        count += 1;
    }
  }
  return count;
}
