import { listInputFiles } from "../read/files.ts";
import { fingerprintPieces } from "../read/fingerprint.ts";
import type { ReadLimits } from "../read/limits.ts";
import { peekAnswers } from "../store/peek-answers.ts";
import { insertRun } from "../store/runs.ts";
import { keepPieces } from "../store/vault.ts";
import { catchUp } from "./catch-up.ts";
import type { Effects } from "./effects.ts";
import { findHome } from "./home.ts";
import { type IngestedFile, ingestFile, type ReadingSetting, readingSetting, tell } from "./ingest-file.ts";
import { type OpenHome, withHome } from "./open-home.ts";
import { type IngestHints, makeReader, type Reading, tryReceive } from "./reading.ts";
import { loadReference } from "./reference.ts";

/** Where to read into, and how. */
export interface IngestOptions {
  readonly root: string; // the project's folder
  readonly home: string;
  readonly hints: IngestHints;
  readonly limits: ReadLimits;
  readonly isDryRun: boolean; // nothing is kept and no home is made
}

/**
 * Reads files and folders, each file in a transaction of its own.
 *
 * The original is kept before anything else happens to a file, and a file that cannot be read stays kept, with the
 * reason. A file that was received before is answered from the store as long as hints, seeds, answers and program are
 * the same, and the limits too where it could not be opened; else, and always where its time was over, it is read anew,
 * with the hints it was given then where none are given now, and nothing is written unless it comes out differently:
 * after a correction of the seeds it may say more.
 *
 * @returns one entry a file, in the order of `listInputFiles`
 * @throws PipelineError USAGE, FILE_NOT_FOUND, SEED_INVALID, CONFIG_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function ingestFiles(
  paths: readonly string[],
  { root, home, hints, limits, isDryRun }: IngestOptions,
  effects: Effects,
): Promise<readonly IngestedFile[]> {
  const files = listInputFiles(paths, (path) => effects.logger.info(`读取 ${path} 已跳过`));
  const results: IngestedFile[] = [];
  if (isDryRun) {
    const answers = peekAnswers(findHome(home).database);
    const read = makeReader(loadReference(root), { hints, answers, limits });
    for (const path of files) {
      const received = await tryReceive(path, limits, fingerprintPieces);
      const reading = "outcome" in received ? received : await read(received, hints);
      results.push({ ...tell(reading), returned: null, dispositions: reading.dispositions() });
    }
    return results;
  }
  return withHome({ home, root, limits }, async (open) => {
    const setting = await readingSetting(open, hints);
    await catchUp(open, "answered", effects);
    for (const path of files) results.push(await ingestPath(path, open, setting, effects));
    return results;
  });
}

/** Reads one file as `ingestFiles` reads each of its own, into a home that is open and caught up. */
export async function ingestPath(
  path: string,
  open: OpenHome,
  setting: ReadingSetting,
  effects: Effects,
): Promise<IngestedFile> {
  const received = await tryReceive(path, open.limits, (pieces) => keepPieces(open.home.vault, pieces));
  if (!("outcome" in received)) return ingestFile(received, open, setting, effects);
  if (received.sha256 === null) return recordRefusal(received, open, effects);
  return ingestFile({ ...received, sha256: received.sha256, bytes: null }, open, setting, effects);
}

async function recordRefusal(refusal: Reading, { store }: OpenHome, effects: Effects): Promise<IngestedFile> {
  const now = effects.now();
  const { file, issues } = refusal;
  await insertRun(store, {
    ...{ job: "ingest", startedAt: now, finishedAt: now, outcome: "failed", subject: file },
    ...{ counts: { observations: 0, issues: issues.length }, error: issues.map(({ message }) => message).join("；") },
  });
  effects.logger.error(`读取 ${file} 没有读取`);
  return { ...tell(refusal), dispositions: null, returned: null };
}
