import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { leadsOut } from "../archive/bag-path.ts";
import { makeReadOnly } from "../archive/read-only.ts";
import { readTar, type TarEntry } from "../archive/tar-read.ts";
import { PipelineError } from "../errors.ts";
import { describeCopy } from "../store/copy.ts";
import { CONTENTS, DATABASE, FOLDERS } from "./backup.ts";
import { explainHomeError, makeHome } from "./home.ts";

/** A home as it was restored. */
export interface Restored {
  readonly home: string;
  readonly files: number;
}

/**
 * Makes a home out of a backup: every file as it was, its digest checked, and the database looked through; whole or not at all.
 *
 * @throws PipelineError USAGE where the home is not empty; FILE_NOT_FOUND, FILE_UNREADABLE where the backup is damaged or none;
 *   STORE_FAILED
 */
export function restoreBackup(backup: string, folder: string): Restored {
  const home = resolve(folder);
  if (existsSync(home) && (!statSync(home).isDirectory() || readdirSync(home).length > 0)) {
    throw new PipelineError("USAGE", `${JSON.stringify(home)} 里已经有东西，没有恢复`, {
      hint: "请用环境变量 JINDU_HOME 指定一个空文件夹",
    });
  }
  if (!existsSync(backup)) {
    throw new PipelineError("FILE_NOT_FOUND", "备份文件不存在", { location: { file: backup } });
  }
  const staged = `${home}.${process.pid}.partial`;
  try {
    rmSync(staged, { recursive: true, force: true });
    makeHome(staged);
    const files = unpack(backup, staged);
    if (!existsSync(join(staged, DATABASE)) || !describeCopy(join(staged, DATABASE)).isWhole) throw damaged(backup);
    const packages = join(staged, "archive");
    for (const name of existsSync(packages) ? readdirSync(packages) : []) makeReadOnly(join(packages, name));
    if (existsSync(home)) rmdirSync(home);
    renameSync(staged, home);
    return { home, files };
  } catch (error) {
    throw explainHomeError(error instanceof RangeError ? damaged(backup, error) : error, dirname(home));
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

function unpack(backup: string, staged: string): number {
  const found = new Map<string, string>();
  let contents = "";
  readTar(backup, (entry, pieces) => {
    if (entry.path === CONTENTS) for (const piece of pieces) contents += Buffer.from(piece).toString("latin1");
    else found.set(entry.path, unpackFile(entry, pieces, staged));
  });
  const listed = listOf(contents);
  const isSame = listed.length === found.size && listed.every(({ path, sha256 }) => found.get(path) === sha256);
  if (!isSame) throw damaged(backup);
  return found.size;
}

/** @returns the SHA-256 of what was written */
function unpackFile({ path, mode, seconds }: TarEntry, pieces: Iterable<Uint8Array>, staged: string): string {
  const [top = ""] = path.split("/");
  if (leadsOut(path) || !(path === DATABASE || FOLDERS.some((folder) => folder === top))) {
    throw new RangeError(`does not belong into a home: ${path}`);
  }
  const file = join(staged, path);
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, "wx");
  const hash = createHash("sha256");
  try {
    for (const piece of pieces) {
      hash.update(piece);
      for (let written = 0; written < piece.length; ) written += writeSync(descriptor, piece, written);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  utimesSync(file, seconds, seconds);
  chmodSync(file, mode & 0o777);
  return hash.digest("hex");
}

function listOf(contents: string): readonly { readonly path: string; readonly sha256: string }[] {
  try {
    return JSON.parse(Buffer.from(contents, "latin1").toString("utf8")).files;
  } catch (cause) {
    throw new RangeError("no list of contents", { cause });
  }
}

function damaged(file: string, cause?: unknown): PipelineError {
  return new PipelineError("FILE_UNREADABLE", "备份文件已损坏，或者不是本程序的备份，没有恢复", {
    location: { file },
    hint: "请换一份备份",
    cause,
  });
}
