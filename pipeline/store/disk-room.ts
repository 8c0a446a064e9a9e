import { statfsSync } from "node:fs";

/** How many bytes may still be written to the disk that a folder is on; null where that cannot be told. */
export function roomOnDisk(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null; // no such folder, or no right to look
  }
}
