import { quote } from "../model/issue.ts";
import { isAtLeast, type MilestoneReport, type ReportedAmount } from "../model/milestone-report.ts";
import { type Period, yearOf } from "../model/period.ts";
import { findUnit } from "../model/unit.ts";
import type { Ledger } from "./dispositions.ts";
import type { Grid } from "./grid.ts";
import type { IssueList } from "./issue-list.ts";
import { labelText } from "./label-text.ts";
import { nameKey } from "./normalise.ts";
import type { ProjectColumn, ProjectRole } from "./project-heads.ts";
import { isVagueMonth, readMonth } from "./project-month.ts";
import type { ProjectRow } from "./project-tables.ts";
import type { ReadState } from "./state-words.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What holds for all rows of a list. */
export interface ProjectSetting {
  readonly grid: Grid;
  readonly columns: readonly ProjectColumn[]; // one of each role that is read
  readonly period: Period;
  readonly units: readonly string[]; // that stand over the list or in the source's profile
  readonly readState: ReadState;
  readonly ledger: Ledger;
  readonly issues: IssueList;
}

/** Reads one project of a list, each of its cells with a word in the ledger. What cannot be settled is an issue, and null. */
export function readProject({ row, name }: ProjectRow, setting: ProjectSetting): MilestoneReport {
  const { grid, columns, period, ledger } = setting;
  const at = (role: ProjectRole): TypedCell | null => {
    const column = columns.find((one) => one.role === role);
    return (column && grid.at(row, column.column)) ?? null;
  };
  ledger.mark(name, "used");
  const month = (role: ProjectRole) => readDate(at(role), role, setting);
  const [actualStart, actualFinish] = [month("start"), month("finish")];
  const stated = readWords(at("state"), setting);
  const { state, halted } = settleState(stated, { actualStart, actualFinish, cell: at("state") ?? name }, setting);
  const isStarted = state !== null && isAtLeast(state, "开工");
  const isFinished = state !== null && isAtLeast(state, "竣工");
  const start = sideOf(month("some-start"), state === null ? null : isStarted, period);
  const finish = sideOf(month("some-finish"), state === null ? null : isFinished, period);
  const amount = (role: ProjectRole) =>
    readAmount(
      at(role),
      columns.find((one) => one.role === role),
      setting,
    );
  const project = labelText(name.text);
  return {
    ...{ sheet: grid.name, cell: name.address, project, key: nameKey(project), period },
    ...{ words: stated.words, wordsCell: stated.words === null ? null : (at("state")?.address ?? null), state, halted },
    plannedStart: month("planned-start") ?? start.planned,
    started: actualStart ?? start.actual,
    plannedFinish: month("planned-finish") ?? finish.planned,
    finished: actualFinish ?? finish.actual,
    plannedInvestment: amount("planned-investment"),
    completedInvestment: amount("completed-investment"),
    percent: amount("percent"),
  };
}

interface Stated {
  readonly words: string | null;
  readonly state: MilestoneReport["state"];
  readonly halted: boolean;
}

function readWords(cell: TypedCell | null, { readState, period }: ProjectSetting): Stated {
  if (!cell || cell.content.kind === "sentinel") return { words: null, state: null, halted: false };
  return { words: cell.text.trim(), ...readState(cell.text, period) };
}

/** Words and 实际开工, 实际竣工 together; a question where they contradict each other or say nothing. */
function settleState(
  { words, state, halted }: Stated,
  facts: { actualStart: Period | null; actualFinish: Period | null; cell: TypedCell },
  { period, issues, ledger, columns }: ProjectSetting,
): Omit<Stated, "words"> {
  const { cell, actualStart, actualFinish } = facts;
  const proven = happened(actualFinish, period) ? "竣工" : happened(actualStart, period) ? "开工" : null;
  const isDenied = state !== null && proven !== null && !isAtLeast(state, proven);
  const isEarly = [actualStart, actualFinish].some((month) => month !== null && month > period);
  const isSilent = words === null && proven === null && columns.some(({ role }) => role === "state");
  if ((words !== null && state === null) || isDenied || isEarly || isSilent) {
    const found = words === null ? "没有写明进展" : `进展 ${quote(words)}`;
    const against = isDenied || isEarly ? "与实际开工、竣工时间对不上" : words === null ? "" : "看不出到了哪一步";
    issues.add("unknown-state", cell.address, { found, against });
    ledger.mark(cell, "asked", "看不出到了哪一步");
    return { state: null, halted: false };
  }
  ledger.mark(cell, cell.content.kind === "sentinel" ? "sentinel" : "used");
  return { state: state ?? proven, halted };
}

function happened(month: Period | null, now: Period): boolean {
  return month !== null && month <= now;
}

/** 开工时间 beside 已开工 is when it did, beside 未开工 when it is meant to; where the state is open nobody can tell. */
function sideOf(month: Period | null, isReached: boolean | null, now: Period) {
  const isMeant = month !== null && (month > now || isReached === false);
  const isDone = month !== null && month <= now && isReached === true;
  return { planned: isMeant ? month : null, actual: isDone ? month : null };
}

function readDate(
  cell: TypedCell | null,
  role: ProjectRole,
  { period, issues, ledger }: ProjectSetting,
): Period | null {
  if (!cell) return null;
  if (cell.content.kind === "sentinel") {
    ledger.mark(cell, "sentinel");
    return null;
  }
  const month = readMonth(cell, period);
  if (month === undefined) {
    issues.add("unread-month", cell.address, { found: quote(cell.text) });
    ledger.mark(cell, "asked");
    return null;
  }
  if (isVagueMonth(cell) && !role.startsWith("planned") && yearOf(month) <= yearOf(period)) {
    ledger.mark(cell, "ignored", "只写了年份或季度");
    return null;
  }
  ledger.mark(cell, "used");
  return month;
}

function readAmount(
  cell: TypedCell | null,
  column: ProjectColumn | undefined,
  { units, issues, ledger }: ProjectSetting,
): ReportedAmount | null {
  if (!cell || !column) return null;
  const { content } = cell;
  if (content.kind === "sentinel") {
    ledger.mark(cell, "sentinel");
    return null;
  }
  const isPercent = column.role === "percent";
  const unit = isPercent ? "%" : moneyUnit(content.kind === "number" ? content.unit : null, column.units, units);
  const head = column.cells.at(-1);
  if (content.kind !== "number") issues.add(troubleOf(content.kind), cell.address, { found: quote(cell.text) });
  else if (content.value.startsWith("-")) issues.add("displaced-row", cell.address, { found: quote(cell.text) });
  else if (unit === null)
    issues.add("missing-unit", head?.address ?? cell.address, { label: quote(head?.text ?? ""), found: cell.text });
  else {
    ledger.mark(cell, "used");
    return { value: content.value, unit, cell: cell.address };
  }
  ledger.mark(cell, "asked");
  return null;
}

/** The nearest place that states exactly one unit of money. */
function moneyUnit(own: string | null, ...places: readonly (readonly string[])[]): string | null {
  for (const stated of [own ? [own] : [], ...places]) {
    const money = [...new Set(stated.filter((unit) => findUnit(unit)?.dimension === "money"))];
    if (money.length > 0) return money.length === 1 ? (money[0] ?? null) : null;
  }
  return null;
}

function troubleOf(kind: TypedCell["content"]["kind"]) {
  switch (kind) {
    case "inexact":
      return "inexact-number";
    case "formula-error":
    case "formula-not-calculated":
    case "scaled-format":
      return kind;
    default:
      return "not-a-number";
  }
}
