import type { ChangeKind } from "../../model/explanation.ts";
import type { Figure } from "../../model/figure.ts";
import { monthOf, periodName } from "../../model/period.ts";
import { unitAfter } from "../prose/growth.ts";
import { inTable, joinRuns, joinWords, say, type Words } from "../prose/runs.ts";
import type { ChangeFigures } from "./change-figures.ts";
import type { EditionFacts } from "./facts.ts";
import { officialDate } from "./sheet-lines.ts";
import { verdictName } from "./verdict-groups.ts";

const KIND_NAMES: Readonly<Record<ChangeKind, string>> = {
  verdict: "评价变化",
  revised: "数据修订",
  "newly-reported": "本年首次有数",
  "newly-late": "本期未报",
};

/** What changed since last month, a paragraph for every kind of change, and at the end how many more there are. */
export function changeParagraphs({ changes: { told, rest }, input }: EditionFacts): readonly Words[] {
  if (told.length === 0 && monthOf(input.period) === 1) return [["本年第一个月，没有上月的评价可比。"]];
  if (told.length === 0) return [["与上月相比，评价和数据没有变化。"]];
  const kinds = [...new Set(told.map(({ change }) => change.kind))];
  const others = joinWords(
    rest.map(({ kind, count }) => say`${KIND_NAMES[kind]}${count}项`),
    "，",
  );
  return kinds.map((kind, index) => {
    const own = told.filter(({ change }) => change.kind === kind).map((one) => changeWords(one, input));
    const isLast = index === kinds.length - 1 && others.length > 0;
    const end = isLast ? ["。此外还有：", ...others, "。"] : ["。"];
    return joinRuns([`与上月相比，${KIND_NAMES[kind]}：`, ...joinWords(own, "；"), ...end]);
  });
}

function changeWords({ change, target, from, to }: ChangeFigures, { kind, period }: EditionFacts["input"]): Words {
  const { quantity, name } = target.assessment.target;
  const measure = `${name}${quantity === "yoy" ? "增速" : ""}`;
  if (change.kind === "revised" && from !== null && to !== null) {
    const vintages = change.observations.map(({ vintage }) => vintage).sort();
    const time = periodName(change.period, change.observations[0]?.span ?? "ytd");
    const date = officialDate(vintages.at(-1) ?? "");
    return joinRuns([`${measure}${time}数由`, ...amount(from), "修订为", ...amount(to), `（${date}）`]);
  }
  const verdict = verdictName(target.assessment, kind, period);
  if (change.kind === "newly-reported" && to !== null) return joinRuns([measure, ...amount(to), `，${verdict}`]);
  return [change.text.replace(`“${change.to}”`, `“${verdict}”`)];
}

function amount(figure: Figure): Words {
  return [inTable(figure), unitAfter(figure.unit)];
}
