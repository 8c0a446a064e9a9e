import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const PROFILE = "seeds/sources/commerce-trade.yaml";

/** What stands between fences in the walk-through of a README: commands, what they print, the profile. */
function stepsOf(readme: string, heading: string) {
  const text = readFileSync(join(ROOT, readme), "utf8");
  const section = text.slice(text.indexOf(`## ${heading}\n`)).split("\n## ")[0] ?? "";
  const fences = [...section.matchAll(/^ {3}```(\w*)\n([\s\S]*?)^ {3}```$/gm)];
  return fences.map(([, kind = "", body = ""]) => ({ kind, text: body.replace(/^ {3}/gm, "") }));
}

/** A project as a person has it after cloning and compiling, to be changed at will. */
function projectCopy(): string {
  const root = scratchFolder();
  for (const part of ["dist", "seeds", "templates", "package.json"]) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  mkdirSync(join(root, "output"));
  return root;
}

describe.each([
  ["README.md", "A sheet of a new bureau"],
  ["README.zh-CN.md", "接入一个新部门的报表"],
])("the walk-through of %s", (readme, heading) => {
  const steps = stepsOf(readme, heading);

  it("asks, is told by a profile of at most 25 lines, and then reads every figure", () => {
    const root = projectCopy();
    expect(existsSync(join(root, PROFILE))).toBe(false);
    const outcomes = steps.map(({ kind, text }) => {
      if (kind === "yaml") {
        writeFileSync(join(root, PROFILE), text);
        return text.trimEnd().split("\n").length <= 25 ? "short" : "long";
      }
      const command = (kind === "" ? text : (steps[0]?.text ?? "")).trim().split(" ");
      expect(command.splice(0, 5)).toEqual(["npm", "run", "-s", "jindu", "--"]);
      const { status, stdout } = spawnSync(process.execPath, ["dist/cli.js", ...command], {
        cwd: root,
        encoding: "utf8",
      });
      if (kind === "text") for (const line of text.trim().split("\n")) expect(stdout).toContain(line);
      return status;
    });
    expect(outcomes).toEqual([1, 1, "short", 0, 0]);
    const { stdout } = spawnSync(process.execPath, ["dist/cli.js", "status", "--json"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(JSON.parse(stdout).store).toMatchObject({ submissions: 1, observations: 12, issues: { error: 0 } });
  });

  it("shows the same steps in both languages", () => {
    expect(steps).toEqual(stepsOf("README.md", "A sheet of a new bureau"));
  });
});
