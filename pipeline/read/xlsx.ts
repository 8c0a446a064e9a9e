import type { Sheet } from "../model/cell.ts";
import type { ReadLimits } from "./limits.ts";
import { unreadable } from "./refusal.ts";
import { makeAdmission } from "./sheet-limits.ts";
import { readSheetXml, type SheetSetting } from "./sheet-xml.ts";
import {
  countsFrom1904,
  hasItsStyles,
  listSheets,
  partOfType,
  recalculatesOnLoad,
  type SheetEntry,
} from "./workbook-xml.ts";
import { readStyles } from "./xlsx-styles.ts";
import { readSharedTexts } from "./xlsx-text.ts";
import type { Parts } from "./zip-guard.ts";

/**
 * Reads the worksheets of an .xlsx or .xlsm, in the order of their tabs; charts are left out, macros never run.
 *
 * @param parts of the file, as the guard unpacked them
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE
 */
export function readXlsx(parts: Parts, file: string, limits: ReadLimits): readonly Sheet[] {
  const entries = listSheets(parts);
  if (!entries?.length || !hasItsStyles(parts)) throw unreadable(file, "文件不完整，缺少工作簿的组成部分");
  if (new Set(entries.map(({ name }) => name)).size !== entries.length)
    throw unreadable(file, "文件里有两个同名的工作表");
  const texts = readSharedTexts(partOfType(parts, "sharedStrings"));
  if (texts === undefined) throw unreadable(file, "文件里的文字表写法不规范，无法可靠对应到单元格");
  const setting: SheetSetting = {
    texts,
    styles: readStyles(partOfType(parts, "styles")),
    date1904: countsFrom1904(parts),
    recalculates: recalculatesOnLoad(parts),
    admit: makeAdmission(file, limits),
  };
  return entries.flatMap((entry, index) =>
    entry.isWorksheet ? [readEntry(entry, index, { parts, file, setting })] : [],
  );
}

interface EntrySetting {
  readonly parts: Parts;
  readonly file: string;
  readonly setting: SheetSetting;
}

function readEntry({ name, part, isHidden }: SheetEntry, index: number, { parts, file, setting }: EntrySetting): Sheet {
  const xml = parts.get(part ?? "")?.toString("latin1");
  const content = xml === undefined ? undefined : readSheetXml(xml, setting);
  if (content === undefined) throw unreadable(file, `第${index + 1}个工作表的内容缺失或不完整`);
  return { name, hidden: isHidden, ...content };
}
