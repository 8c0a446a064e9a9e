import type { Sheet } from "../model/cell.ts";
import type { ReadLimits } from "./limits.ts";
import { encrypted, unreadable, unsupported } from "./refusal.ts";
import { toSheet } from "./sheet-cells.ts";
import { checkSheetLimits } from "./sheet-limits.ts";
import { sniffStreams } from "./sniff.ts";
import { loadWorkbook, openOle } from "./spreadsheet-library.ts";
import { type BiffBook, scanWorkbookStream } from "./workbook-biff.ts";

/**
 * Reads the worksheets of an .xls (BIFF8, or BIFF5 with text in GBK), or of a WPS .et, in the order of their tabs.
 *
 * @throws PipelineError FORMAT_UNSUPPORTED, FILE_TOO_LARGE, FILE_UNREADABLE
 */
export async function readXls(bytes: Buffer, file: string, limits: ReadLimits): Promise<readonly Sheet[]> {
  const { names, workbook } = await openOle(bytes, file);
  const kind = sniffStreams(names);
  if (kind === "encrypted") throw encrypted(file);
  if (kind !== "xls") throw unsupported(file, kind);
  const { isUnicode, sheets } = scan(workbook, file);
  checkSheetLimits(
    sheets.map(({ marks }) => marks),
    file,
    limits,
  );
  const loaded = await loadWorkbook(bytes, file, { codepages: !isUnicode });
  if (loaded.sheets.length !== sheets.length) throw unreadable(file, "工作表的目录与内容不一致");
  const byPosition = sheets.map(({ position }) => position).sort((a, b) => a - b);
  return sheets.flatMap(({ position, marks }) => {
    const sheet = loaded.sheets[byPosition.indexOf(position)];
    return sheet && marks ? [toSheet(sheet, marks, loaded.date1904, file)] : [];
  });
}

function scan(stream: Buffer | undefined, file: string): BiffBook {
  const book = stream && scanWorkbookStream(stream);
  if (book === undefined) throw unreadable(file, "文件已损坏或没有传完，工作表的内容不完整");
  if (book === "encrypted") throw encrypted(file);
  if (book === "old") throw unsupported(file, "old-xls");
  return book;
}
