import { type CheckedPackage, checkPackage } from "../jobs/archive-check.ts";
import { printableJson, printableText } from "../model/printable-text.ts";

const SEVERITIES = { error: "错误", warning: "提醒", info: "说明" } as const;

/** Prints what is wrong with a package; exit code 1 where anything is an error. */
export function archiveCheck(
  folder: string,
  options: { readonly json?: boolean },
  write: (text: string) => void,
): number {
  const checked = checkPackage(folder);
  write(options.json ? printableJson(checked) : describeCheck(folder, checked));
  return checked.ok ? 0 : 1;
}

function describeCheck(folder: string, { ok, version, files, bytes, algorithms, problems }: CheckedPackage): string {
  const head = `${folder}：BagIt ${version ?? "版本不明"}，内容 ${files} 个文件、${bytes} 字节，摘要 ${algorithms.join("、") || "无"}`;
  const lines = problems.map(({ severity, message }) => `${SEVERITIES[severity]}  ${printableText(message)}`);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return [head, ...lines, ok ? "检查通过。" : `检查没有通过，错误 ${errors} 处。`].join("\n");
}
