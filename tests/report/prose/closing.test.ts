import { describe, expect, it } from "vitest";
import type { KnownObservation } from "../../../pipeline/model/observation.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { milestoneCounts } from "../../../pipeline/report/edition/milestone-counts.ts";
import type { RulesInput } from "../../../pipeline/report/prose/closing.ts";
import { rulesParagraphs } from "../../../pipeline/report/prose/closing.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { judge, milestone, report } from "../../assess/milestone-fixture.ts";
import { RULES } from "../../support/edition-input-fixture.ts";
import { illustrativeJune, juneInput } from "../../support/edition-month-fixture.ts";

const reported = (illustrative: boolean) => [judge("开工", [report({ illustrative })])];

describe("sourcesParagraph(input)", () => {
  const template = { parts: [{ kind: "block" as const, name: "sources" as const }] };
  const told = (input: Parameters<typeof juneInput>[0]) => {
    const [block] = describeEdition(juneInput({ ...input, template })).blocks;
    return block?.kind === "paragraph" ? textOf(block.runs) : "";
  };
  const half = (one: KnownObservation, index: number) => ({ ...one, illustrative: index % 2 === 0 });

  it.each<[string, Parameters<typeof juneInput>[0], RegExp]>([
    ["published figures", {}, /逐项出处见工作簿“数据来源”表。$/],
    ["published reports too", { milestones: reported(false) }, /；项目和任务的进展另据各部门的项目进展表。$/],
    ["projects alone", { milestones: reported(true) }, /表；项目和任务的进展另据各部门的项目进展表（演示数据）。$/],
    ["some cells", { regional: juneInput().regional.map(half) }, /表，其中“是否演示”一栏写“是”的为演示数据。$/],
    ["all of it", illustrativeJune(), /“数据来源”表。全部数据为演示数据。$/],
    [
      "all of it, and projects",
      { ...illustrativeJune(), milestones: reported(true) },
      /另据各部门的项目进展表。全部数据为演示数据。$/,
    ],
  ])("says what is 演示数据 where it is %s", (_case, input, expected) => {
    expect(told(input)).toMatch(expected);
  });
});

describe("rulesParagraphs(input)", () => {
  const long = (name: string) => `${name}${"字".repeat(80)}`;
  const told = (text: readonly string[], change: Partial<RulesInput> = {}) =>
    rulesParagraphs({
      rules: { ...RULES, text },
      milestoneRules: { name: "项目规则" },
      milestones: milestoneCounts([], []),
      hasRequired: false,
      names: { scopes: "编制说明" },
      ...change,
    }).map(textOf);

  it("gives each rule a paragraph, and short ones one together", () => {
    expect(told([long("甲"), long("乙"), "丙；", "丁"])).toEqual([
      `评价规则（默认规则）：${long("甲")}。`,
      `${long("乙")}。`,
      "丙。丁。序时进度是已过月数占全年月数的比重。灰灯表示还不能评价，不表示落后。",
    ]);
  });

  it("says what 序时进度 is once", () => {
    expect(
      told(["用完成率与序时进度（已过月数占全年月数的比重）比较"])
        .join("")
        .match(/已过月数/g),
    ).toHaveLength(1);
  });

  it("explains 测算 and the rules of projects where the paper has them, and not else", () => {
    const milestones = milestoneCounts([milestone()], reported(false));
    expect(told(["甲"]).join("")).not.toMatch(/测算|项目规则/);
    expect(told(["甲"], { hasRequired: true }).join("")).toContain(
      "标“测算”的数，是按年度目标和已有数据推算的，不是公布数。",
    );
    expect(told(["甲"], { milestones }).join("")).toContain("项目和任务按项目规则评价，见工作簿“编制说明”表。");
    const gone = { milestones, names: { scopes: undefined } };
    expect(told(["甲"], gone).join("")).toMatch(/按项目规则评价。$/);
  });
});
