import type { TarredFile } from "../../archive/tar-write.ts";
import { homePaths } from "../home.ts";

/** Under what name a backup lists its files, last of all. */
export const CONTENTS = "jindu-backup.json";

/** Name of the database in a home and in a backup. */
export const DATABASE = "jindu.sqlite";

/** The folder of a home in which others put, and this program moves, files. */
export const INBOX = "inbox";

/** Folders of a home that a backup holds: all that it has, and the shared one where that stands in it. */
export const FOLDERS: readonly string[] = [
  ...Object.values(homePaths("")).filter((path) => path !== DATABASE),
  "shared",
];

/** The list that ends a backup: its files in their order, with sizes and SHA-256; the same files give the same bytes. */
export function renderContents(files: readonly TarredFile[]): Uint8Array {
  const listed = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  return new TextEncoder().encode(`${JSON.stringify({ format: 1, files: listed }, null, 1)}\n`);
}
