import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBag } from "../pipeline/archive/check-bag.ts";
import { replayPackage } from "../pipeline/jobs/archive/replay.ts";
import { DEFAULT_READ_LIMITS } from "../pipeline/read/limits.ts";
import { flipPlaces } from "./flip-places.ts";

const SAMPLES = 1000;

/**
 * Tries a package out: changes one bit at a time, at places spread over every file, its first and last byte among them, and
 * has each change found; then makes the papers again out of the package alone.
 *
 * tsx tools/check-archive.ts <package>
 */
const scratch = mkdtempSync(join(tmpdir(), "jindu-archive-"));
const folder = join(scratch, "package");
cpSync(process.argv[2] ?? "", folder, { recursive: true });

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const places = flipPlaces(new Map(files.map((file) => [file, statSync(file).size])), SAMPLES);
const unnoticed: string[] = [];
for (const { file, at, bit } of places) {
  const bytes = readFileSync(file);
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  rmSync(file);
  writeFileSync(file, changed);
  if (checkBag(folder).ok) unnoticed.push(`${file} ${at}`);
  writeFileSync(file, bytes);
}
const touched = new Set(places.map(({ file }) => file));
const tagFiles = [...touched].filter((file) => !file.startsWith(join(folder, "data/")));
console.log(
  `${places.length} bytes changed in ${touched.size} of ${files.length} files, ${tagFiles.length} of them tag files`,
);
console.log(`${unnoticed.length} not noticed`);
for (const place of unnoticed) console.log(place);

const { ok, papers, files: compared, different } = await replayPackage(folder, DEFAULT_READ_LIMITS);
console.log(`${papers} papers made again, ${compared} files compared, ${different.length} different`);
for (const place of different) console.log(place);
rmSync(scratch, { recursive: true, force: true });
process.exitCode = ok && unnoticed.length === 0 ? 0 : 1;
