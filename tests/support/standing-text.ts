import type { CellContent, Edition, SheetDescription } from "../../pipeline/model/edition.ts";
import type { Run } from "../../pipeline/model/figure.ts";
import type { KnownMilestoneReport } from "../../pipeline/model/milestone-report.ts";
import type { EditionInput } from "../../pipeline/report/edition/input.ts";

/** A piece of plain text of a description with where it stands. */
interface PlainText {
  readonly place: string; // sheet and column, or briefing
  readonly text: string;
}

/** Columns that hold ordinals, codes, names from files and fingerprints. */
const FREE_COLUMNS = [
  ...["数据来源", "数据质量", "修订"].flatMap((sheet) =>
    ["序号", "文件", "工作表", "单元格"].map((head) => `${sheet}/${head}`),
  ),
  ...["数据来源/来源网址", "报送情况/收到的文件", "数据质量/情况", "数据质量/怎么办"],
  ...["地区代码", "期间", "文件", "工作表", "单元格"].map((head) => `数据/${head}`),
];

const DATES = [
  /\d{4}年(?:全年|上半年|[一二三四]季度|前三季度|年末)?/g,
  /\d{1,2}—\d{1,2}月/g,
  /\d{1,2}月(?:\d{1,2}日|末)?/g,
  /^\d{4}-\d{2}-\d{2}$/g,
  /(?:后|最后)\d{1,2}个月/g,
  /^(?:附件：)?\d\.|^附件\d$/g,
];

/**
 * Lists every plain text of a description that holds digits which are no date, ordinal, quotation of the plan, rule,
 * name or place in a file: numbers that should have been figures.
 */
export function undeclaredDigits(edition: Edition, input: EditionInput): readonly PlainText[] {
  const quotations = [
    ...input.plan.targets.flatMap(({ source, note }) => [source.text, ...(note === null ? [] : [note])]),
    ...input.milestones.flatMap(({ milestone, reports }) => [
      ...[milestone.project ?? "", milestone.task, milestone.source.text],
      ...reports.flatMap(quotedFrom),
    ]),
    ...input.otherProjects.flatMap(({ report }) => quotedFrom(report)),
    ...[input.plan.title, input.plan.documentNumber, ...input.rules.text, ...input.milestoneRules.text],
    ...edition.sheets.flatMap(({ columns }) =>
      columns.map(({ header }) => header).filter((text) => text.includes("SHA")),
    ),
    "SHA-256",
  ].filter((text) => text !== "");
  const longestFirst = [...new Set(quotations)].sort((a, b) => b.length - a.length);
  return plainTexts(edition).filter(({ place, text }) => {
    if (FREE_COLUMNS.includes(place) || /\/序号$|\/SHA-256/.test(place)) return false;
    const rest = longestFirst.reduce((left, quotation) => left.replaceAll(quotation, ""), text);
    return /\d/.test(DATES.reduce((left, date) => left.replace(date, ""), rest));
  });
}

/** What a report of a project says, and where it stands. */
function quotedFrom({ project, words, file, sheet, cell, wordsCell }: KnownMilestoneReport): readonly string[] {
  return [project, words ?? "", file, `${sheet}!${wordsCell ?? cell}`];
}

/** Every plain text of both papers. */
export function plainTexts({ sheets, blocks, title }: Edition): readonly PlainText[] {
  const inSheets = sheets.flatMap((sheet) => [
    ...strings(sheet.title, [sheet.title]),
    ...sheet.lines.flatMap((line) => strings(sheet.name, line)),
    ...sheet.notes.flatMap((note) => strings(sheet.name, note)),
    ...sheet.columns.flatMap(({ header, group }) => strings(sheet.name, [header, group ?? ""])),
    ...sheet.rows.flatMap((row) =>
      row.kind === "section"
        ? strings(sheet.name, [row.text])
        : row.cells.flatMap((cell, index) => strings(`${sheet.name}/${sheet.columns[index]?.header}`, runsOf(cell))),
    ),
  ]);
  const inBlocks = blocks.flatMap((block) => {
    if (block.kind === "issue-line") return strings("briefing", [block.left, block.right]);
    if (block.kind === "paragraph") return strings("briefing", block.runs);
    if (block.kind === "chart") {
      const caption = block.caption.replace(/^图\d+　/, ""); // an ordinal
      return [...strings("briefing", [caption, block.chart.alt]), ...tableTexts(block.cells)];
    }
    return [...strings("briefing", [block.caption ?? "", block.unit ?? ""]), ...tableTexts(block)];
  });
  return [{ place: "title", text: title }, ...inSheets, ...inBlocks];
}

function tableTexts({ columns, rows }: Pick<SheetDescription, "columns" | "rows">): readonly PlainText[] {
  return [
    ...strings(
      "briefing",
      columns.map(({ header }) => header),
    ),
    ...rows.flatMap((row) =>
      row.kind === "section"
        ? strings("briefing", [row.text])
        : row.cells.flatMap((cell) => strings("briefing", runsOf(cell))),
    ),
  ];
}

function runsOf(cell: CellContent): readonly Run[] {
  return cell.kind === "text" ? cell.runs : [];
}

function strings(place: string, runs: readonly Run[]): readonly PlainText[] {
  return runs.flatMap((run) => (typeof run === "string" && run !== "" ? [{ place, text: run }] : []));
}
