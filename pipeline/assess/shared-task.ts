import type { Assessment, Light, Reason, Verdict } from "../model/assessment.ts";

/** What became of a task that several targets measure. */
export interface TaskStanding {
  readonly task: string;
  readonly region: string;
  readonly targets: readonly string[]; // ids, at least two
  readonly verdict: Verdict; // the worst of theirs
  readonly light: Light;
}

/** A measure that is not known leaves the task unknown, unless another has failed already. */
const WORST_FIRST: readonly Verdict[] = [
  "突破上限",
  "严重滞后",
  "滞后",
  "未发布",
  "无数据来源",
  "待上级下达",
  "未到期",
  "达序时",
  "超序时",
  "已完成",
];

/** The tasks that several of the targets measure, in the order in which they first appear. */
export function taskStandings(assessments: readonly Assessment[]): readonly TaskStanding[] {
  return sharedTasks(assessments).flatMap((measures) => {
    const [worst] = [...measures].sort((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict));
    const { task = null, region } = worst?.target ?? {};
    if (!worst || task === null || region === undefined) return [];
    const { verdict, light } = worst;
    return [{ task, region, targets: measures.map(({ target }) => target.id), verdict, light }];
  });
}

/**
 * Lets each of several measures of one task say so where another's light is a different one: 开工540个 is reached, and
 * 投资450亿元 is not. No verdict of a target changes.
 *
 * @returns the assessments in their order
 */
export function tellSharedTasks(assessments: readonly Assessment[]): readonly Assessment[] {
  const standings = taskStandings(assessments);
  const byId = new Map(assessments.map((one) => [one.target.id, one]));
  return assessments.map((one) => {
    const standing = standings.find(({ targets }) => targets.includes(one.target.id));
    if (!standing) return one;
    const others = standing.targets.flatMap((id) => byId.get(id) ?? []).filter(({ light }) => light !== one.light);
    return others.length === 0 ? one : { ...one, reasons: [...one.reasons, differs(others, standing)] };
  });
}

function differs(others: readonly Assessment[], { task, verdict }: TaskStanding): Reason {
  const told = others.map((other) => `同一任务的另一项“${other.target.name}”为${other.verdict}`);
  return { code: "task-differs", text: `${told.join("，")}，“${task}”整体按较差的一项评为${verdict}` };
}

function sharedTasks(assessments: readonly Assessment[]): readonly (readonly Assessment[])[] {
  const byTask = new Map<string, Assessment[]>();
  for (const one of assessments) {
    const { task, region } = one.target;
    if (task === null) continue;
    const key = `${region}|${task}`;
    byTask.set(key, [...(byTask.get(key) ?? []), one]);
  }
  return [...byTask.values()].filter((measures) => measures.length > 1);
}
