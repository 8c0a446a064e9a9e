import type { Bureau } from "../../model/bureau.ts";
import type { Figure } from "../../model/figure.ts";
import type { LightRules } from "../../model/rules.ts";
import type { SourceRow } from "../edition/source-rows.ts";
import type { TargetFigures } from "../edition/target-figures.ts";
import { enumerateNames } from "./list.ts";
import { withFigures } from "./reasons.ts";
import { joinRuns, joinWords, say, type Words } from "./runs.ts";

/** Says of which goals the figure is of another 口径: a paragraph, or none. */
export function scopeParagraphs(targets: readonly TargetFigures[]): readonly Words[] {
  const items = targets.flatMap((target) =>
    target.assessment.reasons
      .filter(({ code }) => code === "scope-differs")
      .map(({ text }) =>
        joinRuns([`${target.assessment.target.name}：`, ...withFigures(text.replace(/[。；]$/, ""), target)]),
      ),
  );
  return items.length === 0 ? [] : [joinRuns(["目标与数据口径不同的：", ...joinWords(items, "；"), "。"])];
}

interface SourcesInput {
  readonly sources: readonly SourceRow[];
  readonly bureaus: readonly Bureau[];
  readonly files: Figure;
  readonly cells: Figure;
  readonly illustrative: boolean;
}

/**
 * Says which offices and how many files the figures come from, and where each cell is listed.
 *
 * What stands at a public address is named as published: the office that keeps the series did not send it.
 */
export function sourcesParagraph({ sources, bureaus, files, cells, illustrative }: SourcesInput): Words {
  const reported = sources.filter(({ observation }) => observation.url === null);
  const codes = [...new Set(reported.map(({ observation }) => observation.bureau))];
  const names = bureaus
    .filter(({ code }) => codes.includes(code))
    .map(({ shortName }) => shortName)
    .sort();
  const others = [
    ...(codes.includes(null) ? ["来源未登记的报表"] : []),
    ...(reported.length < sources.length ? ["公开发布的资料"] : []),
  ];
  const isAll = sources.every(({ observation }) => observation.illustrative);
  const notice = isAll ? "全部数据为演示数据。" : "其中标明“演示”的为演示数据。";
  return joinRuns([
    ...say`数据来自${enumerateNames([...names, ...others])}的${files}个文件、${cells}个单元格，`,
    "逐项出处见工作簿“数据来源”表。",
    illustrative ? notice : "",
  ]);
}

/** The rules in one paragraph, printed where their results are. */
export function rulesParagraph({ name, text }: LightRules): Words {
  const sentences = text.map((sentence) => `${sentence.replace(/[。；]$/, "")}。`);
  return joinRuns([
    `评价规则（${name}）：`,
    ...sentences,
    "序时进度是已过月数占全年月数的比重。差距用没有舍入的数计算，结果四舍五入。灰灯表示还不能评价，不表示落后。",
    "标“测算”的数，是年度目标减去累计实际，不是预测。",
  ]);
}
