import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readTar } from "../../archive/tar-read.ts";
import { appendBytes, appendFile, endTar, type TarredFile } from "../../archive/tar-write.ts";
import { PipelineError } from "../../errors.ts";
import { compareText } from "../../model/text-order.ts";
import { listFolder } from "../../read/folder-entries.ts";
import { type CopiedDatabase, copyDatabase, describeCopy } from "../../store/copy.ts";
import { originalPath } from "../../store/vault.ts";
import { explainHomeError, findHome, homePaths } from "../home.ts";
import { CONTENTS, DATABASE, FOLDERS, INBOX, renderContents } from "./form.ts";

const MOST_LOOKS = 5; // into the inbox, until nothing has moved while it was copied

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
 * The inbox is copied first, so that what is taken out of it meanwhile is in the backup once more rather than not at all;
 * then the database, as of one moment; then the rest: what the database refers to was there before and never changes. The
 * file is read again, digest by digest, before it gets its name.
 *
 * @param target where it may lie in the home, then in none of the folders that a backup holds
 * @param mayReplace a file that is there already is replaced, once the new one is read again
 * @throws PipelineError USAGE where the file is there already and may not be replaced, or would be in the next backup;
 *   FILE_NOT_FOUND where the home is empty; STORE_BUSY; STORE_FAILED, also while a restore into it has not ended
 */
export function backUp(
  home: string,
  target: string,
  { mayReplace = false }: { readonly mayReplace?: boolean } = {},
): BackedUp {
  const file = resolve(target);
  const { database } = findHome(home);
  if (existsSync(file) && !mayReplace) throw alreadyThere(file);
  if (!existsSync(dirname(file))) {
    throw new PipelineError("USAGE", `放备份的文件夹 ${JSON.stringify(dirname(file))} 不存在`, {
      hint: "请先建好文件夹",
    });
  }
  requireOutside(file, home);
  if (!existsSync(database)) {
    throw new PipelineError("FILE_NOT_FOUND", "还没有数据，没有可备份的", { location: { file: home } });
  }
  const partial = `${file}.${process.pid}.partial`;
  const copy = `${file}.${process.pid}.sqlite.partial`;
  try {
    for (const left of [partial, copy]) rmSync(left, { force: true });
    const { files, described } = writeTar(partial, home, copy);
    verify(partial, files);
    renameSync(partial, file);
    const known = files.map(({ path }) => path);
    const wanted = [
      ...described.vault.map((sha256) => originalPath("vault", sha256).replaceAll("\\", "/")),
      ...described.editions,
      ...described.packages.map((name) => `archive/${name}`),
    ];
    const there = new Set(known.flatMap((path) => [path, dirname(path)]));
    const missing = wanted.filter((path) => !there.has(path));
    return { file, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), missing };
  } catch (error) {
    const isReading = (error as NodeJS.ErrnoException).syscall === "read"; // in the middle of a file no path is named
    const [nearer, other] = isReading ? [home, dirname(file)] : [dirname(file), home];
    throw explainHomeError(explainHomeError(error, nearer), other);
  } finally {
    for (const left of [partial, copy]) rmSync(left, { force: true });
  }
}

function alreadyThere(file: string): PipelineError {
  return new PipelineError("USAGE", `${JSON.stringify(file)} 已经有了，没有覆盖`, { hint: "请换一个文件名" });
}

function requireOutside(file: string, home: string): void {
  const inHome = relative(realPath(home), join(realPath(dirname(file)), basename(file))).split(sep);
  if (!FOLDERS.includes(inHome[0] ?? "")) return;
  throw new PipelineError("USAGE", `备份不能放在 ${inHome[0]}/ 里：下一次备份会把它也装进去`, {
    hint: "请放到 JINDU_HOME 以外，最好在另一块磁盘上",
  });
}

function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}

interface WrittenTar {
  readonly files: readonly TarredFile[];
  readonly described: CopiedDatabase;
}

function writeTar(partial: string, home: string, copy: string): WrittenTar {
  const { database } = homePaths(home);
  const tar = openSync(partial, "ax", 0o600);
  try {
    const files = [...appendInbox(tar, home)];
    copyDatabase(database, copy);
    const described = describeCopy(copy);
    if (!described.isWhole) throw damagedDatabase(database);
    for (const [path, file] of [
      [DATABASE, copy],
      ...FOLDERS.filter((folder) => folder !== INBOX)
        .flatMap((folder) => filesBelow(home, folder))
        .map((path) => [path, join(home, path)] as const),
    ] as const) {
      const found = ifThere(() => appendFile(tar, path, file));
      if (found) files.push(found);
    }
    appendBytes(tar, CONTENTS, renderContents(files));
    endTar(tar);
    fsyncSync(tar);
    return { files, described };
  } finally {
    closeSync(tar);
  }
}

/** What had gone when its turn came has been moved on within the inbox, most likely: it is looked for again. */
function appendInbox(tar: number, home: string): Iterable<TarredFile> {
  const files = new Map<string, TarredFile>();
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const paths = filesBelow(home, INBOX).filter((path) => !files.has(path));
    for (const path of paths) {
      const found = ifThere(() => appendFile(tar, path, join(home, path)));
      if (found) files.set(path, found);
    }
    if (paths.every((path) => files.has(path))) break;
  }
  return files.values();
}

/** Half-written files and folders, which end in .partial, are left out. */
function filesBelow(home: string, folder: string): readonly string[] {
  const paths: string[] = [];
  const walk = (below: string): void => {
    for (const { name, isFile, isFolder } of ifThere(() => listFolder(join(home, below))) ?? []) {
      const path = `${below}/${name}`;
      if (name.endsWith(".partial")) continue;
      if (isFolder) walk(path);
      else if (isFile) paths.push(path);
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
