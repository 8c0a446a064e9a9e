import type { Period } from "./period.ts";
import type { TextSpan } from "./target.ts";

/** A named project or task of the plan with one thing to be done about it. */
export interface Milestone {
  readonly id: string; // "2023-m001"
  readonly chapter: number;
  readonly project: string | null; // null where the text names a task, not a project
  readonly task: string;
  readonly action: string; // 开工, 续建, 建成, 投产, 前期, 编制 ...
  readonly due: Period | null;
  readonly bureau: string | null;
  readonly bureauIsOurReading: boolean;
  readonly note: string | null;
  readonly source: TextSpan;
}
