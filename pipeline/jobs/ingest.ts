import { checkObservations } from "../check/observations.ts";
import { PipelineError } from "../errors.ts";
import { extractBook } from "../extract/book.ts";
import { type Book, type Sheet, toAddress } from "../model/cell.ts";
import type { Disposition } from "../model/disposition.ts";
import { type Issue, makeIssue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { parseBook } from "../read/book.ts";
import { listInputFiles } from "../read/files.ts";
import { type ReceivedFile, receiveFile } from "../read/received-file.ts";
import { isOwnSheet } from "../returns/own-titles.ts";
import { findSubmission, insertSubmission, type SubmissionOutcome } from "../store/submissions.ts";
import { keepOriginal } from "../store/vault.ts";
import type { Effects } from "./effects.ts";
import { keepReturn } from "./keep-return.ts";
import { type OpenHome, withHome } from "./open-home.ts";
import { cityOf, findRegion, loadReference, type Reference, requireSource } from "./reference.ts";

/** One file, read. */
export interface IngestedFile {
  readonly file: string; // base name
  readonly sha256: string | null; // null where it could not even be taken in
  readonly format: string | null; // null where it could not be opened
  readonly source: string | null; // name of the source profile
  readonly outcome: SubmissionOutcome;
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
  readonly returned: string | null; // what goes back to the bureau: path from the home; null on a dry run
  readonly dispositions: readonly Disposition[] | null; // of every non-blank cell; null but on a dry run
}

/** What a person adds to sheets that do not say it themselves. */
export interface IngestHints {
  readonly source?: string;
  readonly period?: Period;
  readonly region?: string; // code or name
}

/** Where to read into, and how. */
export interface IngestOptions {
  readonly root: string; // the project's folder
  readonly home: string;
  readonly hints: IngestHints;
  readonly isDryRun: boolean; // nothing is kept and no home is made
}

/** A file as it was read, before anything of it is kept. */
export interface Reading extends Omit<IngestedFile, "returned" | "dispositions"> {
  readonly book: Book | null; // null where it could not be opened
  readonly dispositions: readonly Disposition[];
  readonly bureau: string | null;
  readonly illustrative: boolean;
  readonly vintage: string | null; // null where the sheet states no date
  readonly url: string | null;
}

/**
 * Reads files and folders, each file in a transaction of its own; one that was received before is answered from the
 * store. The original is kept before anything else happens to a file, and a file that cannot be read stays kept, with
 * the reason.
 *
 * @returns one entry a file, in the order of `listInputFiles`
 * @throws PipelineError USAGE, FILE_NOT_FOUND, SEED_INVALID, CONFIG_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function ingestFiles(
  paths: readonly string[],
  { root, home, hints, isDryRun }: IngestOptions,
  effects: Effects,
): Promise<readonly IngestedFile[]> {
  const files = listInputFiles(paths);
  if (isDryRun) {
    const reader = makeReader(loadReference(root), hints);
    return Promise.all(files.map((path) => readAlone(path, reader)));
  }
  return withHome(home, root, async (open) => {
    const reader = makeReader(open.reference, hints);
    const results: IngestedFile[] = [];
    for (const path of files) results.push(await ingestFile(path, open, reader, effects));
    return results;
  });
}

/** Reads a file that is taken in; nothing is kept. */
export type Reader = (received: ReceivedFile) => Promise<Reading>;

async function readAlone(path: string, reader: Reader): Promise<IngestedFile> {
  const received = tryReceive(path);
  if ("outcome" in received) return received;
  const { book: _, ...reading } = await reader(received);
  return { ...reading, returned: null };
}

async function ingestFile(
  path: string,
  { store, home }: OpenHome,
  reader: Reader,
  effects: Effects,
): Promise<IngestedFile> {
  const startedAt = effects.now();
  const received = tryReceive(path);
  if ("outcome" in received) {
    effects.logger.error(`ingest ${received.file} refused`);
    return received;
  }
  const { sha256, bytes } = received;
  keepOriginal(home.vault, sha256, bytes);
  const known = await findSubmission(store, sha256);
  if (known) return { ...known, dispositions: null, returned: keepReturn(home.returns, { ...known, bytes }) };
  const reading = await reader(received);
  const { observations, issues, outcome, file } = reading;
  const submission = { ...reading, sha256, vintage: reading.vintage ?? startedAt.slice(0, 10), receivedAt: startedAt };
  await insertSubmission(store, submission, observations, issues, {
    ...{ job: "ingest", startedAt, finishedAt: effects.now(), subject: sha256, error: null },
    outcome: issues.some(({ severity }) => severity === "error") ? "done-with-errors" : "done",
    counts: { observations: observations.length, issues: issues.length },
  });
  effects.logger.info(`ingest ${file} ${outcome} ${observations.length} observations ${issues.length} issues`);
  return { ...reading, dispositions: null, returned: keepReturn(home.returns, { ...reading, sha256, bytes }) };
}

/** A file too large or not to be opened at all is refused before it is kept: there is nothing that could be. */
export function tryReceive(path: string): ReceivedFile | IngestedFile {
  try {
    return receiveFile(path);
  } catch (error) {
    return { ...refused(path.split(/[/\\]/).at(-1) ?? path, error), sha256: null, returned: null };
  }
}

/** Makes a reader of files. @throws PipelineError USAGE where a hint names nothing known */
export function makeReader(reference: Reference, hints: IngestHints): Reader {
  const { indicators, regions, sources } = reference;
  const vocabulary = { indicators, regions, sources, city: cityOf(regions).code };
  if (hints.source !== undefined) requireSource(sources, hints.source);
  const settled = {
    ...hints,
    ...(hints.region === undefined ? {} : { region: findRegion(regions, hints.region).code }),
  };
  return async (received) => {
    try {
      const whole = await parseBook(received);
      const book = { ...whole, sheets: whole.sheets.filter((sheet) => !isOwnSheet(sheet)) };
      const {
        source,
        illustrative,
        vintage,
        url,
        observations,
        issues: found,
        ...extraction
      } = extractBook(book, vocabulary, settled);
      const issues = [...found, ...checkObservations(observations, indicators)];
      const outcome = outcomeOf(observations, issues);
      const origin = { source: source?.name ?? null, bureau: source?.bureau ?? null, illustrative, vintage, url };
      const dispositions = [...extraction.dispositions, ...whole.sheets.filter(isOwnSheet).flatMap(passedOver)];
      const { file, sha256, format } = whole;
      return { file, sha256, format, ...origin, outcome, observations, issues, dispositions, book: whole };
    } catch (error) {
      return { ...refused(received.file, error), sha256: received.sha256 };
    }
  };
}

/** A bureau corrects the return and sends it again, with our sheet in it. */
function passedOver({ name, cells }: Sheet): readonly Disposition[] {
  return cells.map(({ row, column }) => {
    return { sheet: name, cell: toAddress(row, column), kind: "ignored", reason: "本程序加的表" };
  });
}

function outcomeOf(observations: readonly Observation[], issues: readonly Issue[]): SubmissionOutcome {
  if (!issues.some(({ severity }) => severity === "error")) return "accepted";
  return observations.some(({ value }) => value !== null) ? "partial" : "refused";
}

/** @throws the error itself unless it says that this file cannot be read */
function refused(file: string, error: unknown): Omit<Reading, "sha256"> {
  if (!(error instanceof PipelineError)) throw error;
  const issue = makeIssue("file-refused", {}, { problem: error.message, remedy: error.hint ?? "请核对后重新上传" });
  const nothing = { format: null, source: null, bureau: null, illustrative: false, vintage: null, url: null };
  return { file, ...nothing, outcome: "refused", observations: [], issues: [issue], dispositions: [], book: null };
}
