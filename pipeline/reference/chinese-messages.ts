import type { z } from "zod";

type SchemaIssue = Parameters<z.core.$ZodErrorMap>[0];

/** Says in Chinese what a schema finds wrong, where the schema has no words of its own. */
export function chineseMessage(issue: SchemaIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "缺少这一项" : "写法不对";
    case "invalid_value":
      return `只能是 ${issue.values.map((value) => (value === "" ? "空白" : String(value))).join("、")}`;
    case "unrecognized_keys":
      return `不认识 ${issue.keys.join("、")}`;
    case "too_small":
      return "不能留空";
    default:
      return "写法不对";
  }
}
