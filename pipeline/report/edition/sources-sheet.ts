import type { SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { milestoneSource } from "../prose/closing.ts";
import type { Words } from "../prose/runs.ts";
import { publishedCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { QUANTITY_NAMES } from "./quantity-names.ts";
import { type RowCells, sheetFrame, templatedRow } from "./sheet-frame.ts";
import type { SourceRow } from "./source-rows.ts";

const HASH_CHARS = 12;

/** 数据来源: every cell that a figure was read from, with file, sheet, cell, vintage and fingerprint. */
export function sourcesSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  return {
    ...sheetFrame(facts, sheet),
    rows: facts.sources.map((row, index) => templatedRow(sheet.columns, sourceCells(row, index + 1, facts))),
    notes: [
      ["数值照原表逐位列出，不作舍入。SHA-256 是收到的文件的指纹，可以核对文件有没有改动。"],
      ...milestoneNote(facts),
    ],
  };
}

function milestoneNote({ milestones }: EditionFacts): readonly Words[] {
  const source = milestoneSource(milestones, { isMarked: true });
  return source === "" ? [] : [[`${source}，不在本表。`]];
}

function sourceCells({ observation, figure }: SourceRow, number: number, { input }: EditionFacts): RowCells {
  const { url, scope } = observation;
  const indicator = input.indicators.find(({ code }) => code === observation.indicator)?.name ?? observation.label;
  const region = input.regions.find(({ code }) => code === observation.region)?.name ?? "—";
  return {
    number: textCell(String(number)),
    indicator: textCell(scope === null ? indicator : `${indicator}（${scope}）`),
    region: textCell(region),
    period: textCell(periodName(observation.period, observation.span)),
    quantity: textCell(QUANTITY_NAMES[observation.quantity]),
    value: publishedCell(figure),
    unit: textCell(observation.unit ?? "—"),
    bureau: textCell(input.bureaus.find(({ code }) => code === observation.bureau)?.shortName ?? "—"),
    file: textCell(observation.file),
    sheet: textCell(observation.sheet),
    cell: textCell(observation.cell),
    vintage: textCell(observation.vintage),
    illustrative: textCell(observation.illustrative ? "是" : "否"),
    url: url === null ? textCell("—") : textCell(url, url),
    hash: textCell(observation.sha256.slice(0, HASH_CHARS)),
  };
}
