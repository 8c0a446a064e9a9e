import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type KnownOriginal,
  parseReplayScript,
  REPLAY_ANSWERS,
  REPLAY_SCRIPT,
  type ReplayOriginal,
  type ReplayPaper,
  type ReplayScript,
} from "../../archive/replay-script.ts";
import { PipelineError } from "../../errors.ts";
import { parsePeriod } from "../../model/period.ts";
import { fingerprintPieces } from "../../read/fingerprint.ts";
import type { ReadLimits } from "../../read/limits.ts";
import { type GivenAnswer, insertAnswer } from "../../store/answers.ts";
import { insertReceipt } from "../../store/receipts.ts";
import { publish } from "../edition/publish.ts";
import type { Effects } from "../effects.ts";
import { ingestFile, readingSetting } from "../ingest-file.ts";
import { type OpenHome, withHome } from "../open-home.ts";
import { tryReceive } from "../reading.ts";
import { checkPackage } from "./check.ts";

/** What came of making a package's papers again. */
export interface Replayed {
  readonly ok: boolean;
  readonly papers: number;
  readonly files: number; // compared
  readonly different: readonly string[]; // paths in the package, or what went wrong with a paper; Chinese
}

/**
 * Makes the papers of a package again from nothing but the package, in an empty home, and compares every byte.
 *
 * The sheets that a paper knew are read in the order and at the time at which they came, with the answers given up to then, by
 * the seeds and templates that it was made by. PDFs are not compared: LibreOffice never writes the same twice.
 *
 * @throws PipelineError ARCHIVE_REFUSED where the package is damaged or is none of ours
 */
export async function replayPackage(folder: string, limits: ReadLimits): Promise<Replayed> {
  const { ok, problems } = checkPackage(folder);
  if (!ok) {
    const errors = problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
    throw new PipelineError(
      "ARCHIVE_REFUSED",
      `归档包有 ${errors.length} 处问题，不能重新生成：${errors.map((one) => `\n  ${one}`).join("")}`,
      {
        location: { file: folder },
        hint: "请改用完好的副本",
      },
    );
  }
  return rebuild(folder, limits);
}

/**
 * The same with what stands in a folder's data/, without checking it first.
 *
 * @param parent where the empty home is made, and gone again at the end
 */
export async function rebuild(folder: string, limits: ReadLimits, parent = tmpdir()): Promise<Replayed> {
  const script = readScript(folder);
  const homes = mkdtempSync(join(parent, "jindu-replay-"));
  const different: string[] = [];
  let files = 0;
  try {
    let place: ReplayPlace = { home: join(homes, "0"), done: [] };
    for (const [index, paper] of script.papers.entries()) {
      const isAhead = place.done.some((earlier) => !knowsAllOf(paper, earlier));
      if (isAhead) place = { home: join(homes, String(index)), done: [] }; // what it did not know is there
      try {
        const compared = compare(join(folder, paper.folder), await remake(folder, paper, script, place, limits));
        files += compared.files;
        different.push(...compared.different.map((name) => `${paper.folder}/${name}`));
      } catch (error) {
        if (!(error instanceof PipelineError)) throw error;
        different.push(`${paper.folder}：${error.message}`);
      }
      place = { ...place, done: [...place.done, paper] };
    }
  } finally {
    rmSync(homes, { recursive: true, force: true });
  }
  return { ok: different.length === 0, papers: script.papers.length, files, different };
}

/** A home in which papers are made again, and those that were. */
interface ReplayPlace {
  readonly home: string;
  readonly done: readonly ReplayPaper[];
}

interface Replay extends ReplayScript {
  readonly answers: readonly GivenAnswer[];
}

/** Tells whether all that one paper knew was known to another too. */
function knowsAllOf(paper: ReplayPaper, earlier: ReplayPaper): boolean {
  const senders = sendersOf(paper);
  const isKnown = ({ path, sender }: KnownOriginal) => sender === null || senders.get(path) === sender;
  return earlier.answers <= paper.answers && earlier.known.every((one) => senders.has(one.path) && isKnown(one));
}

