import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { editionInput } from "../../pipeline/jobs/edition/input.ts";
import { loadTemplates } from "../../pipeline/jobs/edition/templates.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { withHome } from "../../pipeline/jobs/open-home.ts";
import { loadPlan } from "../../pipeline/jobs/plan.ts";
import { judge } from "../../pipeline/jobs/progress.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

const home = { root: ROOT, limits: DEFAULT_READ_LIMITS, home: scratchFolder(afterAll) };

/** A month's sheet of a bureau, with a cell as it filled it in. */
function sheet(day: number, reemployed: string): string {
  return [
    "通辽市就业和社会保险主要指标（演示数据）,,",
    `2023年6月,,填报日期：2023年7月${day}日`,
    "项目名称,计算单位,1-6月累计",
    "城镇新增就业,人,8127",
    `失业人员再就业,人,${reemployed}`,
    "",
  ].join("\n");
}

async function send(files: Readonly<Record<string, string>>) {
  const folder = scratchFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await ingestFiles([folder], { ...home, hints: {}, isDryRun: false }, memoryEffects());
}

async function records(asOf: string | null) {
  return withHome(home, async (open) => {
    const plan = loadPlan(ROOT, 2023, open.reference);
    const request = {
      period: makePeriod(2023, 6),
      kind: "monthly",
      asOf,
      templates: loadTemplates(ROOT, "monthly", open.reference),
    } as const;
    const { issues, reporting } = await editionInput(open, plan, await judge(open, plan, request), request);
    const received = reporting.filter(({ submission }) => submission !== null);
    return {
      states: received.map(({ submission, state }) => `${submission?.file} ${state}`),
      issues: issues.map(({ file, code, cell }) => `${file} ${code} ${cell}`),
    };
  });
}

describe("what was wrong in a sheet that came again", () => {
  it("is open until the day of the sheet that corrects it", async () => {
    await send({ "就业22.csv": sheet(22, "三千多"), "就业23.csv": sheet(23, "3812") });
    expect(await records("2023-07-22")).toEqual({
      states: ["就业22.csv 有错误"],
      issues: ["就业22.csv not-a-number C5"],
    });
    expect(await records(null)).toEqual({
      states: ["就业22.csv 已由后一份更正", "就业23.csv 已报送"],
      issues: [],
    });
  });
});
