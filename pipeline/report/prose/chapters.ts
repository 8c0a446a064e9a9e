import type { EditionKind } from "../../model/edition.ts";
import type { ChapterCounts } from "../edition/count-figures.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { type Standing, standingOf } from "../edition/verdict-groups.ts";
import { enumerateNames } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinWords, type Words } from "./runs.ts";

/** Within the year more targets than that which keep pace are counted only: the table of all targets names them. */
const MOST_HELD_NAMED = 3;

/**
 * Tells what a chapter's targets came to: a paragraph. Those that do not hold are named, those that hold too where they
 * are few or the year is over. Only a year that is over is done or not; before, targets keep pace or lag.
 */
export function chapterParagraph(
  { chapter, total, standings }: ChapterCounts,
  targets: readonly TargetFigures[],
  { kind, tell }: { readonly kind: EditionKind; readonly tell: Tell },
): Words {
  const isOver = kind === "annual";
  const names = (standing: Standing) =>
    targets
      .filter(({ assessment }) => assessment.target.chapter === chapter && standingOf(assessment) === standing)
      .map(({ assessment }) => assessment.target.name);
  const part = (standing: Standing, word: string, isNamed: boolean) => {
    const own = { standing: word, count: standings[standing] };
    if (own.count.value === "0") return [];
    return isNamed
      ? tell("chapter-named", { ...own, list: enumerateNames(names(standing)) })
      : tell("chapter-counted", own);
  };
  const parts = [
    part("held", isOver ? "完成" : "完成、达到或快于序时进度", isOver || names("held").length <= MOST_HELD_NAMED),
    part("lagging", isOver ? "未完成" : "滞后", true),
    part("postponed", "尚不评价进度", false),
    part("unknown", "尚无数据", false),
  ];
  return sentence(tell("chapter", { total, list: joinWords(parts, "；") }));
}
