import { describe, expect, it } from "vitest";
import { tooLarge } from "../../pipeline/read/refusal.ts";

describe("tooLarge(file, name, sizes)", () => {
  it("says in one sentence what to do and which variable raises the limit", () => {
    expect(tooLarge("a.xlsx", "rows", { found: 2_000_000, limit: 1_048_576 }).hint).toBe(
      "请删去无关的工作表、图片和空白行列，或拆成几个文件后重新上传；确有需要的，请管理员用环境变量 JINDU_READ_MAX_ROWS 调高上限",
    );
  });
});
