import type { LintSeverity } from "./finding.ts";
import { readStyles } from "./look.ts";
import type { LintParagraph } from "./paragraph.ts";
import type { Role } from "./roles.ts";
import type { Subject } from "./rule.ts";
import { listCount } from "./rules/numbering.ts";
import { LANGUAGE_RULES } from "./rules.ts";

/** A slip of language in a text that is in no document yet. */
export interface WordFinding {
  readonly rule: string;
  readonly severity: LintSeverity;
  readonly paragraph: number; // from 0
  readonly at: number; // in its text, from 0; 0 also where the whole paragraph is meant
  readonly title: string; // what is asked
  readonly found: string;
  readonly expected: string;
}

/** Checks paragraphs that follow each other for slips of official language; in reading order. */
export function lintWords(texts: readonly string[]): readonly WordFinding[] {
  const subject = subjectOf(texts);
  const findings = [...LANGUAGE_RULES, listCount].flatMap((rule) =>
    rule.check(subject).map(({ place, at = 0, found, expected }): WordFinding => {
      const { id, severity, title } = rule;
      return { ...{ rule: id, severity, title }, paragraph: place.order, at, found, expected };
    }),
  );
  return findings.sort((a, b) => a.paragraph - b.paragraph || a.at - b.at);
}

function subjectOf(texts: readonly string[]): Subject {
  const paragraphs = texts.map(
    (text, order): LintParagraph => ({
      ...{ place: { label: `第${order + 1}段`, order }, where: "body", text, runs: [], styleName: "" },
      ...{ look: {}, mark: {}, isNumbered: false, hasPageNumber: false, hasObject: false },
    }),
  );
  return {
    ...{ paragraphs, headers: [], footers: [], tables: [], sections: [], hasEvenPages: false, brokenParts: [] },
    styles: readStyles(undefined),
    roles: new Map(paragraphs.map((paragraph): [LintParagraph, Role] => [paragraph, "body"])),
  };
}
