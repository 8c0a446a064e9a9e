import { lstatSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../errors.ts";
import { bytesOfPath } from "../model/file-name.ts";
import { type FolderEntry, listFolder } from "./folder-entries.ts";

/**
 * Names the files that paths stand for: a file is itself, a folder is every file in it and below it.
 *
 * In folders, dotfiles, the `~$` locks of open workbooks, what Windows leaves in a folder (Thumbs.db, desktop.ini) and
 * symbolic links are passed over. Each file appears once;
 * the order is that of `paths`, and within a folder that of code points.
 *
 * @param passOver is told of what the system or an office program left there
 * @throws PipelineError FILE_NOT_FOUND for a path that is not there
 */
export function listInputFiles(
  paths: readonly string[],
  passOver: (path: string) => void = () => {},
): readonly string[] {
  return [...new Set(paths.flatMap((path) => expand(path, passOver)))];
}

function expand(path: string, passOver: (path: string) => void): readonly string[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new PipelineError("FILE_NOT_FOUND", "没有这个文件或文件夹", {
      location: { file: path },
      hint: "请核对名称和所在的位置",
    });
  }
  return stat.isDirectory() ? filesBelow(path, passOver) : [path];
}

function filesBelow(folder: string, passOver: (path: string) => void): readonly string[] {
  return [...listFolder(folder)].sort(byCodePoint).flatMap(({ name, isFile, isFolder }) => {
    const path = join(folder, name);
    if (isLeftBySystem(name)) {
      passOver(path);
      return [];
    }
    if (isFolder) return filesBelow(path, passOver);
    return isFile ? [path] : [];
  });
}

/** Tells what the system or an office program left in a folder by its name: dotfiles, locks of open workbooks, Thumbs.db. */
export function isLeftBySystem(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || /^(?:thumbs(?::encryptable)?\.db|desktop\.ini)$/i.test(name);
}

/** The same order on every machine; that of UTF-16 differs beyond the basic plane, where rare characters stand. */
function byCodePoint(a: FolderEntry, b: FolderEntry): number {
  return Buffer.compare(bytesOfPath(a.name), bytesOfPath(b.name));
}
