import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { inject, onTestFinished } from "vitest";
import { type ArchiveRequest, archiveQuarter } from "../../pipeline/jobs/archive/archive.ts";
import type { ToPdf } from "../../pipeline/jobs/archive/office-pdf.ts";
import { publish } from "../../pipeline/jobs/edition/publish.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { type OpenHome, withHome } from "../../pipeline/jobs/open-home.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { insertReceipt } from "../../pipeline/store/receipts.ts";
import { memoryEffects, ROOT, scratchFolder } from "./scratch-home.ts";

/** The package that stands in an archived home, from the home. */
export const PACKAGE = "archive/TL-FGW-2023Q2-1";

/** When it was made: a day later in Beijing. */
export const BAGGED_AT = "2023-07-24T23:00:00.000Z";

/**
 * A home with June's paper on one bureau's sheets, and its quarter archived without PDFs. It is made once in a run of vitest;
 * every test gets a copy of its own, gone when it ends; pass `afterAll` for one that several share.
 */
export async function archivedHome(atEnd: (work: () => void) => void = onTestFinished): Promise<string> {
  const made = join(inject("runFolder"), "archived-home");
  if (!existsSync(made)) await make(made);
  const home = scratchFolder((remove) =>
    atEnd(() => {
      makeWritable(home);
      remove();
    }),
  );
  cpSync(made, home, { recursive: true });
  return home;
}

/** Archives the second quarter in a home. */
export async function archiveJune(home: string, now = BAGGED_AT, request: Partial<ArchiveRequest> = {}) {
  const effects = memoryEffects(now);
  return inHome(home, (open) => archiveQuarter(open, { last: makePeriod(2023, 6), toPdf: null, ...request }, effects));
}

/** Does something in a home by the project's seeds, or by those of another root. */
export function inHome<T>(home: string, work: (open: OpenHome) => Promise<T>, root = ROOT): Promise<T> {
  return withHome({ root, home, limits: DEFAULT_READ_LIMITS }, work);
}

/** Takes in a file that no one can read, from a bureau's folder where one is named. */
export async function takeIn(home: string, name: string, at: string, bureau?: string): Promise<void> {
  const file = join(scratchFolder(), name);
  writeFileSync(file, `\x7fELF\x00\x01 ${name}`);
  const setting = { root: ROOT, home, limits: DEFAULT_READ_LIMITS, hints: {}, isDryRun: false };
  const [read] = await ingestFiles([file], setting, memoryEffects(at));
  if (!read?.sha256) throw new Error("not taken in");
  const receipt = { sha256: read.sha256, file: name, receivedAt: at, stamp: "1" };
  if (bureau) await inHome(home, ({ store }) => insertReceipt(store, { ...receipt, bureau }));
}

/** In place of LibreOffice: makes a PDF of these words of every file. */
export function writePdfs(words: string): ToPdf {
  return async (files, scratch) => {
    return new Map(
      files.map(({ path }, index) => {
        const pdf = join(scratch, `${index}.pdf`);
        writeFileSync(pdf, words);
        return [path, pdf];
      }),
    );
  };
}

/** Lets a package be changed, as its keeper never would. */
export function makeWritable(folder: string): void {
  if (!existsSync(folder)) return;
  chmodSync(folder, 0o755);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (lstatSync(path).isDirectory()) makeWritable(path);
    else if (lstatSync(path).isFile()) chmodSync(path, 0o644);
  }
}

async function make(made: string): Promise<void> {
  const home = `${made}-${threadId}`;
  const setting = { root: ROOT, home, limits: DEFAULT_READ_LIMITS };
  const sheets = join(ROOT, "seeds/sheets/demo/统计局");
  await ingestFiles([sheets], { ...setting, hints: {}, isDryRun: false }, memoryEffects("2023-07-20T01:00:00.000Z"));
  await inHome(home, async (open) => {
    const june = { period: makePeriod(2023, 6), kind: "monthly", asOf: null } as const;
    await publish(open, june, memoryEffects("2023-07-21T02:00:00.000Z"));
  });
  await archiveJune(home);
  try {
    renameSync(home, made);
  } catch {
    rmSync(home, { recursive: true }); // another thread has made it meanwhile; if not, the copy that follows fails
  }
}
