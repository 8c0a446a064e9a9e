import { existsSync, readFileSync } from "node:fs";
import { renderRows } from "../../archive/csv.ts";
import { REPLAY_ANSWERS, REPLAY_SCRIPT, type ReplayScript } from "../../archive/replay-script.ts";
import type { PackedFile } from "../../archive/write-bag.ts";
import { PipelineError } from "../../errors.ts";
import { compareText } from "../../model/text-order.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import { listGivenAnswers } from "../../store/answers.ts";
import {
  type Knowledge,
  type KnownThen,
  listKnownThen,
  listSnapshot,
  type SnapshotRow,
} from "../../store/known-then.ts";
import { listRuns, type RecordedRun } from "../../store/runs.ts";
import { originalPath } from "../../store/vault.ts";
import { keepBasis } from "../edition/basis.ts";
import type { OpenHome } from "../open-home.ts";
import type { ArchivedPaper } from "./papers.ts";

const NAME_CHARACTERS = 60;

/** All of a package that is the same whenever it is made. */
export interface Payload {
  readonly files: readonly PackedFile[];
  readonly originals: readonly ArchivedOriginal[];
  readonly runs: readonly RecordedRun[];
  readonly bases: readonly string[]; // folders in the package with what the papers were made by
}

/** A sheet in the package. */
export interface ArchivedOriginal extends KnownThen {
  readonly path: string;
  readonly sender: string | null; // code of the bureau in whose folder it first lay
}

const SNAPSHOT_COLUMNS = [
  ...([
    "indicator",
    "region",
    "period",
    "span",
    "quantity",
    "scope",
    "value",
    "unit",
    "status",
    "status_reason",
  ] as const),
  ...(["vintage", "received_at", "bureau", "source", "illustrative", "label", "file", "sheet", "cell"] as const),
  ...(["sha256", "reading", "url"] as const),
] satisfies readonly (keyof SnapshotRow)[];

const ORIGINAL_COLUMNS = [
  "path",
  "file",
  "sender",
  "bureau",
  "source",
  "vintage",
  "receivedAt",
  "sha256",
  "reading",
] as const;

const RUN_COLUMNS = ["id", "job", "startedAt", "finishedAt", "outcome", "subject", "counts", "error"] as const;

/**
 * Gathers what goes with the papers: everything known when any of them was made, and nothing later.
 *
 * @throws PipelineError ARCHIVE_REFUSED naming all that is gone from the vault or altered: originals, seeds, templates
 */
export async function gatherPayload(open: OpenHome, papers: readonly ArchivedPaper[]): Promise<Payload> {
  const known = papers.map((paper) => paper.known).reduce(bothKnown);
  const originals = (await listKnownThen(open.store, known.readings)).map((one, index): ArchivedOriginal => {
    const path = `data/originals/${String(index + 1).padStart(4, "0")}-${safeName(one.file)}`;
    return { ...one, path, sender: known.senders[one.sha256] ?? null };
  });
  const runs = runsOf(await listRuns(open.store), papers, known);
  const answers = (await listGivenAnswers(open.store)).slice(0, known.answers);
  const bases = basesOf(open, papers);
  requireWhole(open, [...originals, ...bases.files.map(({ path, sha256 = "" }) => ({ file: path, sha256 }))]);
  const script: ReplayScript = {
    papers: papers
      .map(({ item, edition: { period, kind, version, asOf, createdAt }, known: { senders, ...then } }, index) => {
        const { folder: basis = "", rules = "" } = bases.of[index] ?? {};
        const own = originals.filter(({ sha256 }) => then.readings[sha256] !== undefined);
        const known = own.map(({ path, sha256 }) => ({ path, sender: senders[sha256] ?? null }));
        const made = { asOf, rules, createdAt, basis, answers: then.answers, known };
        return { folder: `data/papers/${item}`, period, kind, version, ...made };
      })
      .sort((a, b) => compareText(a.createdAt, b.createdAt)),
    originals: originals.map(({ path, file, sha256, receivedAt, hints, bureau, sender }) => {
      const from = bureau === null && sender !== null ? { sender } : {};
      return { path, file, sha256, receivedAt, hints, ...from };
    }),
  };
  const table = runs.map((run) => ({ ...run, counts: JSON.stringify(run.counts) }));
  const made = (path: string, bytes: Uint8Array): PackedFile => ({ path, bytes: () => bytes });
  const files = [
    ...papers.flatMap(({ item, files: own }) =>
      [...own].map(([name, bytes]) => made(`data/papers/${item}/${name}`, bytes)),
    ),
    ...originals.map(({ path, sha256 }) => kept(open, path, sha256)),
    ...bases.files,
    made(
      "data/snapshot/observations.csv",
      renderRows(SNAPSHOT_COLUMNS, await listSnapshot(open.store, known.readings)),
    ),
    made("data/process/originals.csv", renderRows(ORIGINAL_COLUMNS, originals)),
    made("data/process/runs.csv", renderRows(RUN_COLUMNS, table)),
    made(REPLAY_ANSWERS, json(answers)),
    made(REPLAY_SCRIPT, json(script)),
  ];
  return { files, originals, runs, bases: [...new Set(bases.of.map(({ folder }) => folder))] };
}

