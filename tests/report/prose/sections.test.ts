import { describe, expect, it } from "vitest";
import type { Assessment, Verdict } from "../../../pipeline/model/assessment.ts";
import type { MilestoneAssessment } from "../../../pipeline/model/milestone-assessment.ts";
import type { Period } from "../../../pipeline/model/period.ts";
import { countFigures } from "../../../pipeline/report/edition/count-figures.ts";
import { type LaggingTargets, laggingTargets } from "../../../pipeline/report/edition/lagging-targets.ts";
import { milestoneCounts } from "../../../pipeline/report/edition/milestone-counts.ts";
import { namesOf } from "../../../pipeline/report/edition/names.ts";
import { verdictName } from "../../../pipeline/report/edition/verdict-groups.ts";
import { chapterParagraph } from "../../../pipeline/report/prose/chapters.ts";
import { headlineParagraphs } from "../../../pipeline/report/prose/headline.ts";
import { type LaggingInput, laggingParagraphs } from "../../../pipeline/report/prose/lagging.ts";
import { milestoneOpening } from "../../../pipeline/report/prose/milestones.ts";
import { overview } from "../../../pipeline/report/prose/overview.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { unknownParagraphs } from "../../../pipeline/report/prose/unknown.ts";
import { judge as judgeMilestone, milestone, report } from "../../assess/milestone-fixture.ts";
import {
  figuresFixture,
  JUNE,
  judgedFixture,
  month,
  targetFixture,
  unknownFixture,
} from "../../support/edition-input-fixture.ts";
import { assessmentsOfJune, laggingTargetsOfJune } from "../../support/edition-month-fixture.ts";
import { TELL } from "../../support/shipped-tell.ts";

/** Without runs behind, and no bureau known. */
function withNames(lagging: LaggingTargets): LaggingInput {
  return { lagging, lags: new Map(), names: namesOf({ indicators: [], regions: [], bureaus: [] }) };
}

function withVerdicts(...verdicts: readonly Assessment["verdict"][]): readonly Assessment[] {
  return verdicts.map((verdict, index) => unknownFixture(targetFixture({ id: `2023-${index + 100}` }), { verdict }));
}

/** Two in a month too early and one due in a later year, all three with a figure. */
function postponed(): readonly Assessment[] {
  const reasons = { month: "not-judged-yet", due: "not-due" } as const;
  return (["month", "month", "due"] as const).map((cause, index) => ({
    ...judgedFixture(targetFixture({ id: `2023-${index + 200}`, name: `目标${index}` }), "5"),
    ...{ verdict: "未到期" as const, light: "grey" as const, reasons: [{ code: reasons[cause], text: "" }] },
  }));
}

describe("verdictName(assessment, kind, period)", () => {
  it("calls what is known but not judged yet otherwise than what is not due", () => {
    const names = [...postponed(), ...withVerdicts("未到期", "滞后")].map((one) => verdictName(one, "monthly", JUNE));
    expect(names).toEqual(["尚不评价", "尚不评价", "尚不评价", "未到期", "滞后"]);
  });
});

describe("overview(input)", () => {
  it("tells what is known but not judged yet apart from what is not known", () => {
    const counts = countFigures([...withVerdicts("达序时", "未到期", "未发布"), ...postponed()]);
    const text = textOf(overview({ kind: "monthly", year: 2023, period: JUNE, counts }, TELL));
    expect(text).toMatch(/。另有3项已有数据、尚不评价进度；2项尚无数据，其中未到期1项和未发布1项。$/);
    const { total, judged, standings } = counts;
    expect([total, judged, standings.postponed, standings.unknown].map(({ value }) => value)).toEqual([
      "6",
      "1",
      "3",
      "2",
    ]);
  });
});

