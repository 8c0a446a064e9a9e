import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBag } from "../pipeline/archive/check-bag.ts";
import { replayPackage } from "../pipeline/jobs/archive-replay.ts";
import { DEFAULT_READ_LIMITS } from "../pipeline/read/limits.ts";

const SAMPLES = 1000;

/**
 * Tries a package out: changes one byte at a time, at places spread over every file, and has each change found; then makes
 * the papers again out of the package alone.
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
const unnoticed: string[] = [];
for (let sample = 0; sample < SAMPLES; sample += 1) {
  const file = files[sample % files.length] ?? "";
  const bytes = readFileSync(file);
  const at = (sample * 104_729 + (sample >> 3)) % bytes.length;
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << (sample % 8));
  rmSync(file);
  writeFileSync(file, changed);
  if (checkBag(folder).ok) unnoticed.push(`${file} ${at}`);
  writeFileSync(file, bytes);
}
console.log(`${SAMPLES} bytes changed in ${files.length} files, ${unnoticed.length} not noticed`);
for (const place of unnoticed) console.log(place);

const { ok, papers, files: compared, different } = await replayPackage(folder, DEFAULT_READ_LIMITS);
console.log(`${papers} papers made again, ${compared} files compared, ${different.length} different`);
for (const place of different) console.log(place);
rmSync(scratch, { recursive: true, force: true });
process.exitCode = ok && unnoticed.length === 0 ? 0 : 1;
