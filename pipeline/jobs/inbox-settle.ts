import { copyFileSync, lstatSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { formatIssue } from "../model/issue.ts";
import { OWN_FOLDERS } from "./inbox-folders.ts";
import { type IngestedFile, OUTCOME_WORDS } from "./ingest-file.ts";

const LONGEST_NAME = 255; // bytes, of most file systems
const ROOM_FOR_COMPANIONS = 40; // "（99）.核对结果.xlsx"

/** A file that has been read, or was not fit to be. */
export interface ReadFromInbox {
  readonly path: string; // where it lies, in 处理中
  readonly folder: string; // the bureau's
  readonly ingested: IngestedFile | null; // null for what is no file
  readonly problem: string | null; // why not
  readonly remarks: readonly string[]; // what else there is to say to the bureau
}

/**
 * Moves a file on to 已处理/<day>/, or to 未通过/, with what is to be said of it beside it: a text, and the marked
 * copy. These are written first, so that a process killed in between writes them again.
 *
 * @param home from which the marked copy's path counts
 * @param day "2023-07-15", in Beijing
 * @returns where the file is now
 */
export function settleFile({ path, folder, ...read }: ReadFromInbox, home: string, day: string): string {
  const { ingested, problem, remarks } = read;
  const isFailed = ingested === null || ingested.outcome === "refused";
  const place = isFailed ? join(folder, OWN_FOLDERS.failed) : join(folder, OWN_FOLDERS.done, day);
  mkdirSync(place, { recursive: true });
  const name = freeName(place, basename(path));
  const lines = [...(problem === null ? [] : [problem]), ...remarks, ...issueLines(ingested)];
  if (lines.length > 0) {
    const head = `${basename(path)}：${ingested === null ? OUTCOME_WORDS.refused : OUTCOME_WORDS[ingested.outcome]}`;
    writeFileSync(join(place, `${name}.说明.txt`), `\ufeff${[head, ...lines, ""].join("\r\n")}`);
  }
  const returned = ingested?.returned ?? null;
  if (returned !== null) copyFileSync(join(home, returned), join(place, `${name}.核对结果${extname(returned)}`));
  renameSync(path, join(place, name));
  return join(place, name);
}

function issueLines(ingested: IngestedFile | null): readonly string[] {
  if (ingested === null) return [];
  const told = ingested.issues.filter(({ severity }) => severity !== "info");
  return told.map((issue) => `${issue.severity === "error" ? "错误" : "提醒"} ${formatIssue(ingested.file, issue)}`);
}

/** Its own name; with （2） where that is taken; cut where none would fit beside it. */
function freeName(folder: string, name: string): string {
  const extension = extname(name).slice(0, 12);
  const stem = cut(name.slice(0, name.length - extname(name).length), extension);
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}${number === 1 ? "" : `（${number}）`}${extension}`;
    if (lstatSync(join(folder, candidate), { throwIfNoEntry: false }) === undefined) return candidate;
  }
}

function cut(stem: string, extension: string): string {
  let kept = stem;
  while (Buffer.byteLength(kept + extension) > LONGEST_NAME - ROOM_FOR_COMPANIONS)
    kept = [...kept].slice(0, -1).join("");
  return kept;
}
