import { describe, expect, it } from "vitest";
import { PipelineError, placeToTell } from "../pipeline/errors.ts";
import { requireNoProblems } from "../pipeline/model/seed-row.ts";

describe("placeToTell(error)", () => {
  it("names a line once: where it stands in the message, or with the file", () => {
    const problems = [2, 3].map((line) => ({ file: "seeds/a.csv", line, text: "“x”栏：不能留空" }));
    try {
      requireNoProblems(problems);
      throw new Error("nothing was refused");
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      expect(`${placeToTell(error)}：${error.message}`).toBe("seeds/a.csv：第2行“x”栏：不能留空；第3行“x”栏：不能留空");
    }
    const other = new PipelineError("SEED_INVALID", "不是正确的 YAML", { location: { file: "a.yaml", line: 2 } });
    expect(placeToTell(other)).toBe("a.yaml › 第2行");
    expect(placeToTell(new PipelineError("USAGE", "第2行"))).toBe("");
  });
});
