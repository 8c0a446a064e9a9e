import type { LintDocument } from "./document.ts";
import type { Fault, LintSeverity } from "./finding.ts";
import type { LintParagraph } from "./paragraph.ts";
import type { Role } from "./roles.ts";

/** What a rule is given: the document, and what its paragraphs are. */
export interface Subject extends LintDocument {
  readonly roles: ReadonlyMap<LintParagraph, Role>;
}

/** One thing that is checked. */
export interface Rule {
  readonly id: string;
  readonly severity: LintSeverity;
  readonly title: string; // what is asked, in a few words
  readonly source: string; // the standard with its section, or 机关行文惯例
  check(subject: Subject): readonly Fault[];
}

/** A wording that is a fault wherever it stands. */
export interface Wording {
  readonly pattern: RegExp; // global; the first group, or all that matches, is what was found
  readonly expected: string;
  readonly unless?: RegExp; // of the match with ten characters before and after
}

type WordingRule = Omit<Rule, "check"> & { readonly wordings: readonly Wording[]; readonly prose?: boolean };

/** Roles in which sentences stand. */
export const PROSE: ReadonlySet<Role> = new Set(["body", "heading1", "heading2", "heading3", "heading4", "note"]);

const CONTEXT = 10;

/** A rule that looks for wordings, in all text or in sentences only (`prose`). */
export function wordingRule({ wordings, prose = false, ...rule }: WordingRule): Rule {
  return {
    ...rule,
    check: ({ paragraphs, roles }) =>
      paragraphs
        .filter((paragraph) => !prose || PROSE.has(roles.get(paragraph) ?? "empty"))
        .flatMap(({ place, text }) => faultsIn(text, wordings).map((fault) => ({ place, ...fault }))),
  };
}

function faultsIn(text: string, wordings: readonly Wording[]) {
  return wordings.flatMap(({ pattern, expected, unless }) =>
    [...text.matchAll(pattern)]
      .filter((match) => {
        const around = text.slice(Math.max(0, match.index - CONTEXT), match.index + match[0].length + CONTEXT);
        return !unless?.test(around);
      })
      .map((match) => ({ at: match.index, found: excerpt(text, match.index, match[0].length), expected })),
  );
}

/** The words of a fault with a little of what stands around them. */
export function excerpt(text: string, start: number, length: number): string {
  const from = Math.max(0, start - 6);
  const to = Math.min(text.length, start + Math.min(length, 40) + 6);
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}

/** The beginning of a paragraph, to find it by. */
export function opening(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 16 ? `${trimmed.slice(0, 16)}…` : trimmed;
}

/** Paragraphs of certain roles. */
export function withRoles({ paragraphs, roles }: Subject, ...wanted: readonly Role[]): readonly LintParagraph[] {
  return paragraphs.filter((paragraph) => wanted.includes(roles.get(paragraph) ?? "empty"));
}
