import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../../errors.ts";
import type { BriefingTemplate } from "../../model/briefing-template.ts";
import type { EditionKind } from "../../model/edition.ts";
import type { Letterhead } from "../../model/letterhead.ts";
import type { Phrases } from "../../model/phrases.ts";
import type { Theme } from "../../model/theme.ts";
import type { WorkbookTemplate } from "../../model/workbook-template.ts";
import { readTextFile } from "../../read/text-file.ts";
import { parseBriefingTemplate } from "../../reference/briefing-template.ts";
import { parseLetterhead } from "../../reference/letterhead.ts";
import { parsePhrases } from "../../reference/phrases.ts";
import { parseTheme } from "../../reference/theme.ts";
import { parseWorkbookTemplate } from "../../reference/workbook-template.ts";
import type { Reference } from "../reference.ts";

const SKELETON = /^(.+)-briefing\.md$/;

/** What office staff set for a kind of paper. */
export interface Templates {
  readonly briefing: BriefingTemplate;
  readonly workbook: WorkbookTemplate;
  readonly phrases: Phrases;
  readonly letterhead: Letterhead;
  readonly theme: Theme;
}

/**
 * Reads the templates of a kind of paper.
 *
 * @param root the project's folder
 * @param reference has the indicators that charts may be named by
 * @throws PipelineError USAGE if there is no skeleton for this kind; TEMPLATE_INVALID, FILE_NOT_FOUND
 */
export function loadTemplates(
  root: string,
  kind: EditionKind,
  { indicators }: Pick<Reference, "indicators">,
): Templates {
  const load = <T>(name: string, parse: (text: string, file: string) => T): T =>
    parse(readTextFile(join(root, "templates", name)), `templates/${name}`);
  const codes = indicators.map(({ code }) => code);
  if (!existsSync(join(root, "templates", `${kind}-briefing.md`))) {
    const kinds = readdirSync(join(root, "templates")).flatMap((name) => SKELETON.exec(name)?.[1] ?? []);
    throw new PipelineError("USAGE", `没有 ${kind} 这种文稿`, { hint: `可以写：${kinds.sort().join("、")}` });
  }
  return {
    briefing: load(`${kind}-briefing.md`, (text, file) => parseBriefingTemplate(text, file, codes)),
    workbook: load("workbook.yaml", parseWorkbookTemplate),
    phrases: load("phrases.yaml", parsePhrases),
    letterhead: load("letterhead.yaml", parseLetterhead),
    theme: load("theme.yaml", parseTheme),
  };
}
