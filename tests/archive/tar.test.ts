import { closeSync, existsSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTar } from "../../pipeline/archive/tar-read.ts";
import { appendFile, endTar } from "../../pipeline/archive/tar-write.ts";
import { scratchFolder } from "../support/scratch-home.ts";

/** Linux says that it has 4096 bytes; reading it comes to an end before. */
const SHORTER = "/sys/devices/system/cpu/online";

function contentOf(file: string): Readonly<Record<string, string>> {
  const content: Record<string, string> = {};
  readTar(file, ({ path }, pieces) => {
    content[path] = [...pieces].map((piece) => Buffer.from(piece).toString()).join("");
  });
  return content;
}

describe("appendFile(tar, path, file)", () => {
  it.skipIf(!existsSync(SHORTER))("leaves out a file that becomes shorter while it is read, and goes on", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "a"), "a");
    const tar = openSync(join(folder, "b.tar"), "ax");
    const added = [join(folder, "a"), SHORTER, join(folder, "a")].map((file, at) => appendFile(tar, `文件${at}`, file));
    endTar(tar);
    closeSync(tar);
    expect(added.map((one) => one?.bytes)).toEqual([1, undefined, 1]);
    expect(contentOf(join(folder, "b.tar"))).toEqual({ 文件0: "a", 文件2: "a" });
  });
});
