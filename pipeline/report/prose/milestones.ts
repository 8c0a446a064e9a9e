import { type Period, spanName } from "../../model/period.ts";
import type { MilestoneCounts } from "../edition/milestone-counts.ts";
import { type MilestoneFigures, nameOf } from "../edition/milestone-figures.ts";
import type { MilestoneRates } from "../edition/milestone-rates.ts";
import type { MilestoneStandings, NamedMilestones } from "../edition/milestone-standings.ts";
import type { Names } from "../edition/names.ts";
import type { ProjectCounts } from "../edition/project-counts.ts";
import { OVERDUE } from "../edition/project-groups.ts";
import { amountOf } from "./growth.ts";
import { enumerate } from "./list.ts";
import { sentence, type Tell } from "./phrase.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

/** What is told of the plan's projects and tasks. */
export interface MilestonesInput {
  readonly milestones: MilestoneCounts;
  readonly projectCounts: ProjectCounts;
  readonly milestoneStandings: MilestoneStandings;
  readonly milestoneRates: MilestoneRates;
  readonly names: Names;
  readonly period: Period;
  readonly isMixed?: boolean; // published figures stand beside 演示数据
}

/**
 * Tells how the plan's projects and tasks stand: how many are heard of and in which state, how they are judged, then one
 * paragraph of those that are late and one of those otherwise behind, each named with why and whose it is.
 */
export function milestoneParagraphs(input: MilestonesInput, tell: Tell): readonly Words[] {
  const { milestones, projectCounts, milestoneStandings: standings, names } = input;
  const opening = milestoneOpening(input, tell);
  if (milestones.known.value === "0") return [opening];
  const states = projectCounts.reported.filter(({ word, figure }) => figure.value !== "0" && word !== "未报送");
  const list = joinWords(
    states.map(({ word, figure }) => say`${word}${figure}项`),
    "，",
  );
  return [
    joinRuns([...opening, ...sentence(tell("milestones-states", { list })), ...sentence(ratesWords(input, tell))]),
    sentence(lateWords(standings, { names, tell })),
    sentence(behindWords(standings, { names, tell })),
  ].filter((words) => words.length > 0);
}

/** The same in a paragraph: the counts, and the late ones by name and bureau only. */
export function milestonesInBrief(input: MilestonesInput, tell: Tell): readonly Words[] {
  const { overdue } = input.milestoneStandings;
  const list = enumerate(
    overdue.milestones.map((one) =>
      tell("milestone-named", { indicator: calledOf(one, overdue), source: bureauOf(one, input.names) }),
    ),
  );
  const late = overdue.milestones.length === 0 ? [] : tell("milestones-late", { count: overdue.count, list });
  const words = joinRuns([...milestoneOpening(input, tell), ...sentence(late)]);
  return words.length === 0 ? [] : [words];
}

/** How many there are, are heard of, and how those are judged; a sentence, none where the plan names none. */
export function milestoneOpening(
  { milestones, isMixed = false }: Pick<MilestonesInput, "milestones" | "isMixed">,
  tell: Tell,
): Words {
  const { total, known, unknown, verdicts, illustrative } = milestones;
  if (total.value === "0") return [];
  if (known.value === "0") return sentence(tell("milestones-unheard", { total }));
  const parts = [...verdicts].map(([verdict, count]) => say`${verdict}${count}项`);
  return sentence(
    tell("milestones", {
      ...{ total, count: known, note: isMixed && illustrative ? "（演示数据）" : "" },
      ...{ list: joinWords(parts, "，"), left: unknown.value === "0" ? null : unknown },
    }),
  );
}

interface Context {
  readonly names: Names;
  readonly tell: Tell;
}

/**
 * 开工率 of those to have started by now, and 投资完成率: 截至6月应开工的9个项目，已开工5个，开工率55.6%；…. Where some rest on
 * what was reported in an earlier month, how many do: rates over several months are none of the period's.
 */
function ratesWords(
  { milestones: { earlier }, milestoneRates: { startOfYear, startToDate, investment }, period }: MilestonesInput,
  tell: Tell,
): Words {
  if (earlier.value !== "0") return tell("milestones-earlier", { count: earlier });
  const [year, date] = [startOfYear, startToDate];
  const started =
    date &&
    tell("milestones-started", {
      ...{ period: spanName(period, "month"), total: date.whole, count: date.part, completion: date.rate },
    });
  const ofYear = year && tell("milestones-started-year", { total: year.whole, completion: year.rate });
  const invested =
    investment === null
      ? []
      : tell("milestones-invested", {
          ...{ amount: amountOf(investment.part), planned: amountOf(investment.whole) },
          completion: investment.rate,
        });
  return joinWords([started ?? [], ofYear ?? [], invested], "；");
}

function lateWords({ overdue }: MilestoneStandings, context: Context): Words {
  if (overdue.milestones.length === 0) return [];
  return context.tell("milestones-overdue", { count: overdue.count, list: listed(overdue, context) });
}

function behindWords({ overdue, behind }: MilestoneStandings, context: Context): Words {
  if (behind.milestones.length === 0) return [];
  const standing = overdue.milestones.length === 0 ? "" : "其他";
  return context.tell("milestones-behind", { standing, count: behind.count, list: listed(behind, context) });
}

function listed(group: NamedMilestones, { names, tell }: Context): Words {
  const items = group.milestones.map((one) =>
    tell("milestone", { indicator: calledOf(one, group), meaning: whyOf(one), source: bureauOf(one, names) }),
  );
  return joinWords(items, "；");
}

/** Its project; its task, where another of the group is of the same project. */
function calledOf(one: MilestoneFigures, { milestones }: NamedMilestones): string {
  const name = nameOf(one.assessment);
  const isShared = milestones.some((other) => other !== one && nameOf(other.assessment) === name);
  return isShared ? one.assessment.milestone.task : name;
}

/** Why it is late, or else the reason that decided; that works have stopped is always said. */
function whyOf({ told }: MilestoneFigures): Words {
  const deciding = told.find(({ code }) => OVERDUE.includes(code)) ?? told[0];
  const halted = told.find(({ code }) => code === "halted" && code !== deciding?.code);
  return joinWords([deciding?.words ?? [], halted?.words ?? []], "，");
}

function bureauOf({ assessment }: MilestoneFigures, names: Names): string {
  return names.bureau(assessment.milestone.bureau) ?? "";
}
