import { describe, expect, it } from "vitest";
import type { CellReference, Figure } from "../../pipeline/model/figure.ts";
import type { ProofLedger } from "../../pipeline/model/proof-ledger.ts";
import { ledgerFaults } from "../../pipeline/proof/ledger-faults.ts";

const cell: CellReference = {
  ...{ file: "a.xlsx", sha256: "ab", sheet: "S", cell: "F5", value: "6290", unit: "万元", vintage: "2023-07-08" },
  ...{ illustrative: false, url: null },
};
const road: Figure = {
  ...{ id: "road", name: "样本路 累计完成投资", value: "6290", unit: "万元" },
  derivation: { kind: "observed", observations: [cell] },
};

/** The ids of the figures that a ledger has wrong which holds `road` and a figure computed so. */
function faultsOf(value: string, formula: string, operands: readonly string[] = []): readonly (string | null)[] {
  const figure: Figure = {
    ...{ id: "sum", name: "合计", value, unit: "万元" },
    derivation: { kind: "computed", formula, operands },
  };
  const edition: ProofLedger["edition"] = {
    ...{ kind: "monthly", period: "2023-06", region: "150500", title: "", dataVintage: "", asOf: null },
    illustrative: false,
  };
  return ledgerFaults({ edition, figures: [road, figure], places: [], charts: [] }).map((fault) => fault.figure);
}

describe("ledgerFaults of a computed figure", () => {
  it.each([
    ["a sum of what it rests on", "6290", "6290", ["road"]],
    ["a sum in another unit", "0.629", "6290÷10000", ["road"]],
    ["a count of ids", "2", "计数：2023-m001、2023-m002", []],
    ["the months gone by in a share of the year's", "50", "6÷12×100", []],
    ["a count of nothing", "0", "计数：无", []],
    ["a count that says what it counts", "12", "计数：某表中的提醒", []],
  ])("takes %s", (_what, value, formula, operands) => {
    expect(faultsOf(value, formula, operands)).toEqual([]);
  });

  it.each([
    ["words that rest on nothing", "6290", "各项目合计：累计完成投资6290万元", []],
    ["arithmetic that comes out and rests on nothing", "6290", "6000＋290", []],
    ["a share of more months than a year has", "50", "13÷26×100", []],
    ["a completion that rests on nothing", "50", "6290÷12580×100", []],
    ["nothing at all", "6290", "", []],
    ["a count spoken of, not made", "2", "按计数：甲、乙", []],
    ["an estimate that rests on nothing", "6290", "测算：6290", []],
    ["a count of fewer ids", "2", "计数：2023-m001", []],
    ["a sum without its operand's number", "6290", "6000＋290", ["road"]],
  ])("refuses %s", (_what, value, formula, operands) => {
    expect(faultsOf(value, formula, operands)).toEqual(["sum"]);
  });
});
