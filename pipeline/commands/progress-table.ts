import { type Assessment, gapDecimals } from "../model/assessment.ts";
import { compare, type Decimal, roundHalfUp } from "../model/decimal.ts";
import { earlierTime, earlierTimeWords } from "../model/earlier-period.ts";
import { goalWords } from "../model/target.ts";
import { formatTable, type TerminalRow, wrapText } from "../terminal.ts";
import { LIGHT_WORDS } from "./lights.ts";

const TIME_MARK = "*";

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
 * An actual of an earlier month than was asked about is marked, and a line below the table says of which.
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
  const times = earlierTimeWords(assessments, titleOf);
  const note = times === "" ? [] : ["", ...wrapText(`${TIME_MARK} 实际为较早一期的数：${times}`, TERMINAL_WIDTH)];
  return [formatTable(COLUMNS, rows, TERMINAL_WIDTH), ...note].join("\n");
}

/** The actual as published, marked where it is of an earlier month than the table's. */
function actualOf(assessment: Assessment): string {
  const { actual, actualDecimals } = assessment;
  if (actual === null) return "";
  return `${roundHalfUp(actual, actualDecimals)}${earlierTime(assessment) === null ? "" : TIME_MARK}`;
}

/** 规模以上工业增加值增速 for a goal of growth, else the name itself. */
export function titleOf({ target }: Pick<Assessment, "target">): string {
  return target.quantity === "yoy" ? `${target.name}增速` : target.name;
}

function toRow(assessment: Assessment): readonly string[] {
  const { target, completion, gap, gapUnit, verdict, light } = assessment;
  return [
    titleOf(assessment),
    goalWords(assessment.target),
    actualOf(assessment),
    target.unit,
    completion === null ? "" : roundHalfUp(completion, 1),
    gap === null ? "" : `${signed(roundHalfUp(gap, gapDecimals(assessment)))}${gapUnit === target.unit ? "" : gapUnit}`,
    verdict,
    LIGHT_WORDS[light],
  ];
}

function signed(value: Decimal): string {
  return compare(value, "0") > 0 ? `+${value}` : value;
}
