import { join } from "node:path";
import { markedTitle, type PrintedEdition } from "../../deliver/mail-text.ts";
import { type Delivery, PAPER_FILES } from "../../model/delivery.ts";
import { PAPER_WORDS } from "../../model/delivery-words.ts";
import type { MailTemplate } from "../../model/mail-template.ts";
import type { Period } from "../../model/period.ts";
import { yearOf } from "../../model/period.ts";
import { readTextFile } from "../../read/text-file.ts";
import { parseLetterhead } from "../../reference/letterhead.ts";
import { parseMailTemplate } from "../../reference/mail-template.ts";
import type { EditionFiles } from "../../report/edition-folder.ts";
import type { OpenHome } from "../open-home.ts";
import { loadPlan } from "../plan.ts";

/** What every mail on an edition is made by. */
export interface MailParts {
  readonly template: MailTemplate;
  readonly issuer: string;
  readonly headline: readonly string[]; // ids of figures
}

/**
 * Reads what office staff set for mails, and which figures of growth the plan puts first.
 *
 * @throws PipelineError TEMPLATE_INVALID, PLAN_NOT_FOUND, SEED_INVALID, FILE_NOT_FOUND
 */
export function loadMailParts({ root, reference }: OpenHome, period: Period): MailParts {
  const text = (name: string) => readTextFile(join(root, "templates", name));
  const { targets } = loadPlan(root, yearOf(period), reference);
  return {
    template: parseMailTemplate(text("mail.md"), "templates/mail.md"),
    issuer: parseLetterhead(text("letterhead.yaml"), "templates/letterhead.yaml").issuer,
    headline: targets
      .filter(({ headline, quantity }) => headline && quantity === "yoy")
      .map(({ id }) => `${id}/actual`),
  };
}

/** Papers of an edition under names for people: 2023年上半年…执行情况（月报）（演示数据）简报.docx. */
export function namedPapers(
  { papers, kind, version }: Pick<Delivery, "papers" | "kind" | "version">,
  files: EditionFiles,
  printed: PrintedEdition,
): ReadonlyMap<string, Uint8Array> {
  const title = markedTitle(printed, { kind, version }).replace(/[\\/:*?"<>|]/g, "_");
  return new Map(
    papers.flatMap((paper) => {
      const file = PAPER_FILES[paper];
      const bytes = files.get(file);
      const name = `${title}${PAPER_WORDS[paper]}${file.slice(file.lastIndexOf("."))}`;
      return bytes === undefined ? [] : [[name, bytes] as const];
    }),
  );
}