function sendersOf({ known }: ReplayPaper): ReadonlyMap<string, string | null> {
  return new Map(known.map(({ path, sender }) => [path, sender]));
}

function readScript(folder: string): Replay {
  const [script, answers] = [REPLAY_SCRIPT, REPLAY_ANSWERS].map((path) => join(folder, path));
  const parsed = script && existsSync(script) ? parseReplayScript(readFileSync(script, "utf8")) : undefined;
  if (!parsed || !answers || !existsSync(answers)) {
    throw new PipelineError("ARCHIVE_REFUSED", "包里没有重新生成文稿所需的记录", {
      location: { file: join(folder, REPLAY_SCRIPT) },
      hint: "只有本程序生成的归档包才能重新生成文稿；别的包可以用 archive check 检查",
    });
  }
  const given: readonly GivenAnswer[] = JSON.parse(readFileSync(answers, "utf8"));
  return { ...parsed, answers: given };
}

/** Makes a paper again where others were made before it, and returns its folder. */
async function remake(
  folder: string,
  paper: ReplayPaper,
  { originals, answers }: Replay,
  { home, done }: ReplayPlace,
  limits: ReadLimits,
): Promise<string> {
  const { period, kind, asOf, createdAt, basis, rules } = paper;
  const known = parsePeriod(period);
  if (known === undefined) throw new RangeError(`not a period: ${period}`); // parseReplayScript has seen to it
  const senders = sendersOf(paper);
  const isRead = (path: string) => done.some((one) => one.basis === basis && sendersOf(one).has(path));
  const unread = originals.filter(({ path }) => senders.has(path) && !isRead(path));
  return withHome({ home, root: join(folder, basis), rules, limits }, async (open) => {
    for (const answer of answers.slice(0, paper.answers)) await insertAnswer(open.store, answer);
    await readOriginals(folder, unread, open);
    for (const { path, file, sha256, receivedAt } of originals) {
      const bureau = senders.get(path) ?? null;
      if (bureau !== null) await insertReceipt(open.store, { sha256, bureau, stamp: "1", file, receivedAt });
    }
    return (await publish(open, { period: known, kind, asOf }, at(createdAt))).folder;
  });
}

/** Reads the sheets of a package, each as it was called and at the time at which it came. */
async function readOriginals(folder: string, originals: readonly ReplayOriginal[], open: OpenHome): Promise<void> {
  const settings = new Map<string, Awaited<ReturnType<typeof readingSetting>>>();
  for (const { path, file, sha256, receivedAt, hints, sender } of originals) {
    const key = JSON.stringify(hints);
    const setting = settings.get(key) ?? (await readingSetting(open, hints));
    settings.set(key, setting);
    const received = await tryReceive(join(folder, path), open.limits, fingerprintPieces);
    const kept = "outcome" in received ? { ...received, file, sha256, bytes: null } : { ...received, file };
    await ingestFile(kept, open, setting, at(receivedAt));
    if (sender !== undefined)
      await insertReceipt(open.store, { sha256, bureau: sender, stamp: path, file, receivedAt });
  }
}

/** A clock that stands at a time of the past, and no log: what is read again is no news. */
function at(time: string): Effects {
  return { now: () => time, logger: { info: () => {}, warn: () => {}, error: () => {} } };
}

function compare(archived: string, made: string): { readonly files: number; readonly different: readonly string[] } {
  const names = new Set([...readdirSync(archived), ...readdirSync(made)].filter((name) => !name.endsWith(".pdf")));
  const different = [...names].filter((name) => {
    const [one, other] = [join(archived, name), join(made, name)];
    return !existsSync(one) || !existsSync(other) || !readFileSync(one).equals(readFileSync(other));
  });
  return { files: names.size, different };
}
