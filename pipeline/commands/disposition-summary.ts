import {
  countDispositions,
  DISPOSITION_NAMES,
  type Disposition,
  type DispositionCount,
  reasonsText,
} from "../model/disposition.ts";

/** One line a sheet: how many of its cells went which way, and why some were not read. */
export function dispositionLines(dispositions: readonly Disposition[]): readonly string[] {
  const sheets = [...new Set(dispositions.map(({ sheet }) => sheet))];
  return sheets.map((name) => {
    const counts = countDispositions(dispositions.filter(({ sheet }) => sheet === name));
    return `  去向 ${name}：${counts.map(describe).join("，")}`;
  });
}

/** The reason of notes and labels is nobody's concern; that of what was not read is. */
function describe(count: DispositionCount): string {
  const reasons = count.kind === "ignored" ? reasonsText(count) : "";
  return `${DISPOSITION_NAMES[count.kind]} ${count.cells}${reasons === "" ? "" : `（${reasons}）`}`;
}
