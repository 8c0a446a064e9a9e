import type { Run } from "../model/figure.ts";
import { printableText } from "../model/printable-text.ts";

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
