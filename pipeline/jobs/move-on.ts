import { copyFileSync, lstatSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { OWN_FOLDERS } from "./inbox-folders.ts";

const LONGEST_NAME = 255; // bytes, of most file systems
const ROOM_FOR_COMPANIONS = 40; // "（99）.核对结果.xlsx"

/** A file that has been dealt with, and what is to be said of it. */
export interface DealtWith {
  readonly path: string; // where it lies, in 处理中
  readonly folder: string; // whose 已处理 and 未通过 it goes to
  readonly day: string; // "2023-07-15", in Beijing
  readonly hasFailed: boolean;
  readonly head: string; // what came of it, in a word
  readonly lines: readonly string[]; // nothing is put beside it where there are none
  readonly companion: { readonly from: string; readonly name: string } | null; // a file that goes with it
}

/**
 * Moves a file on to 已处理/<day>/, or to 未通过/, with a text beside it and what goes with it. These are written first, so
 * that a process killed in between writes them again.
 *
 * @returns where the file is now
 */
export function moveOn({ path, folder, day, hasFailed, head, lines, companion }: DealtWith): string {
  const place = hasFailed ? join(folder, OWN_FOLDERS.failed) : join(folder, OWN_FOLDERS.done, day);
  mkdirSync(place, { recursive: true });
  const name = freeName(place, basename(path));
  if (lines.length > 0) {
    const text = [`${basename(path)}：${head}`, ...lines, ""].join("\r\n");
    writeFileSync(join(place, `${name}.说明.txt`), `\ufeff${text}`);
  }
  if (companion) copyFileSync(companion.from, join(place, `${name}.${companion.name}${extname(companion.from)}`));
  renameSync(path, join(place, name));
  return join(place, name);
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
