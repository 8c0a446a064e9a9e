import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CompilerNotes } from "../../model/compiler-notes.ts";
import type { EditionKind } from "../../model/edition.ts";
import type { Period } from "../../model/period.ts";
import { readTextFile } from "../../read/text-file.ts";

/**
 * Reads what a compiler adds to an edition, `<period>-<kind>.md` of the home's folder of notes; null where there is no
 * such file. Markdown is loaded only where there is one.
 *
 * @param folder "output/notes"
 * @throws PipelineError NOTE_INVALID, FILE_UNREADABLE
 */
export async function loadNotes(
  folder: string,
  { period, kind }: { readonly period: Period; readonly kind: EditionKind },
): Promise<CompilerNotes | null> {
  const name = `${period}-${kind}.md`;
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const { parseCompilerNotes } = await import("../../reference/compiler-notes.ts");
  return parseCompilerNotes(readTextFile(path), `notes/${name}`);
}
