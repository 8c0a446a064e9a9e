import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../pipeline/model/assessment.ts";
import type { WayHome } from "../../../pipeline/model/prospect.ts";
import type { Target } from "../../../pipeline/model/target.ts";
import { countFigures } from "../../../pipeline/report/edition/count-figures.ts";
import { markNotes, nameCell } from "../../../pipeline/report/edition/name-marks.ts";
import { headlineParagraphs } from "../../../pipeline/report/prose/headline.ts";
import { outcome, shortfall } from "../../../pipeline/report/prose/outcome.ts";
import { overview } from "../../../pipeline/report/prose/overview.ts";
import { reasonWords } from "../../../pipeline/report/prose/reasons.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { figuresFixture, judgedFixture, month, targetFixture } from "../../support/edition-input-fixture.ts";

import { juneInput } from "../../support/edition-month-fixture.ts";
import { TELL } from "../../support/shipped-tell.ts";

const JULY = month(7);
const GDP = { id: "2023-001", name: "地区生产总值", low: "7" } as const;
const RETAIL = { id: "2023-002", name: "社会消费品零售总额", low: "7" } as const;
const MEAT = { id: "2023-003", name: "肉产量", basis: "flow", quantity: "value", low: "65", unit: "万吨" } as const;

/** Judged in July on a figure of June unless said otherwise. */
function judged(target: Partial<Target>, actual: string, change: Partial<Assessment> = {}) {
  const period = change.observedPeriod ?? month(6);
  return figuresFixture(judgedFixture(targetFixture(target), actual, { period: JULY, ...change }, { period }));
}

const two = { count: "2", unit: "个季度" } as const;
const MEAT_IN_JULY = {
  ...{ completion: "42.9230769230769230769230769230769230769231", expected: "50", required: "37.1" },
  ...{ gap: "-7.0769230769230769230769230769230769230769", gapUnit: "百分点" },
  wayHome: { months: 6, rest: two, growth: null, steps: [], observations: [] } as unknown as WayHome,
};

describe("a paper on figures of an earlier month", () => {
  it("tells the time of what lags, and counts what is left from there as the way home does", () => {
    expect(textOf(shortfall(judged(MEAT, "27.9", MEAT_IN_JULY), TELL))).toBe(
      "上半年肉产量完成年度目标的42.9%，慢于序时进度7.1个百分点，后2个季度需完成37.1万吨（测算）",
    );
    expect(textOf(shortfall(judged(GDP, "6.2", { gap: "-0.8" }), TELL))).toBe(
      "上半年地区生产总值同比增长6.2%，低于年度目标0.8个百分点",
    );
    const inJuly = judged(RETAIL, "6.2", { gap: "-0.8", observedPeriod: JULY });
    expect(textOf(shortfall(inJuly, TELL))).toBe("社会消费品零售总额同比增长6.2%，低于年度目标0.8个百分点");
  });

  it("tells it in the 说明 column", () => {
    expect(textOf(reasonWords(judged(GDP, "6.2", { gap: "-0.8" })))).toBe("上半年低于年度目标0.8个百分点");
    expect(textOf(reasonWords(judged(RETAIL, "6.2", { gap: "-0.8", observedPeriod: JULY })))).toBe(
      "低于年度目标0.8个百分点",
    );
  });

  it("tells figures of its own time first, with that time, and the others after them with theirs", () => {
    const targets = [judged(GDP, "6.2", { gap: "-0.8" }), judged(RETAIL, "6.5", { gap: "-0.5", observedPeriod: JULY })];
    const tell = (told: typeof targets) =>
      headlineParagraphs(told, { period: JULY, amountBeside: () => null, paceOf: () => undefined }, TELL).map(textOf);
    expect(tell([...targets, judged(MEAT, "27.9", MEAT_IN_JULY)])).toEqual([
      "1—7月，社会消费品零售总额同比增长6.5%，低于年度目标0.5个百分点。上半年地区生产总值同比增长6.2%，低于年度目标0.8个百分点。",
      "从总量目标看，上半年肉产量27.9万吨，完成年度目标的42.9%，慢于序时进度7.1个百分点。",
    ]);
    expect(tell(targets.slice(0, 1))).toEqual(["上半年地区生产总值同比增长6.2%，低于年度目标0.8个百分点。"]);
  });

  it("counts them in the overall judgement", () => {
    const told = [judged(GDP, "6.2", { gap: "-0.8" }), judged(RETAIL, "6.5", { gap: "-0.5", observedPeriod: JULY })];
    const counts = countFigures(told.map(({ assessment }) => assessment));
    expect(textOf(overview({ kind: "monthly", year: 2023, period: JULY, counts }, TELL))).toContain(
      "1—7月有数据可以评价的2项（其中1项沿用较早一期的数）。",
    );
    const all = countFigures(told.slice(0, 1).map(({ assessment }) => assessment));
    expect(textOf(overview({ kind: "monthly", year: 2023, period: JULY, counts: all }, TELL))).toContain(
      "1—7月有数据可以评价的1项（均沿用较早一期的数）。",
    );
  });

  it("marks their names in tables, and says below of which time they are", () => {
    const told = [
      judged(GDP, "6.2"),
      judged(RETAIL, "6.5", { observedPeriod: JULY }),
      judged({ id: "2023-004", name: "规模以上服务业营业收入" }, "5.0", { observedPeriod: month(5) }),
      judged(MEAT, "27.9"),
    ];
    expect(told.map((one) => nameCell(one)).map((cell) => (cell.kind === "text" ? cell.runs.join("") : ""))).toEqual([
      ...["地区生产总值△", "社会消费品零售总额", "规模以上服务业营业收入△", "肉产量△"],
    ]);
    expect(markNotes(told, { input: juneInput() }).map(textOf)).toEqual([
      "标△的指标，实际为较早一期的数：上半年（地区生产总值、肉产量）；1—5月（规模以上服务业营业收入）。",
    ]);
  });

  it("keeps the two tellings of one target alike", () => {
    const meat = judged(MEAT, "27.9", MEAT_IN_JULY);
    expect(textOf(outcome(meat, { period: JULY, amount: null }, TELL)).slice(0, 3)).toBe(
      textOf(shortfall(meat, TELL)).slice(0, 3),
    );
  });
});
