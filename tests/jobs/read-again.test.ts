import { appendFileSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import type { IngestHints } from "../../pipeline/jobs/reading.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

/** Says neither its month nor which bureau it is from. */
const SHEET = "全市主要指标,,\n指标,计量单位,累计\n一般公共预算收入,亿元,52.36\n蒙古马存栏,万匹,3.2\n";

function setUp(sheet: string) {
  const root = scratchFolder();
  for (const folder of ["seeds", "templates"]) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  cpSync(join(ROOT, "package.json"), join(root, "package.json"));
  const file = join(scratchFolder(), "报表.csv");
  writeFileSync(file, sheet);
  const home = scratchFolder();
  const ingest = async (hints: IngestHints = {}) => {
    const [result] = await ingestFiles(
      [file],
      { root, home, hints, limits: DEFAULT_READ_LIMITS, isDryRun: false },
      memoryEffects(),
    );
    const codes = (result?.issues ?? []).map(({ code }) => code);
    return { codes, observations: result?.observations ?? [] };
  };
  return { root, ingest };
}

describe("a file that comes again", () => {
  it("is read with the period that a person adds, and keeps it when it comes without", async () => {
    const { ingest } = setUp(SHEET);
    const hints = { period: makePeriod(2023, 6) };
    expect((await ingest()).codes).toContain("missing-period");
    const told = await ingest(hints);
    expect(told.codes).not.toContain("missing-period");
    expect(told.observations[0]).toMatchObject({ period: "2023-06", value: "52.36", unit: "亿元" });
    expect(await ingest()).toEqual(told);
  });

  it("says more after its indicator and unit have come into the seeds", async () => {
    const { root, ingest } = setUp(SHEET.replace("全市主要指标", "全市2023年1—6月主要指标").replace("万匹", "万头"));
    expect((await ingest()).codes).toEqual(["unknown-indicator"]);
    appendFileSync(
      join(root, "seeds/indicators.csv"),
      "horses,蒙古马存栏,,万头,1,stock,,monthly,1,1,0,,agriculture,no,,,\n",
    );
    const again = await ingest();
    expect([again.codes, again.observations.map(({ indicator }) => indicator)]).toEqual([
      [],
      ["budget-revenue", "horses"],
    ]);
  });
});
