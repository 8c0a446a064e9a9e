import { existsSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { beijingDay } from "../../model/beijing-time.ts";
import type { Bureau } from "../../model/bureau.ts";
import { pathOnDisk } from "../../model/file-name.ts";
import { printableText } from "../../model/printable-text.ts";
import type { InboxRules } from "../../model/schedule.ts";
import type { InboxEntry } from "../../read/inbox-folder.ts";
import { displayName } from "../../read/received-file.ts";
import { insertReceipt, type Receipt } from "../../store/receipts.ts";
import { catchUp } from "../catch-up.ts";
import type { Effects } from "../effects.ts";
import { ingestPath } from "../ingest.ts";
import { type IngestedFile, type ReadingSetting, readingSetting } from "../ingest-file.ts";
import type { OpenHome } from "../open-home.ts";
import type { Reference } from "../reference.ts";
import { type BureauFolder, findUnusable, listInboxFolders, makeInbox } from "./folders.ts";
import { MISNAMED_FILE, MISNAMED_FOLDER } from "./misnamed.ts";
import { settleFile } from "./settle.ts";
import { leaveTaken, listTaken, takeSettled, type WaitingFile } from "./take.ts";

/** A file that came through the inbox. */
export interface InboxFile {
  readonly file: string; // base name
  readonly bureau: string; // code, of the folder it lay in
  readonly ingested: IngestedFile | null; // null for what is no file
  readonly isRepeated: boolean; // the same bytes came before
  readonly remarks: readonly string[];
  readonly movedTo: string; // path from the home, with slashes
}

/** What one look into the inbox came to. */
export interface InboxRound {
  readonly files: readonly InboxFile[];
  readonly waiting: readonly WaitingFile[];
  readonly strays: readonly string[]; // names in the inbox that belong to no bureau; left alone
  readonly unusable: readonly Unusable[];
}

/** A bureau's folder that was left out, or left in the middle, or a file or folder left out because of its name. */
export interface Unusable {
  readonly folder: string; // path from the inbox, with slashes, as far as it can be shown
  readonly problem: string; // Chinese: what is wrong, what was not read
}

/**
 * Reads what has come into the bureaus' folders, each file once, and moves it on.
 *
 * A file is first moved to 处理中, then read, then moved on with its reasons; a process killed anywhere between leaves it
 * in one of these places, and the next look goes on from there. A folder that cannot be used keeps none of the others.
 *
 * @param rules how long files have to stand still
 * @returns files by bureau, in the order of the bureaus, then by name
 * @throws PipelineError STORE_BUSY, STORE_FAILED; SEED_INVALID where a reading needs seeds that are not as they should be
 */
export async function takeInbox(open: OpenHome, rules: InboxRules, effects: Effects): Promise<InboxRound> {
  const { bureaus } = open.reference;
  makeInbox(open.home.inbox, bureaus);
  const { folders, strays, misnamed } = listInboxFolders(open.home.inbox, bureaus);
  const files: InboxFile[] = [];
  const waiting: WaitingFile[] = [];
  const unusable: Unusable[] = misnamed.map((folder) => ({ folder, problem: MISNAMED_FOLDER }));
  let setting: ReadingSetting | undefined;
  const settingOf = async () => {
    if (setting === undefined) await catchUp(open, "answered", effects);
    setting ??= await readingSetting(open, {});
    return setting;
  };
  for (const folder of folders) {
    try {
      const day = beijingDay(effects.now());
      const broken = findUnusable(folder, day);
      if (broken !== undefined) {
        unusable.push({ folder: `${folder.name}/${broken}`, problem: `应是文件夹，却是链接或文件，${NONE_READ}` });
        continue;
      }
      for (const left of await takeSettled(open, folder, rules, effects.now())) {
        if (left.reason === "misnamed") unusable.push({ folder: left.file, problem: MISNAMED_FILE });
        else waiting.push(left);
      }
      for (const entry of listTaken(folder)) {
        const file = await readTaken(entry, folder, open, { setting: await settingOf(), effects, day });
        if (file) files.push(file);
      }
    } catch (error) {
      unusable.push({ folder: folder.name, problem: `${troubleOf(error, folder)}，${NONE_READ}` });
    }
  }
  for (const name of strays) effects.logger.warn(`收件 ${displayName(name)} 不属于任何部门的文件夹，没有读取`);
  for (const { folder, problem } of unusable) effects.logger.warn(`收件 ${printableText(folder)} ${problem}`);
  return { files, waiting, strays, unusable };
}

const NONE_READ = "这个部门的没有读取";

/** What in the folder itself is wrong; what concerns the whole disk, or more than the folder, is thrown. */
function troubleOf(error: unknown, { path: folder }: BureauFolder): string {
  if (!(error instanceof Error && "syscall" in error)) throw error;
  const { code = "", path = "" } = error as NodeJS.ErrnoException;
  const isOurs = path === folder || path.startsWith(`${folder}${sep}`);
  if (!isOurs || /^(?:ENOSPC|EDQUOT|EROFS|EMFILE|ENFILE)$/.test(code)) throw error;
  const place = relative(dirname(folder), path).split(sep).join("/");
  return /^(?:EACCES|EPERM)$/.test(code) ? `没有读写权限（${place}）` : `读写失败（${place}，${code}）`;
}

interface Way {
  readonly setting: ReadingSetting;
  readonly effects: Effects;
  readonly day: string; // in Beijing
}

/** Undefined where another process has just moved it on. */
async function readTaken(
  { path, isFile, stamp }: InboxEntry,
  folder: BureauFolder,
  open: OpenHome,
  { setting, effects, day }: Way,
): Promise<InboxFile | undefined> {
  const home = dirname(open.home.inbox);
  const ingested = isFile ? await ingestPath(path, open, setting, effects) : null;
  const { code: bureau } = folder.bureau;
  const file = displayName(path);
  const arrival = { bureau, stamp, file, receivedAt: effects.now() };
  const sha256 = ingested?.sha256 ?? null;
  const first = sha256 === null ? undefined : await insertReceipt(open.store, { ...arrival, sha256 });
  const remarks = remarksOn(ingested, first, folder.bureau, open.reference);
  const problem = ingested === null ? "不是普通文件（链接、管道或设备），没有打开。请放进文件本身" : null;
  const read = { path, folder: folder.path, ingested, problem, remarks };
  try {
    const now = settleFile(read, home, day);
    leaveTaken(folder, path);
    const movedTo = relative(home, now).split(sep).join("/");
    return { file, bureau, ingested, isRepeated: first !== undefined, remarks, movedTo };
  } catch (error) {
    if (!existsSync(pathOnDisk(path))) return undefined;
    throw error;
  }
}

function remarksOn(
  ingested: IngestedFile | null,
  first: Receipt | undefined,
  sender: Bureau,
  { bureaus, sources }: Reference,
): readonly string[] {
  const nameOf = (code: string) => bureaus.find((bureau) => bureau.code === code)?.shortName ?? code;
  const owner = sources.find(({ name }) => name === ingested?.source)?.bureau ?? null;
  return [
    ...(first === undefined
      ? []
      : [`与 ${beijingDay(first.receivedAt)} ${nameOf(first.bureau)}报来的 ${first.file} 是同一份，只算一份`]),
    ...(owner === null || owner === sender.code
      ? []
      : [`表内写的是${nameOf(owner)}的报表，放在了${sender.shortName}的文件夹，按${nameOf(owner)}的报表读取，请核对`]),
  ];
}
