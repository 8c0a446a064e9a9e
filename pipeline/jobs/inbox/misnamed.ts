import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { readableName, shownPath } from "../../model/file-name.ts";
import { listFolder } from "../../read/folder-entries.ts";
import { listInboxEntries } from "../../read/inbox-folder.ts";
import type { Home } from "../home.ts";
import { OWN_FOLDERS } from "./folders.ts";

/** What is said of a file that is left where it lies for its name. */
export const MISNAMED_FILE = "名称不是 UTF-8 编码，也不能按 GB18030 读出，这一份没有读取，请改名";

/** What is said of a folder in the inbox whose name is not UTF-8: it may be a bureau's. */
export const MISNAMED_FOLDER = "文件夹的名称不是 UTF-8 编码，里面的没有读取，请改名，或把里面的报表移到部门的文件夹";

/** Names what in the inbox and among the replies is left there for its name, changing nothing. @returns Chinese, a line each */
export function misnamedWarnings({ inbox, replies }: Pick<Home, "inbox" | "replies">): readonly string[] {
  const placeOf = (path: string) => shownPath(relative(join(inbox, ".."), path).split(sep).join("/"));
  const folders = entriesOf(() => (existsSync(inbox) ? listFolder(inbox) : [])).filter(({ isFolder }) => isFolder);
  const isOdd = (name: string) => shownPath(name) !== name;
  const watched = folders.filter(({ name }) => !isOdd(name)).map(({ name }) => join(inbox, name));
  const files = [...watched, ...(existsSync(replies) ? [replies] : [])].flatMap((folder) =>
    entriesOf(() => listInboxEntries(folder, Object.values(OWN_FOLDERS))),
  );
  return [
    ...folders.filter(({ name }) => isOdd(name)).map(({ name }) => `${placeOf(join(inbox, name))} ${MISNAMED_FOLDER}`),
    ...files
      .filter(({ path }) => readableName(basename(path)) === undefined)
      .map(({ path }) => `${placeOf(path)} ${MISNAMED_FILE}`),
  ];
}

/** None of what the system does not let us look at: whoever reads the inbox is told of that. */
function entriesOf<T>(list: () => readonly T[]): readonly T[] {
  try {
    return list();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) return [];
    throw error;
  }
}
