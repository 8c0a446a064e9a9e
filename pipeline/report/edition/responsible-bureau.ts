import type { Target } from "../../model/target.ts";
import type { Names } from "./names.ts";

const OUR_READING = "（按职能）";

/** The bureau that answers for a target, a project or a task, marked where the plan does not say so itself. */
export function responsibleBureau(
  { bureau, bureauIsOurReading }: Pick<Target, "bureau" | "bureauIsOurReading">,
  names: Names,
): string {
  if (bureau === null) return "—";
  const name = names.bureau(bureau) ?? bureau;
  return bureauIsOurReading ? `${name}${OUR_READING}` : name;
}

/** What the mark means, below a table. @param column what its column of bureaus is headed */
export function responsibleBureauNote(column: string): string {
  return `“${column}”后注“${OUR_READING}”的，计划原文没有写明，是按部门职能对应的，以当年分工文件为准。`;
}
