import { describe, expect, it } from "vitest";
import { assessTarget } from "../../../pipeline/assess/target.ts";
import type { Period } from "../../../pipeline/model/period.ts";
import type { Target } from "../../../pipeline/model/target.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import {
  CITY,
  code,
  indicatorFixture,
  JUNE,
  month,
  observationFixture,
  planFixture,
  RULES,
  targetFixture,
} from "../../support/edition-input-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { rankingsFixture } from "../../support/rankings-fixture.ts";
import { county, sheetIn, textsOf } from "./regions-fixture.ts";

describe("regionsSheet(facts, sheet) of a target that was divided among the places", () => {
  const jobs = indicatorFixture({ code: code("new-jobs"), name: "城镇新增就业", unit: "人", decimals: 0 });
  const whole = targetFixture({
    ...{ id: "2023-005", name: "城镇新增就业", indicator: jobs.code, quantity: "value", basis: "flow", low: "1000" },
    unit: "人",
  });
  const parts = [600, 300, 100].map((low, at): Target => {
    const region = county(at);
    const source = { text: `${low}人`, start: 0, end: 0 };
    return { ...whole, id: `2023-005-${region}`, region, low: String(low), source };
  });
  const counted = (values: readonly number[], period: Period, region = county) =>
    values.map((value, at) =>
      observationFixture({
        ...{ indicator: jobs.code, quantity: "value", unit: "人", label: "城镇新增就业", period },
        ...{ region: region(at), value: String(value), cell: `C${at + 3}`, file: `${period}.xlsx`, sheet: period },
      }),
    );
  const observations = [...counted([300, 200, 10], JUNE), ...counted([300, 100, 30], month(5))];
  const assessRegional = (targets: readonly Target[], period: Period) =>
    targets.map((target) => {
      const own = observations.filter(({ region }) => region === target.region);
      return assessTarget(target, { indicator: jobs, period, observations: own, rules: RULES, isReported: true });
    });
  const [city] = [
    assessTarget(whole, {
      ...{ indicator: jobs, period: JUNE, rules: RULES, isReported: true },
      observations: counted([510], JUNE, () => CITY).map((one) => ({ ...one, cell: "C9" })),
    }),
  ];
  const assessments = [city];
  const rankings = rankingsFixture(assessments, observations, {
    ...{ indicators: [jobs], regionalTargets: parts, assessRegional },
  });
  const input = juneInput({
    ...{ assessments, rankings, regional: observations, indicators: [jobs] },
    plan: planFixture([whole]),
  });

  it("ranks by completion, with the working of each and a formula", () => {
    const sheet = sheetIn(input);
    const at = sheet.columns.findIndex(({ header }) => header === "完成率（%）");
    expect(sheet.columns[at]?.group).toBe("城镇新增就业（完成分解目标）");
    const cells = textsOf(sheet)
      .slice(0, 5)
      .map((text) =>
        text
          .split(" ")
          .slice(at, at + 3)
          .map((one) => one.replace(/\{.*/, "")),
      );
    expect(cells).toEqual([
      ["51.0", "—", "—"],
      ["50.0", "2", "-1"],
      ["66.7", "1", "1"],
      ["10.0", "3", "0"],
      ["未分解", "—", "—"],
    ]);
    const { figures } = describeEdition(input);
    expect(figures.find(({ id }) => id === `2023-005-${county(1)}/completion`)?.derivation).toMatchObject({
      formula: "200÷300×100",
    });
  });

  it("links a completion to the amount that was reported", () => {
    const edition = describeEdition(input);
    const sheet = edition.sheets.find(({ name }) => name === "分旗县市区");
    const at = sheet?.columns.findIndex(({ header }) => header === "完成率（%）") ?? -1;
    const row = sheet?.rows[1];
    const cell = row?.kind === "data" ? row.cells[at] : undefined;
    expect(cell).toMatchObject({ kind: "number", link: expect.stringMatching(/^数据来源!A\d+$/) });
  });
});
