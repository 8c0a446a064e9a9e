import type { Workbook } from "exceljs";
import type { Edition } from "../../model/edition.ts";
import { EDITION_KIND_WORDS } from "../../model/edition-kind.ts";
import { periodName } from "../../model/period.ts";
import { printableText } from "../../model/printable-text.ts";
import { illustrativeNotice, illustrativeWord, vintageLine } from "../edition/sheet-lines.ts";

const CREATOR = "jindu";
const LANGUAGE = "zh-CN";

/**
 * Sets what file managers and archives show of a workbook: what it is, of when and from whom, and that it is 演示数据
 * where it is. Its dates are set when it is packed.
 *
 * @param issuer 编发机关; null where it is not known
 */
export function setProperties(workbook: Workbook, edition: Edition, issuer: string | null): void {
  const { title, plan, kind, period, rules, illustrative } = edition;
  const subject = plan ? `${plan.title}（${plan.documentNumber}）` : title;
  const notice = illustrative ? [illustrativeNotice(edition)] : [];
  const properties = {
    title,
    subject,
    keywords: [
      "国民经济和社会发展计划",
      periodName(period, "ytd"),
      ...(illustrative ? [illustrativeWord(edition)] : []),
    ].join("，"),
    category: EDITION_KIND_WORDS[kind],
    company: issuer ?? "",
    description: [...notice, vintageLine(edition), `评价规则：${rules}`].join("；"),
  };
  for (const [name, words] of Object.entries(properties)) Object.assign(workbook, { [name]: printableText(words) });
  workbook.creator = CREATOR;
  workbook.lastModifiedBy = CREATOR;
  Object.assign(workbook, { language: LANGUAGE }); // missing from the library's types
}
