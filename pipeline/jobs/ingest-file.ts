import type { Book } from "../model/cell.ts";
import type { Disposition } from "../model/disposition.ts";
import type { Issue } from "../model/issue.ts";
import type { ReadLimits } from "../read/limits.ts";
import type { ReceivedFile } from "../read/received-file.ts";
import { answersInForce, listGivenAnswers } from "../store/answers.ts";
import { findSubmission, insertSubmission, isReadAs } from "../store/submissions.ts";
import { keepOriginal } from "../store/vault.ts";
import type { Effects } from "./effects.ts";
import { keepReturn } from "./keep-return.ts";
import type { OpenHome } from "./open-home.ts";
import { type IngestHints, makeReader, type Reader, type Reading } from "./reading.ts";
import { makeReadingKey, type ReadingKey } from "./reading-key.ts";
import { rivalIssues } from "./rival-figures.ts";

type Told = Pick<Reading, "file" | "sha256" | "format" | "source" | "outcome" | "observations" | "reports" | "issues">;

/** How a file came out, for people. */
export const OUTCOME_WORDS = { accepted: "全部读取", partial: "部分读取", refused: "没有读取" } as const;

/** One file, read. */
export interface IngestedFile extends Told {
  readonly returned: string | null; // what goes back to the bureau: path from the home; null on a dry run
  readonly dispositions: readonly Disposition[] | null; // of every non-blank cell; null but on a dry run
}

/** How files are read, and what tells whether one has to be. */
export interface ReadingSetting {
  readonly read: Reader;
  readonly hints: IngestHints;
  readonly limits: ReadLimits;
  readonly readingKey: ReadingKey;
}

/** A file taken in; or one too large for that, in the vault already, with its refusal. */
export type Kept = ReceivedFile | (Reading & { readonly sha256: string; readonly bytes: null });

/** Gets ready to read by the seeds and the answers in force. @throws PipelineError USAGE where a hint names nothing known */
export async function readingSetting(
  { root, store, reference, limits }: OpenHome,
  hints: IngestHints,
): Promise<ReadingSetting> {
  const answers = answersInForce(await listGivenAnswers(store));
  const read = makeReader(reference, { hints, answers, limits });
  return { read, hints, limits, readingKey: makeReadingKey(root, reference, answers) };
}

/**
 * Keeps a file, reads it unless it is known to come out the same, and takes the reading in.
 *
 * @returns its issues with those that it has with other files, as far as these have come
 */
export async function ingestFile(
  received: Kept,
  { store, home }: OpenHome,
  { read, hints, limits, readingKey }: ReadingSetting,
  effects: Effects,
): Promise<IngestedFile> {
  const startedAt = effects.now();
  const { sha256, bytes } = received;
  if (bytes !== null) keepOriginal(home.vault, sha256, bytes);
  const known = await findSubmission(store, sha256);
  const settled = Object.keys(hints).length > 0 ? hints : (known?.hints ?? {});
  const keysOf = (file: Parameters<ReadingKey>[1]) => readingKeys(settled, file, { readingKey, limits });
  const giveBack = async (file: Told, { rivals, isNew, readBook }: GivingBack): Promise<IngestedFile> => {
    const told = tell({ ...file, issues: [...file.issues, ...rivals] });
    const given = { ...told, sha256, bytes, readBook, isNew: isNew || rivals.length > 0 };
    return { ...told, dispositions: null, returned: await keepReturn(home.returns, given, limits) };
  };
  if (known && (await isReadAs(store, sha256, lastingKeys(keysOf(known))))) {
    const readBook = async () => (bytes === null ? null : (await read(received, settled)).book);
    return giveBack(known, { rivals: await rivalIssues(store, known), isNew: false, readBook });
  }
  const { file, receivedAt } = known ?? { file: received.file, receivedAt: startedAt };
  const reading = { ...(bytes === null ? received : await read(received, settled)), file, sha256 };
  const { observations, reports, issues, questions, outcome } = reading;
  const vintage = reading.vintage ?? receivedAt.slice(0, 10);
  const readAs = keysOf(reading)[wayOf(reading)];
  const submission = { ...reading, vintage, receivedAt, hints: { ...settled }, readAs };
  const rivals = await rivalIssues(store, submission);
  const all = [...issues, ...rivals];
  const run = {
    job: "ingest",
    ...{ startedAt, finishedAt: effects.now(), subject: sha256, error: null },
    outcome: all.some(({ severity }) => severity === "error") ? "done-with-errors" : "done",
    counts: { observations: observations.length, issues: all.length },
  } as const;
  const isNew =
    (await insertSubmission(store, { submission, observations, reports, issues, questions, run })) === "inserted";
  if (isNew) {
    effects.logger.info(readLine(file, outcome, observations.length, all.length));
  }
  return giveBack(reading, { rivals, isNew, readBook: async () => reading.book });
}

/** What else decides on what goes back to a bureau. */
interface GivingBack {
  readonly rivals: readonly Issue[]; // with other files; they change with these
  readonly isNew: boolean; // read for the first time, or with another outcome than before
  readonly readBook: () => Promise<Book | null>;
}

function readLine(file: string, outcome: Reading["outcome"], observations: number, issues: number): string {
  return `读取 ${file} ${OUTCOME_WORDS[outcome]} 数据${observations}个 问题${issues}个`;
}

/** How a reading came out: refused, it depends on the limits as well; out of time, on what else the machine had to do. */
type Way = "opened" | "refused" | "outOfTime";

function wayOf({ format, mayPass }: Pick<Reading, "format" | "mayPass">): Way {
  if (format !== null) return "opened";
  return mayPass ? "outOfTime" : "refused";
}

/** Under these, a file that comes again would come out the same. */
function lastingKeys({ opened, refused }: Readonly<Record<Way, string>>): readonly string[] {
  return [opened, refused];
}

/** The keys of a file's reading, one for each way in which it may have come out. */
export function readingKeys(
  hints: IngestHints | Readonly<Record<string, string>>,
  file: Parameters<ReadingKey>[1],
  { readingKey, limits }: Pick<ReadingSetting, "readingKey" | "limits">,
): Readonly<Record<Way, string>> {
  const refused = { ...hints, ...limits };
  return {
    opened: readingKey(hints, file),
    refused: readingKey(refused, file),
    outOfTime: readingKey({ ...refused, outOfTime: true }, file),
  };
}

/** What is told of a reading, whoever made it. */
export function tell({ file, sha256, format, source, outcome, observations, reports, issues }: Told): Told {
  return { file, sha256, format, source, outcome, observations, reports, issues };
}
