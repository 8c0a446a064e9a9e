import { PipelineError } from "../errors.ts";

/** A line of a template that is Markdown, trimmed. */
export interface TemplateLine {
  readonly number: number; // 1-based
  readonly text: string;
}

/** What is wrong with one line. */
export interface TemplateProblem {
  readonly line: number;
  readonly text: string;
}

/** The lines of a template; HTML comments are blanked out, but their line ends stay, so that lines keep their numbers. */
export function templateLines(text: string): readonly TemplateLine[] {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/<!--[\s\S]*?(-->|$)/g, (comment) => comment.replace(/[^\n]/g, ""))
    .split("\n")
    .map((line, index) => ({ number: index + 1, text: line.trim() }));
}

/** Refuses a template of which anything is wrong. @throws PipelineError TEMPLATE_INVALID telling all of it by line */
export function refuseProblems(problems: readonly TemplateProblem[], file: string): void {
  if (problems.length === 0) return;
  throw new PipelineError("TEMPLATE_INVALID", problems.map(({ line, text }) => `第${line}行：${text}`).join("；"), {
    location: { file, line: problems[0]?.line ?? 1 },
    hint: "可用的名称写在模板开头的注释里",
  });
}
