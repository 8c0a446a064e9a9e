import { afterAll, describe, expect, it } from "vitest";
import { type OpenHome, withHome } from "../../../pipeline/jobs/open-home.ts";
import { loadPlan } from "../../../pipeline/jobs/plan.ts";
import { judge } from "../../../pipeline/jobs/progress.ts";
import type { IndicatorCode } from "../../../pipeline/model/indicator.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { insertSubmission } from "../../../pipeline/store/submissions.ts";
import { observation, reading, submission } from "../../store/sample-rows.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";

const JOBS = "new-urban-jobs" as IndicatorCode;

function jobs(year: number, month: number, value: string, cell: string) {
  const what = { indicator: JOBS, quantity: "value", span: "ytd", unit: "万人" } as const;
  return observation({ ...what, period: makePeriod(year, month), value, decimals: 2, cell });
}

async function jobsAt(open: OpenHome, asOf: string | null) {
  const plan = loadPlan(ROOT, 2023, open.reference);
  const { assessments } = await judge(open, plan, { kind: "monthly", period: makePeriod(2023, 6), asOf });
  const found = assessments.find(({ target }) => target.indicator === JOBS && target.basis === "flow");
  return { expected: found?.seasonal?.expected, growth: found?.wayHome?.growth, verdict: found?.verdict };
}

describe("earlier years in the database", () => {
  const home = scratchFolder(afterAll);

  it("serve the season and the way home, as known on the day, and judge nothing", async () => {
    await withHome({ home, root: ROOT, limits: DEFAULT_READ_LIMITS }, async (open) => {
      const now = [jobs(2023, 6, "0.70", "A1"), jobs(2022, 6, "0.60", "A2"), jobs(2022, 12, "1.00", "A3")];
      await insertSubmission(
        open.store,
        reading(submission("first", { vintage: "2023-07-10" }), { observations: now }),
      );
      const revised = [jobs(2022, 12, "1.20", "B1"), jobs(2023, 7, "1.19", "B2")];
      const late = submission("late", { vintage: "2023-08-10" });
      await insertSubmission(open.store, reading(late, { observations: revised }));
      expect(await jobsAt(open, "2023-07-31")).toEqual({ expected: "60", growth: "25", verdict: "超序时" }); // .5 on .4
      expect(await jobsAt(open, null)).toMatchObject({ expected: "50", verdict: "超序时" });
      expect(await jobsAt(open, "2023-07-01")).toMatchObject({ expected: undefined, verdict: "无数据来源" });
    });
  });
});
