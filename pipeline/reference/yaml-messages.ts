import type { YAMLError } from "yaml";

const MESSAGES: Readonly<Record<YAMLError["code"], string>> = {
  ALIAS_PROPS: "引用（*）前面不能再加标记",
  BAD_ALIAS: "引用（*）的名称没有定义",
  BAD_COLLECTION_TYPE: "列表或对照表的标记与内容不符",
  BAD_DIRECTIVE: "以 % 开头的行写错了",
  BAD_DQ_ESCAPE: "双引号里的反斜杠 \\ 用错了",
  BAD_INDENT: "缩进不对",
  BAD_PROP_ORDER: "标记的次序不对",
  BAD_SCALAR_START: "值不能以这个符号开头，请加引号",
  BLOCK_AS_IMPLICIT_KEY: "一行里写了两个冒号",
  BLOCK_IN_FLOW: "括号 [ ] 或 { } 没有写完",
  DUPLICATE_KEY: "同一项写了两次",
  IMPOSSIBLE: "写法有误",
  KEY_OVER_1024_CHARS: "项的名称太长",
  MISSING_CHAR: "缺少冒号、逗号、引号或括号",
  MULTILINE_IMPLICIT_KEY: "项的名称不能跨行",
  MULTIPLE_ANCHORS: "一个值有两个锚点（&）",
  MULTIPLE_DOCS: "一个文件里有两份内容（---）",
  MULTIPLE_TAGS: "一个值有两个标记（!）",
  NON_STRING_KEY: "项的名称应是文字",
  RESOURCE_EXHAUSTION: "引用（*）太多",
  TAB_AS_INDENT: "缩进要用空格，不能用制表符",
  TAG_RESOLVE_FAILED: "不认识的标记（!）",
  UNEXPECTED_TOKEN: "这里有多余的符号或文字",
};

/** Says in Chinese what makes a text no YAML. */
export function yamlMessage({ code }: Pick<YAMLError, "code">): string {
  return MESSAGES[code];
}
