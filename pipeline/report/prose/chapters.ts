import type { EditionKind } from "../../model/edition.ts";
import type { ChapterCounts } from "../edition/count-figures.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { type Standing, standingOf } from "../edition/verdict-groups.ts";
import { enumerateNames } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinWords, type Words } from "./runs.ts";

/**
 * Tells what a chapter's targets came to, those that hold and those that do not by name: a paragraph. Only a year that
 * is over is done or not; before, targets keep pace or lag.
 */
export function chapterParagraph(
  { chapter, total, standings }: ChapterCounts,
  targets: readonly TargetFigures[],
  { kind, tell }: { readonly kind: EditionKind; readonly tell: Tell },
): Words {
  const isOver = kind === "annual";
  const named = (standing: Standing) =>
    enumerateNames(
      targets
        .filter(({ assessment }) => assessment.target.chapter === chapter && standingOf(assessment) === standing)
        .map(({ assessment }) => assessment.target.name),
    );
  const part = (standing: Standing, word: string, isNamed: boolean) => {
    const own = { standing: word, count: standings[standing] };
    if (own.count.value === "0") return [];
    return isNamed ? tell("chapter-named", { ...own, list: named(standing) }) : tell("chapter-counted", own);
  };
  const parts = [
    part("held", isOver ? "完成" : "完成、达到或快于序时进度", true),
    part("lagging", isOver ? "未完成" : "滞后", true),
    part("postponed", "尚不评价进度", false),
    part("unknown", "尚无数据", false),
  ];
  return sentence(tell("chapter", { total, list: joinWords(parts, "；") }));
}
