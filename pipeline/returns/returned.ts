import { strToU8 } from "fflate";
import { formatLocation } from "../errors.ts";
import type { Book, Cell } from "../model/cell.ts";
import type { Issue } from "../model/issue.ts";
import type { Severity } from "../model/issue-kinds.ts";
import { DISPOSITION_FILLS, SEVERITY_FILLS } from "./colours.ts";
import { MARK, SEVERITY_NAMES } from "./comment-words.ts";
import { type CellMark, markWorkbook } from "./mark.ts";
import type { OwnCell, OwnSheet } from "./own-sheet.ts";
import { RETURN_TITLE } from "./own-titles.ts";
import { plainWorkbook } from "./plain-workbook.ts";
import { safeText } from "./safe-text.ts";

/** A file that goes back to its bureau. */
export interface ReturnedFile {
  readonly name: string; // 核对结果.xlsx, or .xlsm, .txt; never from the file that came in
  readonly bytes: Uint8Array;
}

const NAME = "核对结果";
const HEAD = ["位置", "程度", "问题", "怎么办"];
const GUIDE = [
  "点“位置”可跳到该单元格；单元格上的批注和底色与本表一致。改正后把整个文件重新上传即可，本表和批注不必删除。",
];
const COPY_GUIDE = [
  ...GUIDE,
  "来件不是 .xlsx，这里是照它的内容另存的 .xlsx：数和文字都在原来的位置，公式只留结果，图表和版式没有保留。",
];
const MOST_COPIED = 100_000; // cells
const EXCEL = { rows: 1_048_576, columns: 16_384, characters: 32_767 }; // of a sheet, and of a cell; beyond, it offers to repair the file
const MOST_ISSUES = 5_000; // more than anyone corrects at once; a file of nothing but comments would be refused itself

/**
 * What goes back to the bureau: its own workbook with the issues on it, or a text list where that cannot be.
 *
 * @param format as `read/` found it; null where the file could not be opened
 * @param issues as they were stored, in that order
 * @returns null where there is nothing that a person has to look at; the same input gives the same bytes
 */
export function returnedFile(bytes: Uint8Array, format: string | null, issues: readonly Issue[]): ReturnedFile | null {
  if (!issues.some(({ severity }) => severity !== "info")) return null;
  const workbook = returnedWorkbook(bytes, format, issues);
  if (workbook) return workbook;
  return { name: `${NAME}.txt`, bytes: textList(issues) };
}

/**
 * The bureau's own workbook with a comment and a fill on each offending cell and a sheet 核对结果 that lists every
 * issue; every part that is not concerned keeps its bytes.
 *
 * @returns null where there is no issue, the format is not xlsx, or the file is written too unusually to be patched
 */
export function returnedWorkbook(
  bytes: Uint8Array,
  format: string | null,
  issues: readonly Issue[],
  guide = GUIDE,
): ReturnedFile | null {
  if (format !== "xlsx" || issues.length === 0) return null;
  const told = issues.slice(0, MOST_ISSUES);
  const marked = markWorkbook(bytes, {
    cells: marksOf(told),
    ownSheet: listSheet(issues, guide),
    fills: [...Object.values(SEVERITY_FILLS), ...Object.values(DISPOSITION_FILLS)],
    settlesComments: true,
  });
  return marked && { name: `${NAME}.${marked.extension}`, bytes: marked.bytes };
}

/**
 * The cells of a file of another format in a plain .xlsx, with the same marks and list.
 *
 * @returns null where there is nothing to look at, more cells than such a copy is made for, or what Excel does not open
 */
export function returnedCopy(book: Book, issues: readonly Issue[]): ReturnedFile | null {
  if (!issues.some(({ severity }) => severity !== "info")) return null;
  if (!isCopied(book)) return null;
  return returnedWorkbook(plainWorkbook(book).bytes, "xlsx", issues, COPY_GUIDE);
}

function isCopied({ sheets }: Book): boolean {
  let count = 0;
  for (const { cells, merges } of sheets) {
    for (const cell of cells) {
      count += 1;
      if (count > MOST_COPIED || !isInExcel(cell)) return false;
    }
    if (merges.some(({ bottom, right }) => bottom > EXCEL.rows || right > EXCEL.columns)) return false;
  }
  return true;
}

function isInExcel({ row, column, raw }: Cell): boolean {
  if (row > EXCEL.rows || column > EXCEL.columns) return false;
  return raw.type !== "text" || raw.text.length <= EXCEL.characters;
}

function marksOf(issues: readonly Issue[]): readonly CellMark[] {
  const byCell = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.sheet === null || issue.cell === null) continue;
    const key = JSON.stringify([issue.sheet, issue.cell]);
    const here = byCell.get(key);
    if (here) here.push(issue);
    else byCell.set(key, [issue]);
  }
  return [...byCell.values()].flatMap((here) => {
    const { sheet, cell } = here[0] ?? {};
    if (!sheet || !cell) return [];
    const comment = `${MARK}\n${here.map((issue) => `${SEVERITY_NAMES[issue.severity]}：${sentence(issue)}`).join("\n")}`;
    return [{ sheet, cell, fill: SEVERITY_FILLS[worstOf(here)], comment: safeText(comment) }];
  });
}

function worstOf(issues: readonly Issue[]): Severity {
  return (["error", "warning"] as const).find((each) => issues.some(({ severity }) => severity === each)) ?? "info";
}

function sentence({ message, hint }: Issue): string {
  return `${message}。${hint}。`;
}

function listSheet(issues: readonly Issue[], guide: readonly string[]): OwnSheet {
  const rows = issues.slice(0, MOST_ISSUES).map((issue): readonly OwnCell[] => {
    const { sheet, cell, severity, message, hint } = issue;
    const place = { text: placeOf(issue) };
    return [
      sheet === null ? place : { ...place, link: { sheet, cell: cell ?? "A1" } },
      { text: SEVERITY_NAMES[severity], fill: SEVERITY_FILLS[severity] },
      { text: safeText(message) },
      { text: safeText(hint) },
    ];
  });
  const lines = [summary(issues), ...guide];
  return { name: NAME, title: RETURN_TITLE, lines, widths: [28, 8, 60, 60], head: HEAD, rows };
}

/** For Notepad: a byte order mark, and lines that end as it wants them. */
function textList(issues: readonly Issue[]): Uint8Array {
  const lines = issues
    .slice(0, MOST_ISSUES)
    .map((issue, index) => `${index + 1}. ${SEVERITY_NAMES[issue.severity]}　${placeOf(issue)}：${sentence(issue)}`);
  const text = [RETURN_TITLE, summary(issues), "改正后把整个文件重新上传即可。", "", ...lines].map((line) =>
    safeText(line).replaceAll("\n", " "),
  );
  return strToU8(`\ufeff${text.join("\r\n")}\r\n`);
}

function placeOf({ sheet, cell }: Issue): string {
  const place = formatLocation({ ...(sheet === null ? {} : { sheet }), ...(cell === null ? {} : { cell }) });
  return safeText(place || "整个文件").replaceAll("\n", " ");
}

function summary(issues: readonly Issue[]): string {
  const counts = Object.entries(SEVERITY_NAMES).map(([severity, word]) => {
    return [word, issues.filter((issue) => issue.severity === severity).length] as const;
  });
  const told = counts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count} 个`);
  const rest = issues.length > MOST_ISSUES ? `这里只列出前 ${MOST_ISSUES} 个，改正后重新上传可以看到其余的。` : "";
  return `共 ${issues.length} 个问题：${told.join("，")}。错误须改正后那个数才会采用；提醒请核对。${rest}`;
}
