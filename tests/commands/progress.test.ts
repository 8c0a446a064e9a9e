import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callCommand } from "../support/call-command.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const DEMO = join(ROOT, "seeds/sheets/demo/人社局/就业社保月报202306.csv");

describe("jindu progress", () => {
  const home = scratchFolder(afterAll);
  const progress = async (...words: string[]) => (await callCommand(["progress", "2023-06", ...words], home)).stdout;
  beforeAll(() => callCommand(["ingest", DEMO], home));

  it("gives JSON for every target, and CSV that no spreadsheet takes for a formula", async () => {
    const json = JSON.parse(await progress("--json"));
    const jobs = json.assessments.find(({ name }: { name: string }) => name === "城镇新增就业");
    expect([json.period, json.region, jobs.light === "grey"]).toEqual(["2023-06", "150500", false]);
    expect(jobs.observations[0]).toMatchObject({ file: "就业社保月报202306.csv", sheet: expect.any(String) });
    const csv = await progress("--csv");
    expect(new Set(json.assessments.map(({ light }: { light: string }) => light)).size).toBeGreaterThan(1);
    expect(csv.startsWith("\ufeff编号,")).toBe(true);
    expect(csv.split("\r\n").filter((line) => line !== "")).toHaveLength(json.assessments.length + 1);
    expect(csv).not.toMatch(/(^|,)[=+@]/m);
  });

  it("judges by the rule set that is asked for, and says which", async () => {
    const rulesLine = async (...words: string[]) => (await progress(...words)).match(/^亮灯规则：.*$/m)?.[0];
    expect(await rulesLine()).toBe("亮灯规则：默认规则");
    expect(await rulesLine("--rules", "xuancheng")).toBe("亮灯规则：宣城规则");
    const judged = async (...words: string[]) => {
      const { rules, assessments } = JSON.parse(await progress("--json", ...words));
      return [rules, assessments.find(({ name }: { name: string }) => name === "城镇新增就业").verdict];
    };
    expect(await judged()).toEqual(["默认规则", "超序时"]);
    expect(await judged("--rules", "xuancheng")).toEqual(["宣城规则", "达序时"]); // which knows no 超序时
  });

  it("takes the rule set of JINDU_RULES, lets --rules overrule it, and refuses an unknown one with the list", async () => {
    const run = (rules: string, ...words: string[]) =>
      callCommand(["progress", "2023-06", "--json", ...words], home, { JINDU_RULES: rules });
    expect(JSON.parse((await run("jinzhai")).stdout).rules).toBe("金寨规则");
    expect(JSON.parse((await run("jinzhai", "--rules", "tianjin")).stdout).rules).toBe("天津规则");
    const { status, stderr } = await run("金寨");
    expect([status, stderr]).toEqual([2, expect.stringContaining("default、jinzhai、tianjin、xuancheng、yinchuan")]);
  });

  it("knows at --as-of only what was known then", async () => {
    const { assessments } = JSON.parse(await progress("--json", "--as-of", "2023-06-30"));
    expect(new Set(assessments.map(({ light }: { light: string }) => light))).toEqual(new Set(["grey"]));
  });
});
