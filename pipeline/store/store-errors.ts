import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { PipelineError } from "../errors.ts";
import { roomOnDisk } from "./disk-room.ts";

/** Result codes of SQLite that the data cannot cause: the file, the disk or its neighbours are at fault. */
const TROUBLE = /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|PERM|AUTH|PROTOCOL|NOLFS)/;

/** What to do about a full disk. */
export const FULL_DISK_HINT = "请清理磁盘后重新运行，定时工作会自己接着做；已写入的数据不受影响";

const NO_ROOM_BYTES = 65_536; // too little for SQLite, which takes half of it at once

/**
 * Says in the reader's words what keeps the database from answering.
 *
 * @returns STORE_BUSY where another process holds it, STORE_FAILED where file or disk are at fault, which may pass where the
 * disk is full; else `error` as it came, because then it is a mistake of this program and needs its stack
 */
export function explainStoreError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return busy(file, error);
  return TROUBLE.test(code) ? failed(file, error) : error;
}

/** The same where a database is opened: there, whatever went wrong is STORE_FAILED unless it is STORE_BUSY. */
export function explainOpenError(error: unknown, file: string): PipelineError {
  if (error instanceof PipelineError) return error;
  const explained = explainStoreError(error, file);
  return explained instanceof PipelineError ? explained : failed(file, error);
}

function busy(file: string, cause: unknown): PipelineError {
  return new PipelineError("STORE_BUSY", "数据库正被另一个程序占用", {
    location: { file },
    hint: "请等它运行完再试；如用数据库工具打开着，请先关闭",
    cause,
  });
}

function failed(file: string, cause: unknown): PipelineError {
  const code = causeOf(codeOf(cause), file);
  const [message, hint] = remedyFor(code);
  const mayPass = /^SQLITE_FULL/.test(code);
  return new PipelineError("STORE_FAILED", message, { location: { file }, hint, cause, mayPass });
}

/** What is behind a code that says no more than that reading or writing went wrong. */
function causeOf(code: string, file: string): string {
  if (/^SQLITE_CANTOPEN/.test(code) && isReadOnly(file)) return "SQLITE_READONLY";
  const room = /^SQLITE_(?:CANTOPEN|IOERR)/.test(code) ? roomOnDisk(dirname(file)) : null;
  return room !== null && room < NO_ROOM_BYTES ? "SQLITE_FULL" : code;
}

/** A database of this kind is written to even where it is only read: its neighbours -wal and -shm. */
function isReadOnly(file: string): boolean {
  try {
    accessSync(dirname(file), constants.W_OK);
    return false;
  } catch (error) {
    return ["EROFS", "EACCES", "EPERM"].includes(codeOf(error));
  }
}

function remedyFor(code: string): readonly [message: string, hint: string] {
  if (/^SQLITE_FULL/.test(code)) return ["磁盘已满，数据没有写入", FULL_DISK_HINT];
  if (/^SQLITE_(READONLY|PERM|AUTH)/.test(code))
    return [
      "数据库是只读的，打不开",
      "请检查文件和所在文件夹的写权限，以及磁盘是否只读；磁盘只能读的，把整个文件夹复制到别处，用 JINDU_HOME 指向那里再看",
    ];
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return ["数据库文件已损坏，或者不是数据库", "请用备份恢复；没有备份的，把文件移开后重新读取原始报表"];
  return ["数据库打不开或读写失败", "请检查所在文件夹是否存在、有没有读写权限、磁盘是否正常"];
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
