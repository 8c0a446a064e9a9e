import type { Layout } from "./layout.ts";
import type { Score } from "./layout-score.ts";

/** One layout's scores, read without and with the profile of its office. */
export interface LayoutScores {
  readonly layout: Layout;
  readonly cold: Score;
  readonly told: Score;
}

const HEAD = ["layout", "cells", "right", "wrong", "asked", "profile: lines", "cells", "right", "wrong", "asked"];

/** The scores of all layouts as a Markdown table with their sum in the last line. */
export function scoreTable(scores: readonly LayoutScores[]): string {
  const rows = scores.map(({ layout, cold, told }) => [
    `${layout.id} ${layout.title}`,
    ...numbersOf(cold),
    layout.profiled ? layout.profiled.yaml.trimEnd().split("\n").length : "-",
    ...numbersOf(told),
  ]);
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
  const total = ["all", ...[1, 2, 3, 4].map(sum), "", ...[6, 7, 8, 9].map(sum)];
  return [HEAD, HEAD.map(() => "---"), ...rows, total].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function numbersOf({ cells, right, wrong, asked }: Score): readonly number[] {
  return [cells, right, wrong.length, asked];
}
