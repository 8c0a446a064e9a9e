import { checkObservations } from "../check/observations.ts";
import { PipelineError } from "../errors.ts";
import { extractBook } from "../extract/book.ts";
import { type Issue, makeIssue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import { parseBook } from "../read/book.ts";
import { listInputFiles } from "../read/files.ts";
import { displayName, type ReceivedFile, receiveFile } from "../read/received-file.ts";
import { insertRun } from "../store/runs.ts";
import { findSubmission, insertSubmission, type SubmissionOutcome } from "../store/submissions.ts";
import { keepOriginal } from "../store/vault.ts";
import type { Effects } from "./effects.ts";
import { type OpenHome, withHome } from "./open-home.ts";
import { makeReadingKey } from "./reading-key.ts";
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

interface Reading extends IngestedFile {
  readonly bureau: string | null;
  readonly illustrative: boolean;
  readonly vintage: string | null; // null where the sheet states no date
  readonly url: string | null;
}

interface IngestSetting {
  readonly read: Reader;
  readonly hints: IngestHints;
  readonly readingKey: (hints: IngestHints) => string;
}

type Reader = (received: ReceivedFile, hints: IngestHints) => Promise<Reading>;

/**
 * Reads files and folders, each file in a transaction of its own.
 *
 * The original is kept before anything else happens to a file, and a file that cannot be read stays kept, with the
 * reason. A file that was received before is answered from the store as long as hints, seeds and program are the same;
 * else it is read anew, with the hints it was given then where none are given now, and nothing is written unless it
 * comes out differently: after a correction of the seeds it may say more.
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
  const results: IngestedFile[] = [];
  if (isDryRun) {
    const read = makeReader(loadReference(root), hints);
    for (const path of files) {
      const received = tryReceive(path);
      results.push("outcome" in received ? received : await read(received, hints));
    }
    return results;
  }
  return withHome(home, root, async (open) => {
    const read = makeReader(open.reference, hints);
    const setting = { read, hints, readingKey: makeReadingKey(root, open.reference) };
    for (const path of files) {
      const received = tryReceive(path);
      if ("outcome" in received) results.push(await recordRefusal(received, open, effects));
      else results.push(await ingestFile(received, open, setting, effects));
    }
    return results;
  });
}

async function ingestFile(
  received: ReceivedFile,
  { store, home }: OpenHome,
  { read, hints, readingKey }: IngestSetting,
  effects: Effects,
): Promise<IngestedFile> {
  const startedAt = effects.now();
  const { sha256, bytes } = received;
  keepOriginal(home.vault, sha256, bytes);
  const known = await findSubmission(store, sha256);
  const settled = Object.keys(hints).length > 0 ? hints : (known?.hints ?? {});
  const readAs = readingKey(settled);
  if (known?.readAs === readAs) return known;
  const { file, receivedAt } = known ?? { file: received.file, receivedAt: startedAt };
  const reading = { ...(await read(received, settled)), file };
  const { observations, issues, outcome } = reading;
  const vintage = reading.vintage ?? receivedAt.slice(0, 10);
  const submission = { ...reading, sha256, vintage, receivedAt, hints: { ...settled }, readAs };
  const written = await insertSubmission(store, submission, observations, issues, {
    ...{ job: "ingest", startedAt, finishedAt: effects.now(), subject: sha256, error: null },
    outcome: issues.some(({ severity }) => severity === "error") ? "done-with-errors" : "done",
    counts: { observations: observations.length, issues: issues.length },
  });
  if (written === "inserted") {
    effects.logger.info(`ingest ${file} ${outcome} ${observations.length} observations ${issues.length} issues`);
  }
  return reading;
}

/** A file too large, or not to be opened at all, is refused before it is kept: there is nothing that could be. */
function tryReceive(path: string): ReceivedFile | IngestedFile {
  try {
    return receiveFile(path);
  } catch (error) {
    return { ...refused(displayName(path), error), sha256: null };
  }
}

async function recordRefusal(refusal: IngestedFile, { store }: OpenHome, effects: Effects): Promise<IngestedFile> {
  const now = effects.now();
  const { file, issues } = refusal;
  await insertRun(store, {
    ...{ job: "ingest", startedAt: now, finishedAt: now, outcome: "failed", subject: file },
    ...{ counts: { observations: 0, issues: issues.length }, error: issues.map(({ message }) => message).join("；") },
  });
  effects.logger.error(`ingest ${file} refused`);
  return refusal;
}

/** Checks the hints a person gave before the first file is touched; those of a known file were checked then. */
function makeReader({ indicators, regions, sources }: Reference, given: IngestHints): Reader {
  const vocabulary = { indicators, regions, sources, city: cityOf(regions).code };
  if (given.source !== undefined) requireSource(sources, given.source);
  if (given.region !== undefined) findRegion(regions, given.region);
  return async (received, { region, ...hints }) => {
    try {
      const book = await parseBook(received);
      const place = region === undefined ? {} : { region: findRegion(regions, region).code };
      const { source, ...found } = extractBook(book, vocabulary, { ...hints, ...place });
      const { observations, ...checked } = checkObservations(found.observations, indicators);
      const told = [...found.issues, ...checked.issues];
      const issues = observations.length + told.length === 0 ? [makeIssue("empty-form", {})] : told;
      const { illustrative, vintage, url } = found;
      const origin = { source: source?.name ?? null, bureau: source?.bureau ?? null, illustrative, vintage, url };
      const { file, sha256, format } = book;
      return { file, sha256, format, ...origin, outcome: outcomeOf(observations, issues), observations, issues };
    } catch (error) {
      return { ...refused(received.file, error), sha256: received.sha256 };
    }
  };
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
  return { file, ...nothing, outcome: "refused", observations: [], issues: [issue] };
}