describe("laggingTargets(targets) and laggingParagraphs(lagging)", () => {
  it("puts red before yellow and the farthest first, in whatever order they come", () => {
    const assessments = [...laggingTargetsOfJune(), ...assessmentsOfJune()];
    const ids = (all: readonly Assessment[]) =>
      laggingTargets(all.map((one) => figuresFixture(one))).told.map(({ assessment }) => assessment.target.id);
    expect(ids(assessments)).toEqual(ids([...assessments].reverse()));
    expect(ids(assessments).slice(0, 3)).toEqual(["2023-100", "2023-101", "2023-102"]);
  });

  it("compares shortfalls in other units by their share of the goal", () => {
    const far = judgedFixture(
      targetFixture({ id: "2023-001", basis: "attain", quantity: "value", low: "10", unit: "个", headline: false }),
      "5",
      { gap: "-5" },
    );
    const near = judgedFixture(targetFixture({ id: "2023-002", headline: false }), "-3", { gap: "-12" });
    expect(laggingTargets([near, far].map((one) => figuresFixture(one))).told[0]?.assessment).toBe(far);
  });

  it("tells twelve and tables the rest", () => {
    const lagging = laggingTargets(laggingTargetsOfJune().map((one) => figuresFixture(one)));
    expect([lagging.told.length, lagging.tabled.length]).toEqual([12, 8]);
    const [red = "", yellow] = laggingParagraphs(withNames(lagging), TELL).map(textOf);
    expect(red.startsWith("亮红灯的15项，主要是：")).toBe(true);
    expect(red.endsWith("。其余3项见表。")).toBe(true);
    expect(yellow).toBe("亮黄灯的5项见表。");
  });

  it("says 主要是 only where some of a light stand in the table", () => {
    const all = laggingTargets(
      laggingTargetsOfJune()
        .slice(4)
        .map((one) => figuresFixture(one)),
    );
    const texts = laggingParagraphs(withNames(all), TELL).map(textOf);
    expect(texts.map((text) => text.slice(0, 11))).toEqual(["亮红灯的11项：某类投", "亮黄灯的5项，主要是："]);
  });

  it.each([
    [[true, false], "亮黄灯的2项，其中主要目标1项已在前面说明，其他主要是：城"],
    [[true, true], "亮黄灯的2项，都是主要目标，已在前面说明。"],
    [[false, false], "亮黄灯的2项："],
  ])("does not tell yellow headline targets again: %j", (headlines, opening) => {
    const targets = headlines.map((headline, index) => {
      const target = targetFixture({ id: `2023-00${index}`, headline, name: "城镇新增就业" });
      return figuresFixture({ ...judgedFixture(target, "8.5", { gap: "-0.5" }), verdict: "滞后", light: "yellow" });
    });
    const [text = ""] = laggingParagraphs(withNames(laggingTargets(targets)), TELL).map(textOf);
    expect(text.startsWith(opening)).toBe(true);
  });

  it("counts what the table holds by light, so that the yellow ones add up", () => {
    const red = laggingTargetsOfJune().slice(0, 13);
    const yellow = [true, true, true, false, false].map((headline, index) => ({
      ...judgedFixture(targetFixture({ id: `2023-00${index}`, headline }), "8.5", { gap: "-0.5" }),
      ...{ verdict: "滞后" as const, light: "yellow" as const },
    }));
    const lagging = laggingTargets([...red, ...yellow].map((one) => figuresFixture(one)));
    const texts = laggingParagraphs(withNames(lagging), TELL).map(textOf);
    expect(texts[0]?.endsWith("。其余1项见表。")).toBe(true);
    expect(texts[1]).toBe("亮黄灯的5项，其中主要目标3项已在前面说明，其余2项见表。");
  });

  it("says nothing where nothing lags", () => {
    expect(laggingParagraphs(withNames(laggingTargets([])), TELL)).toEqual([]);
  });
});

describe("headlineParagraphs(targets, input)", () => {
  it("leaves out what no figure tells and what is no headline", () => {
    const told = [
      unknownFixture(targetFixture()),
      judgedFixture(targetFixture({ headline: false }), "5", { gap: "-4" }),
    ];
    expect(
      headlineParagraphs(
        told.map((one) => figuresFixture(one)),
        { period: JUNE, amountBeside: () => null, paceOf: () => undefined },
        TELL,
      ),
    ).toEqual([]);
  });

  it("says the time once, whatever comes first", () => {
    const rate = judgedFixture(targetFixture({ name: "优良率", basis: "keep", quantity: "value" }), "9", { gap: "0" });
    const paragraphs = headlineParagraphs(
      [figuresFixture(rate)],
      { period: month(12), amountBeside: () => null, paceOf: () => undefined },
      TELL,
    );
    expect(paragraphs.map(textOf)).toEqual(["全年，从水平和控制目标看，6月末优良率为9.0%，与年度目标持平。"]);
  });
});

