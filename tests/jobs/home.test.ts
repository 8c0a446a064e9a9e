import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { explainHomeError, makeHome } from "../../pipeline/jobs/home.ts";

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

describe("explainHomeError(error, home)", () => {
  const failed = (code: string, path?: string) =>
    Object.assign(new Error(code), { code, syscall: "write", ...(path === undefined ? {} : { path }) });

  it.each([
    ["ENOSPC", undefined, "/srv/jindu", "磁盘已满"],
    ["EACCES", "/srv/jindu/vault", "/srv/jindu/vault", "没有权限"],
    ["ENOTDIR", "/srv/jindu/returns/a", "/srv/jindu/returns/a", "有一个文件"],
    ["EIO", "/srv/jindu/editions", "/srv/jindu/editions", "读写失败"],
  ])("says of %s at %s where it is and what to do", (code, path, file, words) => {
    expect(explainHomeError(failed(code, path), "/srv/jindu")).toMatchObject({
      ...{ code: "STORE_FAILED", location: { file }, message: expect.stringContaining(words) },
      hint: expect.stringMatching(/^请/),
    });
  });

  it.each([
    ["ENOSPC", "/tmp/pdf/1.docx", true],
    ["EDQUOT", undefined, true],
    ["EACCES", "/srv/jindu/vault", false],
    ["EIO", undefined, false],
  ])("says of %s at %s whether it may pass", (code, path, mayPass) => {
    expect(explainHomeError(failed(code, path), "/srv/jindu")).toMatchObject({ code: "STORE_FAILED", mayPass });
  });

  it.each([failed("ENOENT", "/srv/jindu-2/a"), new Error("a mistake"), "text"])("leaves %s as it came", (error) => {
    expect(explainHomeError(error, "/srv/jindu")).toBe(error);
  });
});
