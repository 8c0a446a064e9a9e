import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readTar } from "../archive/tar-read.ts";
import { appendBytes, appendFile, endTar, type TarredFile } from "../archive/tar-write.ts";
import { PipelineError } from "../errors.ts";
import { compareText } from "../model/text-order.ts";
import { copyDatabase, describeCopy } from "../store/copy.ts";
import { originalPath } from "../store/vault.ts";
import { explainHomeError, homePaths } from "./home.ts";

/** Under what name a backup lists its files, last of all. */
export const CONTENTS = "jindu-backup.json";

/** Name of the database in a home and in a backup. */
export const DATABASE = "jindu.sqlite";

/** Folders of a home that a backup holds, in the order in which they are copied: what the database refers to first. */
export const FOLDERS = ["vault", "editions", "archive", "returns", "inbox", "shared"] as const;

/** A backup as it was written and read again. */
export interface BackedUp {
  readonly file: string;
  readonly files: number;
  readonly bytes: number;
  readonly missing: readonly string[]; // what the database refers to and is not in the home, from the home
}

/**
 * Writes the whole home into one file, a plain tar, while others go on working in it.
 *
 * The database is copied first, as of one moment; what it refers to was there before and never changes. The file is read
 * again, digest by digest, before it gets its name; a file that came or went meanwhile (inbox) is in it or not.
 *
 * @throws PipelineError USAGE where the file is there already; FILE_NOT_FOUND where the home is empty; STORE_BUSY, STORE_FAILED
 */
export function backUp(home: string, target: string): BackedUp {
  const file = resolve(target);
  const database = homePaths(home).database;
  if (existsSync(file)) {
    throw new PipelineError("USAGE", `${JSON.stringify(target)} 已经有了，没有覆盖`, { hint: "请换一个文件名" });
  }
  if (!existsSync(database)) {
    throw new PipelineError("FILE_NOT_FOUND", "还没有数据，没有可备份的", { location: { file: home } });
  }
  const [partial, copy] = [`${file}.${process.pid}.partial`, `${file}.${process.pid}.sqlite`];
  try {
    for (const left of [partial, copy]) rmSync(left, { force: true });
    copyDatabase(database, copy);
    const { isWhole, vault, editions, packages } = describeCopy(copy);
    if (!isWhole) throw damagedDatabase(database);
    const files = writeTar(partial, home, copy);
    verify(partial, files);
    renameSync(partial, file);
    const known = files.map(({ path }) => path);
    const wanted = [
      ...vault.map((sha256) => originalPath("vault", sha256).replaceAll("\\", "/")),
      ...editions,
      ...packages.map((name) => `archive/${name}`),
    ];
    const there = new Set(known.flatMap((path) => [path, dirname(path)]));
    const missing = wanted.filter((path) => !there.has(path));
    return { file, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), missing };
  } catch (error) {
    throw explainHomeError(explainHomeError(error, home), dirname(file));
  } finally {
    for (const left of [partial, copy]) rmSync(left, { force: true });
  }
}

function writeTar(partial: string, home: string, copy: string): readonly TarredFile[] {
  const tar = openSync(partial, "wx", 0o600);
  try {
    const files = [appendFile(tar, DATABASE, copy)];
    for (const folder of FOLDERS) {
      for (const path of filesBelow(home, folder)) {
        const found = ifThere(() => appendFile(tar, path, join(home, path)));
        if (found) files.push(found);
      }
    }
    appendBytes(tar, CONTENTS, new TextEncoder().encode(`${JSON.stringify({ format: 1, files }, null, 1)}\n`));
    endTar(tar);
    fsyncSync(tar);
    return files;
  } finally {
    closeSync(tar);
  }
}

/** Half-written files and folders, which end in .partial, are left out. */
function filesBelow(home: string, folder: string): readonly string[] {
  const paths: string[] = [];
  const walk = (below: string): void => {
    for (const entry of ifThere(() => readdirSync(join(home, below), { withFileTypes: true })) ?? []) {
      const path = `${below}/${entry.name}`;
      if (entry.name.endsWith(".partial")) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) paths.push(path);
    }
  };
  walk(folder);
  return paths.sort(compareText);
}

/** Undefined where it has gone meanwhile: others work in the home. */
function ifThere<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function verify(partial: string, files: readonly TarredFile[]): void {
  const expected = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  readTar(partial, ({ path }, pieces) => {
    if (path === CONTENTS) return;
    const hash = createHash("sha256");
    for (const piece of pieces) hash.update(piece);
    if (expected.get(path) === hash.digest("hex")) expected.delete(path);
  });
  if (expected.size === 0) return;
  throw new PipelineError("STORE_FAILED", "备份写下后读出来不一样，没有留下", {
    location: { file: partial },
    hint: "请检查磁盘，换一个位置再备份",
  });
}

function damagedDatabase(file: string): PipelineError {
  return new PipelineError("STORE_FAILED", "数据库已损坏，没有备份", {
    location: { file },
    hint: "请用以前的备份恢复",
  });
}
