import { createHash } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { QualityCheck } from "../../archive/four-checks.ts";
import type { ArchiveSetting } from "../../model/archive-setting.ts";
import type { Period } from "../../model/period.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import { readTextFile } from "../../read/text-file.ts";
import { parseArchiveSetting } from "../../reference/archive-setting.ts";
import { dropAbandonedFolders, dropStagedFolder, stageFolder } from "../../report/edition-folder.ts";
import { listPackageItems } from "../../store/package-items.ts";
import {
  findLatestPackage,
  forgetPackage,
  insertPackage,
  type PackageRecord,
  placePackage,
  renewSeal,
} from "../../store/packages.ts";
import type { Effects } from "../effects.ts";
import { underHomeLock } from "../home-lock.ts";
import type { OpenHome } from "../open-home.ts";
import { numberItems } from "./numbers.ts";
import type { ToPdf } from "./office-pdf.ts";
import { gatherPapers, type QuarterPapers, quarterName } from "./papers.ts";
import { gatherPayload, type Payload } from "./payload.ts";
import { countLater } from "./records.ts";
import { inTheWay, type StandingPackage, sealOf, standing } from "./standing.ts";
import { BAG, type Draft, writePackage } from "./write.ts";

const SETTING = "seeds/archive.yaml";

/** What is to be archived. */
export interface ArchiveRequest {
  readonly last: Period; // the quarter's last month
  readonly toPdf: ToPdf | null; // null where no PDFs are wanted
  readonly isRenewal?: boolean; // a new package where papers were approved or sent since the last one
}

/** A quarter's package as it stands on disk. */
export interface Archived extends StandingPackage {
  readonly isNew: boolean; // false where just this was archived before
  readonly isRemade: boolean; // it had gone from its place, and was made again with the seal that it had
  readonly lost: LostPackage | null; // in place of which this one was made, because it would not come out the same
  readonly later: number; // approvals and deliveries of the quarter's papers that came after it
  readonly papers: readonly string[];
  readonly missing: readonly string[]; // papers of the quarter that were never made
}

/** A package that was archived and is in its place no more. */
export interface LostPackage {
  readonly name: string;
  readonly seal: string;
}

/**
 * Packs a quarter: papers, sheets, data, what they were made by, how they came about, and what proves it.
 *
 * The package appears whole, read-only, or not at all; killed at any point, the next run makes the same one. Where nothing
 * has changed since the last package of the quarter, that is it; else a new one names the old. Papers that were only approved
 * or sent since make none unless that is asked for: they are counted, and stand in the next package of any quarter. PDFs and the
 * day apart, the same papers give the same bytes.
 *
 * A package that is in its place no more is made again under its number where it comes out with the same seal; otherwise there
 * may be two of one number, so the next version is made, which names it.
 *
 * One process at a time: a second one is told so.
 *
 * @throws PipelineError NOTHING_TO_ARCHIVE, ARCHIVE_REFUSED, SEED_INVALID, STORE_BUSY, STORE_FAILED
 */
export async function archiveQuarter(open: OpenHome, request: ArchiveRequest, effects: Effects): Promise<Archived> {
  return underHomeLock(open.home.database, "archive", "另一个程序正在归档", () => archiveAlone(open, request, effects));
}

