import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInputFiles } from "../../pipeline/read/files.ts";
import { refusalOf } from "./read-bytes.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jindu-read-"));
  for (const name of ["b", "b/空", ".git"]) mkdirSync(join(folder, name));
  const names = [
    "10.xlsx",
    "9.xlsx",
    "b/a.csv",
    "b/~$a.xlsx",
    ".DS_Store",
    "Thumbs.db",
    "b/desktop.ini",
    ".git/x.csv",
    "\ufa1e.csv",
    "𠮷.csv",
    "工业.csv",
  ];
  for (const name of names) writeFileSync(join(folder, name), "");
  symlinkSync(join(folder, "9.xlsx"), join(folder, "link.xlsx"));
  symlinkSync(folder, join(folder, "loop"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const list = (...paths: readonly string[]) =>
  listInputFiles(paths.map((path) => join(folder, path))).map((path) => relative(folder, path));

describe("listInputFiles(paths)", () => {
  it("expands folders, in the order of code points, without locks, dotfiles and links", () => {
    expect(list(".")).toEqual(["10.xlsx", "9.xlsx", "b/a.csv", "工业.csv", "\ufa1e.csv", "𠮷.csv"]);
  });

  it("tells of what it passes over", () => {
    const passed: string[] = [];
    listInputFiles([folder], (path) => passed.push(relative(folder, path)));
    expect(passed).toEqual([".DS_Store", ".git", "Thumbs.db", "b/desktop.ini", "b/~$a.xlsx"]);
  });

  it("keeps the order of what was named, each file once", () => {
    expect(list("9.xlsx", "b", "9.xlsx", ".")).toEqual([
      "9.xlsx",
      "b/a.csv",
      "10.xlsx",
      "工业.csv",
      "\ufa1e.csv",
      "𠮷.csv",
    ]);
  });

  it("takes a file that is named, whatever its name", () => {
    expect(list("b/~$a.xlsx", "link.xlsx")).toEqual(["b/~$a.xlsx", "link.xlsx"]);
  });

  it("returns nothing for an empty folder", () => {
    expect(list("b/空")).toEqual([]);
  });

  it("says which path is not there", async () => {
    const refusal = await refusalOf(async () => listInputFiles([folder, join(folder, "无")]));
    expect([refusal.code, refusal.location]).toEqual(["FILE_NOT_FOUND", { file: join(folder, "无") }]);
  });
});
