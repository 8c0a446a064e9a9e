import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import { PipelineError, withHint } from "../../errors.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import type { InboxRules } from "../../model/schedule.ts";
import { type InboxEntry, stampOf } from "../../read/inbox-folder.ts";
import { displayName, receiveFile } from "../../read/received-file.ts";
import type { Effects, TimedEffects } from "../effects.ts";
import { underHomeLock } from "../home-lock.ts";
import { FOLDER_NOTE, findUnusable, writeFolderNote } from "../inbox/folders.ts";
import { MISNAMED_FILE } from "../inbox/misnamed.ts";
import { moveOn } from "../inbox/move-on.ts";
import { leaveTaken, listTaken, takeSettled, type WaitingFile, type WatchedFolder } from "../inbox/take.ts";
import type { OpenHome } from "../open-home.ts";
import { type JudgedReply, judgeReply } from "./judge-reply.ts";
import { writeReceipts } from "./receipts.ts";

/** A message that came back, and what came of it. */
export interface ReplyFile extends JudgedReply {
  readonly file: string; // base name
  readonly movedTo: string | null; // path from the home, with slashes; null where it was given by hand and left alone
}

/** What one look into the folder of replies came to. */
export interface RepliesRound {
  readonly files: readonly ReplyFile[];
  readonly waiting: readonly WaitingFile[];
}

/** Of a message; a report that brings a whole mail back, papers and all, is far smaller. */
const MOST_BYTES = 20 * 1024 * 1024;

const OF_THE_FILE = new Set(["FILE_NOT_FOUND", "FILE_TOO_LARGE", "FILE_UNREADABLE", "FORMAT_UNSUPPORTED"]);

const NOTE_TEXT = `退信和回执
==========

发件邮箱收到的退信（投递失败的通知）和回执，另存为 .eml 文件放进这里；可以一次放多封，文件名不必改。
程序在发送文稿之前读取，记下哪封邮件被退回、延迟、送达、已读。

读懂的移到  已处理/日期/，旁边的“说明”写着是哪一封、结果如何。
不是退信或回执的、不是本程序发出的邮件的、不能确定的移到  未通过/，旁边的“说明”写着原因，请人阅读。
处理中/ 是程序正在读的，请不要动。同一封放两次，只算一封。
`;

/**
 * Reads the mails that came back, out of the folder that people or the office's mail program save them into, each once, and
 * moves them on. What has just been put there is looked at a second time, once it has had the time to settle.
 *
 * Killed at any point, the next look goes on from there.
 *
 * @throws PipelineError STORE_BUSY where another process delivers; STORE_FAILED
 */
export async function takeReplies(open: OpenHome, rules: InboxRules, effects: TimedEffects): Promise<RepliesRound> {
  return underDeliverLock(open, async () => {
    const first = await lookForReplies(open, rules, effects);
    const isUnsettled = first.waiting.some(({ reason }) => reason === "unsettled");
    if (isUnsettled) await effects.wait(rules.settleMs);
    const last = isUnsettled ? await lookForReplies(open, rules, effects) : { ...first, files: [] };
    await writeReceipts(open);
    return { ...last, files: [...first.files, ...last.files] };
  });
}

/** Reads one message that a person hands over; it stays where it is. @throws PipelineError FILE_NOT_FOUND, STORE_BUSY, STORE_FAILED */
export async function readReply(open: OpenHome, path: string, effects: Effects): Promise<ReplyFile> {
  if (!existsSync(path)) {
    throw new PipelineError("FILE_NOT_FOUND", "文件不存在", { location: { file: path }, hint: "请核对文件名" });
  }
  return underDeliverLock(open, async () => {
    const judged = await judgeFile(open, path, stampOf(path) ?? "", effects);
    await writeReceipts(open);
    return { ...judged, file: displayName(path), movedTo: null };
  });
}

async function lookForReplies(open: OpenHome, rules: InboxRules, effects: Effects): Promise<RepliesRound> {
  const { replies, inbox } = open.home;
  mkdirSync(replies, { recursive: true });
  writeFolderNote(replies, NOTE_TEXT);
  const folder = { path: replies, name: relative(inbox, replies).split(sep).join("/"), note: FOLDER_NOTE };
  const now = effects.now();
  const broken = findUnusable(folder, beijingDay(now));
  if (broken !== undefined) {
    effects.logger.warn(`回信 ${broken} 应是文件夹，却是链接或文件，没有读取`);
    return { files: [], waiting: [] };
  }
  const waiting = await takeSettled(open, folder, rules, now);
  for (const { file, reason } of waiting) {
    if (reason === "misnamed") effects.logger.warn(`回信 ${displayName(file)} ${MISNAMED_FILE}`);
  }
  const files: ReplyFile[] = [];
  for (const entry of listTaken(folder)) {
    const file = await settleReply(open, folder, entry, effects);
    if (file) files.push(file);
  }
  return { files, waiting: waiting.map(({ file, reason }) => ({ file: basename(file), reason })) };
}

/** Undefined where somebody has just moved it away. */
async function settleReply(
  open: OpenHome,
  folder: WatchedFolder,
  { path, isFile, stamp }: InboxEntry,
  effects: Effects,
): Promise<ReplyFile | undefined> {
  const judged = isFile ? await judgeFile(open, path, stamp, effects) : NO_FILE;
  const hasFailed = judged.outcome === "unmatched";
  const day = beijingDay(effects.now());
  const head = OUTCOME_WORDS[judged.outcome];
  const file = displayName(path);
  if (stampOf(path) === undefined) return undefined;
  const now = moveOn({ path, folder: folder.path, day, hasFailed, head, lines: judged.lines, companion: null });
  leaveTaken(folder, path);
  const line = [`回信 ${file} ${head}`, ...judged.lines].join(" ");
  if (hasFailed || judged.action === "failed") effects.logger.warn(line);
  else effects.logger.info(line);
  return { ...judged, file, movedTo: relative(dirname(open.home.replies), now).split(sep).join("/") };
}

/** What came of a message, in a word. */
export const OUTCOME_WORDS: Readonly<Record<JudgedReply["outcome"], string>> = {
  recorded: "已记录",
  repeated: "以前读过",
  unmatched: "没有记录",
};

const NO_FILE: JudgedReply = {
  ...{ outcome: "unmatched", action: null, mail: null },
  lines: ["不是普通文件（文件夹、链接、管道或设备），没有打开。请用邮件程序另存的那一封 .eml"],
};

/** What is too large or cannot be read is told of like any other message that nothing can be made of. */
async function judgeFile(open: OpenHome, path: string, stamp: string, effects: Effects): Promise<JudgedReply> {
  try {
    const fileBytes = Math.min(MOST_BYTES, open.limits.fileBytes);
    return await judgeReply(open, { ...receiveFile(path, { ...open.limits, fileBytes }), stamp }, effects);
  } catch (error) {
    if (!(error instanceof PipelineError) || !OF_THE_FILE.has(error.code)) throw error;
    if (error.code === "FORMAT_UNSUPPORTED") return NO_FILE;
    const isLarge = error.code === "FILE_TOO_LARGE";
    const words = isLarge ? `${error.message}，没有打开。退信和回执没有这么大，请人阅读` : withHint(error);
    return { outcome: "unmatched", action: null, mail: null, lines: [words] };
  }
}

function underDeliverLock<T>({ home }: OpenHome, work: () => Promise<T>): Promise<T> {
  return underHomeLock(home.database, "deliver", "另一个程序正在发送文稿", work);
}
