import { existsSync, readdirSync, renameSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../../errors.ts";
import { RESTORING } from "../home.ts";
import { DATABASE } from "./form.ts";

/** Where a folder that is there already is filled, until all is whole. */
export const UNPACKED = `${RESTORING}partial`;

/** The folder in a home whose files, whole, a restore began to move up and did not end; undefined where there is none. */
export function findMoving(home: string): string | undefined {
  if (!statSync(home, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return readdirSync(home).find((name) => name.startsWith(RESTORING) && name !== UNPACKED);
}

/**
 * Moves what is unpacked in a home up to its place, the database last; from here on the folder that it comes from is called
 * after its backup.
 *
 * @param contents tells this backup from others
 */
export function moveUp(home: string, contents: string): void {
  const moving = nameFor(contents);
  renameSync(join(home, UNPACKED), join(home, moving));
  goOn(home, moving, contents);
}

/**
 * Moves up what is left to move; safe to run again wherever it was killed.
 *
 * @throws PipelineError USAGE where it is of another backup, or where something else has been put in the way; nothing is moved
 */
export function goOn(home: string, moving: string, contents: string): void {
  if (moving !== nameFor(contents)) {
    throw new PipelineError("USAGE", `${JSON.stringify(home)} 里另一份备份恢复了一半，没有恢复`, {
      hint: "请先用那一份备份运行 restore 把它做完，或用环境变量 JINDU_HOME 指定一个空文件夹",
    });
  }
  const left = readdirSync(join(home, moving));
  const inTheWay = left.filter((name) => existsSync(join(home, name)));
  if (inTheWay.length > 0) {
    throw new PipelineError("USAGE", `${JSON.stringify(home)} 里恢复到一半时放进了 ${inTheWay.join("、")}，没有恢复`, {
      hint: "请把它们移到别处，再运行一次 restore",
    });
  }
  const folders = left.filter((name) => name !== DATABASE);
  for (const name of [...folders, ...left.filter((one) => one === DATABASE)]) {
    renameSync(join(home, moving, name), join(home, name));
  }
  rmdirSync(join(home, moving));
}

function nameFor(contents: string): string {
  return `${RESTORING}${contents.slice(0, 16)}`;
}
