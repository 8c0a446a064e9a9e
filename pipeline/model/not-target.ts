import type { TextSpan } from "./target.ts";

/** A number in a plan's text that sets no target, and why. */
export interface NotTarget {
  readonly token: TextSpan; // the number alone: 2025 of 到2025年
  readonly reason: string; // kebab-case: date, ordinal, part-of-name ...
  readonly note: string | null;
}
