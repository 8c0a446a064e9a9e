import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CompilerNotes } from "../model/compiler-notes.ts";
import type { EditionKind } from "../model/edition.ts";
import type { Period } from "../model/period.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseCompilerNotes } from "../reference/compiler-notes.ts";

/** Where the notes on an edition stand in the home: "notes/2023-06-monthly.md". */
export function notesFile(period: Period, kind: EditionKind): string {
  return `notes/${period}-${kind}.md`;
}

/**
 * Reads what a compiler adds to an edition; null where there is no such file.
 *
 * @param folder the home's folder of notes
 * @throws PipelineError NOTE_INVALID, FILE_UNREADABLE
 */
export function loadNotes(
  folder: string,
  { period, kind }: { readonly period: Period; readonly kind: EditionKind },
): CompilerNotes | null {
  const file = notesFile(period, kind);
  const path = join(folder, "..", file);
  return existsSync(path) ? parseCompilerNotes(readTextFile(path), file) : null;
}
