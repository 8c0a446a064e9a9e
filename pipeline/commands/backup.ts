import type { Config } from "../config.ts";
import { backUp } from "../jobs/backup/backup.ts";
import { restoreBackup } from "../jobs/backup/restore.ts";
import type { Effects } from "../jobs/effects.ts";
import { beijingClock } from "../model/beijing-time.ts";
import { printableJson } from "../model/printable-text.ts";

interface BackupOptions {
  readonly json?: boolean;
}

/** Backs the home up and prints how much; exit code 1 where something is missing that the database refers to. */
export function backup(file: string, options: BackupOptions, { home }: Config, write: (text: string) => void): number {
  const backedUp = backUp(home, file);
  const { files, bytes, missing } = backedUp;
  const lines = [
    `已备份到 ${backedUp.file}：文件 ${files} 个，${bytes} 字节；写下后已重新读出核对。`,
    ...missing.map((path) => `缺少  ${path}`),
    ...(missing.length > 0
      ? [
          "数据库里有登记、文件夹里没有；最新一版文稿可用 publish 重新生成，归档包请先从以前的备份找回，没有的再运行 archive（封签会变的另编一个号），其余请从以前的备份找回。",
        ]
      : []),
  ];
  write(options.json ? printableJson(backedUp) : lines.join("\n"));
  return missing.length > 0 ? 1 : 0;
}

/** Restores a home and prints where, and what is not known there; exit code 0. */
export function restore(
  file: string,
  options: BackupOptions,
  { home }: Config,
  { now }: Effects,
  write: (text: string) => void,
): number {
  const restored = restoreBackup(file, home, now());
  const lines = [
    `已恢复到 ${restored.home}：文件 ${restored.files} 个。`,
    `备份是 ${beijingClock(restored.restoration.backedUpAt)}（北京时间）做的：此后读取、答复、签发、发送、归档了什么，这里都不知道。`,
    "备份以后也许发过的文稿不会自己再用邮件发：请问收件人，收到了的运行 deliver 期次 --arrived 地址，没有收到的运行 deliver 期次 --again 地址；等人确认的见 deliver --list。",
  ];
  write(options.json ? printableJson(restored) : lines.join("\n"));
  return 0;
}
