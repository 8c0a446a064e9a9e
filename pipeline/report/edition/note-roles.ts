import { is, type NoteClause } from "./note-clause.ts";
import { NOTE_WORDS, type NoteWordKind } from "./note-vocabulary.ts";

/** What a figure is among those of its indicator. */
export type NoteRole =
  | "growth"
  | "amount"
  | "goal"
  | "gap"
  | "pace-gap"
  | "completion"
  | "expected"
  | "required"
  | "required-growth"
  | "each"
  | "outlook"
  | "change"
  | "rank"
  | "run";

/** What the words before a number must and may hold for it to be a figure of a role. */
interface RoleWords {
  readonly needs: readonly (readonly (NoteWordKind | string)[])[]; // of each list one: a kind, or a word itself
  readonly may: readonly (NoteWordKind | string)[];
  readonly example: string; // how it is written; {name}, {number}, {way} stand for what the figure is
}

const GROWN = ["rise", "fall", "rate", "stated"] as const;

export const ROLE_WORDS: Readonly<Record<NoteRole, RoleWords>> = {
  growth: { needs: [["rise", "fall", "rate", "实际"]], may: GROWN, example: "{name}同比{way}{number}" },
  amount: { needs: [], may: ["stated"], example: "{name}为{number}" },
  goal: { needs: [["goal"]], may: ["goal", ...GROWN], example: "{name}年度目标为{way}{number}" },
  gap: {
    needs: [["goal"], ["above", "below"]],
    may: ["goal", "above", "below", "rate", "为", "against"],
    example: "{name}{way}年度目标{number}",
  },
  "pace-gap": {
    needs: [["pace"], ["above", "below"]],
    may: ["pace", "above", "below", "share", "为", "against"],
    example: "{name}{way}序时进度{number}",
  },
  completion: { needs: [["share", "完成"]], may: ["share", "goal", "stated"], example: "{name}完成年度目标的{number}" },
  expected: { needs: [["pace"]], may: ["pace", "stated"], example: "{name}序时进度为{number}" },
  required: {
    needs: [["need"]],
    may: ["need", "goal", "stated", "增加", "against"],
    example: "{name}还需完成{number}",
  },
  "required-growth": {
    needs: [["need"], ["rise", "fall"]],
    may: ["need", "goal", ...GROWN],
    example: "{name}后期需{way}{number}",
  },
  each: { needs: [["need"], ["each"]], may: ["need", "each", "goal", "stated"], example: "{name}每月需完成{number}" },
  outlook: {
    needs: [["outlook"]],
    may: ["outlook", "lowest", "highest", ...GROWN],
    example: "预计全年{name}{way}{number}",
  },
  change: {
    needs: [["quicker", "slower", "narrower", "wider"]],
    may: ["quicker", "slower", "narrower", "wider", "rate", "增幅", "涨幅", "降幅", "跌幅", "against"],
    example: "{name}比上一期{way}{number}",
  },
  rank: { needs: [], may: ["rank", "rate", "share"], example: "{name}居第{number}位" },
  run: { needs: [["run"]], may: ["run", "goal", "below", "pace"], example: "{name}连续{number}落后" },
};

const DECIDING: readonly NoteWordKind[] = [
  ...([
    "rise",
    "fall",
    "rate",
    "quicker",
    "slower",
    "narrower",
    "wider",
    "above",
    "below",
    "goal",
    "pace",
    "share",
  ] as const),
  ...(["need", "each", "outlook", "lowest", "highest", "stated", "rank", "run"] as const),
];

/** Tells whether the words before a number call for a figure of the role, and for no other. */
export function saysRole(role: NoteRole, { words, names }: Pick<NoteClause, "words" | "names">): boolean {
  const { needs, may } = ROLE_WORDS[role];
  const fits = (word: string, one: string) => word === one || (isKind(one) && is(word, one));
  if (!needs.every((one) => words.some((word) => one.some((kind) => fits(word, kind))))) return false;
  if (!words.every((word) => !is(word, ...DECIDING) || may.some((one) => fits(word, one)))) return false;
  const goal = words.findIndex((word) => is(word, "goal", "pace"));
  const isToGoal = words.slice(0, goal).some((word) => word === "完成" || word === "实现");
  switch (role) {
    case "growth": // 增速下降3.2% tells neither a growth nor a change of it
      return !words.some((word) => is(word, "rate")) || !words.some((word) => is(word, "rise", "fall"));
    case "amount":
      return words.some((word) => is(word, "stated") || names.includes(word));
    case "goal":
      return !isToGoal;
    case "gap":
    case "pace-gap": // 低于目标, 比目标低, 目标差距; not 目标低于
      return words.includes("差距") || words.slice(0, goal).some((word) => is(word, "above", "below", "against"));
    case "completion":
      return words.some((word) => is(word, "share")) || isToGoal;
    case "required":
      return !words.some((word) => is(word, "each"));
    default:
      return true;
  }
}

function isKind(text: string): text is NoteWordKind {
  return text in NOTE_WORDS;
}
