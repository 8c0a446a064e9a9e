import { chmodSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Makes a folder and all in it read-only for everybody; safe to run again. */
export function makeReadOnly(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (lstatSync(path).isDirectory()) makeReadOnly(path);
    else chmodSync(path, 0o444);
  }
  chmodSync(folder, 0o555);
}
