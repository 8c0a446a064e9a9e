import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bureau } from "../../model/bureau.ts";
import { shownPath } from "../../model/file-name.ts";
import { type FolderEntry, listFolder } from "../../read/folder-entries.ts";

/** Our own folders in a bureau's: what has been taken out of it, what was read, what could not be. */
export const OWN_FOLDERS = { taken: "处理中", done: "已处理", failed: "未通过" } as const;

/** Name of the note on how to use a folder. */
export const FOLDER_NOTE = "说明.txt";

const NOTE_TEXT = `收件文件夹
==========

每个部门一个文件夹。把报表放进本部门的文件夹就行，子文件夹也可以；文件名不必改。
放好之后程序自动读取（定时工作运行时），或运行：npm run -s jindu -- run

读完的移到  已处理/日期/；有错误或提醒的，旁边放“说明”和退回件“核对结果”。
读不了的移到  未通过/，旁边的“说明”写着原因和怎么办。改好后重新放进本部门文件夹即可。
处理中/ 是程序正在读的，请不要动。

正在打开或没有传完的文件会等它放好再读。同一份文件放两次，只算一份。
直接放在这一层（不在部门文件夹里）的文件不读，因为不知道是谁报的。
`;

/** A bureau's folder in the inbox. */
export interface BureauFolder {
  readonly bureau: Bureau;
  readonly name: string;
  readonly path: string;
}

/** The folders of the inbox, and what lies there that belongs to none of them. */
export interface InboxFolders {
  readonly folders: readonly BureauFolder[]; // in the order of the bureaus
  readonly strays: readonly string[]; // names
  readonly misnamed: readonly string[]; // folders whose names are not UTF-8, as far as these can be shown
}

/** Makes the inbox: a folder for each bureau that has none yet, and a note on how to use them. Safe to call again. */
export function makeInbox(inbox: string, bureaus: readonly Bureau[]): void {
  mkdirSync(inbox, { recursive: true });
  const { folders } = listInboxFolders(inbox, bureaus);
  const there = new Set(folders.map(({ bureau }) => bureau.code));
  for (const { code, shortName } of bureaus) {
    const isTaken = there.has(code) || lstatSync(join(inbox, shortName), { throwIfNoEntry: false });
    if (!isTaken) mkdirSync(join(inbox, shortName), { recursive: true });
  }
  writeFolderNote(inbox, NOTE_TEXT);
}

/** Puts a note on how to use a folder into it, once and whole; it stays as people leave it. */
export function writeFolderNote(folder: string, text: string): void {
  const note = join(folder, FOLDER_NOTE);
  if (lstatSync(note, { throwIfNoEntry: false })) return;
  const partial = join(folder, `.${FOLDER_NOTE}.partial`);
  rmSync(partial, { force: true });
  writeFileSync(partial, `\ufeff${text.replaceAll("\n", "\r\n")}`, { flag: "wx" });
  renameSync(partial, note);
}

/** Finds the bureaus' folders: called by code, name, short name or any other name that the bureau goes by. Links are strays. */
export function listInboxFolders(inbox: string, bureaus: readonly Bureau[]): InboxFolders {
  const entries = listFolder(inbox).filter(({ name }) => name !== FOLDER_NOTE && !name.startsWith("."));
  const isMisnamed = ({ name, isFolder }: FolderEntry) => isFolder && shownPath(name) !== name;
  const named = new Map(
    bureaus.flatMap((bureau) => namesOf(bureau).map((name) => [name.normalize("NFC"), bureau] as const)),
  );
  const found = entries.flatMap((entry) => {
    const bureau = entry.isFolder ? named.get(entry.name.normalize("NFC")) : undefined;
    return bureau ? [{ bureau, name: entry.name, path: join(inbox, entry.name) }] : [];
  });
  const ours = new Set(found.map(({ name }) => name));
  const place = ({ bureau }: BureauFolder) => bureaus.indexOf(bureau);
  return {
    folders: found.sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1)),
    strays: entries
      .filter((entry) => !ours.has(entry.name) && !isMisnamed(entry))
      .map(({ name }) => shownPath(name))
      .sort(),
    misnamed: entries
      .filter(isMisnamed)
      .map(({ name }) => shownPath(name))
      .sort(),
  };
}

/**
 * The first of our own folders in a folder in whose place a link or a file stands; undefined where all can be used.
 *
 * @param day "2023-07-15", of the folder in 已处理 that files are moved to
 */
export function findUnusable({ path }: Pick<BureauFolder, "path">, day: string): string | undefined {
  return [...Object.values(OWN_FOLDERS), `${OWN_FOLDERS.done}/${day}`].find((name) => {
    const stat = lstatSync(join(path, name), { throwIfNoEntry: false });
    return stat && !stat.isDirectory();
  });
}

function namesOf({ code, name, shortName, aliases }: Bureau): readonly string[] {
  return [shortName, name, code, ...aliases];
}
