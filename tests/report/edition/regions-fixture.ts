import { expect } from "vitest";
import type { Assessment } from "../../../pipeline/model/assessment.ts";
import type { SheetDescription } from "../../../pipeline/model/edition.ts";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import {
  indicatorFixture,
  JUNE,
  judgedFixture,
  observationFixture,
  planFixture,
  REGIONS,
  targetFixture,
} from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { rankingsFixture } from "../../support/rankings-fixture.ts";

/** Codes of the counties, in the order of the tables. */
export const COUNTIES = REGIONS.filter(({ kind }) => kind === "county").map((region) => region.code);
export const ZONE = "150571";
const INDUSTRY = indicatorFixture();

/** The sheet of a month in which only industry is known of the places: rate by place, null for a blank. */
export function sheetOf(
  observations: readonly KnownObservation[],
  change: Partial<EditionInput> = {},
): SheetDescription {
  return sheetIn(inputOf(observations, change));
}

/** 分旗县市区 of an edition. */
export function sheetIn(input: EditionInput): SheetDescription {
  return describeEdition(input).sheets.find(({ name }) => name === "分旗县市区") ?? expect.fail();
}

/** What the edition of such a month is made of. */
export function inputOf(
  regional: readonly KnownObservation[],
  change: Partial<EditionInput> = {},
  assessments: readonly Assessment[] = [judgedFixture(targetFixture(), "0.5", { gap: "-8.5" })],
): EditionInput {
  const rankings = rankingsFixture(assessments, regional, { indicators: [INDUSTRY] });
  const plan = planFixture(assessments.map(({ target }) => target));
  return juneInput({ assessments, regional, rankings, plan, indicators: [INDUSTRY], ...change });
}

/** Rates of industry, each in a cell of its own. */
export function rates(
  values: readonly (readonly [region: string, value: string | null])[],
  change: Partial<KnownObservation> = {},
): readonly KnownObservation[] {
  return values.map(([region, value], index) =>
    observationFixture({ region, value, cell: `D${index + 5}`, file: `${change.period ?? JUNE}.xlsx`, ...change }),
  );
}

/** Each place's row as its first words, then one text for each column; a formula in braces. */
export function textsOf({ rows }: SheetDescription): readonly string[] {
  return rows.map((row) => {
    if (row.kind === "section") return `# ${row.text}`;
    return row.cells
      .map((cell) => {
        if (cell.kind === "number") return cell.text + (cell.formula === undefined ? "" : `{${cell.formula}}`);
        return cell.kind === "text" ? cell.runs.join("") : "";
      })
      .join(" ");
  });
}

/** The code of a county, from 0. */
export const county = (index: number) => COUNTIES[index] ?? expect.fail();
