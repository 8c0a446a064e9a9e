import type { Disposition } from "../model/disposition.ts";
import { listInputFiles } from "../read/files.ts";
import { fingerprintPieces } from "../read/fingerprint.ts";
import type { ReadLimits } from "../read/limits.ts";
import type { ReceivedFile } from "../read/received-file.ts";
import { insertRun } from "../store/runs.ts";
import { findSubmission, insertSubmission } from "../store/submissions.ts";
import { keepOriginal, keepPieces } from "../store/vault.ts";
import type { Effects } from "./effects.ts";
import { keepReturn } from "./keep-return.ts";
import { type OpenHome, withHome } from "./open-home.ts";
import { type IngestHints, makeReader, type Reader, type Reading, tryReceive } from "./reading.ts";
import { makeReadingKey } from "./reading-key.ts";
import { loadReference } from "./reference.ts";

type Told = Pick<Reading, "file" | "sha256" | "format" | "source" | "outcome" | "observations" | "issues">;

/** One file, read. */
export interface IngestedFile extends Told {
  readonly returned: string | null; // what goes back to the bureau: path from the home; null on a dry run
  readonly dispositions: readonly Disposition[] | null; // of every non-blank cell; null but on a dry run
}

/** Where to read into, and how. */
export interface IngestOptions {
  readonly root: string; // the project's folder
  readonly home: string;
  readonly hints: IngestHints;
  readonly limits: ReadLimits;
  readonly isDryRun: boolean; // nothing is kept and no home is made
}

interface IngestSetting {
  readonly read: Reader;
  readonly hints: IngestHints;
  readonly limits: ReadLimits;
  readonly readingKey: (facts: object) => string;
}

/** A file taken in; or one too large for that, in the vault already, with its refusal. */
type Kept = ReceivedFile | (Reading & { readonly sha256: string; readonly bytes: null });

/**
 * Reads files and folders, each file in a transaction of its own.
 *
 * The original is kept before anything else happens to a file, and a file that cannot be read stays kept, with the
 * reason. A file that was received before is answered from the store as long as hints, seeds and program are the same,
 * and the limits too where it could not be opened; else it is read anew, with the hints it was given then where none are given now, and nothing is written unless it
 * comes out differently: after a correction of the seeds it may say more.
 *
 * @returns one entry a file, in the order of `listInputFiles`
 * @throws PipelineError USAGE, FILE_NOT_FOUND, SEED_INVALID, CONFIG_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function ingestFiles(
  paths: readonly string[],
  { root, home, hints, limits, isDryRun }: IngestOptions,
  effects: Effects,
): Promise<readonly IngestedFile[]> {
  const files = listInputFiles(paths);
  const results: IngestedFile[] = [];
  if (isDryRun) {
    const read = makeReader(loadReference(root), hints, limits);
    for (const path of files) {
      const received = await tryReceive(path, limits, fingerprintPieces);
      const reading = "outcome" in received ? received : await read(received, hints);
      results.push({ ...tell(reading), returned: null, dispositions: reading.dispositions });
    }
    return results;
  }
  return withHome(home, root, async (open) => {
    const read = makeReader(open.reference, hints, limits);
    const setting = { read, hints, limits, readingKey: makeReadingKey(root, open.reference) };
    for (const path of files) {
      const received = await tryReceive(path, limits, (pieces) => keepPieces(open.home.vault, pieces));
      if (!("outcome" in received)) results.push(await ingestFile(received, open, setting, effects));
      else if (received.sha256 === null) results.push(await recordRefusal(received, open, effects));
      else
        results.push(await ingestFile({ ...received, sha256: received.sha256, bytes: null }, open, setting, effects));
    }
    return results;
  });
}

async function ingestFile(
  received: Kept,
  { store, home }: OpenHome,
  { read, hints, limits, readingKey }: IngestSetting,
  effects: Effects,
): Promise<IngestedFile> {
  const startedAt = effects.now();
  const { sha256, bytes } = received;
  if (bytes !== null) keepOriginal(home.vault, sha256, bytes);
  const known = await findSubmission(store, sha256);
  const settled = Object.keys(hints).length > 0 ? hints : (known?.hints ?? {});
  const keys = { opened: readingKey(settled), refused: readingKey({ ...settled, ...limits }) };
  if (known && Object.values(keys).includes(known.readAs)) {
    const readBook = async () => (bytes === null ? null : (await read(received, settled)).book);
    const returned = await keepReturn(home.returns, { ...known, bytes, readBook, isNew: false }, limits);
    return { ...tell(known), dispositions: null, returned };
  }
  const { file, receivedAt } = known ?? { file: received.file, receivedAt: startedAt };
  const reading = { ...(bytes === null ? received : await read(received, settled)), file };
  const readAs = reading.format === null ? keys.refused : keys.opened;
  const { observations, issues, outcome } = reading;
  const vintage = reading.vintage ?? receivedAt.slice(0, 10);
  const submission = { ...reading, sha256, vintage, receivedAt, hints: { ...settled }, readAs };
  const written = await insertSubmission(store, submission, observations, issues, {
    ...{ job: "ingest", startedAt, finishedAt: effects.now(), subject: sha256, error: null },
    outcome: issues.some(({ severity }) => severity === "error") ? "done-with-errors" : "done",
    counts: { observations: observations.length, issues: issues.length },
  });
  const isNew = written === "inserted";
  if (isNew) {
    effects.logger.info(`ingest ${file} ${outcome} ${observations.length} observations ${issues.length} issues`);
  }
  const returned = await keepReturn(
    home.returns,
    { ...reading, sha256, bytes, readBook: async () => reading.book, isNew },
    limits,
  );
  return { ...tell(reading), dispositions: null, returned };
}

async function recordRefusal(refusal: Reading, { store }: OpenHome, effects: Effects): Promise<IngestedFile> {
  const now = effects.now();
  const { file, issues } = refusal;
  await insertRun(store, {
    ...{ job: "ingest", startedAt: now, finishedAt: now, outcome: "failed", subject: file },
    ...{ counts: { observations: 0, issues: issues.length }, error: issues.map(({ message }) => message).join("；") },
  });
  effects.logger.error(`ingest ${file} refused`);
  return { ...tell(refusal), dispositions: null, returned: null };
}

function tell({ file, sha256, format, source, outcome, observations, issues }: Told): Told {
  return { file, sha256, format, source, outcome, observations, issues };
}
