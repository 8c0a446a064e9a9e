import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Edition } from "../../model/edition.ts";
import type { Letterhead } from "../../model/letterhead.ts";
import { compareText } from "../../model/text-order.ts";
import type { Theme } from "../../model/theme.ts";

/** How an edition's papers look. */
export interface Look {
  readonly theme: Theme;
  readonly letterhead: Letterhead;
}

const FOLDER = dirname(fileURLToPath(import.meta.url));
const PROGRAM = basename(FOLDER) === "edition" ? join(FOLDER, "../..") : FOLDER; // bundled, all of it stands in one folder
const LIBRARIES = join(dirname(PROGRAM), "package-lock.json");
const LOADED = hashProgram(); // at once: what is loaded later may be of another version

/**
 * One hash over all that an edition's files are made of: its description, its look, and this program with its libraries.
 * Where it is the same, the files are the same, and so is their proof.
 *
 * @returns SHA-256, hex
 */
export function hashMakings(edition: Edition, look: Look): string {
  return createHash("sha256")
    .update(JSON.stringify([LOADED, edition, look], refuseUnwritable))
    .digest("hex");
}

/** Tells whether the program on disk is still the one that runs, and not put in its place since. */
export function isProgramUnchanged(): boolean {
  return hashProgram() === LOADED;
}

/** Every file of the program, the list of its libraries, and the Node that runs it. */
function hashProgram(): string {
  const hash = createHash("sha256").update(process.version);
  const names = readdirSync(PROGRAM, { recursive: true, encoding: "utf8" }).filter((name) => /\.[jt]s$/.test(name));
  for (const name of names.sort(compareText)) hash.update(`\0${name}\0`).update(readFileSync(join(PROGRAM, name)));
  return hash.update(existsSync(LIBRARIES) ? readFileSync(LIBRARIES) : "").digest("hex");
}

/** JSON writes a map, a set or a function as nothing, and two editions that differ would pass for one. */
function refuseUnwritable(key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set || typeof value === "function")
    throw new TypeError(`${key} of an edition cannot be written as JSON`);
  return value;
}
