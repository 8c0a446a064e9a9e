import { fixedAddress, toAddress } from "../../model/cell.ts";
import type { RowDescription, SheetDescription } from "../../model/edition.ts";
import type { OtherProject } from "../../model/milestone-assessment.ts";
import type { KnownMilestoneReport } from "../../model/milestone-report.ts";
import { periodName } from "../../model/period.ts";
import { compareText } from "../../model/text-order.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { figureCell, textCell } from "./cells.ts";
import { chapterTitle, type EditionFacts } from "./facts.ts";
import type { MilestoneFigures } from "./milestone-figures.ts";
import type { Names } from "./names.ts";
import { countRows } from "./project-count-rows.ts";
import { type ProjectGroup, projectGroups, stateName } from "./project-groups.ts";
import { responsibleBureau, responsibleBureauNote } from "./responsible-bureau.ts";
import { type RowCells, sheetFrame, templatedRow } from "./sheet-frame.ts";
import { columnName, sheetName, whereNamed } from "./template-names.ts";

/**
 * 重点项目与任务: counts on top as live COUNTIFs, then every project and task of the plan, what is overdue first and what no
 * report speaks of last; below them the projects that were reported and that the plan does not name.
 */
export function projectsSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const frame = sheetFrame(facts, sheet);
  const { columns } = sheet;
  const groups = projectGroups(facts.projects);
  const listed = groups.flatMap((group) => group.milestones);
  const numbers = new Map(listed.map((one, index) => [one, index + 1]));
  const rows = groups.flatMap((group): readonly RowDescription[] => [
    { kind: "section", text: headingOf(group, facts) },
    ...group.milestones.map((one) => templatedRow(columns, milestoneCells(one, numbers.get(one) ?? 0, facts))),
  ]);
  const first = firstBodyRow(frame) + countRows(facts.projectCounts, columns.length).length;
  const rangeOf = (key: string): string | undefined => {
    const at = columns.findIndex(({ column }) => column === key);
    // Headings of stretches stand in the first column, and would be counted there.
    if (at < 1 || rows.length === 0) return undefined;
    return fixedAddress(`${toAddress(first, at + 1)}:${toAddress(first + rows.length - 1, at + 1)}`);
  };
  const counts = countRows(facts.projectCounts, columns.length, rangeOf);
  return { ...frame, rows: [...counts, ...rows, ...otherRows(facts, sheet)], notes: notes(facts) };
}

function headingOf({ heading, chapter }: ProjectGroup, facts: EditionFacts): string {
  return chapter === null ? heading : `${heading}：${chapterTitle(facts, chapter)}`;
}

function milestoneCells(one: MilestoneFigures, number: number, { names }: EditionFacts): RowCells {
  const { assessment, completion, reports, reasons } = one;
  const { milestone, verdict, light } = assessment;
  return {
    number: textCell(String(number)),
    project: textCell(milestone.project ?? "—"),
    task: textCell(milestone.task),
    state: textCell(stateName(assessment)),
    due: textCell(milestone.due === null ? "年内" : periodName(milestone.due, "instant")),
    verdict: textCell(verdict),
    light: { kind: "light", light },
    bureau: textCell(responsibleBureau(milestone, names)),
    source: textCell(milestone.source.text),
    ...(reports.length === 0
      ? {}
      : { completion: figureCell(completion), reasons: textCell(reasons), ...reportCells(reports) }),
  };
}

/** What was reported and where; several reports of a month stand one after the other. */
function reportCells(reports: readonly KnownMilestoneReport[]): RowCells {
  const each = (textOf: (report: KnownMilestoneReport) => string | null) =>
    [...new Set(reports.flatMap((report) => textOf(report) ?? []))].join("；");
  const url = reports.find((report) => report.url !== null)?.url ?? undefined;
  return {
    words: textCell(each(({ words }) => words) || "—"),
    reported: textCell(each(({ period }) => periodName(period, "month"))),
    vintage: textCell(each(({ vintage }) => vintage)),
    place: textCell(
      each(({ file, sheet, cell, wordsCell }) => `${file}　${sheet}!${wordsCell ?? cell}`),
      url,
    ),
    illustrative: textCell(reports.some(({ illustrative }) => illustrative) ? "是" : "否"),
  };
}

function otherRows({ input, names }: EditionFacts, { columns }: SheetTemplate): readonly RowDescription[] {
  if (input.otherProjects.length === 0) return [];
  const sorted = [...input.otherProjects].sort((a, b) => compareText(placeKey(a), placeKey(b)));
  return [
    { kind: "section", text: "计划以外的项目：报送了而计划没有列出，不评价" },
    ...sorted.map((one, index) => templatedRow(columns, otherCells(one, index + 1, names))),
  ];
}

function placeKey({ report }: OtherProject): string {
  return [report.project, report.file, report.sha256, report.sheet, report.cell.padStart(12)].join("\u0000");
}

function otherCells({ report, nearest }: OtherProject, number: number, names: Names): RowCells {
  return {
    number: textCell(String(number)),
    project: textCell(report.project),
    state: textCell(report.state ?? "—"),
    reasons: textCell(nearest.length === 0 ? "—" : `计划中名称相近的：${nearest.join("、")}，是否同一项目请核对`),
    bureau: textCell(names.bureau(report.bureau) ?? "—"),
    ...reportCells([report]),
  };
}

function notes(facts: EditionFacts): SheetDescription["notes"] {
  const { input, projects } = facts;
  const named = (column: string, sentence: (name: string) => string) =>
    whereNamed([columnName(facts, "projects", column)], (name = "") => sentence(name));
  const where = whereNamed([sheetName(facts, "scopes")], (sheet) => `，规则见“${sheet}”表`).join("");
  const isDemo = projects.some(({ reports }) => reports.some(({ illustrative }) => illustrative));
  const sentences = [
    [`按${input.milestoneRules.name}评价${where}。灰灯表示还不能评价，不表示落后；“未报送”是没有单位报送过这一项。`],
    [
      ...named("due", (due) => `“${due}”写“年内”的，计划没有写明日期。`),
      ...named("completion", (completion) => `“${completion}”是累计完成投资除以年度计划投资。`),
    ],
    named("bureau", responsibleBureauNote),
    isDemo ? named("illustrative", (demo) => `“${demo}”一栏写“是”的，进展为演示数据。`) : [],
  ];
  return sentences.filter((own) => own.length > 0).map((own) => [own.join("")]);
}
