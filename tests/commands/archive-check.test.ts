import { describe, expect, it } from "vitest";
import { edit, plainBag } from "../archive/plain-bag.ts";
import { callCommand } from "../support/call-command.ts";
import { scratchFolder } from "../support/scratch-home.ts";

describe("jindu archive check <folder>", () => {
  it("says that nothing is wrong, with code 0", async () => {
    const { status, stdout } = await callCommand(["archive", "check", plainBag()], scratchFolder());
    expect([status, stdout]).toEqual([0, expect.stringContaining("2 个文件、13 字节")]);
  });

  it("lists what is wrong by place, with code 1", async () => {
    const folder = plainBag();
    edit(folder, "data/a.txt", () => "other\n");
    edit(folder, "bag-info.txt", (text) => `${text}\u001b[31m\n`);
    const { status, stdout } = await callCommand(["archive", "check", folder], scratchFolder());
    expect(status).toBe(1);
    expect(stdout.split("\n").slice(1, 4)).toEqual([
      expect.stringMatching(/^错误 {2}bag-info.txt：/),
      expect.stringMatching(/^错误 {2}bag-info.txt › 第2行：/),
      expect.stringMatching(/^错误 {2}data\/a.txt：/),
    ]);
    expect(stdout).not.toContain("\u001b");
  });

  it("prints JSON", async () => {
    const folder = plainBag();
    edit(folder, "data/a.txt", () => "other\n");
    const { status, stdout } = await callCommand(["archive", "check", folder, "--json"], scratchFolder());
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ ok: false, version: "1.0", isSealed: false, algorithms: ["sha512"], files: 2, bytes: 13 },
      problems: [
        { code: "digest-differs", severity: "error", path: "data/a.txt", line: null, message: expect.any(String) },
      ],
    });
  });

  it.each([[["archive"]], [["archive", "burn", "x"]], [["archive", "check"]]])("refuses %j", async (words) => {
    expect((await callCommand(words, scratchFolder())).status).toBe(2);
  });
});
