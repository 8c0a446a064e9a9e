import type { CellContent, SheetDescription } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { milestoneSource } from "../prose/closing.ts";
import type { Words } from "../prose/runs.ts";
import { publishedCell, textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { BRIEFING, type FigureUses } from "./figure-uses.ts";
import { fingerprint, QUANTITY_NAMES } from "./observation-words.ts";
import { filterable, type RowCells, sheetFrame, templatedRow } from "./sheet-frame.ts";
import type { SourceRow } from "./source-rows.ts";
import { columnName, whereNamed } from "./template-names.ts";

/** What the list of sources tells. */
interface SourcesInput extends EditionFacts {
  readonly uses: FigureUses;
}

/** 数据来源: every cell that a figure was read from, with file, sheet, cell, vintage, fingerprint, and where it is used. */
export function sourcesSheet(facts: EditionFacts, sheet: SheetTemplate, uses: FigureUses): SheetDescription {
  return {
    ...sheetFrame(facts, sheet),
    ...filterable(sheet, "来源"),
    rows: facts.sources.map((row, index) =>
      templatedRow(sheet.columns, sourceCells(row, index + 1, { ...facts, uses })),
    ),
    notes: [
      ["数值照原表逐位列出，不作舍入。SHA-256 是收到的文件的指纹，可以核对文件有没有改动。"],
      ...whereNamed(
        [columnName(facts, "sources", "used")],
        (used) => `点击“${used}”一栏，可以跳到这个数第一次用到的地方。`,
      ).map((text) => [text]),
      ...milestoneNote(facts),
    ],
  };
}

function milestoneNote({ milestones }: EditionFacts): readonly Words[] {
  const source = milestoneSource(milestones, { isMarked: true });
  return source === "" ? [] : [[`${source}，不在本表。`]];
}

function sourceCells({ key, observation, figure }: SourceRow, number: number, { names, uses }: SourcesInput): RowCells {
  const { url, scope } = observation;
  const indicator = names.indicator(observation.indicator) ?? observation.label;
  const region = names.region(observation.region) ?? "—";
  return {
    number: textCell(String(number)),
    indicator: textCell(scope === null ? indicator : `${indicator}（${scope}）`),
    region: textCell(region),
    period: textCell(periodName(observation.period, observation.span)),
    quantity: textCell(QUANTITY_NAMES[observation.quantity]),
    value: publishedCell(figure),
    unit: textCell(observation.unit ?? "—"),
    bureau: textCell(names.bureau(observation.bureau) ?? "—"),
    file: textCell(observation.file),
    sheet: textCell(observation.sheet),
    cell: textCell(observation.cell),
    vintage: textCell(observation.vintage),
    illustrative: textCell(observation.illustrative ? "是" : "否"),
    url: url === null ? textCell("—") : textCell(url, url),
    hash: textCell(fingerprint(observation.sha256)),
    used: useCell(uses.get(key)),
  };
}

function useCell(use: string | undefined): CellContent {
  if (use === undefined || use === BRIEFING) return textCell(use ?? "—");
  return textCell(use.slice(0, use.indexOf("!")), use);
}
