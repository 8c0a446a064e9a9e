import { existsSync } from "node:fs";
import { PipelineError } from "../errors.ts";
import { holdsFor } from "../model/answer.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { fingerprintPieces } from "../read/fingerprint.ts";
import { listGivenAnswers } from "../store/answers.ts";
import { findSubmission, isReadAs, listSubmissions, type Submission } from "../store/submissions.ts";
import { originalPath } from "../store/vault.ts";
import type { Effects } from "./effects.ts";
import { ingestFile, type ReadingSetting, readingKeys, readingSetting } from "./ingest-file.ts";
import type { OpenHome } from "./open-home.ts";
import { tryReceive } from "./reading.ts";
import { rivalIssues } from "./rival-figures.ts";

/** What a reading said. */
interface Said {
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
}

/** A file that was read anew from the vault. */
export interface RereadFile {
  readonly file: string;
  readonly sha256: string;
  readonly before: Said;
  readonly after: Said;
}

/**
 * Reads anew, from the vault, the received files whose last reading is not what it would be now.
 *
 * The reading key of a file holds the answers that concern it, so an answer that was written by a process which was then
 * killed makes its files stale, and whatever opens the home next catches up: `review` with all files, because people ask
 * it for the state of things; `ingest`, and papers by `requireCaughtUp`, with the files about whose names somebody has
 * ever answered or taken back something. Every file is a transaction of its own; caught up once, nothing is read or
 * written again. A file whose original is gone from the vault, or is not what was received, is warned of and stays as
 * it was read.
 *
 * @param which "answered" costs nothing where nobody has ever answered
 * @returns the files that were read, by hash
 */
export async function catchUp(
  open: OpenHome,
  which: "all" | "answered",
  effects: Effects,
): Promise<readonly RereadFile[]> {
  const { reread, unreadable } = await readStale(open, which, effects);
  for (const file of unreadable) effects.logger.warn(`重新读取 ${file} 原件已丢失或改动，没有重新读取`);
  return reread;
}

/**
 * Catches up with the files that answers concern, so that no paper rests on an answer taken back.
 *
 * @throws PipelineError STORE_FAILED where one of them is out of date and its original cannot be read
 */
export async function requireCaughtUp(open: OpenHome, effects: Effects): Promise<void> {
  const { unreadable } = await readStale(open, "answered", effects);
  if (unreadable.length === 0) return;
  const files = unreadable.map((file) => JSON.stringify(file)).join("、");
  const problem = `${files} 要按现在的答复重新读取，但 vault/ 中的原件不见了或被改动过，所以没有出数`;
  throw new PipelineError("STORE_FAILED", problem, { hint: "请从备份恢复 vault/ 文件夹，再运行一次" });
}

interface Stale {
  readonly reread: readonly RereadFile[];
  readonly unreadable: readonly string[]; // names of files
}

async function readStale(open: OpenHome, which: "all" | "answered", effects: Effects): Promise<Stale> {
  const given = await listGivenAnswers(open.store);
  if (which === "answered" && given.length === 0) return { reread: [], unreadable: [] };
  const concerned = (await listSubmissions(open.store)).filter(
    ({ source, sha256 }) => which === "all" || given.some((answer) => holdsFor(answer, source, sha256)),
  );
  const setting = await readingSetting(open, {});
  const reread: RereadFile[] = [];
  const unreadable: string[] = [];
  for (const submission of concerned) {
    const { sha256, hints } = submission;
    if (await isReadAs(open.store, sha256, Object.values(readingKeys(hints, submission, setting)))) continue;
    const found = await readAnew(submission, open, setting, effects);
    if (found) reread.push(found);
    else unreadable.push(submission.file);
  }
  return { reread, unreadable };
}

/** Undefined where the original is not there, or not what was received. */
async function readAnew(
  { file, sha256 }: Submission,
  open: OpenHome,
  setting: ReadingSetting,
  effects: Effects,
): Promise<RereadFile | undefined> {
  const path = originalPath(open.home.vault, sha256);
  const received = existsSync(path) ? await tryReceive(path, open.limits, fingerprintPieces) : undefined;
  if (received === undefined || received.sha256 !== sha256) return undefined;
  const known = await findSubmission(open.store, sha256);
  const before = known && { ...known, issues: [...known.issues, ...(await rivalIssues(open.store, known))] };
  const kept = "outcome" in received ? { ...received, file, sha256, bytes: null } : { ...received, file };
  const after = await ingestFile(kept, open, setting, effects);
  return before && { file, sha256, before, after };
}
