import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { inject } from "vitest";
import { publish } from "../../pipeline/jobs/edition/publish.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { withHome } from "../../pipeline/jobs/open-home.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { memoryEffects, ROOT, scratchFolder } from "./scratch-home.ts";

/** The papers of a shipped home, from the home. */
export const SHIPPED_PAPERS = { june: "editions/2023-06-monthly/v1", year: "editions/2023-12-annual/v1" } as const;

/**
 * A home in which the shipped sheets have been read and June's and the year's papers published, by the clock of
 * `memoryEffects`. It is made once in a run of vitest, of what is compiled for that run, and every test gets a copy of
 * its own, gone when it ends; pass `afterAll` for one that several share.
 */
export async function shippedHome(...atEnd: Parameters<typeof scratchFolder>): Promise<string> {
  const made = await shippedOriginal();
  const home = scratchFolder(...atEnd);
  cpSync(made, home, { recursive: true });
  return home;
}

/** The home that `shippedHome` copies, for who needs a part of it; nobody may change it. */
export async function shippedOriginal(): Promise<string> {
  const made = join(inject("runFolder"), "shipped-home");
  if (!existsSync(made)) await make(made);
  return made;
}

async function make(made: string): Promise<void> {
  const home = `${made}-${threadId}`;
  const setting = { root: ROOT, home, limits: DEFAULT_READ_LIMITS };
  const effects = memoryEffects();
  await ingestFiles([join(ROOT, "seeds/sheets")], { ...setting, hints: {}, isDryRun: false }, effects);
  await withHome(setting, async (open) => {
    await publish(open, { period: makePeriod(2023, 6), kind: "monthly", asOf: null }, effects);
    await publish(open, { period: makePeriod(2023, 12), kind: "annual", asOf: null }, effects);
  });
  try {
    renameSync(home, made);
  } catch {
    rmSync(home, { recursive: true }); // another thread has made it meanwhile; if not, the copy that follows fails
  }
}
