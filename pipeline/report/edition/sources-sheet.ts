import type { RowDescription, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { Quantity } from "../../model/quantity.ts";
import { milestoneSource } from "../prose/closing.ts";
import type { Words } from "../prose/runs.ts";
import { firstBodyRow } from "../sheet-layout.ts";
import { column, dataRow, publishedCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { sheetLines } from "./sheet-lines.ts";
import type { SourceRow } from "./source-rows.ts";

const SHEET_NAME = "数据来源";

const HASH_CHARS = 12;

const COLUMNS = [
  column("序号", 6, "center"),
  column("指标", 34, "left"),
  column("地区", 20, "left"),
  column("期间", 16, "center"),
  column("量", 10, "center"),
  column("数值", 12, "right"),
  column("单位", 12, "center"),
  column("文件", 42, "left"),
  column("工作表", 30, "left"),
  column("单元格", 8, "center"),
  column("数据版本", 12, "center"),
  column("是否演示", 8, "center"),
  column("来源网址", 12, "left"),
  column("SHA-256（前12位）", 18, "center"),
];

const QUANTITY_NAMES: Readonly<Record<Quantity, string>> = {
  value: "总量",
  yoy: "同比",
  mom: "环比",
  change: "增减",
  rank: "位次",
  share: "比重",
  index: "指数",
  contribution: "贡献",
};

/** 数据来源: every cell that a figure was read from, with file, sheet, cell, vintage and fingerprint. */
export function sourcesSheet(facts: EditionFacts): SheetDescription {
  return {
    name: SHEET_NAME,
    title: "数据来源",
    lines: sheetLines(facts),
    columns: COLUMNS,
    rows: facts.sources.map((row, index) => sourceRow(row, index + 1, facts)),
    notes: [
      ["数值照原表逐位列出，不作舍入。SHA-256 是收到的文件的指纹，可以核对文件有没有改动。"],
      ...milestoneNote(facts),
    ],
    orientation: "landscape",
    frozenColumns: 2,
  };
}

function milestoneNote({ milestones }: EditionFacts): readonly Words[] {
  const source = milestoneSource(milestones, { isMarked: true });
  return source === "" ? [] : [[`${source}，不在本表。`]];
}

/** Where a source stands: 数据来源!A7. @param index 0-based, in `facts.sources` */
export function sourceAddress(index: number, facts: EditionFacts): string {
  return `${SHEET_NAME}!A${firstBodyRow({ lines: sheetLines(facts), columns: COLUMNS }) + index}`;
}

function sourceRow({ observation, figure }: SourceRow, number: number, { input }: EditionFacts): RowDescription {
  const { url, scope } = observation;
  const indicator = input.indicators.find(({ code }) => code === observation.indicator)?.name ?? observation.label;
  const region = input.regions.find(({ code }) => code === observation.region)?.name ?? "—";
  return dataRow([
    textCell(String(number)),
    textCell(scope === null ? indicator : `${indicator}（${scope}）`),
    textCell(region),
    textCell(periodName(observation.period, observation.span)),
    textCell(QUANTITY_NAMES[observation.quantity]),
    publishedCell(figure),
    textCell(observation.unit ?? "—"),
    textCell(observation.file),
    textCell(observation.sheet),
    textCell(observation.cell),
    textCell(observation.vintage),
    textCell(observation.illustrative ? "是" : "否"),
    url === null ? textCell("—") : textCell(url, url),
    textCell(observation.sha256.slice(0, HASH_CHARS)),
  ]);
}
