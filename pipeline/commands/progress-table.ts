import { type Assessment, gapDecimals } from "../model/assessment.ts";
import { compare, type Decimal, roundHalfUp } from "../model/decimal.ts";
import { formatTable, type TerminalRow } from "../terminal.ts";
import { LIGHT_WORDS } from "./lights.ts";

const COLUMNS = [
  { header: "目标", align: "left", wraps: true },
  { header: "年度目标", align: "right" },
  { header: "实际", align: "right" },
  { header: "单位", align: "left" },
  { header: "完成率%", align: "right" },
  { header: "差距", align: "right" },
  { header: "评价", align: "left" },
  { header: "灯", align: "left" },
] as const;

/** As wide as a terminal commonly is; long names go on in the line below. */
export const TERMINAL_WIDTH = 100;

/**
 * Assessments as an aligned table of at most a hundred columns, in their order; a blank where a number does not apply.
 *
 * @param chapters titles of the plan's chapters; with them, each chapter has a heading
 */
export function progressTable(assessments: readonly Assessment[], chapters: readonly string[] = []): string {
  const rows = assessments.flatMap((assessment, index): readonly TerminalRow[] => {
    const { chapter } = assessment.target;
    const isFirst = chapter !== assessments[index - 1]?.target.chapter;
    const title = isFirst ? chapters[chapter] : undefined;
    return title === undefined ? [toRow(assessment)] : [`【${title}】`, toRow(assessment)];
  });
  return formatTable(COLUMNS, rows, TERMINAL_WIDTH);
}

function toRow(assessment: Assessment): readonly string[] {
  const { target, actual, actualDecimals, completion, gap, gapUnit, verdict, light } = assessment;
  return [
    target.quantity === "yoy" ? `${target.name}增速` : target.name,
    goal(assessment),
    actual === null ? "" : roundHalfUp(actual, actualDecimals),
    target.unit,
    completion === null ? "" : roundHalfUp(completion, 1),
    gap === null ? "" : `${signed(roundHalfUp(gap, gapDecimals(assessment)))}${gapUnit === target.unit ? "" : gapUnit}`,
    verdict,
    LIGHT_WORDS[light],
  ];
}

/** The goal with its sense: ≥9, 7左右, 8～10; blank where the plan waits for a number from above. */
export function goal({ target: { op, low, high } }: Pick<Assessment, "target">): string {
  if (op === "range") return `${low}～${high}`;
  if (op === "~") return `${low}左右`;
  const bound = low ?? high;
  return bound === null ? "" : `${{ ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "＝" }[op]}${bound}`;
}

function signed(value: Decimal): string {
  return compare(value, "0") > 0 ? `+${value}` : value;
}
