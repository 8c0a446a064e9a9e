import { readBrackets } from "./brackets.ts";
import { columnRole } from "./head-words.ts";
import { findTimes, type TimeWords } from "./period-words.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a column of a list of projects holds. */
export type ProjectRole =
  | "name"
  | "state"
  | "planned-start"
  | "start" // 实际开工
  | "some-start" // 开工时间: meant or done, as the state says
  | "planned-finish"
  | "finish"
  | "some-finish"
  | "planned-investment" // of the year
  | "completed-investment" // 1—n月累计
  | "percent"
  | "ordinal"
  | "note"
  | "left" // figures that say nothing about the year's progress
  | "unknown";

/** A column with what its heads say. */
export interface ProjectColumn {
  readonly column: number;
  readonly cells: readonly TypedCell[]; // of the header, top to bottom
  readonly role: ProjectRole;
  readonly reason: string | null; // why its figures are left
  readonly units: readonly string[];
  readonly time: TimeWords | null; // that the head states
  readonly isSurelyOfYear: boolean; // 年初累计, 1—6月累计; a bare 累计 gives way to it
}

type Kind = Pick<ProjectColumn, "role"> & { readonly reason?: string; readonly isSurelyOfYear?: boolean };

const NAMES: ReadonlySet<string> = new Set(
  "项目名称 项目 工程名称 工程项目 工程项目名称 重点项目 重点项目名称 重大项目 重大项目名称 建设项目 建设项目名称 项目(工程)名称 任务名称 工作任务 重点任务 重点工作 工作事项 重点事项 事项".split(
    " ",
  ),
);
const YEAR = /年度|本年|今年|当年|全年|年初|(?:19|20)\d\d年/;
const YEAR_PLAN = /^(?:年度?|本年度?|今年|当年|全年|(?:19|20)\d\d年度?)(?:计划|任务|目标)$/;
const STATE =
  /^(?:截[至止].{0,8})?(?:目前|当前|最新|工程|项目|建设|工作|任务)*(?:建设|工程|形象|实施|推进|工作|完成)*(?:进展|进度|状态|面貌|进展情况|进度情况|完成情况)(?:说明)?$/;
const WORDS =
  /内容|规模|地点|地址|性质|单位|部门|领导|责任|负责|问题|备注|类别|类型|行业|业主|法人|联系|措施|说明|旗县|地区|属地|年限|起止|开竣工|依据|计划安排|(?:建设|工作|实施)计划|工作目标|节点|年度目标/;

/** Tells whether a head says that the cells below it name projects or tasks. */
export function isProjectHead({ content, squashed }: TypedCell): boolean {
  return content.kind === "text" && NAMES.has(squashed);
}

/** Reads the heads of one column, top to bottom; the lower ones say what, the upper ones of what group. */
export function readProjectColumn(column: number, cells: readonly TypedCell[]): ProjectColumn {
  const joined = readBrackets(cells.map(({ squashed }) => squashed).join(""));
  const lowest = readBrackets(cells.at(-1)?.squashed ?? "").rest;
  const time = joined.time ?? findTimes(joined.rest)[0]?.time ?? null;
  const kind = NAMES.has(cells.at(-1)?.squashed ?? "") ? { role: "name" as const } : kindOf(joined.rest, lowest, time);
  return {
    ...{ column, cells, role: kind.role, reason: kind.reason ?? null, units: joined.units },
    ...{ time, isSurelyOfYear: kind.isSurelyOfYear ?? false },
  };
}

function kindOf(text: string, lowest: string, time: TimeWords | null): Kind {
  if (columnRole(lowest) === "ordinal") return { role: "ordinal" };
  return dateKind(text, lowest) ?? moneyKind(text, lowest, time) ?? wordsKind(text, lowest);
}

function dateKind(text: string, lowest: string): Kind | null {
  if (/开竣工|起止|年限/.test(text)) return { role: "note" };
  const isDate =
    /(?:时间|日期|月份|年月)(?:\((?:计划|预计|实际)\))?$/.test(text) || /^(?:计划|实际|预计)$/.test(lowest);
  const isNamed = isDate || /^(?:计划|拟|预计|实际)(?:开工|竣工|完工)$/.test(lowest);
  if (!isNamed) return null;
  const isPlanned = /计划|拟|预计/.test(text);
  const isActual = /实际/.test(text);
  const of = (name: "start" | "finish"): Kind => ({
    role: isActual ? name : isPlanned ? `planned-${name}` : `some-${name}`,
  });
  if (isPlanned && isActual) return { role: "unknown" };
  if (/开工|开建|启动/.test(text)) return of("start");
  return /竣工|完工|建成/.test(text) ? of("finish") : { role: "note" };
}

function moneyKind(text: string, lowest: string, time: TimeWords | null): Kind | null {
  if (/问题|说明|情况$/.test(text) || !/投资|完成|计划|资金|概算|累计/.test(text)) return null;
  if (/总投资|概算|估算/.test(text)) return { role: "left", reason: "项目总投资，不是本年数" };
  if (/到位|争取|下达/.test(text)) return { role: "left", reason: "资金数，不是完成投资" };
  if (/开工以来|自开工|开累|历年|开工至今|建设至今/.test(text))
    return { role: "left", reason: "开工以来的累计数，不是本年数" };
  if (time?.lastYear || /(?:19|20)\d\d年[末底]/.test(text)) return { role: "left", reason: "以前年度的数" };
  if (time?.span === "month" || time?.span === "quarter") return { role: "left", reason: "当月数，项目按累计数评价" };
  if (/完成率|完成比例|占(?:年度|全年|本年)?计划|完成(?:年度|全年)?计划(?:的?%)?$/.test(text))
    return { role: "percent" };
  if (YEAR.test(text) && /计划|任务|目标/.test(text))
    return /投资|完成/.test(text) || YEAR_PLAN.test(lowest) ? { role: "planned-investment" } : null;
  if (!/完成/.test(text) && !/累计/.test(text)) return null;
  if (YEAR.test(text) || (time?.span === "ytd" && time.month !== null))
    return { role: "completed-investment", isSurelyOfYear: true };
  return /累计|截[至止]/.test(text) ? { role: "completed-investment" } : null;
}

function wordsKind(text: string, lowest: string): Kind {
  if (STATE.test(text) || STATE.test(lowest)) return { role: "state" };
  return columnRole(lowest) === "note" || WORDS.test(text) ? { role: "note" } : { role: "unknown" };
}
