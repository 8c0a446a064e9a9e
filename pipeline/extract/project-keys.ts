import { nameKey } from "./normalise.ts";

/**
 * The forms of a project's or task's name under which it is looked up: after normalisation, and without the 项目 or
 * 建设项目 that lists put behind names and the plan leaves out.
 */
export function projectKeys(name: string): readonly string[] {
  const key = nameKey(name);
  const bare = key.replace(/(?:建设)?项目$/, "");
  return bare === key || bare.length < SHORTEST ? [key] : [key, bare];
}

const SHORTEST = 3; // characters; below it 项目 may well be half of the name
