import { realpathSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { PipelineError } from "../errors.ts";
import { listInputFiles } from "../read/files.ts";
import { fingerprintPieces } from "../read/fingerprint.ts";
import type { ReadLimits } from "../read/limits.ts";
import { annotatedWorkbook } from "../returns/annotated.ts";
import { peekAnswers } from "../store/peek-answers.ts";
import { findHome } from "./home.ts";
import { type IngestHints, makeReader, tryReceive } from "./reading.ts";
import { loadReference } from "./reference.ts";

/** What to read, and how. */
interface AnnotateOptions {
  readonly root: string; // the project's folder
  readonly home: string; // where answers may have been given
  readonly hints: IngestHints;
  readonly limits: ReadLimits;
}

/**
 * Writes a copy of the one file that `paths` stand for, each cell in the colour of what became of it, with a legend.
 * The file is read anew and nothing of it is kept.
 *
 * @param out the copy, an .xlsx whatever the file is; appears whole or not at all, and replaces what stands there
 * @returns false where the file could not be opened, so that there is nothing to colour
 * @throws PipelineError USAGE for several files, and for an `out` that is the file itself
 */
export async function annotateFile(
  paths: readonly string[],
  out: string,
  { root, home, hints, limits }: AnnotateOptions,
): Promise<boolean> {
  const [path, ...others] = listInputFiles(paths);
  if (path === undefined || others.length > 0) {
    throw usage(`--annotate 一次只标注一个文件，这里有 ${path === undefined ? 0 : others.length + 1} 个`);
  }
  if (isSame(path, out)) throw usage("--annotate 写出的文件不能是要读取的文件本身");
  const received = await tryReceive(path, limits, fingerprintPieces);
  if ("outcome" in received) return false;
  const answers = peekAnswers(findHome(home).database);
  const { book, dispositions } = await makeReader(loadReference(root), { hints, answers, limits })(received, hints);
  if (book === null) return false;
  const bytes = annotatedWorkbook(received.bytes, book, dispositions());
  const partial = `${out}.partial`;
  try {
    writeFileSync(partial, bytes);
    renameSync(partial, out);
  } catch (cause) {
    throw new PipelineError("USAGE", `${JSON.stringify(out)} 写不进去`, { hint: "请检查文件夹和权限", cause });
  }
  return true;
}

function usage(problem: string): PipelineError {
  return new PipelineError("USAGE", problem, { hint: "请写成 ingest 报表.xlsx --dry-run --annotate 标注.xlsx" });
}

/** By where they are, whatever links or dots their names go through. */
function isSame(path: string, out: string): boolean {
  try {
    return realpathSync(path) === realpathSync(out);
  } catch {
    return resolve(path) === resolve(out); // one of them is not there yet
  }
}