/** What is known where two things are: of a file the later reading, of senders the first that anybody knew. */
function bothKnown(one: Knowledge, other: Knowledge): Knowledge {
  const readings = new Map(Object.entries(one.readings));
  for (const [sha256, reading] of Object.entries(other.readings)) {
    readings.set(sha256, Math.max(reading, readings.get(sha256) ?? 0));
  }
  return {
    readings: Object.fromEntries(readings),
    senders: { ...other.senders, ...one.senders },
    answers: Math.max(one.answers, other.answers),
  };
}

/** The run log up to the last paper: what made the papers and the readings in the package is in it whatever the clock says. */
function runsOf(
  runs: readonly RecordedRun[],
  papers: readonly ArchivedPaper[],
  { readings }: Knowledge,
): readonly RecordedRun[] {
  const until = papers.map(({ edition }) => edition.createdAt).reduce((a, b) => (a > b ? a : b));
  const made = new Set(Object.entries(readings).map(([sha256, reading]) => `ingest:${sha256}:${reading}`));
  const subjects = new Set(papers.map(({ edition }) => `${edition.period}-${edition.kind}-v${edition.version}`));
  return runs.filter(({ id, job, subject, finishedAt }) => {
    return finishedAt <= until || made.has(id) || (job === "publish" && subjects.has(subject ?? ""));
  });
}

/** The name for a file on any system: letters, digits and a few marks, not long; the register has the whole one. */
function safeName(file: string): string {
  const [, stem = "", ending = ""] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(file.normalize("NFC")) ?? [];
  const plain = stem.replace(/[^\p{L}\p{N}（）—_.-]/gu, "_").replace(/\.{2,}/g, "_");
  return `${[...plain].slice(0, NAME_CHARACTERS).join("") || "_"}${ending}`.normalize("NFC");
}

function requireWhole({ home }: OpenHome, needed: readonly { readonly file: string; readonly sha256: string }[]): void {
  const lost = needed.filter(({ sha256 }) => {
    const path = originalPath(home.vault, sha256);
    return !existsSync(path) || fingerprint(readFileSync(path)) !== sha256;
  });
  if (lost.length === 0) return;
  const names = lost.map(({ file }) => JSON.stringify(file)).join("、");
  throw new PipelineError("ARCHIVE_REFUSED", `vault/ 中的原件或成文依据不见了或被改动过：${names}`, {
    hint: "请从备份恢复 vault/ 文件夹，再运行一次",
  });
}

interface Bases {
  readonly of: readonly { readonly folder: string; readonly rules: string }[]; // by paper
  readonly files: readonly PackedFile[];
}

/** A folder for each set of seeds and templates, however many papers were made by it. */
function basesOf(open: OpenHome, papers: readonly ArchivedPaper[]): Bases {
  const folders = new Map<string, string>();
  const files: PackedFile[] = [];
  const of = papers.map(({ basis }) => {
    const used = basis ?? keepBasis(open);
    const key = JSON.stringify(used.files);
    const folder = folders.get(key) ?? `data/basis/${folders.size + 1}`;
    if (!folders.has(key)) {
      for (const [path, sha256] of Object.entries(used.files)) files.push(kept(open, `${folder}/${path}`, sha256));
    }
    folders.set(key, folder);
    return { folder, rules: used.rules };
  });
  return { of, files };
}

function kept({ home }: OpenHome, path: string, sha256: string): PackedFile {
  return { path: path.normalize("NFC"), sha256, bytes: () => readFileSync(originalPath(home.vault, sha256)) };
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}
