import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { withHome } from "../../pipeline/jobs/open-home.ts";
import { readProgress } from "../../pipeline/jobs/progress.ts";
import { parsePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

const HEADER = "target,region,low,high,document,source,note\n";
const SIGNED = "2023-054"; // 新签约千万元以上招商引资项目570个以上
const DEMO = ["统计局", "区域经济合作局", "财政局"].map((bureau) => join(ROOT, "seeds/sheets/demo", bureau));

/** A project whose seeds are the shipped ones and a document that divides a goal among the regions. */
function projectWith(rows: string): string {
  const root = scratchFolder(afterAll);
  cpSync(join(ROOT, "seeds"), join(root, "seeds"), {
    recursive: true,
    filter: (path) => !path.includes("seeds/sheets"),
  });
  cpSync(join(ROOT, "package.json"), join(root, "package.json")); // its version is part of how a sheet was read
  writeFileSync(join(root, "seeds/plans/2023/regional-targets.csv"), HEADER + rows);
  return root;
}

function row(region: string, low: string, target = SIGNED): string {
  return `${target},${region},${low},,分解方案附件1,新签约项目${low}个,\n`;
}

const SHARES: readonly (readonly [string, string])[] = [
  ["150502", "100"],
  ["150581", "62"],
  ["150523", "70"],
  ["150521", "100"],
  ["150522", "60"],
  ["150525", "70"],
  ["150524", "40"],
];

describe("progress by region", () => {
  const home = scratchFolder(afterAll);
  const root = projectWith(SHARES.map(([region, low]) => row(region, low)).join(""));

  const progress = (period: string, region?: string, { from = root, asOf = null as string | null } = {}) =>
    withHome({ home, root: from, limits: DEFAULT_READ_LIMITS }, async (open) => {
      const request = { period: parsePeriod(period) ?? expect.fail(), asOf, region };
      return (await readProgress(open, request, memoryEffects())).document;
    });

  beforeAll(async () => {
    const request = { root, home, hints: {}, limits: DEFAULT_READ_LIMITS, isDryRun: false };
    await ingestFiles(DEMO, request, memoryEffects());
  });

  it("judges the targets that a document sets for a place, on that place's figures", async () => {
    const { region, assessments } = await progress("2023-06", "科左中旗");
    expect(region).toBe("150521");
    expect(assessments).toHaveLength(1);
    expect(assessments[0]).toMatchObject({ target: `${SIGNED}-150521`, actual: "42", target_low: "100", gap: "-8.0" });
    expect(assessments[0]?.observations).toHaveLength(1);
  });

  it("refuses a place that nothing was set for, and the city's own targets are as ever", async () => {
    await expect(progress("2023-06", "扎鲁特旗")).rejects.toMatchObject({ code: "USAGE" });
    const city = await progress("2023-06");
    expect(city.assessments.every(({ target }) => /^2023-\d{3}$/.test(target))).toBe(true);
  });

  it("ranks the places by completion, and names who has no target", async () => {
    const { rankings, rollUps } = await progress("2023-06");
    const ranking = rankings.find(({ by }) => by === "completion");
    expect(ranking).toMatchObject({ target: SIGNED, period: "2023-06", previous: "2023-05", ranked: 7 });
    expect(ranking?.rows.map(({ name, value, rank }) => [name, value, rank])).toEqual([
      ["科尔沁区", "62.0", 1],
      ["霍林郭勒市", "61.3", 2],
      ["开鲁县", "60.0", 3],
      ["奈曼旗", "60.0", 3],
      ["科左后旗", "58.3", 5],
      ["库伦旗", "52.5", 6],
      ["科左中旗", "42.0", 7],
      ["扎鲁特旗", null, null],
      ["开发区", null, null],
    ]);
    expect(rollUps).toEqual([
      expect.objectContaining({
        target: SIGNED,
        sum: "502",
        difference: "-68",
        missing: ["150526"],
        zoneCounted: false,
      }),
    ]);
  });

  it("adds the regions' contributions up to the published gap, 开发区 counted where its figures stand beside", async () => {
    const { assessments } = await progress("2023-06");
    const retail = assessments.find(({ indicator }) => indicator === "retail-sales");
    const regions = retail?.why?.regions;
    const sum = (of: "points" | "gapPoints") =>
      regions?.pulls.reduce((total, pull) => total + Math.round(Number(pull[of]) * 10), 0);
    expect([sum("points"), sum("gapPoints")]).toEqual([66, -4]); // 6.6 % against 7 %
    expect(regions?.pulls.find(({ developmentZone }) => developmentZone)).toMatchObject({ rate: "7.8" });
    expect(regions?.pulls.every(({ kind, observations }) => kind === "rest" || observations.length === 2)).toBe(true);
    const rateOnly = assessments.find(({ indicator }) => indicator === "industrial-value-added");
    expect([rateOnly?.verdict, rateOnly?.why]).toEqual(["严重滞后", null]); // no amounts are published
  });

  it("compares with last month, and knows only what was known on a day", async () => {
    const { changes } = await progress("2023-06");
    expect(changes.find(({ target }) => target === "2023-001")).toMatchObject({ kind: "verdict", to: "滞后" });
    const early = await progress("2023-06", undefined, { asOf: "2023-06-30" });
    const retail = early.changes.find(({ target }) => target === "2023-004");
    expect(retail).toMatchObject({ kind: "newly-late", to: "未发布" });
    expect(early.rankings.every(({ period }) => period < "2023-06")).toBe(true);
    expect((await progress("2023-01")).changes).toEqual([]);
  });

  it.each([
    ["a target that the plan does not have", row("150502", "60", "2023-999"), "2023-999"],
    ["the city", row("150500", "60"), "150500"],
    ["a place that there is not", row("150999", "60"), "150999"],
    ["a place twice", row("150502", "60") + row("150502", "61"), "150502"],
    ["no number", row("150502", ""), "low"],
  ])("refuses a document that names %s, with file and line", async (_, rows, words) => {
    const refused = progress("2023-06", undefined, { from: projectWith(rows) });
    await expect(refused).rejects.toMatchObject({ code: "SEED_INVALID", message: expect.stringContaining(words) });
    await expect(refused).rejects.toMatchObject({
      location: { file: "seeds/plans/2023/regional-targets.csv", line: expect.any(Number) },
    });
  });
});
