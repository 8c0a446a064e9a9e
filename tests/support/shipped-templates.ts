import { readFileSync } from "node:fs";
import type { BriefingTemplate } from "../../pipeline/model/briefing-template.ts";
import type { EditionKind } from "../../pipeline/model/edition.ts";
import type { Letterhead } from "../../pipeline/model/letterhead.ts";
import type { Phrases } from "../../pipeline/model/phrases.ts";
import type { Theme } from "../../pipeline/model/theme.ts";
import type { WorkbookTemplate } from "../../pipeline/model/workbook-template.ts";
import { parseBriefingTemplate } from "../../pipeline/reference/briefing-template.ts";
import { parseLetterhead } from "../../pipeline/reference/letterhead.ts";
import { parsePhrases } from "../../pipeline/reference/phrases.ts";
import { parseTheme } from "../../pipeline/reference/theme.ts";
import { parseWorkbookTemplate } from "../../pipeline/reference/workbook-template.ts";

const templates = new URL("../../templates/", import.meta.url);
const seeds = new URL("../../seeds/", import.meta.url);

/** The codes of the indicators as they ship. */
export function shippedIndicatorCodes(): readonly string[] {
  const [, ...rows] = readFileSync(new URL("indicators.csv", seeds), "utf8").trim().split("\n");
  return rows.map((row) => row.slice(0, row.indexOf(",")));
}

/** The theme as it ships. */
export function shippedTheme(): Theme {
  return parseTheme(readFileSync(new URL("theme.yaml", templates), "utf8"), "templates/theme.yaml");
}

/** The letterhead as it ships. */
export function shippedLetterhead(): Letterhead {
  return parseLetterhead(readFileSync(new URL("letterhead.yaml", templates), "utf8"), "templates/letterhead.yaml");
}

/** The skeleton of a kind of briefing as it ships. */
export function shippedBriefing(kind: EditionKind): BriefingTemplate {
  const file = `${kind}-briefing.md`;
  const text = readFileSync(new URL(file, templates), "utf8");
  return parseBriefingTemplate(text, `templates/${file}`, shippedIndicatorCodes());
}

/** The sheets of the workbook as they ship. */
export function shippedWorkbook(): WorkbookTemplate {
  return parseWorkbookTemplate(readFileSync(new URL("workbook.yaml", templates), "utf8"), "templates/workbook.yaml");
}

/** The sentence patterns as they ship. */
export function shippedPhrases(): Phrases {
  return parsePhrases(shippedPhrasesText(), "templates/phrases.yaml");
}

/** The same as text. */
export function shippedPhrasesText(): string {
  return readFileSync(new URL("phrases.yaml", templates), "utf8");
}
