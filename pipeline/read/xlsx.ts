import type { Sheet } from "../model/cell.ts";
import type { ReadLimits } from "./limits.ts";
import { tooLarge, unreadable } from "./refusal.ts";
import { toSheet } from "./sheet-cells.ts";
import { checkSheetLimits } from "./sheet-limits.ts";
import type { SheetMarks } from "./sheet-marks.ts";
import { scanSheetXml } from "./sheet-xml.ts";
import { loadWorkbook } from "./spreadsheet-library.ts";
import {
  countSharedTexts,
  hasItsStyles,
  listSheets,
  listStyles,
  recalculatesOnLoad,
  type SheetEntry,
} from "./workbook-xml.ts";
import type { Parts } from "./zip-guard.ts";

/**
 * Reads the worksheets of an .xlsx or .xlsm, in the order of their tabs; charts are left out, macros never run.
 *
 * @param parts of `bytes`, as the guard unpacked them
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE
 */
export async function readXlsx(
  bytes: Buffer,
  parts: Parts,
  file: string,
  limits: ReadLimits,
): Promise<readonly Sheet[]> {
  const entries = listSheets(parts);
  if (entries === undefined || !hasItsStyles(parts)) throw unreadable(file, "文件不完整，缺少工作簿的组成部分");
  checkRoughly(parts, entries, file, limits);
  const marks = scanSheets(parts, entries, file);
  checkSheetLimits(marks, file, limits);
  const { sheets, date1904 } = await loadWorkbook(bytes, file);
  if (sheets.length !== entries.length) throw unreadable(file, "工作表的目录与内容不一致");
  return sheets.flatMap((sheet, index) => {
    const marksOfSheet = marks[index];
    return marksOfSheet ? [toSheet(sheet, marksOfSheet, date1904, file)] : [];
  });
}

/** Before every cell is looked at: an ordinary value ends in the same few characters. */
function checkRoughly(parts: Parts, entries: readonly SheetEntry[], file: string, { cells: limit }: ReadLimits): void {
  let values = 0;
  for (const { part } of entries) {
    const xml = parts.get(part ?? "")?.toString("latin1") ?? "";
    for (let at = xml.indexOf("v></"); at >= 0; at = xml.indexOf("v></", at + 4)) {
      values += 1;
      if (values > limit) throw tooLarge(file, "有内容的单元格数", `${limit} 个以上`, `${limit} 个`);
    }
  }
}

/** The marks of every worksheet; undefined for sheets of other kinds. */
function scanSheets(parts: Parts, entries: readonly SheetEntry[], file: string): readonly (SheetMarks | undefined)[] {
  const sharedTexts = countSharedTexts(parts);
  if (sharedTexts === undefined) throw unreadable(file, "文件里的文字表写法不规范，无法可靠对应到单元格");
  const context = { sharedTexts, recalculates: recalculatesOnLoad(parts), styles: listStyles(parts) };
  return entries.map(({ part, isHidden, isWorksheet }, index) => {
    if (!isWorksheet) return undefined;
    const xml = parts.get(part ?? "")?.toString("latin1");
    const marks = xml === undefined ? undefined : scanSheetXml(xml, { ...context, isHidden });
    if (marks === undefined) throw unreadable(file, `第${index + 1}个工作表的内容缺失或不完整`);
    return marks;
  });
}
