import { createHash, type Hash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { makeReadOnly } from "../../archive/read-only.ts";
import { readTar, type TarEntry } from "../../archive/tar-read.ts";
import type { TarredFile } from "../../archive/tar-write.ts";
import { PipelineError } from "../../errors.ts";
import { pathOnDisk } from "../../model/file-name.ts";
import type { Restoration } from "../../model/restoration.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import { describeCopy } from "../../store/copy.ts";
import { peek } from "../../store/peek.ts";
import { readRestorationStatus } from "../../store/restoration-status.ts";
import { recordRestoration } from "../../store/restorations.ts";
import { writeThrough } from "../../write-through.ts";
import { explainHomeError, makeHome } from "../home.ts";
import { CONTENTS, DATABASE, FOLDERS, renderContents } from "./form.ts";
import { findMoving, goOn, moveUp, UNPACKED } from "./restore-within.ts";

/** A home as it was restored. */
export interface Restored {
  readonly home: string;
  readonly files: number;
  readonly restoration: Restoration; // what happened between its times is not known there
}

/**
 * Makes a home out of a backup: every file as it was, its digest checked, and the database looked through.
 *
 * A home that is not there appears whole or not at all. An empty folder that is there stays the one it is (a disk is mounted
 * there, or it is somebody's): once all is whole within it, it is moved up, the database last. Killed meanwhile, the home opens
 * for nobody until the same backup is restored once more, which goes on where the other stopped.
 *
 * The home remembers that it was restored: mails that may have gone out since the backup wait for a person to say.
 *
 * @param now ISO 8601, UTC
 * @throws PipelineError USAGE where the home is not empty, or half of another backup is in it; FILE_NOT_FOUND, FILE_UNREADABLE
 *   where the backup is damaged or none; STORE_FAILED
 */
export function restoreBackup(backup: string, folder: string, now: string): Restored {
  const home = resolve(folder);
  const isThere = existsSync(home);
  const moving = findMoving(home);
  const isFree = moving !== undefined || !isThere || isEmpty(home);
  if (!isFree) {
    throw new PipelineError("USAGE", `${JSON.stringify(home)} 里已经有东西，没有恢复`, {
      hint: "请用环境变量 JINDU_HOME 指定一个空文件夹",
    });
  }
  if (!existsSync(backup)) {
    throw new PipelineError("FILE_NOT_FOUND", "备份文件不存在", { location: { file: backup } });
  }
  const staged = isThere ? join(home, UNPACKED) : `${home}.${process.pid}.partial`;
  try {
    if (moving !== undefined) {
      const { files, contents } = lookThrough(backup);
      goOn(home, moving, contents);
      const database = join(home, DATABASE);
      return { home, files, restoration: peek(database, readRestorationStatus) ?? markRestored(database, now) };
    }
    rmSync(staged, { recursive: true, force: true });
    makeHome(staged);
    const { files, contents } = unpack(backup, staged);
    const database = join(staged, DATABASE);
    if (!existsSync(database) || !describeCopy(database).isWhole) throw damaged(backup);
    const restoration = markRestored(database, now);
    for (const path of packagesIn(join(staged, "archive"))) makeReadOnly(path);
    if (isThere) moveUp(home, contents);
    else renameSync(staged, home);
    return { home, files, restoration };
  } catch (error) {
    throw explainHomeError(error instanceof RangeError ? damaged(backup, error) : error, dirname(home));
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** A database out of a backup has the time at which it was copied for it. */
function markRestored(database: string, now: string): Restoration {
  const backedUpAt = statSync(database).mtime.toISOString();
  const restoration = { restoredAt: now > backedUpAt ? now : backedUpAt, backedUpAt };
  recordRestoration(database, restoration);
  return restoration;
}

/** But for what a restore left that was killed, or the system put into a disk of its own. */
function isEmpty(home: string): boolean {
  const isLeft = (name: string) => name === UNPACKED || name === "lost+found";
  return statSync(home).isDirectory() && readdirSync(home).every(isLeft);
}

function packagesIn(archive: string): readonly string[] {
  if (!existsSync(archive)) return [];
  const folders = readdirSync(archive, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => join(archive, name));
}

interface Unpacked {
  readonly files: number;
  readonly contents: string; // SHA-256 of the list that ends the backup: it tells one from another
}

function unpack(backup: string, staged: string): Unpacked {
  const files: TarredFile[] = [];
  const contents: Buffer[] = [];
  readTar(backup, (entry, pieces) => {
    if (entry.path === CONTENTS) for (const piece of pieces) contents.push(Buffer.from(piece));
    else files.push({ path: entry.path, bytes: entry.size, sha256: unpackFile(entry, pieces, staged) });
  });
  const list = Buffer.concat(contents);
  if (!list.equals(renderContents(files))) throw damaged(backup);
  return { files: files.length, contents: fingerprint(list) };
}

/** What `unpack` gives, of a backup that has been unpacked before. */
function lookThrough(backup: string): Unpacked {
  const contents: Buffer[] = [];
  let files = 0;
  readTar(backup, ({ path }, pieces) => {
    if (path !== CONTENTS) files += 1;
    else for (const piece of pieces) contents.push(Buffer.from(piece));
  });
  return { files, contents: fingerprint(Buffer.concat(contents)) };
}

/** @returns the SHA-256 of what was written */
function unpackFile({ path, mode, seconds }: TarEntry, pieces: Iterable<Uint8Array>, staged: string): string {
  const [top = ""] = path.split("/");
  const parts = path.split(sep === "\\" ? /[/\\]/ : "/"); // elsewhere a backslash is a character like any other
  if (parts.includes("..") || path.includes("\0") || !(path === DATABASE || FOLDERS.includes(top))) {
    throw new RangeError(`does not belong into a home: ${path}`);
  }
  const file = join(staged, path);
  mkdirSync(pathOnDisk(dirname(file)), { recursive: true });
  const hash = createHash("sha256");
  const onDisk = pathOnDisk(file);
  writeThrough(onDisk, updating(hash, pieces));
  utimesSync(onDisk, seconds, seconds);
  chmodSync(onDisk, mode & 0o777);
  return hash.digest("hex");
}

function* updating(hash: Hash, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

function damaged(file: string, cause?: unknown): PipelineError {
  return new PipelineError("FILE_UNREADABLE", "备份文件已损坏，或者不是本程序的备份，没有恢复", {
    location: { file },
    hint: "请换一份备份",
    cause,
  });
}
