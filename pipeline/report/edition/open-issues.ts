import { parseAddress } from "../../model/cell.ts";
import type { Figure } from "../../model/figure.ts";
import type { Severity } from "../../model/issue-kinds.ts";
import type { FiledIssue } from "../../model/reporting.ts";
import { compareText } from "../../model/text-order.ts";
import { say, type Words } from "../prose/runs.ts";
import type { EditionInput } from "./input.ts";

/** The open issues of the files behind an edition. */
export interface OpenIssues {
  readonly list: readonly FiledIssue[]; // errors first, then by file and place
  readonly counts: Readonly<Record<Severity, Figure>>;
}

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "错误", warning: "提醒", info: "说明" };

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/**
 * The issues of the files that figures of the edition were read from, or that 报送情况 lists.
 *
 * @param behind hashes of the files that figures were read from
 */
export function openIssues(
  { issues, reporting }: Pick<EditionInput, "issues" | "reporting">,
  behind: readonly string[],
): OpenIssues {
  const files = new Set([...behind, ...reporting.flatMap(({ submission }) => submission?.sha256 ?? [])]);
  const list = issues.filter(({ sha256 }) => files.has(sha256)).sort(compareIssues);
  const count = (severity: Severity): Figure => {
    const own = list.filter((issue) => issue.severity === severity);
    const formula = `计数：本工作簿所用报表中未解决的${SEVERITY_NAMES[severity]}`;
    const derivation = { kind: "computed" as const, formula, operands: [] };
    return {
      id: `issues/${severity}`,
      name: SEVERITY_NAMES[severity],
      value: String(own.length),
      unit: "个",
      derivation,
    };
  };
  return { list, counts: { error: count("error"), warning: count("warning"), info: count("info") } };
}

/** How many there are of each severity. */
export function issuesSummary({ counts }: OpenIssues): Words {
  return say`本期所用的报表中未解决的问题：错误${counts.error}个，提醒${counts.warning}个，说明${counts.info}个。`;
}

function compareIssues(a: FiledIssue, b: FiledIssue): number {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  const file = compareText(fileOf(a), fileOf(b));
  return severity || file || comparePlaces(a, b) || compareText(wordsOf(a), wordsOf(b));
}

/** Sheet, then row, then column; an issue of a whole file or sheet before those of its cells. */
function comparePlaces(a: FiledIssue, b: FiledIssue): number {
  const [left, right] = [placeOf(a.cell), placeOf(b.cell)];
  return compareText(a.sheet ?? "", b.sheet ?? "") || left.row - right.row || left.column - right.column;
}

function placeOf(cell: string | null): { readonly row: number; readonly column: number } {
  return parseAddress(cell?.split(":")[0] ?? "") ?? { row: 0, column: 0 };
}

function fileOf({ file, vintage, sha256 }: FiledIssue): string {
  return [file, vintage, sha256].join("\u0000");
}

function wordsOf({ code, message, hint }: FiledIssue): string {
  return [code, message, hint].join("\u0000");
}
