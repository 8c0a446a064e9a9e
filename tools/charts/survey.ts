import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";

/** What must be left of a paper's charts when another program has saved it. */
export interface ChartSurvey {
  readonly charts: readonly string[]; // each as its first title, plots, series and points; sorted
  readonly sparklines: number; // in cells
  readonly books: number; // workbooks within a briefing
  readonly colours: ReadonlySet<string>; // RRGGBB, of lines and columns and of nothing else in a chart
}

/**
 * Reads the charts of an .xlsx or .docx file, whoever wrote it.
 *
 * A series of a workbook is told by the cells it refers to; one of a briefing by the words it keeps, since LibreOffice
 * calls the cells of its workbook by other names.
 */
export function surveyCharts(file: string): ChartSurvey {
  const parts = Object.entries(unzipSync(readFileSync(file))).map(([path, part]) => ({
    path,
    xml: () => strFromU8(part),
  }));
  const isBook = parts.some(({ path }) => path === "xl/workbook.xml");
  const charts = parts.filter(({ path }) => /^(?:xl|word)\/charts\/chart\d+\.xml$/.test(path)).map(({ xml }) => xml());
  const sheets = parts.filter(({ path }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));
  return {
    charts: charts.map((xml) => described(xml, isBook ? references : keptWords)).sort(),
    sparklines: sheets.reduce((sum, { xml }) => sum + (xml().match(/<x14:sparkline>/g)?.length ?? 0), 0),
    books: parts.filter(({ path }) => /^word\/embeddings\/.*\.xlsx$/.test(path)).length,
    colours: new Set(charts.flatMap(seriesColours)),
  };
}

function described(xml: string, sources: (series: string) => readonly string[]): string {
  const title = within(xml, "c:title")[0] ?? "";
  const plots = [...xml.matchAll(/<c:(\w+Chart)>/g)].map(([, name]) => name);
  const series = within(xml, "c:ser").map((one) => {
    const values = within(one, "c:val")[0] ?? "";
    const points = [...values.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)</g)].map(
      ([, index, value]) => `${index}=${Number(value)}`,
    );
    return [...sources(one), ...points].join(" ");
  });
  const words = [...title.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text).join("");
  return [words, plots.join("+"), ...series].join("\n  ");
}

function references(series: string): readonly string[] {
  return [...series.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, formula = ""]) => formula.replace(/'|&apos;/g, ""));
}

/** Names of the series and its points. */
function keptWords(series: string): readonly string[] {
  const words = ["c:tx", "c:cat"].flatMap((name) => within(series, name));
  return words.flatMap((part) => [...part.matchAll(/<c:v>([^<]*)</g)].map(([, word = ""]) => word));
}

/** Axes and paper share a colour with some series: those prove nothing. */
function seriesColours(xml: string): readonly string[] {
  const rest = new Set(coloursOf(within(xml, "c:ser").reduce((left, series) => left.replace(series, ""), xml)));
  const looks = within(xml, "c:ser").map((series) => within(series, "c:spPr")[0] ?? "");
  return looks.flatMap(coloursOf).filter((colour) => !rest.has(colour));
}

function coloursOf(xml: string): readonly string[] {
  return [...xml.matchAll(/srgbClr val="(\w{6})"/g)].map(([, colour = ""]) => colour.toUpperCase());
}

function within(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name}>.*?</${name}>`, "gs")) ?? [];
}
