import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeHome } from "../../pipeline/jobs/home.ts";

const folder = mkdtempSync(join(tmpdir(), "home-"));
writeFileSync(join(folder, "file"), "");
afterAll(() => rmSync(folder, { recursive: true }));

describe("makeHome(home)", () => {
  it("makes every missing level, and again changes nothing", () => {
    const home = join(folder, "a", "b", "c");
    makeHome(home);
    makeHome(home);
    expect(existsSync(home)).toBe(true);
  });

  it.each([
    ["below a file", join(folder, "file", "x")],
    ["a file", join(folder, "file")],
  ])("refuses %s", (_, home) => {
    expect(() => makeHome(home)).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  });

  it.skipIf(!existsSync("/proc/self"))("refuses where nothing can be made, and comes to an end", () => {
    for (const home of ["/proc/x", "/proc/x/y"])
      expect(() => makeHome(home)).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  });
});
