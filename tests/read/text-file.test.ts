import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTextFile } from "../../pipeline/read/text-file.ts";
import { refusalOf } from "./read-bytes.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jindu-read-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(bytes: Uint8Array): string {
  const path = join(folder, "a.yaml");
  writeFileSync(path, bytes);
  return path;
}

describe("readTextFile(file)", () => {
  it("returns the text without its byte order mark", () => {
    expect(readTextFile(file(Buffer.from("\ufeff标题: 简报\r\n")))).toBe("标题: 简报\r\n");
    expect(readTextFile(file(Buffer.from("标题")))).toBe("标题");
    expect(readTextFile(file(new Uint8Array()))).toBe("");
  });

  it("refuses what is not UTF-8, and names the file as given", async () => {
    const path = file(Buffer.from("b9a4d2b5", "hex"));
    const refusal = await refusalOf(async () => readTextFile(path));
    expect([refusal.code, refusal.location]).toEqual(["FILE_UNREADABLE", { file: path }]);
  });

  it("says when there is no such file", async () => {
    expect((await refusalOf(async () => readTextFile(join(folder, "b.yaml")))).code).toBe("FILE_NOT_FOUND");
  });
});
