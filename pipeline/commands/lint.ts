import type { Config } from "../config.ts";
import { lint as lintFile } from "../jobs/lint.ts";
import { printableJson } from "../model/printable-text.ts";

type Linted = Awaited<ReturnType<typeof lintFile>>;

const SEVERITIES = { error: "错误", warning: "提醒" } as const;

/** Prints what is wrong with the form and language of a paper; exit code 1 where any of it is an error. */
export async function lint(
  path: string,
  options: { readonly json?: boolean },
  { limits }: Config,
  write: (text: string) => void,
): Promise<number> {
  const linted = await lintFile(path, limits);
  write(options.json ? printableJson(linted) : describe(linted));
  return linted.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function describe({ file, findings, checked }: Linted): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const count = findings.length === 0 ? "没有发现问题" : `错误 ${errors}，提醒 ${findings.length - errors}`;
  return [
    `${file}：检查了 ${checked.length} 项，${count}`,
    ...findings.map(({ severity, place, rule, message }) => `${SEVERITIES[severity]}  ${place}：${message}  [${rule}]`),
  ].join("\n");
}
