import type { Disposition } from "../model/disposition.ts";
import type { ReceivedFile } from "../read/received-file.ts";
import { answersInForce, listGivenAnswers } from "../store/answers.ts";
import { findSubmission, insertSubmission, isReadAs } from "../store/submissions.ts";
import { keepOriginal } from "../store/vault.ts";
import type { Effects } from "./effects.ts";
import { keepReturn } from "./keep-return.ts";
import type { OpenHome } from "./open-home.ts";
import { type IngestHints, makeReader, type Reader, type Reading } from "./reading.ts";
import { makeReadingKey, type ReadingKey } from "./reading-key.ts";

type Told = Pick<Reading, "file" | "sha256" | "format" | "source" | "outcome" | "observations" | "issues">;

/** One file, read. */
export interface IngestedFile extends Told {
  readonly returned: string | null; // what goes back to the bureau: path from the home; null on a dry run
  readonly dispositions: readonly Disposition[] | null; // of every non-blank cell; null but on a dry run
}

/** How files are read, and what tells whether one has to be. */
export interface ReadingSetting {
  readonly read: Reader;
  readonly hints: IngestHints;
  readonly readingKey: ReadingKey;
}

/** Gets ready to read by the seeds and the answers in force. @throws PipelineError USAGE where a hint names nothing known */
export async function readingSetting(
  { store, reference }: OpenHome,
  root: string,
  hints: IngestHints,
): Promise<ReadingSetting> {
  const answers = answersInForce(await listGivenAnswers(store));
  return { read: makeReader(reference, hints, answers), hints, readingKey: makeReadingKey(root, reference, answers) };
}

/** Keeps a file, reads it unless it is known to come out the same, and takes the reading in. */
export async function ingestFile(
  received: ReceivedFile,
  { store, home }: OpenHome,
  { read, hints, readingKey }: ReadingSetting,
  effects: Effects,
): Promise<IngestedFile> {
  const startedAt = effects.now();
  const { sha256, bytes } = received;
  keepOriginal(home.vault, sha256, bytes);
  const known = await findSubmission(store, sha256);
  const settled = Object.keys(hints).length > 0 ? hints : (known?.hints ?? {});
  if (known && (await isReadAs(store, sha256, readingKey(settled, known)))) {
    return {
      ...tell(known),
      dispositions: null,
      returned: keepReturn(home.returns, { ...known, bytes, isNew: false }),
    };
  }
  const { file, receivedAt } = known ?? { file: received.file, receivedAt: startedAt };
  const reading = { ...(await read(received, settled)), file, sha256 };
  const { observations, issues, questions, outcome } = reading;
  const vintage = reading.vintage ?? receivedAt.slice(0, 10);
  const readAs = readingKey(settled, reading);
  const submission = { ...reading, vintage, receivedAt, hints: { ...settled }, readAs };
  const run = {
    ...{ job: "ingest", startedAt, finishedAt: effects.now(), subject: sha256, error: null },
    outcome: issues.some(({ severity }) => severity === "error") ? "done-with-errors" : "done",
    counts: { observations: observations.length, issues: issues.length },
  } as const;
  const isNew = (await insertSubmission(store, submission, observations, issues, run, questions)) === "inserted";
  if (isNew) {
    effects.logger.info(`ingest ${file} ${outcome} ${observations.length} observations ${issues.length} issues`);
  }
  const returned = keepReturn(home.returns, { ...reading, bytes, isNew });
  return { ...tell(reading), dispositions: null, returned };
}

/** What is told of a reading, whoever made it. */
export function tell({ file, sha256, format, source, outcome, observations, issues }: Told): Told {
  return { file, sha256, format, source, outcome, observations, issues };
}
