/** How grave a fault is: `error` is against a rule that says must, `warning` one that a person has to judge. */
export type LintSeverity = "error" | "warning";

/** Where something stands in a document, and how it is told. */
export interface Place {
  readonly label: string; // 第3段, 表1 第2行第3列, 页脚, 样式
  readonly order: number; // places of a document in reading order
}

/** What one rule found at one place. */
export interface Finding {
  readonly rule: string;
  readonly severity: LintSeverity;
  readonly place: string;
  readonly found: string;
  readonly expected: string;
  readonly message: string; // the rule with its source, and what to do
}

/** One fault as a rule's check gives it. */
export interface Fault {
  readonly place: Place;
  readonly at?: number; // in the text of the paragraph, from 0; where a wording is at fault
  readonly found: string;
  readonly expected: string;
}
