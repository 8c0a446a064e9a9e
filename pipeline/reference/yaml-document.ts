import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type ErrorCode, PipelineError } from "../errors.ts";

/**
 * Reads a YAML file's text into what `schema` describes.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError with `code`, naming file and line, for bad YAML and for each value the schema refuses
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>, code: ErrorCode = "SEED_INVALID"): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "failsafe" });
  const syntax = document.errors[0];
  if (syntax) {
    throw new PipelineError(code, `不是正确的 YAML：${syntax.message.split("\n")[0]}`, {
      location: { file, line: lines.linePos(syntax.pos[0]).line },
    });
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const node = nearestNode(document, path);
    const line = node === undefined ? 1 : lines.linePos(node).line;
    return { line, text: `${path.join(".")}：${message}` };
  });
  throw new PipelineError(code, problems.map(({ line, text: problem }) => `第${line}行 ${problem}`).join("；"), {
    location: { file, line: problems[0]?.line ?? 1 },
  });
}

/** Where the value at `path` starts in the text; of its nearest parent where it is missing. */
function nearestNode(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return range[0];
  }
  return undefined;
}
