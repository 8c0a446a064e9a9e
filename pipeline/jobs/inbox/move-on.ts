import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { pathOnDisk, shownPath } from "../../model/file-name.ts";
import { OWN_FOLDERS } from "./folders.ts";

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
 * Moves a file on to 已处理/<day>/, or to 未通过/, with a text beside it and what goes with it. These come first, each whole
 * or not at all, so that after a process is killed in between they are found and the file follows.
 *
 * Nothing there is written over or followed: where the name, or one of a file that goes with it, is taken by anything else,
 * be it a link that somebody has planted, all go under the next free one.
 *
 * @returns where the file is now
 */
export function moveOn({ path, folder, day, hasFailed, head, lines, companion }: DealtWith): string {
  const place = hasFailed ? join(folder, OWN_FOLDERS.failed) : join(folder, OWN_FOLDERS.done, day);
  mkdirSync(place, { recursive: true });
  const called = shownPath(basename(path));
  const text = `\ufeff${[`${called}：${head}`, ...lines, ""].join("\r\n")}`;
  const beside: readonly Beside[] = [
    ...(lines.length > 0 ? [{ suffix: ".说明.txt", bytes: new TextEncoder().encode(text) }] : []),
    ...(companion
      ? [{ suffix: `.${companion.name}${extname(companion.from)}`, bytes: readFileSync(companion.from) }]
      : []),
  ];
  const name = freeName(place, called, beside);
  for (const { suffix, bytes } of beside) writeBeside(place, `${name}${suffix}`, bytes);
  renameSync(pathOnDisk(path), join(place, name));
  return join(place, name);
}

interface Beside {
  readonly suffix: string;
  readonly bytes: Uint8Array;
}

function writeBeside(place: string, name: string, bytes: Uint8Array): void {
  if (holds(join(place, name), bytes)) return;
  const partial = join(place, ".writing.partial");
  rmSync(partial, { force: true });
  writeFileSync(partial, bytes, { flag: "wx" });
  renameSync(partial, join(place, name));
}

/** Its own name; with （2） where that is taken; cut where none would fit beside it. */
function freeName(folder: string, name: string, beside: readonly Beside[]): string {
  const extension = extname(name).slice(0, 12);
  const stem = cut(name.slice(0, name.length - extname(name).length), extension);
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}${number === 1 ? "" : `（${number}）`}${extension}`;
    const isFit = ({ suffix, bytes }: Beside) => {
      const file = join(folder, `${candidate}${suffix}`);
      return isFree(file) || holds(file, bytes);
    };
    if (isFree(join(folder, candidate)) && beside.every(isFit)) return candidate;
  }
}

function isFree(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

function holds(file: string, bytes: Uint8Array): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === bytes.length && readFileSync(file).equals(bytes);
}

function cut(stem: string, extension: string): string {
  let kept = stem;
  while (Buffer.byteLength(kept + extension) > LONGEST_NAME - ROOM_FOR_COMPANIONS)
    kept = [...kept].slice(0, -1).join("");
  return kept;
}
