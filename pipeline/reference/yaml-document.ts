import { type Alias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import type { z } from "zod";
import { type ErrorCode, PipelineError } from "../errors.ts";
import { chineseMessage } from "./chinese-messages.ts";
import { yamlMessage } from "./yaml-messages.ts";

type YamlDocument = ReturnType<typeof parseDocument>;
type Complaint = z.core.$ZodIssue;

/**
 * Reads a YAML file's text into what `schema` describes; every scalar comes as text.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError with `code`, naming file and line, for bad YAML and for each value the schema refuses
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>, code: ErrorCode = "SEED_INVALID"): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "failsafe" });
  const syntax = document.errors[0] ?? unknownAlias(document);
  if (syntax) {
    throw new PipelineError(code, `不是正确的 YAML：${yamlMessage(syntax)}`, {
      location: { file, line: lines.linePos(syntax.pos[0]).line },
      hint: "请核对缩进、冒号和引号",
    });
  }
  const result = schema.safeParse(document.toJS(), { error: chineseMessage });
  if (result.success) return result.data;
  if (isEmpty(document)) {
    throw new PipelineError(code, "文件里什么也没有写", {
      location: { file, line: 1 },
      hint: "请从备份或安装包恢复这个文件，再按需要修改",
    });
  }
  const problems = result.error.issues.map((issue) => ({
    line: lines.linePos(placeOf(document, issue)).line,
    text: [issue.path.join("."), issue.message].filter((part) => part !== "").join("："),
  }));
  throw new PipelineError(code, problems.map(({ line, text: problem }) => `第${line}行 ${problem}`).join("；"), {
    location: { file, line: problems[0]?.line ?? 1 },
    hint: "请按文件开头的说明改正后重试",
  });
}

/** Nothing, or comments alone. */
function isEmpty({ contents }: YamlDocument): boolean {
  return contents === null || (isScalar(contents) && contents.value === "");
}

/** The first `*name` that nothing before it is called by: the reader of YAML itself notices only when it is followed. */
function unknownAlias(document: YamlDocument): Pick<YAMLError, "code" | "pos"> | undefined {
  const unknown: Alias[] = [];
  visit(document, { Alias: (_, alias) => void (alias.resolve(document) === undefined && unknown.push(alias)) });
  const [from = 0, to = from] = unknown[0]?.range ?? [];
  return unknown.length === 0 ? undefined : { code: "BAD_ALIAS", pos: [from, to] };
}

/** Where in the text an issue belongs: an unknown key, else the value; its nearest parent where that is missing. */
function placeOf(document: YamlDocument, issue: Complaint): number {
  if (issue.code === "unrecognized_keys") {
    const parent = document.getIn(issue.path, true) ?? document.contents;
    const pairs = isMap(parent) ? parent.items : [];
    const pair = pairs.find(({ key }) => isScalar(key) && key.value === issue.keys[0]);
    if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
  }
  for (let depth = issue.path.length; depth > 0; depth--) {
    const node = document.getIn(issue.path.slice(0, depth), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}
