import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../../pipeline/model/edition.ts";
import type { EditionInput } from "../../pipeline/report/edition/input.ts";
import { demoInput, longerBriefing, manyObservations, plainCells } from "./edition.ts";

/** What one process measured; each fills in its own part. */
export interface Measured {
  readonly ms: number;
  readonly cpuMs: number; // all threads
  readonly peakMb: number; // resident, from start to end
  readonly startMb: number; // resident when the measured work began
  readonly figures: number; // observations that came of it; sheets, where the library alone was at work; cells written
  readonly issues: number;
}

type Measure = (root: string, argument: string) => Promise<Measured>;

/** Begins to measure; what it returns ends it. */
function begin(): () => Omit<Measured, "figures" | "issues"> {
  const [at, cpuBefore, { rss }] = [performance.now(), process.cpuUsage(), process.memoryUsage()];
  const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
  return () => {
    const ms = Math.round(performance.now() - at);
    const { user, system } = process.cpuUsage(cpuBefore);
    const peakMb = mb(process.resourceUsage().maxRSS * 1024);
    return { ms, cpuMs: Math.round((user + system) / 1000), startMb: mb(rss), peakMb };
  };
}

/** The compiled program, as people run it. */
const compiled = <T>(root: string, module: string): Promise<T> => import(join(root, "dist", `${module}.js`));

/** The spreadsheet library alone, parsing a workbook. */
const library: Measure = async (_, file) => {
  const { read } = await import("@e965/xlsx");
  const bytes = readFileSync(file);
  const end = begin();
  const book = read(bytes, { type: "buffer", dense: true });
  return { ...end(), figures: book.SheetNames.length, issues: 0 };
};

/** The program, from file to observations. */
const extraction: Measure = async (root, file) => {
  const { parseBook } = await compiled<typeof import("../../pipeline/read/book.ts")>(root, "read/book");
  const { receiveFile } = await compiled<typeof import("../../pipeline/read/received-file.ts")>(
    root,
    "read/received-file",
  );
  const { DEFAULT_READ_LIMITS } = await compiled<typeof import("../../pipeline/read/limits.ts")>(root, "read/limits");
  const { extractBook } = await compiled<typeof import("../../pipeline/extract/book.ts")>(root, "extract/book");
  const { loadReference, cityOf } = await compiled<typeof import("../../pipeline/jobs/reference.ts")>(
    root,
    "jobs/reference",
  );
  const { indicators, regions, sources } = loadReference(root);
  const vocabulary = { indicators, regions, sources, city: cityOf(regions).code };
  const limits = DEFAULT_READ_LIMITS;
  await parseBook({ file: "a.csv", bytes: Buffer.from("指标,6月\n"), sha256: "" }, { limits }); // the thread is up
  const end = begin();
  const { observations, issues } = extractBook(await parseBook(receiveFile(file, limits), { limits }), vocabulary);
  return { ...end(), figures: observations.length, issues: issues.length };
};

/** The program, from a folder of files to committed observations, in a home that is there already. */
const ingestion: Measure = async (root, folder) => {
  const { ingestFiles } = await compiled<typeof import("../../pipeline/jobs/ingest.ts")>(root, "jobs/ingest");
  const { DEFAULT_READ_LIMITS: limits } = await compiled<typeof import("../../pipeline/read/limits.ts")>(
    root,
    "read/limits",
  );
  const { readHomeStatus } = await compiled<typeof import("../../pipeline/jobs/status.ts")>(root, "jobs/status");
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const effects = { now: () => "2026-01-01T00:00:00.000Z", logger: silent };
  const options = { root, home: join(folder, "home"), hints: {}, limits, isDryRun: false };
  const committed = () => readHomeStatus(options, effects.now()).store?.observations ?? 0;
  await ingestFiles([join(folder, "first")], options, effects);
  const before = committed();
  const end = begin();
  const files = await ingestFiles([join(folder, "files")], options, effects);
  const spent = end();
  const issues = files.reduce((sum, file) => sum + file.issues.length, 0);
  return { ...spent, figures: committed() - before, issues };
};

