import { describe, expect, it } from "vitest";
import { rollUpsOf } from "../../pipeline/assess/roll-up.ts";
import type { Target } from "../../pipeline/model/target.ts";
import { growing, month, target } from "./assess-fixture.ts";
import { surroundingsOf, ZONE } from "./why-fixture.ts";

function divided(region: string, low: string, change: Partial<Target> = {}): Target {
  return target({ id: `r${region}`, region, low, ...change });
}

function rollUps(regionalTargets: readonly Target[], targets: readonly Target[] = [target()]) {
  return rollUpsOf(targets, surroundingsOf([], { regionalTargets }));
}

const THREE = [divided("150502", "60"), divided("150523", "30"), divided("150524", "10")];

describe("rollUpsOf(targets, surroundings)", () => {
  it.each<[string, readonly Target[], Partial<ReturnType<typeof rollUps>[0]>]>([
    ["equal", THREE, { sum: "100", difference: "0", missing: [], zoneCounted: false }],
    ["more", [...THREE.slice(0, 2), divided("150524", "12.5")], { sum: "102.5", difference: "2.5" }],
    ["less, with a county missing", THREE.slice(0, 2), { sum: "90", difference: "-10", missing: ["150524"] }],
    ["in another unit", [...THREE.slice(0, 2), divided("150524", "0.001", { unit: "万个" })], { sum: "100.000" }],
    ["开发区 inside", [...THREE, divided(ZONE, "7")], { sum: "100", zoneCounted: false }],
    [
      "开发区 beside",
      [...THREE.slice(0, 2), divided("150524", "3"), divided(ZONE, "7")],
      { sum: "100", difference: "0", zoneCounted: true },
    ],
  ])("holds the sum of the regions against the city's: %s", (_, regional, expected) => {
    const [found] = rollUps(regional);
    const { sum, ...rest } = expected;
    expect(found).toMatchObject({ target: "2023-001", unit: "个", ...rest });
    expect(Number(found?.sum)).toBe(Number(sum));
  });

  it("tells it in a sentence that names who is missing", () => {
    expect(rollUps(THREE.slice(0, 2))[0]?.text).toBe(
      "样本：2个地区的分解目标合计90个，比全市目标少10个；库伦旗没有分解目标",
    );
    expect(rollUps(THREE)[0]?.text).toBe("样本：3个地区的分解目标合计100个，与全市目标相等");
  });

  it.each<[string, readonly Target[], readonly Target[]]>([
    [
      "a goal of growth",
      THREE.map((one) => growing(">=", "7", { ...one, basis: "growth", quantity: "yoy" })),
      [growing(">=", "7")],
    ],
    ["another quantity", THREE.map((one) => ({ ...one, quantity: "change" as const })), [target()]],
    ["another due date", THREE.map((one) => ({ ...one, due: month(6) })), [target()]],
    ["nothing divided", [], [target()]],
    ["units that do not compare", [divided("150502", "60", { unit: "亩" })], [target()]],
  ])("leaves out %s", (_, regional, targets) => {
    expect(rollUps(regional, targets)).toEqual([]);
  });
});
