import { isAtLeast, MILESTONE_STATES, type MilestoneState } from "../model/milestone-report.ts";
import type { MilestonePhrase, PhraseMeaning } from "../model/milestone-rules.ts";
import type { Period } from "../model/period.ts";
import { squash } from "./normalise.ts";
import { type StateClause, stateClauses } from "./state-clauses.ts";

/** What the words on a project come to; `state` is null where a person has to say. */
export interface SettledState {
  readonly state: MilestoneState | null;
  readonly halted: boolean;
}

/** Settles the words on a project as of a period. */
export type ReadState = (text: string, period: Period) => SettledState;

const PART = "{部位}";

const UNSETTLED: SettledState = { state: null, halted: false };

/** A clause that no phrase covers may still say any of this; without these words it cannot change the state. */
const TELLING =
  /[停缓撤暂未没无不否竣完]|取消|终止|搁置|验收|产$|投产|达产|生产|投用|投运|使用|运营|运行|通车|通航|并网|开工|复工|动工|启动|封顶|建成|结束|交付|移交|前期|手续|退出|<满>/;

/**
 * Lays out the phrases that are understood.
 *
 * Every clause is looked up whole. Plans and negations therefore never count as what they speak of: 计划10月竣工 says
 * nothing of an end, 未开工 is a phrase of its own. A clause in no list is passed over only where it cannot speak of a
 * state and another clause does; else, and where clauses contradict each other, the state is left to a person. So is an
 * end behind such a clause or a plan, which may be all that has ended: 征地拆迁，已完成.
 */
export function makeStateReader(phrases: readonly MilestonePhrase[]): ReadState {
  const meanings = meaningsOf(phrases);
  return (text, period) => {
    const said: PhraseMeaning[] = [];
    let hasSubject = false;
    for (const clause of stateClauses(text, period)) {
      const meaning = meaningOf(clause, meanings);
      if (meaning === null && TELLING.test(clause.text)) return UNSETTLED;
      if (hasSubject && isEnd(meaning)) return UNSETTLED;
      hasSubject ||= meaning === null || clause.isPlan;
      if (meaning !== null) said.push(meaning);
    }
    return settle(said);
  };
}

/** Every wording with its meaning; one that is listed itself before one that comes of a part of the works. */
function meaningsOf(phrases: readonly MilestonePhrase[]): ReadonlyMap<string, PhraseMeaning> {
  const parts = phrases.filter(({ meaning }) => meaning === "部位").map(({ phrase }) => phrase);
  const wordings = phrases.flatMap(({ phrase, meaning }): readonly (readonly [string, PhraseMeaning])[] => {
    if (meaning === "部位") return [];
    return phrase.includes(PART) ? parts.map((part) => [phrase.replace(PART, part), meaning]) : [[phrase, meaning]];
  });
  const listed = new Set(phrases.map(({ phrase }) => phrase));
  const own = wordings.toSorted(([a], [b]) => Number(listed.has(a)) - Number(listed.has(b)));
  return new Map(own.map(([phrase, meaning]) => [squash(phrase.replaceAll("{", "<").replaceAll("}", ">")), meaning]));
}

function meaningOf(clause: StateClause, meanings: ReadonlyMap<string, PhraseMeaning>): PhraseMeaning | null {
  if (clause.plansStart) return "未启动";
  if (clause.isPlan) return /[停缓撤]|取消|终止/.test(clause.text) ? null : "无关";
  return meanings.get(clause.text) ?? null;
}

function isEnd(meaning: PhraseMeaning | null): boolean {
  return meaning !== null && meaning !== "停工" && meaning !== "无关" && isAtLeast(meaning, "竣工");
}

function settle(said: readonly PhraseMeaning[]): SettledState {
  const states = MILESTONE_STATES.filter((state) => said.includes(state));
  const [least] = states;
  const most = states.at(-1);
  const halted = said.includes("停工");
  if (halted && most === undefined) return { state: "在建", halted };
  if (least === undefined || most === undefined) return UNSETTLED;
  const startsLater = least === "未启动" && isAtLeast(most, "开工");
  const isDoneInPart = (states.includes("在建") || states.includes("前期")) && isAtLeast(most, "竣工");
  const isHaltedElsewhere = halted && (isAtLeast(most, "竣工") || !isAtLeast(most, "开工"));
  if (startsLater || isDoneInPart || isHaltedElsewhere) return UNSETTLED;
  return { state: most, halted };
}