/** The program, from what is known of the demo month to the bytes of its workbook. */
const demoMonth: Measure = async (root, home) => {
  const input = await demoInput(root, home);
  return writeWorkbook(root, input, join(home, "cells.json"));
};

/** The same with figures of many months: 120 indicators, ten places, two years. */
const twoYears: Measure = async (root, home) => {
  const input = await demoInput(root, home);
  const series = manyObservations(input);
  return writeWorkbook(root, { ...input, series, vintages: series }, join(home, "cells.json"));
};

/** The program, from what is known of the demo month to the bytes of its briefing. */
const demoBriefing: Measure = async (root, home) => {
  const input = await demoInput(root, home);
  const { describeEdition, renderBriefing, theme, letterhead, printedInBriefing } = await briefingWriter(root);
  const end = begin();
  const edition = describeEdition(input);
  await renderBriefing(edition, theme, letterhead);
  return { ...end(), figures: printedInBriefing(edition), issues: 0 };
};

/** The program, from the description of a long briefing to its bytes. */
const longBriefing: Measure = async (root, home) => {
  const input = await demoInput(root, home, "quarterly"); // the monthly paper has no charts
  const { describeEdition, renderBriefing, theme, letterhead, printedInBriefing } = await briefingWriter(root);
  const edition = longerBriefing(describeEdition(input));
  const end = begin();
  await renderBriefing(edition, theme, letterhead);
  return { ...end(), figures: printedInBriefing(edition), issues: 0 };
};

async function briefingWriter(root: string) {
  const { describeEdition } = await compiled<typeof import("../../pipeline/report/edition/describe.ts")>(
    root,
    "report/edition/describe",
  );
  const { printedFigures } = await compiled<typeof import("../../pipeline/report/edition/places.ts")>(
    root,
    "report/edition/places",
  );
  const { renderBriefing } = await compiled<typeof import("../../pipeline/report/briefing/write.ts")>(
    root,
    "report/briefing/write",
  );
  const { loadTemplates } = await compiled<typeof import("../../pipeline/jobs/edition/templates.ts")>(
    root,
    "jobs/templates",
  );
  const { loadReference } = await compiled<typeof import("../../pipeline/jobs/reference.ts")>(root, "jobs/reference");
  const { theme, letterhead } = loadTemplates(root, "monthly", loadReference(root));
  const printedInBriefing = ({ blocks }: Edition) => printedFigures({ sheets: [], blocks }).length;
  return { describeEdition, renderBriefing, theme, letterhead, printedInBriefing };
}

/** Leaves the cells in a file, for others to write. */
async function writeWorkbook(root: string, input: EditionInput, cellsFile: string): Promise<Measured> {
  const { describeEdition } = await compiled<typeof import("../../pipeline/report/edition/describe.ts")>(
    root,
    "report/edition/describe",
  );
  const { renderWorkbook } = await compiled<typeof import("../../pipeline/report/workbook/write.ts")>(
    root,
    "report/workbook/write",
  );
  const { loadTemplates } = await compiled<typeof import("../../pipeline/jobs/edition/templates.ts")>(
    root,
    "jobs/templates",
  );
  const { loadReference } = await compiled<typeof import("../../pipeline/jobs/reference.ts")>(root, "jobs/reference");
  const { theme } = loadTemplates(root, "monthly", loadReference(root));
  const end = begin();
  const edition = describeEdition(input);
  await renderWorkbook(edition, theme);
  const spent = end();
  const cells = plainCells(edition);
  writeFileSync(cellsFile, JSON.stringify(cells));
  return { ...spent, figures: cells.flat(2).length, issues: 0 };
}

const MEASURES: Readonly<Record<string, Measure>> = {
  library,
  extraction,
  ingestion,
  demoMonth,
  twoYears,
  demoBriefing,
  longBriefing,
};

const [name = "", root = "", argument = ""] = process.argv.slice(2);
const measure = MEASURES[name];
if (measure) {
  const measured = await measure(root, argument);
  process.stdout.write(JSON.stringify(measured));
  process.exit(0);
}
