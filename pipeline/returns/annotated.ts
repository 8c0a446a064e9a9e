import type { Book } from "../model/cell.ts";
import {
  countDispositions,
  DISPOSITION_NAMES,
  type Disposition,
  type DispositionCount,
  type DispositionKind,
  reasonsText,
} from "../model/disposition.ts";
import { DISPOSITION_FILLS } from "./colours.ts";
import { markWorkbook } from "./mark.ts";
import type { OwnCell, OwnSheet } from "./own-sheet.ts";
import { LEGEND_TITLE } from "./own-titles.ts";
import { plainWorkbook } from "./plain-workbook.ts";
import { safeText } from "./safe-text.ts";

const MEANINGS: Readonly<Record<DispositionKind, string>> = {
  used: "读成了数据",
  asked: "是数，但含义没有定下来，提出了问题，没有采用",
  unread: "是数，但不在能够读懂的行列之内，提出了问题",
  sentinel: "表示没有数的符号",
  header: "说明下面的数是什么",
  label: "说明右边的数是什么",
  title: "表的标题，可能写有期间、地区",
  unit: "计量单位",
  note: "说明和附注，不取数",
  ignored: "按规则不读，原因见右栏",
};

/**
 * A copy of a workbook with each cell in the colour of what became of it, and a legend.
 *
 * @param bytes as received; where they are no .xlsx, or one that cannot be patched, the cells stand in a plain workbook
 * @param book the same as cells
 */
export function annotatedWorkbook(bytes: Uint8Array, book: Book, dispositions: readonly Disposition[]): Uint8Array {
  const marking = {
    cells: dispositions.map(({ sheet, cell, kind }) => ({ sheet, cell, fill: DISPOSITION_FILLS[kind], comment: null })),
    ownSheet: legend(dispositions),
    fills: Object.values(DISPOSITION_FILLS),
    settlesComments: false,
  };
  const own = book.format === "xlsx" ? markWorkbook(bytes, marking) : null;
  const plain = own ?? markPlain(book, marking);
  return plain.bytes;
}

function markPlain(book: Book, marking: Parameters<typeof markWorkbook>[1]) {
  const { bytes, names } = plainWorkbook(book);
  const cells = marking.cells.map((cell) => ({ ...cell, sheet: names.get(cell.sheet) ?? cell.sheet }));
  const marked = markWorkbook(bytes, { ...marking, cells });
  if (!marked) throw new RangeError("a plain workbook that cannot be patched");
  return marked;
}

function legend(dispositions: readonly Disposition[]): OwnSheet {
  const rows = countDispositions(dispositions).map((count: DispositionCount): readonly OwnCell[] => [
    { text: DISPOSITION_NAMES[count.kind], fill: DISPOSITION_FILLS[count.kind] },
    { text: String(count.cells) },
    { text: MEANINGS[count.kind] },
    { text: safeText(reasonsText(count)) },
  ]);
  const lines = [`有内容的单元格共 ${dispositions.length} 个，各有一个去向，颜色如下。`];
  return {
    name: "图例",
    title: LEGEND_TITLE,
    lines,
    widths: [14, 10, 48, 60],
    head: ["去向", "个数", "含义", "原因"],
    rows,
  };
}
