import { PipelineError } from "../../../pipeline/errors.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import { makePeriod, type Period } from "../../../pipeline/model/period.ts";
import type { Point, Trend } from "../../../pipeline/model/trend.ts";
import { parseCompilerNotes } from "../../../pipeline/reference/compiler-notes.ts";
import { type EditionFacts, gatherFacts } from "../../../pipeline/report/edition/facts.ts";
import { type ToldNotes, toldNotes } from "../../../pipeline/report/edition/told-notes.ts";
import { code, observationFixture } from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { shippedBriefing } from "../../support/shipped-templates.ts";

export const NOTES_FILE = "notes/2023-06-monthly.md";

function point(period: Period, value: string): Point {
  const seen = observationFixture({
    indicator: code("industrial-value-added"),
    period,
    value,
    cell: `C${period.slice(-2)}`,
  });
  return { period, value, decimals: 1, scope: null, span: "ytd", observations: [seen] };
}

/** Industry month by month: it falls since May. */
const INDUSTRY: Trend = {
  ...{ target: "2023-002", scope: null, span: "ytd", amounts: [], gaps: [] },
  points: [
    ...(
      [
        [3, "4.1"],
        [4, "0.7"],
        [5, "-2.5"],
        [6, "-3.2"],
      ] as const
    ).map(([month, value]) => point(makePeriod(2023, month), value)),
    point(makePeriod(2022, 6), "7.7"),
  ].sort((a, b) => (a.period < b.period ? -1 : 1)),
};

let facts: EditionFacts | undefined;

/** The facts of June, with industry month by month; made once. */
export function notedFacts(): EditionFacts {
  facts ??= gatherFacts(juneInput({ template: shippedBriefing("monthly"), trends: [INDUSTRY] }));
  return facts;
}

/** Notes on June in words. */
export function told(markdown: string): ToldNotes {
  return toldNotes(parseCompilerNotes(markdown, NOTES_FILE), notedFacts());
}

/** The figures that the numbers of a note under a heading are held to be. */
export function figuresIn(note: string, heading: string): readonly Figure["id"][] {
  const { editor, other, ofTargets, ofSections } = told(`## ${heading}\n\n${note}`);
  const words = [editor, other, ...ofTargets.values(), ...ofSections.values()].flat(2);
  return words.flatMap((run) => (typeof run === "string" ? [] : [run.figure]));
}

/** The error that notes are refused with. */
export function refusal(markdown: string): PipelineError {
  try {
    told(markdown);
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("expected a PipelineError");
}
