import { mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { PipelineError } from "../errors.ts";

/** Where things stand in a home. */
export interface Home {
  readonly database: string;
  readonly vault: string;
  readonly returns: string;
  readonly editions: string;
}

/** The paths in a home; nothing is made or opened. */
export function homePaths(home: string): Home {
  const database = join(home, "jindu.sqlite");
  return {
    database,
    vault: join(home, "vault"),
    returns: join(home, "returns"),
    editions: join(home, "editions"),
  };
}

/** Makes the home's folder where missing. @throws PipelineError CONFIG_INVALID if it cannot be written */
export function makeHome(home: string): Home {
  try {
    makeFolder(resolve(home));
  } catch (cause) {
    throw new PipelineError("CONFIG_INVALID", `文件夹 ${JSON.stringify(home)} 建不起来`, {
      hint: "请检查磁盘和权限，或用环境变量 JINDU_HOME 另选一个文件夹",
      cause,
    });
  }
  return homePaths(home);
}

/** Level by level: where nothing can be made (/proc), Node's own recursive mkdirSync never returns. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error; // else another process has just made it
  }
}
