import { readdirSync } from "node:fs";
import { pathOfBytes, pathOnDisk } from "../model/file-name.ts";

/** What lies in a folder. */
export interface FolderEntry {
  readonly name: string; // as `pathOfBytes` has it: it may be in any encoding
  readonly isFile: boolean; // neither of the two for links, pipes, devices
  readonly isFolder: boolean;
}

/** Names what lies in a folder, under whatever name, in no order; dotfiles too. @throws Error of Node's */
export function listFolder(folder: string): readonly FolderEntry[] {
  return readdirSync(pathOnDisk(folder), { withFileTypes: true, encoding: "buffer" }).map((entry) => ({
    name: pathOfBytes(entry.name),
    isFile: entry.isFile(),
    isFolder: entry.isDirectory(),
  }));
}
