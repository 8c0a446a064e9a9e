import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashFiles, putAside, settleEditionFolder, stageEditionFolder } from "../../pipeline/report/edition-folder.ts";
import { scratchFolder } from "../support/scratch-home.ts";

const NO_SUCH_PROCESS = 4_194_305; // beyond the largest process id of Linux

const files = new Map([
  ["a.docx", Buffer.from("paper")],
  ["b.json", Buffer.from("{}")],
]);

describe("stageEditionFolder(folder, files) and settleEditionFolder(staged, folder)", () => {
  it("put the files in their place, over what an interrupted run left there", () => {
    const folder = join(scratchFolder(), "2023-06-monthly", "v1");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "half.docx"), "");
    settleEditionFolder(stageEditionFolder(folder, files), folder);
    expect(readdirSync(folder).sort()).toEqual([...files.keys()]);
    expect(readFileSync(join(folder, "a.docx"), "utf8")).toBe("paper");
    expect(readdirSync(join(folder, ".."))).toEqual(["v1"]);
  });

  it("clear away what dead processes staged, and leave what live ones do", () => {
    const parent = scratchFolder();
    const dead = join(parent, `.v1.${NO_SUCH_PROCESS}.partial`);
    const live = join(parent, `.v2.${process.ppid}.partial`);
    mkdirSync(dead);
    mkdirSync(live);
    stageEditionFolder(join(parent, "v3"), files);
    expect([existsSync(dead), existsSync(live)]).toEqual([false, true]);
  });
});

describe("putAside(folder)", () => {
  it("moves what stands there beside it, under a name that is free", () => {
    const folder = join(scratchFolder(), "v1");
    for (const text of ["one", "two"]) {
      mkdirSync(folder);
      writeFileSync(join(folder, "a.docx"), text);
      expect(readFileSync(join(putAside(folder) ?? "", "a.docx"), "utf8")).toBe(text);
    }
    expect(readdirSync(join(folder, "..")).sort()).toEqual(["v1-改动过", "v1-改动过-2"]);
    expect(putAside(folder)).toBeNull();
  });
});

describe("hashFiles(files)", () => {
  it("depends on names and bytes, not on their order", () => {
    const shuffled = new Map([...files].reverse());
    const renamed = new Map([...files].map(([name, bytes]) => [`${name}x`, bytes]));
    const shifted = new Map([
      ["a.docx", Buffer.from("paper{}")],
      ["b.json", Buffer.from("")],
    ]);
    expect(hashFiles(shuffled)).toBe(hashFiles(files));
    expect(new Set([files, renamed, shifted].map(hashFiles)).size).toBe(3);
  });
});
