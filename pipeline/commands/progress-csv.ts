import { type Assessment, gapDecimals } from "../model/assessment.ts";
import { roundHalfUp } from "../model/decimal.ts";
import { goalWords } from "../model/target.ts";
import { LIGHT_WORDS } from "./lights.ts";

const BOM = "\ufeff"; // Excel takes a CSV for UTF-8 only with it
const HEADER = [
  "编号",
  "章",
  "目标",
  "年度目标",
  "单位",
  "实际",
  "数据期",
  "完成率%",
  "序时%",
  "差距",
  "差距单位",
  "评价",
  "灯",
  "理由",
];

/** Assessments as CSV for a spreadsheet: header, then one line a target; a blank where a number does not apply. */
export function progressCsv(assessments: readonly Assessment[]): string {
  return BOM + [HEADER, ...assessments.map(toFields)].map((fields) => fields.map(quoteField).join(",")).join("\r\n");
}

function toFields(assessment: Assessment): readonly string[] {
  const { target, actual, observedPeriod, completion, expected, gap, gapUnit, verdict, light, reasons } = assessment;
  const percent = (value: string | null) => (value === null ? "" : roundHalfUp(value, 1));
  return [
    ...[
      target.id,
      String(target.chapter),
      target.name,
      goalWords(assessment.target),
      target.unit,
      actual ?? "",
      observedPeriod ?? "",
    ],
    ...[percent(completion), percent(expected)],
    gap === null ? "" : roundHalfUp(gap, gapDecimals(assessment)),
    ...[gapUnit ?? "", verdict, LIGHT_WORDS[light], reasons.map(({ text }) => text).join("；")],
  ];
}

/** Quotes where CSV needs it, and keeps words that a spreadsheet would take for a formula from being one. */
function quoteField(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
