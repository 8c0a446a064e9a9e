import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Channel } from "../model/delivery.ts";
import { FOLDER_TROUBLE } from "../model/delivery-answer.ts";
import { writeThrough } from "../write-through.ts";
import type { Attempt } from "./smtp.ts";

/** What came of putting papers into a recipient's folder. */
export interface Placed {
  readonly outcome: "sent" | "refused";
  readonly code: string; // "placed", "there", "occupied", "link"
  readonly reply: string; // the folder, or what stands in the way
}

/**
 * Puts files into `<shared>/<recipient>/<name>`, all of them or none: written beside it, then renamed. Safe to run again: a
 * folder that holds just these files is left alone, one that holds anything else is never written over, because a reader may
 * have written into it. The shared folder itself is made where the one above it is there, so that a folder on this disk does
 * not stand in for a disk that is not mounted.
 *
 * @param recipient one step of a path, as `seeds/recipients.yaml` allows
 * @param name one step of a path: 2023-06-monthly-v1
 * @throws Error of Node's for what disk and permissions bring
 */
export function placeInFolder(
  shared: string,
  recipient: string,
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
): Placed {
  for (const step of [recipient, name, ...files.keys()]) {
    if (!isOneStep(step)) throw new RangeError(`not one step of a path: ${JSON.stringify(step)}`);
  }
  makeFolder(shared);
  const own = join(shared, recipient);
  const standing = lstatSync(own, { throwIfNoEntry: false });
  if (standing && !standing.isDirectory()) return { outcome: "refused", code: "link", reply: own };
  makeFolder(own);
  const folder = join(own, name);
  if (lstatSync(folder, { throwIfNoEntry: false })) {
    const isSame = holdsFiles(folder, files);
    return { outcome: isSame ? "sent" : "refused", code: isSame ? "there" : "occupied", reply: folder };
  }
  const staged = join(own, `.${name}.partial`);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged);
  for (const [file, bytes] of files) writeThrough(join(staged, file), [bytes]); // on the disk before the folder gets its name
  renameSync(staged, folder);
  return { outcome: "sent", code: "placed", reply: folder };
}

/** What a mail would say, as a text for a folder; any editor of Windows opens it. */
export function folderNote(subject: string, body: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${subject}\n\n${body}`.replaceAll("\n", "\r\n"));
}

/**
 * The same as `placeInFolder`, with what disk and permissions bring told as an attempt that may succeed another time.
 *
 * @param within a folder of the shared one that the recipients' stand in; "" for none
 */
export function tryToPlace(
  shared: string,
  within: string,
  ...[recipient, name, files]: Tail<Parameters<typeof placeInFolder>>
): Attempt {
  try {
    if (!existsSync(shared)) mkdirSync(shared);
    return placeInFolder(join(shared, within), recipient, name, files);
  } catch (error) {
    return stoppedBy(error, shared);
  }
}

/** Why what goes into the shared folder cannot, as far as that shows without writing, in Chinese; null where nothing shows. */
export function obstacleTo(ways: readonly { readonly channel: Channel }[], shared: string): string | null {
  if (ways.every(({ channel }) => channel !== "shared-folder")) return null;
  try {
    readdirSync(existsSync(shared) ? shared : dirname(shared));
    return null;
  } catch (error) {
    return stoppedBy(error, shared).reply;
  }
}

type Tail<All extends readonly unknown[]> = All extends [unknown, ...infer Rest] ? Rest : never;

function stoppedBy(error: unknown, shared: string): Attempt {
  const { code = "", message, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  const reason = FOLDER_TROUBLE[code] ?? message;
  return { outcome: "stopped", code, reply: `共享文件夹 ${shared} 写不进去：${reason}。请查对 JINDU_SHARED` };
}

/** One level only. */
function makeFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(folder);
}

function isOneStep(step: string): boolean {
  return /^[^\\/\0]+$/.test(step) && step !== "." && step !== "..";
}

/** Whatever else an office program left there (.DS_Store, Thumbs.db, ~$briefing.docx) does not count. */
function holdsFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): boolean {
  if (!lstatSync(folder).isDirectory()) return false;
  const names = readdirSync(folder).filter((name) => !/^\.|^~\$|^Thumbs\.db$/.test(name));
  return (
    names.length === files.size &&
    [...files].every(
      ([name, bytes]) => existsSync(join(folder, name)) && readFileSync(join(folder, name)).equals(bytes),
    )
  );
}
