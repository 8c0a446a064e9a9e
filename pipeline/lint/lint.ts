import { type DocumentParts, readDocument } from "./document.ts";
import type { Finding } from "./finding.ts";
import { readRoles } from "./roles.ts";
import { RULES } from "./rules.ts";

/** What a check of a document came to. */
export interface LintResult {
  readonly findings: readonly Finding[]; // in reading order
  readonly checked: readonly string[]; // ids of all rules
}

/**
 * Checks the parts of a .docx against the form of GB/T 9704-2012 and against slips of official language.
 *
 * Never throws: a part that cannot be read is a finding of the rule `readable`.
 */
export function lintDocument(parts: DocumentParts): LintResult {
  const document = readDocument(parts);
  const subject = { ...document, roles: readRoles(document) };
  const isBroken = document.brokenParts.length > 0 || document.paragraphs.length === 0;
  const faults = (isBroken ? RULES.slice(0, 1) : RULES).flatMap((rule) =>
    rule.check(subject).map((fault) => ({ rule, fault })),
  );
  const findings = faults
    .sort((a, b) => a.fault.place.order - b.fault.place.order)
    .map(({ rule: { id, severity, title, source }, fault }) => {
      const found = fault.found.replace(/\s+/g, " ");
      const message = `${title}（${source}）。发现：${found}。应为：${fault.expected}`;
      return { rule: id, severity, place: fault.place.label, found, expected: fault.expected, message };
    });
  return { findings, checked: RULES.map(({ id }) => id) };
}
