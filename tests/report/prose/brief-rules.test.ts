import { describe, expect, it } from "vitest";
import type { Band, LightRules } from "../../../pipeline/model/rules.ts";
import { briefRules } from "../../../pipeline/report/prose/brief-rules.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";

const band = (edge: string | null, light: Band["light"], isClosed = true): Band => ({
  verdict: "达序时",
  ...{ edge, light, isClosed },
});

const RULES: LightRules = {
  name: "默认规则",
  text: [],
  pace: {
    measure: "points",
    bands: [band("5", "green"), band("0", "green"), band("-5", "yellow"), band(null, "red")],
    worsening: null,
    worseningFrom: 1,
  },
  growth: {
    bands: [band("0", "green"), band("-1", "yellow"), band(null, "red")],
    shrinking: { verdict: "严重滞后", light: "red" },
    belowPeer: null,
  },
  level: { yellowPoints: "1", yellowPercent: "5" },
  around: { points: "0.5", percent: "2" },
  steady: { within: "0.05" },
  exceptions: [],
};

function told(change: Partial<LightRules> = {}, sheet?: string): string {
  return textOf(briefRules({ ...RULES, ...change }, sheet));
}

describe("briefRules(rules, sheet)", () => {
  it("tells every limit at which a light changes, and where the whole rules stand", () => {
    expect(told({}, "口径说明")).toBe(
      "评价界限（默认规则）：年内累计的指标，完成率不慢于序时进度的绿灯，慢于序时进度5个百分点以内的黄灯，更慢的红灯；" +
        "增速，不低于目标的绿灯，低于目标1个百分点以内的黄灯，更低的红灯；应当保持的水平，比率相差1个百分点、其他相差目标值的5%以内的黄灯；" +
        "应当在期限前达到的水平，期限未到而尚未达到的黄灯；“力争”的目标，未达到的不亮红灯；“左右”为上下0.5个百分点或目标值的2%；还不能评价的灰灯，不表示落后。印出的数四舍五入，完整规则见工作簿“口径说明”表。",
    );
    expect(told()).toMatch(/印出的数四舍五入。$/);
  });

  it.each<[string, Band, string]>([
    ["an edge above, included", band("5", "green"), "快于序时进度5个百分点以上的绿灯"],
    ["an edge above, not included", band("5", "green", false), "快于序时进度超过5个百分点的绿灯"],
    ["an edge below, not included", band("-30", "yellow", false), "慢于序时进度不到30个百分点的黄灯"],
    ["the pace itself, not included", band("0", "green", false), "快于序时进度的绿灯"],
  ])("tells %s", (_name, one, expected) => {
    expect(told({ pace: { ...RULES.pace, bands: [one, band(null, "red")] } })).toContain(
      `完成率${expected}，更慢的红灯`,
    );
  });

  it("counts in % of the pace where the rules do, and says that some indicators have other limits", () => {
    const pace = { ...RULES.pace, measure: "percent-of-expected" as const };
    expect(told({ pace })).toContain("慢于序时进度的5%以内的黄灯");
    expect(told({ exceptions: [{ indicators: ["x"], pace, growth: null }] })).toContain("部分指标另有界限。");
  });
});
