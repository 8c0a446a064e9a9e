import type { Run } from "../model/figure.ts";

/**
 * Takes out what no paper may carry: control characters, halves of surrogate pairs, and marks that turn the order
 * of digits around. Line ends become `\n`, tabs blanks.
 *
 * Text comes from sheets that anyone can send; XML 1.0 forbids most of these, and a reversed number reads as another.
 */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, "");
}

/** The words of a run, printable. */
export function runText(run: Run): string {
  return printableText(typeof run === "string" ? run : run.text);
}

/** The words of a line or cell, printable. */
export function runsText(runs: readonly Run[]): string {
  return runs.map(runText).join("");
}

/** Tells whether a line declares 演示数据 and has to be conspicuous. */
export function isNotice(text: string): boolean {
  return text.includes("演示数据");
}
