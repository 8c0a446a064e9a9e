import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lint } from "../../pipeline/commands/lint.ts";
import { normaliseConfig } from "../../pipeline/config.ts";
import { publish } from "../../pipeline/jobs/edition/publish.ts";
import { lint as lintFile } from "../../pipeline/jobs/lint.ts";
import { withHome } from "../../pipeline/jobs/open-home.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { asFile, paper } from "../lint/paper.ts";
import { callCommand } from "../support/call-command.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";
import { shippedHome } from "../support/shipped-home.ts";

const PAPERS = [
  ["monthly", 6],
  ["quarterly", 6],
  ["annual", 12],
] as const;

describe("lint of our own papers", () => {
  const setting = { home: "", root: ROOT, limits: DEFAULT_READ_LIMITS };

  beforeAll(async () => {
    setting.home = await shippedHome(afterAll);
  });

  it.each(PAPERS)("finds nothing in the %s briefing", async (kind, month) => {
    const { folder } = await withHome(setting, (open) =>
      publish(open, { period: makePeriod(2023, month), kind, asOf: null }, memoryEffects()),
    );
    const { findings, checked } = await lintFile(join(folder, "briefing.docx"), DEFAULT_READ_LIMITS);
    expect(findings).toEqual([]);
    expect(checked.length).toBeGreaterThan(80);
  });
});

describe("lint <file>", () => {
  async function run(parts: Readonly<Record<string, string>>, json: boolean) {
    const path = join(scratchFolder(), "来文.docx");
    writeFileSync(path, asFile(parts));
    const lines: string[] = [];
    const code = await lint(path, { json }, normaliseConfig({}), (text) => lines.push(text));
    return { code, text: lines.join("\n") };
  }
  const warned = { ...paper(), "word/settings.xml": "<x/>" };
  const wrong = Object.fromEntries(Object.entries(paper()).map(([name, xml]) => [name, xml.replace("现将", "现将,")]));

  it("exits 0 where there is nothing, or nothing but warnings, and 1 where there is an error", async () => {
    expect((await run(paper(), false)).code).toBe(0);
    expect((await run(warned, false)).code).toBe(0);
    expect((await run(wrong, false)).code).toBe(1);
  });

  it("says place, rule, source, what was found and what it should be", async () => {
    expect((await run(wrong, false)).text.split("\n")[1]).toBe(
      "错误  第5段：汉字之间用全角标点（GB/T 15834-2011 第5条）。发现：现将,上半年计划执…。应为：全角的 ，；：！？  [half-width-mark]",
    );
  });

  it.each([
    [["lint"], 2],
    [["lint", "没有.docx"], 2],
    [["lint", "a.docx", "b.docx"], 2],
    [["lint", join(ROOT, "README.md")], 1],
    [["lint", join(ROOT, "README.md"), "--csv"], 2],
  ])("exits from %j with %i", async (words, status) => {
    const result = await callCommand(words, scratchFolder());
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr).toMatch(/[。！]\n$/);
  });

  it("prints the same as JSON", async () => {
    const { file, findings, checked } = JSON.parse((await run(wrong, true)).text);
    expect(file).toBe("来文.docx");
    expect(findings).toMatchObject([{ rule: "half-width-mark", severity: "error", place: "第5段" }]);
    expect(Object.keys(findings[0]).sort()).toEqual(["expected", "found", "message", "place", "rule", "severity"]);
    expect(checked).toContain("page-grid");
  });
});
