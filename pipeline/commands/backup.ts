import type { Config } from "../config.ts";
import { backUp } from "../jobs/backup.ts";
import { restoreBackup } from "../jobs/restore.ts";
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
          "数据库里有登记、文件夹里没有；最新一版文稿可用 publish 重新生成，最新的归档包可用 archive 重新生成，其余请从以前的备份找回。",
        ]
      : []),
  ];
  write(options.json ? printableJson(backedUp) : lines.join("\n"));
  return missing.length > 0 ? 1 : 0;
}

/** Restores a home and prints where; exit code 0. */
export function restore(file: string, options: BackupOptions, { home }: Config, write: (text: string) => void): number {
  const restored = restoreBackup(file, home);
  write(options.json ? printableJson(restored) : `已恢复到 ${restored.home}：文件 ${restored.files} 个。`);
  return 0;
}
