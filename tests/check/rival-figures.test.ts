import { describe, expect, it } from "vitest";
import { checkRivalFigures } from "../../pipeline/check/rival-figures.ts";
import type { KnownObservation, Observation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { observation } from "../store/sample-rows.ts";

const DAY = "2023-07-10";

function rival(changes: Partial<KnownObservation> = {}): KnownObservation {
  return {
    ...observation({ sheet: "进度", cell: "D9", value: "6.80" }),
    ...{ sha256: "ab", file: "k1.xlsx", source: null, bureau: null, illustrative: false, vintage: DAY, url: null },
    ...changes,
  };
}

const check = (own: Partial<Observation>, ...rivals: readonly KnownObservation[]) =>
  checkRivalFigures([observation(own)], { vintage: DAY, rivals });

describe("checkRivalFigures(observations, { vintage, rivals })", () => {
  it("asks at the cell, naming the other file, sheet, cell and value, and saying what a correction needs", () => {
    expect(check({ value: "7.10" }, rival())).toEqual([
      {
        ...{ code: "value-conflict", severity: "error", sheet: "6月", cell: "C7" },
        message: "与 k1.xlsx › 进度 › D9 是同一个数，那里是 6.80%，这里是 7.10%",
        hint: "请核对后只保留一个；更正的表，请写明发布日期或填报日期（晚于原来的）后重新上传",
      },
    ]);
  });

  it.each<[string, Partial<Observation>, readonly Partial<KnownObservation>[], number]>([
    ["another value", { value: "7.10" }, [{}], 1],
    ["the same value", { value: "6.8", decimals: 1 }, [{}], 0],
    ["a later revision of another file", { value: "7.10" }, [{ vintage: "2023-07-11" }], 0],
    ["a conflict that a later file has settled", { value: "7.10" }, [{}, { vintage: "2023-07-11" }], 0],
    ["one that agrees and one that does not", { value: "7.10" }, [{ value: "7.10" }, { value: "7.2" }], 1],
    ["another region", { value: "7.10", region: "150521" }, [{}], 0],
    ["another period", { value: "7.10", period: makePeriod(2023, 5) }, [{}], 0],
    ["another span", { value: "7.10", span: "month" }, [{}], 0],
    ["another quantity", { value: "7.10", quantity: "mom" }, [{}], 0],
    ["another 口径", { value: "7.10", scope: "限额以上" }, [{}], 0],
    ["no value here", { value: null, status: "missing", statusReason: "—" }, [{}], 0],
    ["names that are not settled", { value: "7.10", region: null }, [{ region: null }], 0],
    ["the same amount in another unit", { ...amount("48.5", "亿元") }, [{ ...amount("485000", "万元") }], 0],
    ["another amount in another unit", { ...amount("48.5", "亿元") }, [{ ...amount("485001", "万元") }], 1],
    [
      "amounts of which one has a unit of another kind",
      { ...amount("48.5", "亿元") },
      [{ ...amount("48.5", "万吨") }],
      1,
    ],
    ["a rate of more digits than it shows", { value: "6.8049", decimals: 2 }, [{}], 0],
    [
      "the whole year and 1—12月",
      { value: "7.10", span: "year", period: makePeriod(2023, 12) },
      [{ period: makePeriod(2023, 12) }],
      1,
    ],
  ])("%s: %#", (_, own, others, count) => {
    expect(check(own, ...others.map(rival))).toHaveLength(count);
  });
});

function amount(value: string, unit: string) {
  return { value, unit, quantity: "value", decimals: 0 } as const;
}
