import { join } from "node:path";
import type { Edition } from "../../model/edition.ts";
import {
  dropStagedFolder,
  type EditionFiles,
  hashFiles,
  putAside,
  settleEditionFolder,
  stageEditionFolder,
} from "../../report/edition-folder.ts";
import { insertBasis } from "../../store/edition-bases.ts";
import {
  type EditionRecord,
  findLatestAsOf,
  findLatestEdition,
  insertEdition,
  recordMakings,
} from "../../store/editions.ts";
import type { Knowledge } from "../../store/known-then.ts";
import type { JobRun } from "../../store/runs.ts";
import type { Effects } from "../effects.ts";
import { underHomeLock } from "../home-lock.ts";
import type { OpenHome } from "../open-home.ts";
import { keepBasis } from "./basis.ts";
import type { Certificate } from "./certify.ts";
import { isProgramUnchanged } from "./makings.ts";
import { readEdition } from "./standing.ts";

/** An edition's files with the proof of them. */
export interface CertifiedFiles {
  readonly files: EditionFiles; // certificate.json too
  readonly certificate: Certificate;
}

/** Where an edition stands on disk. */
export interface KeptEdition {
  readonly version: number;
  readonly isNew: boolean; // false where this version was there already
  readonly folder: string;
  readonly aside: string | null; // the folder to which others than the recorded files were moved that stood in its place
  readonly files: readonly string[]; // names in the folder
  readonly proof: Certificate["papers"]; // counts of what was proved, by file
}

/** What goes on record with an edition. */
export interface Occasion {
  readonly makings: string; // hash of what the files were made of
  readonly startedAt: string; // ISO 8601, UTC
  readonly known: Knowledge;
  readonly effects: Effects;
}

/**
 * Keeps an edition: a new version where the latest of the same day's knowledge has not just this content. What an earlier
 * one said and the latest does not is new, too: the latest is what leaves. The version is taken in the store before the folder
 * appears; what a person has put or changed there is moved aside.
 *
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function keepEdition(
  open: OpenHome,
  edition: Edition,
  certified: CertifiedFiles,
  occasion: Occasion,
): Promise<KeptEdition> {
  const { files, certificate } = certified;
  const { record, isNew, aside } = await underHomeLock(
    open.home.database,
    "papers",
    "另一个程序正在写入文稿",
    async () => {
      const placed = await place(open, edition, files, occasion);
      if (isProgramUnchanged()) await recordMakings(open.store, placed.record, occasion.makings);
      return placed;
    },
  );
  const folder = join(open.home.editions, "..", record.path);
  if (aside !== null) occasion.effects.logger.warn(`文稿 ${folder} 里的文件与发布时不同，已移到 ${aside}`);
  return { version: record.version, isNew, folder, aside, files: [...files.keys()], proof: certificate.papers };
}

async function place(
  open: OpenHome,
  edition: Edition,
  files: EditionFiles,
  occasion: Occasion,
): Promise<{ readonly record: EditionRecord } & Pick<KeptEdition, "isNew" | "aside">> {
  const { period, kind, region, asOf } = edition;
  const contentSha256 = hashFiles(files);
  const name = { period, kind, region };
  const latest = await findLatestAsOf(open.store, name, asOf);
  const same = latest?.contentSha256 === contentSha256 ? latest : undefined;
  const isNew = same === undefined;
  const basis = { ...keepBasis(open), known: occasion.known };
  if (same) await insertBasis(open.store, same, basis); // one recorded by an older program has none
  const version = same?.version ?? ((await findLatestEdition(open.store, name))?.version ?? 0) + 1;
  const path = `editions/${period}-${kind}/v${version}`;
  const createdAt = occasion.effects.now();
  const record: EditionRecord = { period, kind, region, version, state: "draft", asOf, contentSha256, createdAt, path };
  const folder = join(open.home.editions, "..", path);
  if (same && readEdition(open, same).fault === null) return { record, isNew, aside: null };
  const staged = stageEditionFolder(folder, files);
  if (isNew && (await insertEdition(open.store, record, runOf(record, edition, occasion), basis)) === "taken") {
    dropStagedFolder(staged);
    return place(open, edition, files, occasion);
  }
  const aside = putAside(folder);
  settleEditionFolder(staged, folder);
  return { record, isNew, aside };
}

function runOf({ period, kind, version }: EditionRecord, edition: Edition, { startedAt, effects }: Occasion): JobRun {
  const counts = { figures: edition.figures.length };
  const subject = `${period}-${kind}-v${version}`;
  return { job: "publish", startedAt, finishedAt: effects.now(), outcome: "done", subject, counts, error: null };
}
