import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { QualityCheck } from "../archive/four-checks.ts";
import { makeReadOnly } from "../archive/read-only.ts";
import { PipelineError } from "../errors.ts";
import type { ArchiveSetting } from "../model/archive-setting.ts";
import type { Period } from "../model/period.ts";
import { fingerprint } from "../read/fingerprint.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseArchiveSetting } from "../reference/archive-setting.ts";
import { dropAbandonedFolders, dropStagedFolder, stageFolder } from "../report/edition-folder.ts";
import {
  findLatestPackage,
  forgetPackage,
  insertPackage,
  listPackageItems,
  type PackageRecord,
  placePackage,
  renewSeal,
} from "../store/packages.ts";
import { checkPackage } from "./archive-check.ts";
import { numberItems } from "./archive-numbers.ts";
import { gatherPapers, type QuarterPapers, quarterName } from "./archive-papers.ts";
import { gatherPayload, type Payload } from "./archive-payload.ts";
import { countLater } from "./archive-records.ts";
import { BAG, type Draft, REPORT, writePackage } from "./archive-write.ts";
import type { Effects } from "./effects.ts";
import { underHomeLock } from "./home-lock.ts";
import type { ToPdf } from "./office-pdf.ts";
import type { OpenHome } from "./open-home.ts";

const SETTING = "seeds/archive.yaml";

/** A read-only folder can be renamed where it stands, but moved elsewhere by nobody. */
const MOVE_ASIDE = "把这个文件夹改名（例如在末尾加“-旧”），再运行一次";

/** One 电子文件号 is one package, byte for byte: what stands in the backup is to be had before another is made. */
const FROM_BACKUP = "先从备份里找回这个包，按原名放好；备份里没有的，再";

/** What is to be archived. */
export interface ArchiveRequest {
  readonly last: Period; // the quarter's last month
  readonly toPdf: ToPdf | null; // null where no PDFs are wanted
  readonly isRenewal?: boolean; // a new package where papers were approved or sent since the last one
}

/** A quarter's package as it stands on disk. */
export interface Archived {
  readonly quarter: string; // "2023-Q2"
  readonly name: string;
  readonly version: number;
  readonly isNew: boolean; // false where just this was archived before
  readonly isRemade: boolean; // it had gone from its place, and was made again with the seal that it had
  readonly lost: LostPackage | null; // in place of which this one was made, because it would not come out the same
  readonly supersedes: string | null;
  readonly folder: string;
  readonly seal: string; // SHA-256 of tagmanifest-sha512.txt: by it the whole package is known again
  readonly later: number; // approvals and deliveries of the quarter's papers that came after it
  readonly papers: readonly string[];
  readonly missing: readonly string[]; // papers of the quarter that were never made
  readonly checks: readonly QualityCheck[];
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
  const place = async (name: string, checks: readonly QualityCheck[]) => {
    const failed = checks.filter(({ result }) => result === "failed").length;
    await placePackage(open.store, name, {
      ...{ job: "archive", startedAt, finishedAt: effects.now(), subject: name, error: null },
      outcome: failed > 0 ? "done-with-errors" : "done",
      counts: { papers: quarter.papers.length, originals: payload.originals.length, failed },
    });
    effects.logger.info(`归档 ${name} 文稿${quarter.papers.length}期 原件${payload.originals.length}份`);
  };
  if (latest && existsSync(join(open.home.archive, latest.name))) {
    dropAbandonedFolders(open.home.archive);
    if (!latest.isPlaced) await place(latest.name, standing(open, latest).checks);
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
    await place(draft.name, checks);
  } finally {
    dropStagedFolder(staged);
  }
  const isNew = !isKnown || !latest.isPlaced;
  const made = { isNew, isRemade: isKnown && latest.isPlaced, lost, later: isKnown ? later : 0 };
  return { ...standing(open, record), ...made, ...namesOf(quarter) };
}

/** A package that is there already, seen to be whole and read-only. */
function standing(open: OpenHome, { quarter, name, version, supersedes, sealSha256 }: PackageRecord) {
  const folder = join(open.home.archive, name);
  const { ok, problems } = checkPackage(folder);
  if (!ok) {
    throw new PipelineError(
      "ARCHIVE_REFUSED",
      `归档包已损坏：${problems[0]?.message}${problems.length > 1 ? ` 等 ${problems.length} 处` : ""}`,
      {
        location: { file: folder },
        hint: `请用 archive check 查看全部问题，${FROM_BACKUP}${MOVE_ASIDE}`,
      },
    );
  }
  if (sealOf(folder) !== sealSha256) {
    throw new PipelineError("ARCHIVE_REFUSED", "归档包不是登记的那一个，它的标签清单与登记的摘要不同", {
      location: { file: folder },
      hint: `请${FROM_BACKUP}${MOVE_ASIDE}`,
    });
  }
  makeReadOnly(folder);
  const { checks }: { readonly checks: readonly QualityCheck[] } = JSON.parse(
    readFileSync(join(folder, REPORT), "utf8"),
  );
  return { quarter, name, version, supersedes, folder, seal: sealSha256, checks };
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

/** Empty where a package has none, which another than ours may. */
function sealOf(folder: string): string {
  const file = join(folder, "tagmanifest-sha512.txt");
  return existsSync(file) ? fingerprint(readFileSync(file)) : "";
}

function inTheWay(folder: string): PipelineError {
  return new PipelineError("ARCHIVE_REFUSED", "那里已经有一个文件夹，数据库里没有它的记录，没有覆盖", {
    location: { file: folder },
    hint: `请${MOVE_ASIDE}`,
  });
}
