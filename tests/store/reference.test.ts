import { describe, expect, it } from "vitest";
import type { IndicatorCode } from "../../pipeline/model/indicator.ts";
import { listObservations } from "../../pipeline/store/observations.ts";
import { type ReferenceData, syncReference } from "../../pipeline/store/reference.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { dump, fingerprint, scratchFile } from "./raw-database.ts";
import {
  GROWTH,
  indicator,
  observation,
  plan,
  REVENUE,
  reading,
  reference,
  submission,
  target,
} from "./sample-rows.ts";

/** The tables after syncing each of `steps` in turn. */
async function tablesAfter(...steps: readonly ReferenceData[]): Promise<ReturnType<typeof dump>> {
  const file = scratchFile();
  const store = await openStore(file);
  for (const step of steps) await syncReference(store, step);
  await closeStore(store);
  return dump(file);
}

describe("syncReference(store, data)", () => {
  it("writes nothing where the tables are equal already", async () => {
    const file = scratchFile();
    const store = await openStore(file);
    expect(await syncReference(store, reference())).toBe("changed");
    const before = fingerprint(file);
    expect(await syncReference(store, reference())).toBe("unchanged");
    expect(fingerprint(file)).toEqual(before);
    await closeStore(store);
  });

  const changed: readonly [string, Partial<ReferenceData>][] = [
    ["a renamed indicator", { indicators: [indicator(GROWTH, "工业增加值"), indicator(REVENUE, "收入")] }],
    ["an indicator gone", { indicators: [indicator(GROWTH, "规模以上工业增加值")] }],
    ["a county gone", { regions: reference().regions.slice(0, 1) }],
    [
      "an office more",
      { bureaus: [...reference().bureaus, { code: "x", name: "x局", shortName: "x", aliases: ["y"] }] },
    ],
    ["a target changed", { plan: plan({ targets: [target("2023-001", { low: "8" })] }) }],
    ["targets and milestones gone", { plan: plan({ targets: [], milestones: [] }) }],
    ["an alias moved to another indicator", movedAlias()],
  ];
  it.each(changed)("makes the tables equal to the seeds after %s", async (_, changes) => {
    const after = reference(changes);
    expect(await tablesAfter(reference(), after)).toEqual(await tablesAfter(after));
    expect(await tablesAfter(reference(), after)).not.toEqual(await tablesAfter(reference()));
  });

  it("keeps the plans of other years", async () => {
    const next = plan({ year: 2024, targets: [target("2024-001")], milestones: [] });
    const tables = await tablesAfter(reference(), reference({ plan: next }));
    expect([tables.plan?.length, tables.target?.length, tables.milestone?.length]).toEqual([2, 3, 1]);
  });

  it("lets a code be renamed in the seeds and in every plan, one plan after the other", async () => {
    const renamed = "renamed" as IndicatorCode;
    const seeds = (code: IndicatorCode) => {
      const indicators = [indicator(code, "规模以上工业增加值")];
      const years = [2023, 2024].map((year) =>
        plan({ year, targets: [target(`${year}-001`, { indicator: code })], milestones: [] }),
      );
      return years.map((each) => reference({ indicators, plan: each }));
    };
    const tables = await tablesAfter(...seeds(GROWTH), ...seeds(renamed));
    expect(tables).toEqual(await tablesAfter(...seeds(renamed)));
    const [halfway] = seeds(renamed);
    const between = await tablesAfter(...seeds(GROWTH), ...(halfway ? [halfway] : []));
    expect([between.plan?.length, between.target?.length, between.seed?.length]).toEqual([1, 1, 2]);
  });

  it.each<[string, Partial<ReferenceData>, RegExp]>([
    [
      "an indicator",
      { plan: plan({ targets: [target("2023-009", { indicator: "gone" as IndicatorCode })] }) },
      /2023-009.*"gone"/,
    ],
    ["a region", { plan: plan({ targets: [target("2023-009", { region: "150599" })] }) }, /2023-009.*"150599"/],
    [
      "an office",
      { indicators: [indicator(GROWTH, "x", { publisher: "nobody" })] },
      /industrial-value-added.*"nobody"/,
    ],
    ["a plan's region", { plan: plan({ region: "150599" }) }, /2023.*"150599"/],
  ])("refuses %s that leads nowhere, and changes nothing", async (_, changes, words) => {
    const file = scratchFile();
    const store = await openStore(file);
    await syncReference(store, reference());
    const before = dump(file);
    const attempt = syncReference(store, reference(changes));
    await expect(attempt).rejects.toMatchObject({ code: "SEED_INVALID", message: expect.stringMatching(words) });
    await closeStore(store);
    expect(dump(file)).toEqual(before);
  });

  it("keeps the observations of an indicator that has left the seeds", async () => {
    const store = await openStore(scratchFile());
    await syncReference(store, reference());
    await insertSubmission(store, reading(submission("a"), { observations: [observation({ indicator: REVENUE })] }));
    await syncReference(store, reference({ indicators: [indicator(GROWTH, "x")] }));
    expect(await listObservations(store, { indicators: [REVENUE] })).toHaveLength(1);
    await closeStore(store);
  });
});

function movedAlias(): Partial<ReferenceData> {
  const names = [{ text: "规模以上工业增加值", scope: "限额以上" }];
  return { indicators: [indicator(GROWTH, "x"), indicator(REVENUE, "y", { aliases: names })] };
}
