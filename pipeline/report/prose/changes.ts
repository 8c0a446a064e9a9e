import type { EditionKind } from "../../model/edition.ts";
import type { Figure } from "../../model/figure.ts";
import { type Period, periodName } from "../../model/period.ts";
import type { ChangeFigures, ToldChanges } from "../edition/change-figures.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import type { Turn, TurnFigures, Turns } from "../edition/turn-figures.ts";
import { amountOf, bareGrowth, change } from "./growth.ts";
import { enumerateNames } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinRuns, joinWords, type Words } from "./runs.ts";

/** What changed since the issue before. */
export interface ChangesInput {
  readonly kind: EditionKind;
  readonly comparedWith: Period | null; // null: verdicts are not compared
  readonly changes: ToldChanges;
  readonly turns: TurnFigures;
}

const MOST_NAMED = 6;

const BEFORE: Readonly<Record<EditionKind, string>> = { monthly: "上月", quarterly: "上季度", annual: "" };

/**
 * Tells what changed since the month or the quarter before: what turned for the better and for the worse, what can be
 * judged from now on or no longer, and figures that were revised; a paragraph, of revisions only or none where the paper
 * is compared with no issue before it.
 */
export function changesParagraph({ kind, comparedWith, changes, turns }: ChangesInput, tell: Tell): Words {
  if (BEFORE[kind] === "" || comparedWith === null) return sentence(revisedWords(changes, tell));
  const turned = [
    ...turnsWords("changes-better", turns.better, tell),
    ...turnsWords("changes-worse", turns.worse, tell),
  ];
  const opening =
    turned.length === 0
      ? tell("changes-none", { period: BEFORE[kind] })
      : tell("changes", { period: BEFORE[kind], list: joinWords(turned, "；") });
  return joinRuns([
    ...sentence(opening),
    ...sentence(newsWords(turns, tell)),
    ...sentence(revisedWords(changes, tell)),
  ]);
}

function turnsWords(name: "changes-better" | "changes-worse", { count, turns }: Turns, tell: Tell): readonly Words[] {
  if (turns.length === 0) return [];
  const list = joinWords(
    turns.map((turn) => turnWords(turn, tell)),
    "、",
  );
  return [tell(name, { count, list })];
}

function turnWords({ target, from, to, onRevised }: Turn, tell: Tell): Words {
  const note = onRevised ? tell("changes-on-revised", {}) : [];
  return tell("changes-turn", { indicator: measured(target), before: from, after: to, note });
}

/**
 * What is judged from now on is counted; what is not any more is named, because somebody has to send it, unless it is so
 * much that a whole release is still to come.
 */
function newsWords({ begun, ended }: TurnFigures, tell: Tell): Words {
  const isFew = ended.turns.length <= MOST_NAMED;
  const names = isFew ? enumerateNames(ended.turns.map(({ target }) => measured(target))) : "";
  const parts = [
    begun.turns.length === 0 ? [] : tell("changes-begun", { count: begun.count }),
    ended.turns.length === 0 ? [] : tell("changes-ended", { count: ended.count, list: names }),
  ];
  return joinWords(parts, "；");
}

function revisedWords({ told, rest }: ToldChanges, tell: Tell): Words {
  const items = told.flatMap((one) => revision(one, tell));
  const left = rest.find(({ kind }) => kind === "revised")?.count ?? null;
  return items.length === 0 ? [] : tell("changes-revised", { list: joinWords(items, "；"), left });
}

function revision(
  { change: { kind, period, observations }, target, from, to }: ChangeFigures,
  tell: Tell,
): readonly Words[] {
  if (kind !== "revised" || from === null || to === null) return [];
  const time = periodName(period, observations[0]?.span ?? "ytd");
  const value = (figure: Figure) => published(target, figure);
  return [
    tell("changes-revision", { period: time, indicator: measured(target), before: value(from), after: value(to) }),
  ];
}

/** A value with the verb that carries its sign: 增长7.2%, 减少0.3亿元, 62.0万千瓦. */
function published({ assessment: { target }, indicator }: TargetFigures, figure: Figure): Words {
  if (target.quantity === "yoy") return bareGrowth(figure, { isPrice: indicator?.nature === "index" });
  return target.quantity === "change" ? change(figure) : amountOf(figure);
}

function measured({ assessment: { target } }: TargetFigures): string {
  return `${target.name}${target.quantity === "yoy" ? "增速" : ""}`;
}
