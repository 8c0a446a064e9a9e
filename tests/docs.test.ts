import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "../pipeline/lint/rules.ts";
import { ISSUE_KINDS } from "../pipeline/model/issue-kinds.ts";
import { READ_LIMITS } from "../pipeline/model/read-limit.ts";
import { USAGE } from "../pipeline/usage.ts";
import { ROOT } from "./support/scratch-home.ts";

const english = readFileSync(join(ROOT, "README.md"), "utf8");
const chinese = readFileSync(join(ROOT, "README.zh-CN.md"), "utf8");

const LARGEST_PICTURE = 200 * 1024;

describe("README", () => {
  it.each(Object.keys(USAGE))("tells of the command %s, in both languages", (command) => {
    expect(english).toContain(`| \`${command}`);
    expect(chinese).toContain(`| \`${command}`);
  });

  it.each(Object.entries(ISSUE_KINDS))("tells of the issue %s and its severity", (code, { severity }) => {
    expect(english).toContain(`| \`${code}\` | ${severity} |`);
  });

  it.each(Object.values(READ_LIMITS))("tells of $variable and its numbers, in both languages", (limit) => {
    const row = `| \`${limit.variable}\` | ${limit.standard} | ${limit.most} |`;
    expect(english).toContain(row);
    expect(chinese).toContain(row);
  });

  it.each(readdirSync(join(ROOT, "seeds/rules")))("tells of the rule set %s, in both languages", (file) => {
    expect(english).toContain(`| \`${file.replace(".yaml", "")}\` | `);
    expect(chinese).toContain(`| \`${file.replace(".yaml", "")}\` | `);
  });

  it.each(RULES.map(({ id }) => id))("tells of the rule %s of lint, in both languages", (id) => {
    expect(english).toContain(`\`${id}\``);
    expect(chinese).toContain(`\`${id}\``);
  });

  it.each(readdirSync(join(ROOT, "tools/pictures")))("shows %s, which is small, and tells what it shows", (name) => {
    expect(statSync(join(ROOT, "tools/pictures", name)).size).toBeLessThan(LARGEST_PICTURE);
    for (const text of [english, chinese]) {
      expect(text).toMatch(new RegExp(`<img src="tools/pictures/${name}" [^>]*alt="[^"]*演示数据[^"]*"`));
    }
  });

  it("tells of every folder of the pipeline, and of no other", () => {
    const folders = readdirSync(join(ROOT, "pipeline"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const told = [...english.matchAll(/\| `pipeline\/([a-z]+)\/` \|/g)].map((match) => match[1]);
    expect(told.sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it.each(
    [...english.matchAll(/`((?:seeds|templates|tests|tools|pipeline)\/[\w./-]+)`/g)].map((match) => match[1] ?? ""),
  )("names %s, which is there", (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });
});
