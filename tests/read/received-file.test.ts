import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { displayName, receiveFile } from "../../pipeline/read/received-file.ts";
import { codeOf, refusalOf } from "./read-bytes.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jindu-read-"));
  writeFileSync(join(folder, "a.csv"), "abc");
  mkdirSync(join(folder, "sub"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("receiveFile(path, limits)", () => {
  it("takes the bytes and their SHA-256", () => {
    const { file, bytes, sha256 } = receiveFile(join(folder, "a.csv"));
    expect([file, String(bytes)]).toEqual(["a.csv", "abc"]);
    expect(sha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("refuses a file beyond the limit, and names both sizes", async () => {
    const limits = { ...DEFAULT_READ_LIMITS, fileBytes: 2 };
    const refusal = await refusalOf(async () => receiveFile(join(folder, "a.csv"), limits));
    expect([refusal.code, refusal.location]).toEqual(["FILE_TOO_LARGE", { file: "a.csv" }]);
    expect(receiveFile(join(folder, "a.csv"), { ...limits, fileBytes: 3 }).file).toBe("a.csv");
  });

  it("refuses what is not there and what is a folder", async () => {
    expect(await codeOf(async () => receiveFile(join(folder, "b.csv")))).toBe("FILE_NOT_FOUND");
    expect(await codeOf(async () => receiveFile(join(folder, "sub")))).toBe("FORMAT_UNSUPPORTED");
  });
});

describe("displayName(path)", () => {
  it.each([
    ["/a/b/工业.xlsx", "工业.xlsx"],
    ["C:\\报表\\工业.xlsx", "工业.xlsx"],
    ["../工业.xlsx", "工业.xlsx"],
    ["a/b/", "b"],
    ["cafe\u0301.xlsx", "café.xlsx"],
    ["工\n业\u001b[31m.xlsx", "工业[31m.xlsx"],
  ])("%j is %j", (path, name) => {
    expect(displayName(path)).toBe(name);
  });
});
