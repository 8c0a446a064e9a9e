import { lintWords, type WordFinding } from "../../lint/words.ts";
import type { Logger } from "../../log.ts";
import { type CompilerNotes, type NoteParagraph, type NoteProblem, noteError } from "../../model/compiler-notes.ts";
import { plainDigits } from "../../report/edition/note-words.ts";

/**
 * Sees to it that notes hold nothing that `lint` calls an error in a paper; what a person has to judge goes to the log.
 *
 * Each heading's paragraphs are looked at together, as they will be printed.
 *
 * @throws PipelineError NOTE_INVALID with the line of every error
 */
export function requireNoteLanguage({ file, sections }: CompilerNotes, logger: Logger): void {
  const found = sections.flatMap(({ paragraphs }) => {
    const texts = paragraphs.map((paragraph) => paragraph.map(({ text }) => plainDigits(text)).join(""));
    return lintWords(texts).map((finding) => ({ ...finding, line: lineOf(finding, paragraphs) }));
  });
  for (const one of found.filter(({ severity }) => severity === "warning")) {
    logger.warn(`${file} › 第${one.line}行：${told(one)}`);
  }
  const errors = found.filter(({ severity }) => severity === "error");
  const problems = errors.map((one): NoteProblem => ({ line: one.line, text: told(one) }));
  if (problems.length > 0) throw noteError("NOTE_INVALID", problems, file);
}

function told({ title, found, expected }: WordFinding): string {
  return `${title}。发现：${found.replace(/\s+/g, " ")}。应为：${expected}`;
}

/** The line of the file on which a finding begins. */
function lineOf({ paragraph, at }: WordFinding, paragraphs: readonly NoteParagraph[]): number {
  const parts = paragraphs[paragraph] ?? [];
  let end = 0;
  for (const { text, line } of parts) {
    end += plainDigits(text).length;
    if (at < end) return line;
  }
  return parts.at(-1)?.line ?? 1;
}
