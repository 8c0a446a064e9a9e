import { describe, expect, it } from "vitest";
import { makeCandidates } from "../../pipeline/extract/candidates.ts";
import type { QuestionWords } from "../../pipeline/model/question.ts";
import { SEEDS } from "./clerk/clerk-sheet.ts";
import { VOCABULARY } from "./small-vocabulary.ts";

const find = makeCandidates(VOCABULARY);

function codes(label: string, path: readonly string[] = [], kind: QuestionWords["kind"] = "indicator") {
  return find({ kind, label, path }).map(({ code, scope }) => (scope === null ? code : `${code}@${scope}`));
}

describe("makeCandidates(vocabulary)", () => {
  it("offers each meaning once, most alike first, with the 口径 that the name found carries", () => {
    expect(codes("规模以上工业增加直")).toEqual(["industry"]);
    expect(codes("限上固定资产投资额")).toEqual(["investment", "investment@限额以上"]);
    expect(codes("幸福指数")).toEqual([]);
  });

  it("looks for a label together with its parent, and not for the parent alone", () => {
    expect(codes("工业用电", ["全社会用电量"])[0]).toBe("industrial-power");
    expect(codes("种马", ["规模以上工业增加值"])).toEqual([]);
  });

  it("never offers what the label stands under", () => {
    expect(codes("固定资产投资额", ["固定资产投资"])).toEqual(["investment@限额以上"]);
    const real = makeCandidates(SEEDS)({ kind: "indicator", label: "出口", path: ["进出口总额"] });
    expect(real.map(({ code }) => code)).not.toContain("imports-exports");
  });

  it("offers last what the sheet reports under another name, the same 口径 only", () => {
    const words = { kind: "indicator", label: "限上固定资产投资额", path: [] } as const;
    const offered = (scope: string | null) => find(words, [{ code: "investment", scope }]).map((one) => one.scope);
    expect(offered(null)).toEqual(["限额以上", null]);
    expect(offered("限额以上")).toEqual([null, "限额以上"]);
  });

  it("never offers left for right", () => {
    expect(codes("科尔沁左翼中期", [], "region")).toEqual(["150521"]);
    expect(codes("科尔沁右翼中旗", [], "region")).toEqual([]);
    expect(codes("扎特旗", [], "region")).toEqual(["150526"]);
  });
});
