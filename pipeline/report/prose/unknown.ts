import type { Assessment } from "../../model/assessment.ts";
import { type CountFigures, UNKNOWN_VERDICTS } from "../edition/count-figures.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { postponementOf, standingOf } from "../edition/verdict-groups.ts";
import { enumerateNames } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinWords, type Words } from "./runs.ts";

const MEANINGS: Readonly<Record<(typeof UNKNOWN_VERDICTS)[number], string>> = {
  未到期: "按制度还不到出数的时候",
  未发布: "应有数而尚未收到，或收到的数还不能采用",
  无数据来源: "目前没有单位报送",
  待上级下达: "目标数尚未收到",
};

const POSTPONEMENTS = [
  ["month", "还不到评价月份"],
  ["due", "目标期限未到"],
] as const;

/**
 * Tells what is not judged: what no figure tells yet, and what is known but not judged yet; counts, and the headline
 * targets among them by name.
 */
export function unknownParagraphs(
  targets: readonly TargetFigures[],
  counts: CountFigures,
  tell: Tell,
): readonly Words[] {
  return [unknownWords(targets, counts, tell), postponedWords(targets, counts, tell)]
    .map(sentence)
    .filter((words) => words.length > 0);
}

/** The headline targets alone that are not judged, with why, for a paper whose judgement has counted the others; or none. */
export function unknownInBrief(targets: readonly TargetFigures[], tell: Tell): readonly Words[] {
  const groups = [
    ...UNKNOWN_VERDICTS.map((verdict) => ({
      ...{ verdict, meaning: MEANINGS[verdict] },
      names: namesOf(targets, (one) => standingOf(one) === "unknown" && one.verdict === verdict),
    })),
    ...POSTPONEMENTS.map(([cause, meaning]) => ({
      ...{ verdict: "尚不评价进度", meaning },
      names: namesOf(targets, (one) => standingOf(one) === "postponed" && postponementOf(one) === cause),
    })),
  ];
  const parts = groups
    .filter(({ names }) => names.length > 0)
    .map(({ names, ...own }) => tell("unknown-named", { list: enumerateNames(names), ...own }));
  return parts.length === 0 ? [] : [sentence(tell("unknown-brief", { list: joinWords(parts, "；") }))];
}

function unknownWords(targets: readonly TargetFigures[], { standings, unknown }: CountFigures, tell: Tell): Words {
  if (standings.unknown.value === "0") return [];
  const parts = UNKNOWN_VERDICTS.filter((verdict) => unknown[verdict].value !== "0").map((verdict) =>
    tell("unknown-part", {
      ...{ verdict, count: unknown[verdict], meaning: MEANINGS[verdict] },
      headline: headlineNames(targets, tell, (one) => standingOf(one) === "unknown" && one.verdict === verdict),
    }),
  );
  return tell("unknown", { count: standings.unknown, list: joinWords(parts, "；") });
}

function postponedWords(targets: readonly TargetFigures[], { standings, postponed }: CountFigures, tell: Tell): Words {
  const count = standings.postponed;
  if (count.value === "0") return [];
  const parts = POSTPONEMENTS.filter(([cause]) => postponed[cause].value !== "0").map(([cause, meaning]) => ({
    ...{ meaning, count: postponed[cause] },
    headline: headlineNames(targets, tell, (one) => standingOf(one) === "postponed" && postponementOf(one) === cause),
  }));
  const [first] = parts;
  if (parts.length === 1 && first) return tell("postponed", { ...first, count });
  const list = joinWords(
    parts.map((part) => tell("postponed-part", part)),
    "；",
  );
  return tell("postponed-parts", { count, list });
}

function headlineNames(
  targets: readonly TargetFigures[],
  tell: Tell,
  belongs: (assessment: Assessment) => boolean,
): Words {
  const names = namesOf(targets, belongs);
  return names.length === 0 ? [] : tell("headline-among", { list: enumerateNames(names) });
}

function namesOf(targets: readonly TargetFigures[], belongs: (assessment: Assessment) => boolean): readonly string[] {
  return targets
    .filter(({ assessment }) => assessment.target.headline && belongs(assessment))
    .map(({ assessment }) => assessment.target.name);
}