async function archiveAlone(
  open: OpenHome,
  request: ArchiveRequest,
  effects: Effects,
  lost: LostPackage | null = null,
): Promise<Archived> {
  const startedAt = effects.now();
  const setting = parseArchiveSetting(readTextFile(join(open.root, SETTING)), SETTING);
  const quarter = await gatherPapers(open, request.last);
  const payload = await gatherPayload(open, quarter.papers);
  const contentSha256 = contentOf(payload, setting);
  const latest = await findLatestPackage(open.store, quarterName(request.last));
  const later = latest ? await countLater(open, latest) : 0;
  const isKnown = latest?.contentSha256 === contentSha256 && lost === null && !(request.isRenewal && later > 0);
  const made = { quarter, payload, startedAt };
  if (latest && existsSync(join(open.home.archive, latest.name))) {
    dropAbandonedFolders(open.home.archive);
    if (!latest.isPlaced) await place(open, latest.name, standing(open, latest).checks, made, effects);
    const found = { isNew: !latest.isPlaced, isRemade: false, lost: null, later, ...namesOf(quarter) };
    if (isKnown) return { ...standing(open, latest), ...found };
  } else if (latest && !latest.isPlaced && !isKnown) {
    await forgetPackage(open.store, latest.name);
    return archiveAlone(open, request, effects);
  }
  const draft = isKnown && latest ? latest : nextPackage(request.last, setting, latest, startedAt);
  const folder = join(open.home.archive, draft.name);
  if (existsSync(folder)) throw inTheWay(folder);
  const before = draft.supersedes === null ? [] : await listPackageItems(open.store, draft.supersedes);
  const numbered = isKnown
    ? await listPackageItems(open.store, draft.name)
    : await numberItems(open, { setting, papers: quarter.papers, originals: payload.originals, before });
  const staged = stageFolder(folder);
  let record: PackageRecord;
  try {
    const checks = await writePackage(staged, open, { draft, setting, quarter, payload, numbered, before, ...request });
    record = { ...draft, contentSha256, sealSha256: sealOf(join(staged, BAG)) };
    if (isKnown && latest.isPlaced && record.sealSha256 !== latest.sealSha256) {
      return await archiveAlone(open, request, effects, { name: latest.name, seal: latest.sealSha256 });
    }
    if (isKnown) await renewSeal(open.store, record);
    else if ((await insertPackage(open.store, record, numbered)) === "taken") {
      return await archiveAlone(open, request, effects, lost);
    }
    renameSync(join(staged, BAG), folder);
    await place(open, draft.name, checks, made, effects);
  } finally {
    dropStagedFolder(staged);
  }
  const isNew = !isKnown || !latest.isPlaced;
  const found = { isNew, isRemade: isKnown && latest.isPlaced, lost, later: isKnown ? later : 0 };
  return { ...standing(open, record), ...found, ...namesOf(quarter) };
}

interface Made {
  readonly quarter: QuarterPapers;
  readonly payload: Payload;
  readonly startedAt: string;
}

/** Records that a package has got its place, with the run that made it. */
async function place(
  { store }: OpenHome,
  name: string,
  checks: readonly QualityCheck[],
  { quarter, payload, startedAt }: Made,
  effects: Effects,
): Promise<void> {
  const failed = checks.filter(({ result }) => result === "failed").length;
  await placePackage(store, name, {
    ...{ job: "archive", startedAt, finishedAt: effects.now(), subject: name, error: null },
    outcome: failed > 0 ? "done-with-errors" : "done",
    counts: { papers: quarter.papers.length, originals: payload.originals.length, failed },
  });
  effects.logger.info(`归档 ${name} 文稿${quarter.papers.length}期 原件${payload.originals.length}份`);
}

function namesOf({ papers, missing }: QuarterPapers) {
  return { papers: papers.map(({ item }) => item), missing };
}

function nextPackage(
  last: Period,
  { prefix }: ArchiveSetting,
  latest: PackageRecord | undefined,
  baggedAt: string,
): Draft {
  const version = (latest?.version ?? 0) + 1;
  const quarter = quarterName(last);
  const name = `${prefix}-${quarter.replace("-", "")}-${version}`;
  return { quarter, version, name, supersedes: latest?.name ?? null, baggedAt };
}

/** One hash over all that is the same whenever the package is made: payload without PDFs, and the settings. */
function contentOf({ files }: Payload, setting: ArchiveSetting): string {
  const hash = createHash("sha256").update(JSON.stringify(setting));
  for (const { path, bytes, sha256 } of files) hash.update(`\0${path}\0${sha256 ?? fingerprint(bytes())}`);
  return hash.digest("hex");
}
