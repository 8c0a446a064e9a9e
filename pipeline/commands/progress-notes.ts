import type { Assessment, Light, ReasonCode } from "../model/assessment.ts";
import type { Change } from "../model/explanation.ts";
import { displayWidth, wrapText } from "../terminal.ts";
import { LIGHT_WORDS } from "./lights.ts";
import { TERMINAL_WIDTH, titleOf } from "./progress-table.ts";

const FEW = 3;
const SHOWN: readonly Light[] = ["red", "yellow"];

/**
 * What the table has no room for, of the goals that are red or yellow: why, what it takes to get home, where the year
 * may end, and which parts pull. Red before yellow, each in the order of the plan; empty where all is well.
 */
export function laggingNotes(assessments: readonly Assessment[]): readonly string[] {
  const lagging = SHOWN.flatMap((light) => assessments.filter((one) => one.light === light));
  if (lagging.length === 0) return [];
  return ["", "【需要关注的目标】", ...lagging.flatMap(noteOf)];
}

/** Reasons for which a figure that has come is not used: somebody has to look, or the goal stays grey. */
const UNUSABLE: readonly ReasonCode[] = ["conflicting", "unit-not-comparable", "implausible", "scope-not-comparable"];

/** The goals that are grey although figures have come, each with what is wrong with these; empty where there are none. */
export function unusableNotes(assessments: readonly Assessment[]): readonly string[] {
  const lines = assessments.flatMap(({ target, light, reasons }) => {
    const why = light === "grey" ? reasons.filter(({ code }) => UNUSABLE.includes(code)) : [];
    if (why.length === 0) return [];
    return hanging(`${LIGHT_WORDS[light]} `, `${target.name}：${why.map(({ text }) => text).join("；")}`);
  });
  return lines.length === 0 ? [] : ["", "【有数但不能采用的目标】", ...lines];
}

/**
 * What changed since the month before: a line for all changes of one target, one for all that are newly late where these
 * are more than a few, and one for all that are judged from this month on; empty where nothing changed.
 */
export function changeNotes(changes: readonly Change[], assessments: readonly Assessment[]): readonly string[] {
  if (changes.length === 0) return [];
  const late = changes.filter(({ kind }) => kind === "newly-late");
  const isLong = late.length > FEW;
  const begun = changes.filter(({ kind }) => kind === "judging-begins");
  const told = changes.filter((change) => !begun.includes(change) && !(isLong && late.includes(change)));
  const texts = [...new Set(told.map(({ target }) => target))].map((id) =>
    told
      .filter(({ target }) => target === id)
      .map(({ text }) => text)
      .join("；"),
  );
  const lines = [...texts, ...(isLong ? [lateLine(late, assessments)] : []), ...begunLine(begun, assessments)];
  return ["", "【与上月相比】", ...lines.flatMap((text) => hanging("· ", text))];
}

/** 62项上一期有数，本期应有的数尚未收到：规模以上工业增加值增速、原煤产量、肉产量等. */
function lateLine(late: readonly Change[], assessments: readonly Assessment[]): string {
  return `${late.length}项上一期有数，本期应有的数尚未收到：${firstNames(late, assessments)}`;
}

/** 2项从本月起评价：牛存栏、粮食产量. */
function begunLine(begun: readonly Change[], assessments: readonly Assessment[]): readonly string[] {
  return begun.length === 0 ? [] : [`${begun.length}项从本月起评价：${firstNames(begun, assessments)}`];
}

function firstNames(changes: readonly Change[], assessments: readonly Assessment[]): string {
  const named = changes.flatMap(({ target }) => {
    const found = assessments.find((one) => one.target.id === target);
    return found ? [titleOf(found)] : [];
  });
  return `${named.slice(0, FEW).join("、")}${changes.length > FEW ? "等" : ""}`;
}

function noteOf({ target, light, reasons, wayHome, outlook, why }: Assessment): readonly string[] {
  const sentences = [
    reasons.map(({ text }) => text).join("；"),
    wayHome?.text,
    outlook?.text,
    why?.sectors?.text,
    why?.regions?.text,
  ].filter((text) => text !== undefined);
  const [first = "", ...others] = sentences;
  return [
    ...hanging(`${LIGHT_WORDS[light]} `, `${target.name}：${first}`),
    ...others.flatMap((text) => hanging("   ", text)),
  ];
}

/** A text behind a mark, its further lines as far in as its first. */
function hanging(mark: string, text: string): readonly string[] {
  const indent = displayWidth(mark);
  return wrapText(text, TERMINAL_WIDTH - indent).map((line, at) => `${at === 0 ? mark : " ".repeat(indent)}${line}`);
}
