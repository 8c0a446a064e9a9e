import type { Config } from "../config.ts";
import { type BoardRow, readBoard } from "../jobs/board.ts";
import type { Effects } from "../jobs/effects.ts";
import { type OpenHome, withHome } from "../jobs/open-home.ts";
import { requirePeriod } from "../jobs/period.ts";
import { periodName } from "../model/period.ts";
import { printableJson, printableText } from "../model/printable-text.ts";

/** Prints who has reported for a month, who is late and what is missing; exit code 0. */
export async function board(
  words: string,
  options: { readonly json?: boolean },
  config: Config,
  { now }: Effects,
  write: (text: string) => void,
): Promise<number> {
  const period = requirePeriod(words);
  await withHome(config, async (open) => {
    const found = await readBoard(open, period, now());
    if (options.json) return write(printableJson(found));
    const { rows, day, isIllustrative } = found;
    const late = rows.filter(({ stage, daysLate }) => stage !== null && daysLate > 0).length;
    const lines = rows.map((row) => printableText(describeRow(row, open)).replaceAll("\n", " "));
    const notice = isIllustrative ? "（到期日为示意，见 seeds/calendar.yaml）" : "";
    write([`${periodName(period, "month")}报送情况，${day}${notice}`, ...lines, `逾期未报 ${late} 项`].join("\n"));
  });
  return 0;
}

function describeRow(row: BoardRow, { reference }: OpenHome): string {
  const { bureau, source, file, receivedOn, state, due, daysLate, missing } = row;
  const office = reference.bureaus.find(({ code }) => code === bureau)?.shortName ?? "不明部门";
  const sheet = reference.sources.find(({ name }) => name === source)?.title ?? file ?? "（没有固定报表的指标）";
  const names = missing.map((code) => reference.indicators.find((one) => one.code === code)?.name ?? code);
  return [
    `  ${office}  ${sheet}：${state}`,
    receivedOn === null ? "" : ` ${receivedOn}`,
    due === null ? "" : `，应于 ${due} 前报`,
    daysLate > 0 ? `，逾期 ${daysLate} 个工作日` : "",
    names.length > 0 ? `，缺 ${names.join("、")}` : "",
  ].join("");
}
