import type { Light } from "../../model/assessment.ts";
import type { CellContent, RowDescription, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { editionTitle } from "./briefing.ts";
import { textCell } from "./cells.ts";
import { LIGHTS } from "./count-figures.ts";
import type { EditionFacts } from "./facts.ts";
import { ruleNumber } from "./notes-sheet.ts";
import { sheetFrame, templatedRow } from "./sheet-frame.ts";
import { illustrativeNotice, vintageLine } from "./sheet-lines.ts";
import { columnName, sheetName, whereNamed } from "./template-names.ts";

/** 封面与目录: what the workbook is, what is in it, how its lights are given and how to get from a number to its cell. */
export function coverSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const section = (text: string, rows: readonly CoverRow[]): readonly RowDescription[] => [
    { kind: "section", text },
    ...rows.map(([item, text]) => templatedRow(sheet.columns, { item, text })),
  ];
  return {
    ...sheetFrame(facts, sheet),
    rows: [
      ...section("本期", editionRows(facts)),
      ...section("目录（点名称就到那张表）", contentRows(facts, sheet)),
      ...section("怎样看灯（符号、文字、颜色同时标出，黑白打印也能分清）", lightRows()),
      ...section(`亮灯的规则和界限：${facts.input.rules.name}`, ruleRows(facts)),
      ...section("怎样查数", useRows(facts)),
    ],
    notes: [],
    fit: "page",
  };
}

type CoverRow = readonly [item: CellContent, text: CellContent];

const DRAFT = "草稿，未经签发";

/** How to look things up, by the names that sheets and columns have; nothing of what is gone. */
function useRows(facts: EditionFacts): readonly CoverRow[] {
  const sourceRow = whereNamed(
    [columnName(facts, "targets", "actual"), sheetName(facts, "sources")],
    (actual, sources) => `点“${actual}”等带链接的数，就到“${sources}”里它的那一行：单位、文件、工作表、单元格。`,
  );
  const reasons = whereNamed(
    [sheetName(facts, "targets"), columnName(facts, "targets", "reasons")],
    (sheet, column) => `“${sheet}”的“${column}”一栏`,
  );
  const submissions = whereNamed([sheetName(facts, "submissions")], (sheet) => `“${sheet}”`);
  const why = [...reasons, ...submissions].join("和");
  return [
    ...sourceRow.map((text) => words(["从数到来源", text])),
    words([
      "重算",
      "完成率、差距等由表内的数算出的，单元格里是公式；公布的数照原样列出，不作反算。“测算”是本表推算的数，不是公布的数。",
    ]),
    words(["缺的数", `没有的数留空或写“—”，不写成零${why === "" ? "" : `；为什么没有，见${why}`}。`]),
  ];
}

function editionRows(facts: EditionFacts): readonly CoverRow[] {
  const { input, illustrative } = facts;
  const { plan, issuer, region } = input;
  return [
    words(["名称", editionTitle(facts)]),
    words(["期间", periodName(input.period, "ytd")]),
    words(["地区", region.name]),
    words(["数据版本", vintageLine({ ...facts, asOf: input.asOf })]),
    words(["编发机关", issuer]),
    words(["状态", illustrative ? `${DRAFT}；${illustrativeNotice(facts)}` : DRAFT]),
    words(["计划依据", `${plan.title}（${plan.documentNumber}）`]),
  ];
}

function contentRows({ input, emptyRecords }: EditionFacts, { sheet: own }: SheetTemplate): readonly CoverRow[] {
  const listed = input.workbook.sheets.filter(({ sheet }) => sheet !== own);
  return [
    ...listed.map(({ name, about }): CoverRow => [textCell(name, `${name}!A1`), textCell(about)]),
    ...emptyRecords.map(({ name, reason }) => words([name, reason])),
  ];
}

const LIGHT_MEANINGS: Readonly<Record<Light, string>> = {
  green: "达到目标，或者不慢于序时进度。",
  yellow: "没有达到，但相差在规则写明的黄灯界限以内。",
  red: "相差超出黄灯界限，或者突破上限。",
  grey: "还不能评价：未到期、尚不评价、未发布、无数据来源或待上级下达。灰灯不表示落后。",
};

function lightRows(): readonly CoverRow[] {
  return LIGHTS.map((light) => [{ kind: "light", light }, textCell(LIGHT_MEANINGS[light])]);
}

function ruleRows({ input: { rules } }: EditionFacts): readonly CoverRow[] {
  return rules.text.map((text, index) => words([`规则${ruleNumber(rules, index)}`, text]));
}

function words([item, text]: readonly [string, string]): CoverRow {
  return [textCell(item), textCell(text)];
}