describe("unknownParagraphs(targets, counts)", () => {
  it("counts by verdict and names the headline targets", () => {
    const assessments = [
      unknownFixture(targetFixture({ id: "2023-001", name: "粮食产量" }), { verdict: "未到期" }),
      unknownFixture(targetFixture({ id: "2023-002", name: "牛存栏" }), { verdict: "未到期" }),
      unknownFixture(targetFixture({ id: "2023-003", name: "其他", headline: false }), { verdict: "无数据来源" }),
    ];
    const told = assessments.map((one) => figuresFixture(one));
    expect(unknownParagraphs(told, countFigures(assessments), TELL).map(textOf)).toEqual([
      "尚无数据的目标3项：未到期2项，按制度还不到出数的时候（主要目标有粮食产量和牛存栏）；无数据来源1项，目前没有单位报送。",
    ]);
    expect(unknownParagraphs([], countFigures([]), TELL)).toEqual([]);
  });
});

describe("unknownParagraphs(targets, counts) of targets with a figure", () => {
  it("does not say of them that there is none", () => {
    const assessments = [...postponed(), unknownFixture(targetFixture({ name: "粮食产量" }), { verdict: "未到期" })];
    const told = assessments.map((one) => figuresFixture(one));
    expect(unknownParagraphs(told, countFigures(assessments), TELL).map(textOf)).toEqual([
      "尚无数据的目标1项：未到期1项，按制度还不到出数的时候（主要目标有粮食产量）。",
      "已有数据、尚不评价进度的目标3项：还不到评价月份的2项（主要目标有目标0和目标1）；目标期限未到的1项（主要目标有目标2）。",
    ]);
  });

  it("counts once what has one cause", () => {
    const assessments = postponed().slice(0, 2);
    const told = assessments.map((one) => figuresFixture(one));
    expect(unknownParagraphs(told, countFigures(assessments), TELL).map(textOf)).toEqual([
      "已有数据、尚不评价进度的目标2项，还不到评价月份（主要目标有目标0和目标1）。",
    ]);
  });
});

describe("milestoneOpening(input)", () => {
  const named = (number: number) => milestone({ id: `2023-m00${number}` });
  const all = [1, 2, 3, 4].map(named);
  const judged = (number: number, verdict: Verdict, observedPeriod: Period | null = month(6)): MilestoneAssessment => ({
    ...judgeMilestone("开工", [], { id: `2023-m00${number}` }),
    verdict,
    observedPeriod,
  });

  it.each<[string, readonly MilestoneAssessment[], string]>([
    ["none is reported", [judged(1, "无数据来源", null)], "计划列入的具体项目和任务4项，本期没有进展报送，未作评价。"],
    [
      "some are",
      [judged(2, "滞后"), judged(1, "已完成"), judged(3, "滞后"), judged(4, "未发布", month(5))],
      "计划列入的具体项目和任务4项，有进展报送的3项：已完成1项，滞后2项；其余1项本期没有进展报送，未作评价。",
    ],
    [
      "all are",
      [1, 2, 3, 4].map((number) => judged(number, "达序时")),
      "计划列入的具体项目和任务4项，有进展报送的4项：达序时4项。",
    ],
  ])("tells where %s", (_case, assessments, text) => {
    const milestones = milestoneCounts(all, assessments);
    expect(textOf(milestoneOpening({ milestones }, TELL))).toEqual(text);
  });

  it("says 演示数据 of them where other figures are published", () => {
    const demo = judgeMilestone("开工", [report({ illustrative: true })], { id: "2023-m001" });
    const told = (isMixed: boolean) =>
      textOf(milestoneOpening({ milestones: milestoneCounts(all, [demo]), isMixed }, TELL));
    expect(told(true)).toContain("有进展报送的1项（演示数据）：");
    expect(told(false)).not.toContain("演示");
  });
});

describe("chapterParagraph(counts, targets, kind)", () => {
  it.each([
    ["annual", "完成1项，为甲；未完成1项，为乙"],
    ["quarterly", "完成、达到或快于序时进度1项，为甲；滞后1项，为乙"],
    ["monthly", "完成、达到或快于序时进度1项，为甲；滞后1项，为乙"],
  ] as const)("names what held and what did not: %s", (kind, expected) => {
    const assessments = [
      unknownFixture(targetFixture({ id: "2023-001", name: "甲" }), { verdict: "已完成" }),
      unknownFixture(targetFixture({ id: "2023-002", name: "乙" }), { verdict: "严重滞后" }),
      unknownFixture(targetFixture({ id: "2023-003", name: "丙" })),
      ...postponed(),
    ];
    const [chapter] = countFigures(assessments).chapters;
    const text =
      chapter &&
      textOf(
        chapterParagraph(
          chapter,
          assessments.map((one) => figuresFixture(one)),
          { kind, tell: TELL },
        ),
      );
    expect(text).toBe(`量化目标6项；${expected}；尚不评价进度3项；尚无数据1项。`);
  });
});
