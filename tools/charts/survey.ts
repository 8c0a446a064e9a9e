import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";

/** What must be left of a workbook's charts when another program has saved it. */
export interface ChartSurvey {
  readonly charts: readonly string[]; // each as its title, plots, references and points; sorted
  readonly sparklines: number; // in cells
  readonly colours: ReadonlySet<string>; // RRGGBB, of lines and columns and of nothing else in a chart
}

/** Reads the charts of an .xlsx file, whoever wrote it. */
export function surveyCharts(file: string): ChartSurvey {
  const parts = Object.entries(unzipSync(readFileSync(file))).map(([path, part]) => ({
    path,
    xml: () => strFromU8(part),
  }));
  const charts = parts.filter(({ path }) => /^xl\/charts\/chart\d+\.xml$/.test(path)).map(({ xml }) => xml());
  const sheets = parts.filter(({ path }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path));
  return {
    charts: charts.map(described).sort(),
    sparklines: sheets.reduce((sum, { xml }) => sum + (xml().match(/<x14:sparkline>/g)?.length ?? 0), 0),
    colours: new Set(charts.flatMap(seriesColours)),
  };
}

function described(xml: string): string {
  const title = within(xml, "c:title")[0] ?? "";
  const plots = [...xml.matchAll(/<c:(\w+Chart)>/g)].map(([, name]) => name);
  const series = within(xml, "c:ser").map((one) => {
    const references = [...one.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, formula = ""]) =>
      formula.replace(/'|&apos;/g, ""),
    );
    const values = within(one, "c:val")[0] ?? "";
    const points = [...values.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)</g)].map(
      ([, index, value]) => `${index}=${Number(value)}`,
    );
    return [...references, ...points].join(" ");
  });
  const words = [...title.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text).join("");
  return [words, plots.join("+"), ...series].join("\n  ");
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
