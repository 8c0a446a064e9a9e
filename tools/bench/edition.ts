import { join } from "node:path";
import { toAddress } from "../../pipeline/model/cell.ts";
import type { Block, CellContent, Edition, EditionKind } from "../../pipeline/model/edition.ts";
import type { KnownObservation } from "../../pipeline/model/observation.ts";
import { makePeriod, type Period, shiftPeriod } from "../../pipeline/model/period.ts";
import type { EditionInput } from "../../pipeline/report/edition/input.ts";

const INDICATORS = 120;
const PLACES = 10;
const MONTHS = 24;

const TABLES = 10;
const TABLE_ROWS = 30;
const LINE_CHARS = 28;
const TEXT_LINES = 7 * 22; // with headings and what breaks early ten pages; the tables take ten more

/** All that an edition of the demo month is made of, out of a home that `start` has filled. */
export async function demoInput(root: string, home: string, kind: EditionKind = "monthly"): Promise<EditionInput> {
  const load = <T>(module: string): Promise<T> => import(join(root, "dist", "jobs", `${module}.js`));
  const { withHome } = await load<typeof import("../../pipeline/jobs/open-home.ts")>("open-home");
  const { loadPlan } = await load<typeof import("../../pipeline/jobs/plan.ts")>("plan");
  const { judge } = await load<typeof import("../../pipeline/jobs/progress.ts")>("progress");
  const { loadTemplates } = await load<typeof import("../../pipeline/jobs/edition/templates.ts")>("templates");
  const { editionInput } = await load<typeof import("../../pipeline/jobs/edition/input.ts")>("edition-input");
  const { DEFAULT_READ_LIMITS: limits } = await import("../../pipeline/read/limits.ts");
  const request = { period: makePeriod(2023, 6), kind, asOf: null };
  return withHome({ home, root, limits }, async (open) => {
    const plan = loadPlan(root, 2023, open.reference);
    const templates = loadTemplates(root, request.kind, open.reference);
    return editionInput(open, plan, await judge(open, plan, request), { ...request, templates });
  });
}

/** A figure of every month of two years, up to the edition's, for 120 indicators and ten places. */
export function manyObservations({ indicators, regions, period, series }: EditionInput): readonly KnownObservation[] {
  const sample = series.find(({ value }) => value !== null); // else its unit is open, and so would be those of all
  if (!sample || indicators.length < INDICATORS || regions.length < PLACES) throw new RangeError("too little to go by");
  const months = monthsUpTo(period);
  const subjects = indicators
    .slice(0, INDICATORS)
    .flatMap(({ code, name }) =>
      regions.slice(0, PLACES).map((region) => ({ indicator: code, label: name, region: region.code })),
    );
  return subjects.flatMap((subject, row) =>
    months.map((month, at): KnownObservation => {
      const value = (((row * 7919 + at * 104_729) % 99_991) / 10).toFixed(1);
      const cell = toAddress(row + 4, at + 2);
      return { ...sample, ...subject, period: month, cell, value, decimals: 1, status: "normal", statusReason: null };
    }),
  );
}

/**
 * The same edition with a briefing of at least 20 pages: its own title and text as often as it takes, ten tables of 30 rows
 * and its charts.
 */
export function longerBriefing(edition: Edition): Edition {
  const [title, ...rest] = edition.blocks;
  const table = rest.find((block) => block.kind === "table");
  const charts = rest.filter((block) => block.kind === "chart");
  const paragraphs = rest.filter((block) => block.kind === "paragraph");
  if (!title || !table || charts.length === 0) throw new RangeError("too little to go by");
  const rows = Array.from({ length: TABLE_ROWS }, (_, at) => table.rows[at % table.rows.length]);
  const long = { ...table, rows: rows.filter((row) => row !== undefined) };
  const text = Array.from({ length: Math.ceil(TEXT_LINES / linesOf(paragraphs)) }, () => paragraphs).flat();
  const tables = Array.from({ length: TABLES }, () => long);
  return { ...edition, blocks: [title, ...text, ...tables, ...charts] };
}

/** How many lines of 28 characters words take at least. */
function linesOf(paragraphs: readonly Extract<Block, { kind: "paragraph" }>[]): number {
  const words = paragraphs.map(({ runs }) => runs.map((run) => (typeof run === "string" ? run : run.text)).join(""));
  return words.reduce((sum, text) => sum + Math.ceil(text.length / LINE_CHARS), 0);
}

/** The cells of an edition's sheets, numbers as numbers, for another program to write. */
export function plainCells({ sheets }: Edition): readonly (readonly (readonly (string | number | null)[])[])[] {
  return sheets.map(({ rows }) => rows.map((row) => (row.kind === "data" ? row.cells.map(plainCell) : [row.text])));
}

function plainCell(content: CellContent): string | number | null {
  if (content.kind === "number") return Number(content.text);
  if (content.kind === "text") return content.runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
  return content.kind === "light" ? content.light : null;
}

function monthsUpTo(last: Period): readonly Period[] {
  return Array.from({ length: MONTHS }, (_, at) => shiftPeriod(last, at + 1 - MONTHS));
}
