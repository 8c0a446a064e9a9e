import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, scratchFolder } from "./support/scratch-home.ts";

/** A checkout with one source, installed as this one is. */
function checkout() {
  const root = scratchFolder();
  for (const name of ["package.json", "package-lock.json", "tsconfig.json", "tools/setup.mjs"])
    cpSync(join(ROOT, name), join(root, name));
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  mkdirSync(join(root, "pipeline"));
  const write = (name: string, text: string) => writeFileSync(join(root, "pipeline", name), text);
  const setUp = () => spawnSync(process.execPath, ["tools/setup.mjs"], { cwd: root, encoding: "utf8" });
  const built = () => readdirSync(join(root, "dist")).sort();
  return { root, write, setUp, built };
}

describe("tools/setup.mjs", () => {
  it("puts a whole dist/ in the place of the old one, and leaves that alone where it cannot compile", () => {
    const { root, write, setUp, built } = checkout();
    const beside = readdirSync(root);
    write("one.ts", "export const one = 1;\n");
    write("old.ts", "export const old = 1;\n");
    expect(setUp().status).toBe(0);
    expect(built()).toEqual([".jindu-built", "old.js", "one.js"]);
    const before = readFileSync(join(root, "dist/.jindu-built"), "utf8");

    write("one.ts", "export const one: number = 'two';\n");
    rmSync(join(root, "pipeline/old.ts"));
    expect(setUp().status).toBe(1);
    expect(built()).toEqual([".jindu-built", "old.js", "one.js"]);
    expect(readFileSync(join(root, "dist/one.js"), "utf8")).toContain("one = 1");
    expect(readFileSync(join(root, "dist/.jindu-built"), "utf8")).toBe(before);

    write("one.ts", "export const one = 2;\n");
    mkdirSync(join(root, "dist.99999999.partial")); // of one that was killed
    mkdirSync(join(root, `dist.${process.pid}.partial`)); // of one that is at it
    expect(setUp().status).toBe(0);
    expect(built()).toEqual([".jindu-built", "one.js"]);
    expect(readFileSync(join(root, "dist/one.js"), "utf8")).toContain("one = 2");
    expect(readdirSync(root).sort()).toEqual([...beside, "dist", `dist.${process.pid}.partial`].sort());
  });
});
