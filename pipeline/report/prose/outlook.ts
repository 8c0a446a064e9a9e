import type { Figure } from "../../model/figure.ts";
import type { Chance } from "../../model/prospect.ts";
import type { ChanceGroup } from "../edition/chance-figures.ts";
import { signOf } from "../edition/display.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { rateVerb, unitAfter } from "./growth.ts";
import { enumerateNames } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { isByTime, remainder } from "./remainder.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

const CHANCE_WORDS: Readonly<Record<Chance, string>> = {
  确保: "能够完成",
  有望: "有望完成",
  有困难: "完成有困难",
  难以: "难以完成",
};

const AT_RISK: readonly Chance[] = ["有困难", "难以"];

/**
 * Tells whether the headline targets can be reached, best first: those in reach by name, the others with what the rest of
 * the year must bring; then where the year may end. Always 测算; a paragraph, none where nothing can be reckoned.
 */
export function outlookParagraph(groups: readonly ChanceGroup[], tell: Tell): Words {
  const parts = groups.map(({ chance, count, targets }) => {
    const own = { standing: CHANCE_WORDS[chance], count };
    const isAtRisk = AT_RISK.includes(chance);
    const list = isAtRisk
      ? joinWords(
          targets.map((target) => say`${target.subject}${remainder(target, tell, { isMarked: false })}`),
          "，",
        )
      : enumerateNames(targets.map(({ subject }) => subject));
    return tell(isAtRisk ? "outlook-risk" : "outlook-reach", { ...own, list });
  });
  if (parts.length === 0) return [];
  const ranges = groups.flatMap(({ targets }) => targets.flatMap((target) => range(target, tell)));
  const note = groups.some(({ targets }) => targets.some(isByTime)) ? "（缺上年分月数的按时间权重估算）" : "";
  return joinRuns([
    ...sentence(tell("outlook", { note, list: joinWords(parts, "；") })),
    ...sentence(ranges.length === 0 ? [] : tell("outlook-ranges", { list: joinWords(ranges, "，") })),
  ]);
}

function range({ subject, outlook, assessment: { target } }: TargetFigures, tell: Tell): readonly Words[] {
  if (outlook === null) return [];
  const { low, high } = outlook;
  const amount = target.quantity === "yoy" ? growthRange(low, high) : amountRange(low, high);
  return amount.length === 0 ? [] : [tell("outlook-range", { indicator: subject, amount })];
}

/** 增长6.0%～6.4%, 下降1.0%～2.0%, 在下降0.2%至增长0.5%之间; both ends carry % (GB/T 15835-2011). */
export function growthRange(low: Figure, high: Figure): Words {
  const [from, to] = [signOf(low), signOf(high)];
  if (from === 0 && to === 0) return say`与上年持平`;
  if (from >= 0 && to > 0) return say`增长${low}%～${high}%`;
  if (from < 0 && to < 0) return say`下降${high}%～${low}%`;
  return say`在下降${low}%至${to === 0 ? "持平" : say`${rateVerb(to)}${high}%`}之间`;
}

/** Amounts below zero have no range in words, and are left to the workbook. */
function amountRange(low: Figure, high: Figure): Words {
  if (signOf(low) < 0) return [];
  return low.unit === "%" ? say`${low}%～${high}%` : say`${low}～${high}${unitAfter(high.unit)}`;
}
