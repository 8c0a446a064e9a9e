import { existsSync } from "node:fs";
import { listInboxEntries } from "../../read/inbox-folder.ts";
import type { OpenHome } from "../open-home.ts";
import { listInboxFolders, OWN_FOLDERS } from "./folders.ts";

/** Codes of the bureaus in whose folder of the inbox something lies that is not read yet, or that cannot be looked into. */
export function listUnreadBureaus({ home, reference }: Pick<OpenHome, "home" | "reference">): ReadonlySet<string> {
  if (!existsSync(home.inbox)) return new Set();
  const { folders } = listInboxFolders(home.inbox, reference.bureaus);
  return new Set(folders.filter(({ path }) => holdsUnread(path)).map(({ bureau }) => bureau.code));
}

function holdsUnread(folder: string): boolean {
  try {
    return listInboxEntries(folder, [OWN_FOLDERS.done, OWN_FOLDERS.failed]).length > 0;
  } catch (error) {
    if (error instanceof Error && "syscall" in error) return true; // nobody knows what lies there
    throw error;
  }
}
