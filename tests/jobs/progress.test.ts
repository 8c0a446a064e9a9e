import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withHome } from "../../pipeline/jobs/open-home.ts";
import { loadPlan } from "../../pipeline/jobs/plan.ts";
import { judge } from "../../pipeline/jobs/progress.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { hash, reading, submission } from "../store/sample-rows.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

/** 规模以上工业增加值增长9%, read as 高于全区平均增速 instead. */
const RELATIVE =
  "2023-901,0,规模以上工业增加值,industrial-value-added,yoy,growth,>,,,industrial-value-added,150000,%,,,150500,2023-12,预期性,no,no,,,no,,,规模以上工业增加值增长9%,463,476";
const QUOTA = "2023-060,growth,<=,,-3.2,%,内发改〔2023〕1号,2023-07-20";

function growth(indicator: string, region: string, value: string, cell: string): Observation {
  return {
    ...{ sheet: "6月", cell, label: indicator, path: [], indicator: indicator as IndicatorCode, region },
    ...{ period: makePeriod(2023, 6), span: "ytd", quantity: "yoy", scope: null, value, unit: "%", decimals: 1 },
    ...{ status: "normal", statusReason: null },
  };
}

/** Judges June 2023 by the shipped seeds and the two rows above, as known on a day. */
async function judgeJune(asOf: string | null, observations: readonly Observation[]): Promise<readonly Assessment[]> {
  const root = scratchFolder();
  cpSync(join(ROOT, "seeds"), join(root, "seeds"), { recursive: true });
  appendFileSync(join(root, "seeds/plans/2023/targets.csv"), `${RELATIVE}\n`);
  appendFileSync(join(root, "seeds/plans/2023/quotas.csv"), `${QUOTA}\n`);
  return withHome({ home: join(root, "home"), root, limits: DEFAULT_READ_LIMITS }, async (open) => {
    const sent = submission("s", { readAs: hash("seeds") });
    await insertSubmission(open.store, reading(sent, { observations }));
    const judged = await judge(open, loadPlan(root, 2023, open.reference), {
      kind: "monthly",
      period: makePeriod(2023, 6),
      asOf,
    });
    return judged.assessments;
  });
}

function find(assessments: readonly Assessment[], id: string): Assessment {
  const found = assessments.find(({ target }) => target.id === id);
  if (!found) throw new Error(id);
  return found;
}

describe("judge(open, plan, question)", () => {
  const own = growth("industrial-value-added", "150500", "7.6", "C7");
  const others = growth("industrial-value-added", "150000", "7.1", "D7");

  it("holds a relative goal against the other figure of the store", async () => {
    const relative = find(await judgeJune(null, [own, others]), "2023-901");
    expect(relative).toMatchObject({ verdict: "达序时", target: { low: "7.1" }, actual: "7.6", gap: "0.5" });
    expect(relative.goalObservations.map(({ cell }) => cell)).toEqual(["D7"]);
    expect(relative.reasons.at(-1)?.text).toBe("目标比照全区规模以上工业增加值上半年同比增速7.1%");
    expect(find(await judgeJune(null, [own]), "2023-901").reasons[0]?.code).toBe("reference-not-published");
  });

  it("knows a quota from the day that it came", async () => {
    const intensity = growth("energy-intensity", "150500", "-3.5", "C9");
    const verdicts = [null, "2023-07-20", "2023-07-19"].map(async (asOf) =>
      find(await judgeJune(asOf, [intensity]), "2023-060").reasons.map(({ code }) => code),
    );
    expect(await Promise.all(verdicts)).toEqual([
      ["goal-met", "quota-received"], // a fall that is asked for is no cap
      ["goal-met", "quota-received"],
      ["quota-pending"],
    ]);
  });
});
