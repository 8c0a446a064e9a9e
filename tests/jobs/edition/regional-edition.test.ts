import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionInput } from "../../../pipeline/jobs/edition/input.ts";
import { loadTemplates } from "../../../pipeline/jobs/edition/templates.ts";
import { ingestFiles } from "../../../pipeline/jobs/ingest.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import { loadPlan } from "../../../pipeline/jobs/plan.ts";
import { judge, readProgress } from "../../../pipeline/jobs/progress.ts";
import { parsePeriod } from "../../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { memoryEffects, ROOT, scratchFolder } from "../../support/scratch-home.ts";

const SIGNED = "2023-054"; // 新签约千万元以上招商引资项目, divided among the places below
const SHARES = { "150502": 100, "150581": 62, "150523": 70, "150521": 100, "150522": 60, "150525": 70, "150524": 40 };
const DEMO = ["统计局", "区域经济合作局", "财政局"].map((bureau) => join(ROOT, "seeds/sheets/demo", bureau));

describe("the ranks of an edition and of progress", () => {
  const home = scratchFolder(afterAll);
  const root = scratchFolder(afterAll);
  const open = { home, root, limits: DEFAULT_READ_LIMITS };

  beforeAll(async () => {
    const isKept = (path: string) => !path.includes("seeds/sheets");
    for (const part of ["seeds", "templates", "package.json"]) {
      cpSync(join(ROOT, part), join(root, part), { recursive: true, filter: isKept });
    }
    const rows = Object.entries(SHARES).map(
      ([place, low]) => `${SIGNED},${place},${low},,分解方案附件1,签约${low}个,\n`,
    );
    const header = "target,region,low,high,document,source,note\n";
    writeFileSync(join(root, "seeds/plans/2023/regional-targets.csv"), header + rows.join(""));
    await ingestFiles(DEMO, { ...open, hints: {}, isDryRun: false }, memoryEffects());
  });

  it.each(["2023-03", "2023-05", "2023-06"])("are the same at %s, by growth and by completion", async (text) => {
    const period = parsePeriod(text) ?? expect.fail();
    const request = { period, asOf: null, kind: "monthly" } as const;
    const [edition, progress] = await withHome(open, async (opened) => {
      const plan = loadPlan(opened.root, 2023, opened.reference);
      const judged = await judge(opened, plan, request);
      const templates = loadTemplates(opened.root, "monthly", opened.reference);
      const input = await editionInput(opened, plan, judged, { ...request, templates });
      const { document } = await readProgress(opened, { period, asOf: null, region: undefined }, memoryEffects());
      return [describeEdition(input), document] as const;
    });
    const indicators = new Map(progress.assessments.map(({ target, indicator }) => [target, indicator]));
    const expected = progress.rankings.flatMap(({ target, by, rows }) =>
      rows.flatMap(({ region, rank, rankChange }) => {
        const id = `region/${region}/${by === "growth" ? indicators.get(target) : target}`;
        const change = rankChange === null ? [] : [`${id}/rank-change ${rankChange}`];
        return rank === null ? [] : [`${id}/rank ${rank}`, ...change];
      }),
    );
    const printed = edition.figures.flatMap(({ id, value }) =>
      /\/rank(-change)?$/.test(id) ? [`${id} ${value}`] : [],
    );
    expect(printed.sort()).toEqual(expected.sort());
    expect(new Set(progress.rankings.map(({ by }) => by))).toEqual(new Set(["growth", "completion"]));
  });
});
