import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { QualityCheck } from "../../archive/four-checks.ts";
import { makeReadOnly } from "../../archive/read-only.ts";
import { PipelineError } from "../../errors.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import type { PackageRecord } from "../../store/packages.ts";
import type { OpenHome } from "../open-home.ts";
import { checkPackage } from "./check.ts";
import { REPORT } from "./write.ts";

/** A read-only folder can be renamed where it stands, but moved elsewhere by nobody. */
const MOVE_ASIDE = "把这个文件夹改名（例如在末尾加“-旧”），再运行一次";

/** One 电子文件号 is one package, byte for byte: what stands in the backup is to be had before another is made. */
const FROM_BACKUP = "先从备份里找回这个包，按原名放好；备份里没有的，再";

/** A package as it stands in its place. */
export interface StandingPackage extends Pick<PackageRecord, "quarter" | "name" | "version" | "supersedes"> {
  readonly folder: string;
  readonly seal: string; // SHA-256 of tagmanifest-sha512.txt: by it the whole package is known again
  readonly checks: readonly QualityCheck[];
}

/**
 * Looks at a package that is there, sees that it is whole and the one that was recorded, and makes it read-only.
 *
 * @throws PipelineError ARCHIVE_REFUSED where it is damaged or another one
 */
export function standing(
  { home }: OpenHome,
  { quarter, name, version, supersedes, sealSha256 }: PackageRecord,
): StandingPackage {
  const folder = join(home.archive, name);
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

/** The SHA-256 of a package's list of tag files, hex; empty where it has none, which another than ours may. */
export function sealOf(folder: string): string {
  const file = join(folder, "tagmanifest-sha512.txt");
  return existsSync(file) ? fingerprint(readFileSync(file)) : "";
}

/** Says that a folder of whose package nothing is recorded stands where one is to be. */
export function inTheWay(folder: string): PipelineError {
  return new PipelineError("ARCHIVE_REFUSED", "那里已经有一个文件夹，数据库里没有它的记录，没有覆盖", {
    location: { file: folder },
    hint: `请${MOVE_ASIDE}`,
  });
}
