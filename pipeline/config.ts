import { statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PipelineError } from "./errors.ts";

/** Where things are. */
export interface Config {
  readonly root: string; // the project: seeds/ and templates/ stand in it
  readonly home: string; // everything written at run time
}

/** Settings as they come: nothing is known of them yet. */
export interface ConfigSpec {
  readonly home: unknown; // JINDU_HOME
}

/**
 * Completes the settings: `JINDU_HOME`, else `output/` in the project.
 *
 * @throws PipelineError CONFIG_INVALID if the home is there and is not a folder
 */
export function normaliseConfig({ home }: ConfigSpec): Config {
  const root = fileURLToPath(new URL("..", import.meta.url));
  return Object.freeze({ root, home: normaliseHome(home, root) });
}

function normaliseHome(home: unknown, root: string): string {
  if (home === undefined || home === "") return resolve(root, "output");
  const folder = resolve(String(home));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new PipelineError("CONFIG_INVALID", `环境变量 JINDU_HOME 指向的 ${JSON.stringify(folder)} 不是文件夹`, {
      hint: "请改为一个文件夹，例如 JINDU_HOME=/srv/jindu",
    });
  }
  return folder;
}
