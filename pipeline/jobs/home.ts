import { mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { PipelineError } from "../errors.ts";
import { FULL_DISK_HINT } from "../store/store-errors.ts";

/** Where things stand in a home. */
export interface Home {
  readonly database: string;
  readonly inbox: string;
  readonly vault: string;
  readonly returns: string;
  readonly editions: string;
  readonly notes: string; // a compiler's notes, one file an edition
  readonly archive: string;
  readonly replies: string; // mails that came back
  readonly receipts: string; // what each recipient got, a folder an edition
}

const FULL_DISK = /^(?:ENOSPC|EDQUOT)$/;

/** The paths in a home; nothing is made or opened. A backup holds all of them. */
export function homePaths(home: string): Home {
  const database = join(home, "jindu.sqlite");
  return {
    database,
    inbox: join(home, "inbox"),
    vault: join(home, "vault"),
    returns: join(home, "returns"),
    editions: join(home, "editions"),
    notes: join(home, "notes"),
    archive: join(home, "archive"),
    replies: join(home, "replies"),
    receipts: join(home, "receipts"),
  };
}

/** How the folders in a home begin in which a restore has what it has not put in its place yet. */
export const RESTORING = ".restore.";

/** The paths in a home that may be looked into, whether it is there or not. @throws PipelineError STORE_FAILED while a restore into it has not ended */
export function findHome(home: string): Home {
  if (statSync(home, { throwIfNoEntry: false })?.isDirectory()) requireRestored(home);
  return homePaths(home);
}

function requireRestored(home: string): void {
  if (!readdirSync(home).some((name) => name.startsWith(RESTORING))) return;
  throw new PipelineError("STORE_FAILED", "里面的数据只恢复了一半，不能使用", {
    location: { file: home },
    hint: "请用同一份备份再运行一次 restore，它会接着做完",
  });
}

/**
 * Makes the home's folder where missing.
 *
 * @throws PipelineError CONFIG_INVALID if it cannot be written; STORE_FAILED while a restore into it has not ended
 */
export function makeHome(home: string): Home {
  try {
    makeFolder(resolve(home));
  } catch (cause) {
    throw new PipelineError("CONFIG_INVALID", `文件夹 ${JSON.stringify(home)} 建不起来`, {
      hint: "请检查磁盘和权限，或用环境变量 JINDU_HOME 另选一个文件夹",
      cause,
    });
  }
  return findHome(home);
}

/**
 * Says in the reader's words what keeps a file of the home from being written or read.
 *
 * @returns STORE_FAILED where folder or permissions in the home are at fault, or any disk is full, which may pass; else
 * `error` as it came
 */
export function explainHomeError(error: unknown, home: string): unknown {
  if (!(error instanceof Error && "syscall" in error)) return error;
  const { code = "", path = home } = error as NodeJS.ErrnoException; // what fails in the middle of a file names no path
  const mayPass = FULL_DISK.test(code);
  if (!mayPass && path !== home && !path.startsWith(`${resolve(home)}${sep}`)) return error;
  const [message, hint] = remedyFor(code);
  return new PipelineError("STORE_FAILED", message, { location: { file: path }, hint, cause: error, mayPass });
}

function remedyFor(code: string): readonly [message: string, hint: string] {
  if (FULL_DISK.test(code)) return ["磁盘已满，没有写入", FULL_DISK_HINT];
  if (/^(?:EACCES|EPERM|EROFS)$/.test(code))
    return ["没有权限，不能读写", "请检查这个文件夹的读写权限，以及磁盘是否只读"];
  if (/^(?:ENOTDIR|EEXIST)$/.test(code)) return ["文件夹建不起来，它的位置上有一个文件", "请把那个文件移开后重新运行"];
  return ["读写失败", "请检查所在文件夹是否存在、磁盘是否正常"];
}

/** Level by level: where nothing can be made (/proc), Node's own recursive mkdirSync never returns. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error; // else another process has just made it
  }
}
