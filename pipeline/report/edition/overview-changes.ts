import type { EditionKind } from "../../model/edition.ts";
import { periodBefore } from "../../model/edition-kind.ts";
import type { Figure } from "../../model/figure.ts";
import { periodName } from "../../model/period.ts";
import { unitAfter } from "../prose/growth.ts";
import { inTable, joinRuns, joinWords, say, type Words } from "../prose/runs.ts";
import { type ChangeFigures, TOLD_KINDS, type ToldKind } from "./change-figures.ts";
import type { EditionFacts } from "./facts.ts";
import { officialDate } from "./sheet-lines.ts";
import { sheetName } from "./template-names.ts";
import { verdictName } from "./verdict-groups.ts";

const KIND_NAMES: Readonly<Record<ToldKind, string>> = {
  revised: "数据修订",
  "newly-late": "本期未报",
  verdict: "评价变化",
  "newly-reported": "本年首次有数",
};

interface TimeWords {
  readonly own: string;
  readonly before: string;
  readonly first: string; // said of a paper that has none before it in its year
}

/** The paper on a year is compared with none within it. */
const TIMES: Readonly<Record<EditionKind, TimeWords | null>> = {
  monthly: { own: "本月", before: "上月", first: "本年第一个月，没有上月的评价可比。" },
  quarterly: { own: "本季度", before: "上季度", first: "本年第一季度，没有上季度的评价可比。" },
  annual: null,
};

/**
 * What changed since the month or the quarter before: a paragraph for the headline targets and one for the others, and
 * at the end how many more there are. Empty in a paper on a year.
 */
export function changeParagraphs(facts: EditionFacts): readonly Words[] {
  const { kind, period, comparedWith } = facts.input;
  const time = TIMES[kind];
  if (time === null) return [];
  if (periodBefore(kind, period) === null) return [[time.first]];
  const { told } = facts.changes;
  const ranks = [true, false].map((isHeadline) => told.filter(({ target }) => isOf(target) === isHeadline));
  const paragraphs = ranks.flatMap((own, index): readonly Words[] => {
    const rank = index === 0 ? "主要目标" : "其他目标";
    const against = comparedWith === null ? "" : `与${time.before}相比，`;
    return own.length === 0 ? [] : [[`${against}${rank}`, ...kindSentences(own, facts)]];
  });
  const none = `与${time.before}相比，全市评价和数据没有变化。`;
  const apart = comparedWith === null ? [[`${time.before}没有数据，评价不作比较。`]] : [];
  const all = [...apart, ...(paragraphs.length > 0 || apart.length > 0 ? paragraphs : [[none]])];
  const end = endOf(facts, time);
  return all.map((words, index) => joinRuns(index === all.length - 1 ? [...words, ...end] : words));
}

function isOf({ assessment }: ChangeFigures["target"]): boolean {
  return assessment.target.headline;
}

/** 数据修订：…；…。评价变化：…。 */
function kindSentences(changes: readonly ChangeFigures[], { input }: EditionFacts): Words {
  return TOLD_KINDS.flatMap((kind): Words => {
    const own = changes.filter(({ change }) => change.kind === kind).map((one) => changeWords(one, input));
    return own.length === 0 ? [] : [`${KIND_NAMES[kind]}：`, ...joinWords(own, "；"), "。"];
  });
}

/** What is counted only; 修订 lists more than the city's own revisions since then, and says so. */
function endOf(facts: EditionFacts, { own }: TimeWords): Words {
  const { rest, begun } = facts.changes;
  const others = joinWords(
    rest.map(({ kind, count }) => say`${KIND_NAMES[kind]}${count}项`),
    "，",
  );
  const sheet = sheetName(facts, "revisions");
  const listsRevisions = sheet !== undefined && facts.revised.value !== "0";
  return [
    ...(others.length > 0 ? ["此外还有：", ...others, "。"] : []),
    ...(begun === null ? [] : say`另有${begun}项从${own}起评价。`),
    ...(listsRevisions ? say`“${sheet}”表连同旗县市区和以前各期的修订，共列${facts.revised}处。` : []),
  ];
}

function changeWords({ change, target, from, to }: ChangeFigures, { kind, period }: EditionFacts["input"]): Words {
  const { quantity, name } = target.assessment.target;
  const measure = `${name}${quantity === "yoy" ? "增速" : ""}`;
  if (change.kind === "revised" && from !== null && to !== null) {
    const vintages = change.observations.map(({ vintage }) => vintage).sort();
    const time = periodName(change.period, change.observations[0]?.span ?? "ytd");
    const date = officialDate(vintages.at(-1) ?? "");
    return joinRuns([`${measure}${time}数由`, ...amount(from), "修订为", ...amount(to), `（${date}）`]);
  }
  if (change.kind === "newly-reported" && to !== null) {
    return joinRuns([measure, ...amount(to), `，${verdictName(target.assessment, kind, period)}`]);
  }
  return [change.text];
}

function amount(figure: Figure): Words {
  return [inTable(figure), unitAfter(figure.unit)];
}
