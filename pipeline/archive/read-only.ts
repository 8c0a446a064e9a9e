import { chmodSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathOfBytes, pathOnDisk } from "../model/file-name.ts";

/** Makes a folder and all in it read-only for everybody; safe to run again. */
export function makeReadOnly(folder: string): void {
  for (const name of readdirSync(pathOnDisk(folder), "buffer")) {
    const path = join(folder, pathOfBytes(name));
    if (lstatSync(pathOnDisk(path)).isDirectory()) makeReadOnly(path);
    else chmodSync(pathOnDisk(path), 0o444);
  }
  chmodSync(pathOnDisk(folder), 0o555);
}
