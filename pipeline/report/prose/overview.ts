import type { Verdict } from "../../model/assessment.ts";
import type { EditionKind } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, spanName } from "../../model/period.ts";
import { type CountFigures, UNKNOWN_VERDICTS } from "../edition/count-figures.ts";
import { enumerate } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

/** What the overall judgement rests on. */
export interface OverviewInput {
  readonly kind: EditionKind;
  readonly year: number; // of the plan
  readonly period: Period;
  readonly counts: CountFigures;
}

const LAGGING: readonly Verdict[] = ["滞后", "严重滞后", "突破上限"];

/** Judges the whole plan in sentences of counts, without adjectives (standards of the field, section 3.5). */
export function overview(input: OverviewInput, tell: Tell): Words {
  const { year, period, counts, kind } = input;
  const { total, judged, earlier } = counts;
  const opening = tell("overview-judged", {
    ...{ year: String(year), total, judged },
    period: kind === "annual" ? "全年" : spanName(period, "ytd"),
    earlier: isNone(earlier) ? [] : earlier.value === judged.value ? "均" : say`其中${earlier}项`,
  });
  return joinRuns([
    ...sentence(opening),
    ...(isNone(judged) ? [] : sentence(judgedWords(input, tell))),
    ...sentence(notJudgedWords(input, tell)),
  ]);
}

/** Known but not judged yet, and not known: two things that a leader must not take for one. */
function notJudgedWords({ counts: { judged, standings, unknown } }: OverviewInput, tell: Tell): Words {
  const parts = [
    isNone(standings.postponed) ? [] : tell("overview-postponed", { count: standings.postponed }),
    isNone(standings.unknown) ? [] : unknownWords(standings.unknown, unknown, tell),
  ];
  const list = joinWords(parts, "；");
  return list.length === 0 || isNone(judged) ? list : tell("overview-rest", { list });
}

function judgedWords({ kind, counts }: OverviewInput, tell: Tell): Words {
  const { standings, verdicts, heldShare: share } = counts;
  const { held, lagging } = standings;
  if (kind === "annual") {
    const broken = isNone(verdicts.突破上限) ? null : verdicts.突破上限;
    return tell("overview-year", { held, share, lagging: isNone(lagging) ? null : lagging, broken });
  }
  const list = joinWords(
    LAGGING.filter((verdict) => !isNone(verdicts[verdict])).map((verdict) => say`${verdict}${verdicts[verdict]}项`),
    "；",
  );
  return tell("overview-held", { held, share, list });
}

/** How many of each kind; the kind alone where there is one. */
function unknownWords(count: Figure, unknown: CountFigures["unknown"], tell: Tell): Words {
  const kinds = UNKNOWN_VERDICTS.filter((verdict) => !isNone(unknown[verdict]));
  const [first] = kinds;
  if (kinds.length === 1 && first) return tell("overview-unknown-all", { count, verdict: first });
  return tell("overview-unknown", { count, list: enumerate(kinds.map((kind) => say`${kind}${unknown[kind]}项`)) });
}

function isNone({ value }: Figure): boolean {
  return value === "0";
}
