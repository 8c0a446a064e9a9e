import { createHash, type Hash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { makeReadOnly } from "../archive/read-only.ts";
import { readTar, type TarEntry } from "../archive/tar-read.ts";
import type { TarredFile } from "../archive/tar-write.ts";
import { PipelineError } from "../errors.ts";
import { pathOnDisk } from "../model/file-name.ts";
import { describeCopy } from "../store/copy.ts";
import { writeThrough } from "../write-through.ts";
import { CONTENTS, DATABASE, FOLDERS, renderContents } from "./backup-form.ts";
import { explainHomeError, makeHome } from "./home.ts";

/** Where a folder that is there already is filled, until all is whole. */
const WITHIN = ".restore.partial";

/** A home as it was restored. */
export interface Restored {
  readonly home: string;
  readonly files: number;
}

/**
 * Makes a home out of a backup: every file as it was, its digest checked, and the database looked through.
 *
 * A home that is not there appears whole or not at all. An empty folder that is there stays the one it is (a disk is mounted
 * there, or it is somebody's): once all is whole within it, it is moved up, the database last.
 *
 * @throws PipelineError USAGE where the home is not empty; FILE_NOT_FOUND, FILE_UNREADABLE where the backup is damaged or none;
 *   STORE_FAILED
 */
export function restoreBackup(backup: string, folder: string): Restored {
  const home = resolve(folder);
  const isThere = existsSync(home);
  if (isThere && (!statSync(home).isDirectory() || readdirSync(home).some((name) => !isLeft(name)))) {
    throw new PipelineError("USAGE", `${JSON.stringify(home)} 里已经有东西，没有恢复`, {
      hint: "请用环境变量 JINDU_HOME 指定一个空文件夹",
    });
  }
  if (!existsSync(backup)) {
    throw new PipelineError("FILE_NOT_FOUND", "备份文件不存在", { location: { file: backup } });
  }
  const staged = isThere ? join(home, WITHIN) : `${home}.${process.pid}.partial`;
  try {
    rmSync(staged, { recursive: true, force: true });
    makeHome(staged);
    const files = unpack(backup, staged);
    if (!existsSync(join(staged, DATABASE)) || !describeCopy(join(staged, DATABASE)).isWhole) throw damaged(backup);
    for (const path of packagesIn(join(staged, "archive"))) makeReadOnly(path);
    if (isThere) moveUp(staged, home);
    else renameSync(staged, home);
    return { home, files };
  } catch (error) {
    throw explainHomeError(error instanceof RangeError ? damaged(backup, error) : error, dirname(home));
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** What a restore left that was killed, or the system put into a disk of its own. */
function isLeft(name: string): boolean {
  return name === WITHIN || name === "lost+found";
}

function moveUp(staged: string, home: string): void {
  const folders = readdirSync(staged).filter((name) => name !== DATABASE);
  for (const name of [...folders, DATABASE]) renameSync(join(staged, name), join(home, name));
}

function packagesIn(archive: string): readonly string[] {
  if (!existsSync(archive)) return [];
  const folders = readdirSync(archive, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => join(archive, name));
}

function unpack(backup: string, staged: string): number {
  const files: TarredFile[] = [];
  const contents: Buffer[] = [];
  readTar(backup, (entry, pieces) => {
    if (entry.path === CONTENTS) for (const piece of pieces) contents.push(Buffer.from(piece));
    else files.push({ path: entry.path, bytes: entry.size, sha256: unpackFile(entry, pieces, staged) });
  });
  if (!Buffer.concat(contents).equals(renderContents(files))) throw damaged(backup);
  return files.length;
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
