import type { Delivery } from "./delivery.ts";
import { HAD } from "./had-papers.ts";

/** What a delivery has for its code that a person has said of it. */
export const SAID = "said";

/** What came of a paper for a folder, by the code that `deliver` gives it. */
const PLACED_WORDS: Readonly<Record<string, string>> = {
  placed: "已放入共享文件夹",
  there: "共享文件夹里已有同样的文稿",
  occupied: "共享文件夹里已有别的或改动过的文稿，没有放入",
  link: "共享文件夹里的位置是链接或文件，没有放入",
};

/** What keeps a folder from being written, by code of Node's. */
export const FOLDER_TROUBLE: Readonly<Record<string, string>> = {
  ...{
    ENOTDIR: "路径中有一段是文件，不是文件夹",
    EEXIST: "那里是文件，不是文件夹",
    ENOENT: "上一级文件夹不存在，磁盘可能没有接上",
  },
  ...{ EACCES: "没有写入的权限", EPERM: "没有写入的权限", EROFS: "磁盘是只读的", ENOSPC: "磁盘满了" },
};

/** What came of an attempt. */
type Answer = Pick<Delivery, "channel" | "code" | "reply">;

/**
 * What the other side said to an attempt, for papers that leave this machine: a mail server's own words behind its code, of a
 * folder what came of it, no path of this machine; "" where nothing was said, or nothing had to be sent.
 */
export function answerWords({ channel, code, reply }: Answer): string {
  if (code === HAD) return "";
  if (channel === "mail" || code === null) return serverWords(code, reply);
  return PLACED_WORDS[code] ?? `放不进共享文件夹：${FOLDER_TROUBLE[code] ?? "读写失败"}`;
}

/** The same for whoever sits at this machine: with the folder where something stands in the way. */
export function answerInFull({ code, reply }: Answer): string {
  const words = code === null ? undefined : PLACED_WORDS[code];
  return words === undefined ? serverWords(code, reply) : [words, reply].filter(Boolean).join("：");
}

/** Only a server's code says anything to people; Node's say what the words say. */
function serverWords(code: string | null, reply: string | null): string {
  const isServers = code !== null && /^\d/.test(code);
  return [isServers || reply === null ? code : null, reply].filter((part) => part !== null).join(" ");
}
