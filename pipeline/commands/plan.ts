import type { Config } from "../config.ts";
import { showPlan } from "../jobs/plan.ts";
import { printableJson } from "../model/printable-text.ts";
import { goalWords } from "../model/target.ts";
import { formatTable } from "../terminal.ts";

interface PlanOptions {
  readonly json?: boolean;
  readonly year?: string;
}

/** Prints the register of targets and milestones; exit code 0. */
export function planShow({ json, year }: PlanOptions, config: Config, write: (text: string) => void): number {
  const register = showPlan(config.root, year);
  if (json) {
    write(printableJson(register));
    return 0;
  }
  const { plan, targets, milestones, numbers } = register;
  write(`${plan.title}（${plan.documentNumber}）：${targets.length} 项目标，${milestones.length} 项项目任务\n`);
  const columns = [
    { header: "编号", align: "left" },
    { header: "章", align: "right" },
    { header: "目标", align: "left" },
    { header: "值", align: "right" },
    { header: "单位", align: "left" },
    { header: "期限", align: "left" },
    { header: "性质", align: "left" },
  ] as const;
  const rows = targets.map((target) => {
    const { id, chapter, name, unit, due, strength } = target;
    return [id, String(chapter), name, goalWords(target), unit, due, strength];
  });
  write(formatTable(columns, rows));
  const open = numbers.unaccounted.map(({ text, start }) => `${text}（第${start}字）`).join("、");
  write(`\n原文共有 ${numbers.total} 个数字，${open === "" ? "都有着落" : `没有着落的：${open}`}。`);
  return 0;
}
