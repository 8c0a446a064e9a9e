import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../pipeline/terminal.ts";
import { USAGE } from "../pipeline/usage.ts";
import { callCommand } from "./support/call-command.ts";
import { runCommand } from "./support/run-command.ts";
import { ROOT, scratchFolder } from "./support/scratch-home.ts";

const DEMO = join(ROOT, "seeds/sheets/demo/人社局/就业社保月报202306.csv");

describe("jindu", () => {
  it.each([
    [[], 2],
    [["--help"], 0],
    [["-h"], 0],
    [["nonsense"], 2],
    [["--nonsense"], 2],
    [["ingest"], 2],
    [["ingest", "no-such-file.xlsx"], 2],
    [["ingest", DEMO, "--csv"], 2],
    [["ingest", DEMO, "--source", "nobody"], 2],
    [["ingest", DEMO, "--period", "2023-13"], 2],
    [["ingest", DEMO, "--region", "火星"], 2],
    [["publish"], 2],
    [["publish", "2023-6"], 2],
    [["publish", "2023-06", "--kind", "weekly"], 2],
    [["publish", "2023-05", "--kind", "quarterly"], 2],
    [["publish", "2023-10", "--kind", "quarterly"], 2],
    [["publish", "2023-Q2", "--kind", "quarterly"], 1], // nothing to publish
    [["publish", "2023", "--kind", "quarterly"], 1],
    [["publish", "2023-06", "--kind", "annual"], 2],
    [["publish", "2023-06", "2023-07"], 2],
    [["publish", "2023-06", "--as-of", "2023-02-30"], 2],
    [["publish", "2023-06"], 1], // nothing to publish
    [["publish", "2019-06"], 1], // no plan
    [["progress", "2023-06", "--region", "科尔沁区"], 2],
    [["progress", "2023-06"], 0],
    [["progress", "2023-06", "--rules", "nowhere"], 2],
    [["publish", "2023-06", "--rules", "../default"], 2],
    [["ingest", DEMO, "--rules", "default"], 2],
    [["plan"], 2],
    [["plan", "show", "--year", "2019"], 1],
    [["progress", "2023-06", "--json", "--csv"], 2],
    [["review"], 2],
    [["review", "nonsense"], 2],
    [["review", "list", "x"], 2],
    [["review", "list", "--none"], 2],
    [["review", "list", "--source", "nobody"], 2],
    [["review", "resolve", "ffffffff"], 2],
    [["review", "resolve", "ffffffff", "gdp"], 2],
    [["review", "resolve", "ffffffff", "gdp", "--none"], 2],
    [["review", "undo", "ffffffff"], 2],
    [["review", "undo", "ffffffff", "--source", "demo-energy"], 2],
    [["review", "list"], 0],
    [["review", "answers"], 0],
    [["status"], 0],
  ])("%j exits %i and says why in Chinese, without a stack", async (words, status) => {
    const result = await callCommand(words, scratchFolder());
    expect(result.status).toBe(status);
    if (status === 0 || words.length === 0) return;
    expect(result.stdout).toBe("");
    expect(result.stderr).toMatch(/[一-鿿]/);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  it.each(Object.keys(USAGE))("%s --help explains it", async (command) => {
    const { status, stdout } = await callCommand([command, "--help"], scratchFolder());
    expect([status, stdout.includes(`jindu -- ${command}`)]).toEqual([0, true]);
  });

  it.each([[], ...Object.keys(USAGE).map((command) => [command])])("%s --help fits a terminal", async (...words) => {
    const { stdout } = await callCommand([...words, "--help"], scratchFolder());
    expect(stdout.split("\n").filter((line) => displayWidth(line) > 100)).toEqual([]);
  });

  it("refuses a home that is a file", async () => {
    const file = join(scratchFolder(), "home");
    writeFileSync(file, "");
    expect((await callCommand(["status"], file)).status).toBe(2);
  });

  it("refuses a database that is none", async () => {
    const home = scratchFolder();
    writeFileSync(join(home, "jindu.sqlite"), "not a database, only some text that is long enough to be looked at");
    const { status, stderr } = await callCommand(["progress", "2023-06"], home);
    expect([status, /\n\s+at /.test(stderr)]).toEqual([1, false]);
  });
});

describe("a home in which a folder cannot be made", () => {
  it.each([
    ["vault", ["ingest", DEMO]],
    ["returns", ["ingest", DEMO]],
    ["editions", ["publish", "2023-06"]],
  ])("is reported: a file stands where %s should be", async (folder, words) => {
    const home = scratchFolder();
    if (folder === "editions") await callCommand(["ingest", DEMO], home);
    writeFileSync(join(home, folder), "");
    const { status, stderr } = await callCommand(words, home);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/文件夹建不起来，它的位置上有一个文件/)]);
    expect(stderr).toContain(join(home, folder));
  });
});

describe("jindu as a process", () => {
  it.each([
    [["--help"], 0, /用法/, /^$/],
    [[], 2, /用法/, /^$/],
    [["nonsense"], 2, /^$/, /没有 "nonsense" 这个命令/],
    [["progress", "2023-06", "--json"], 0, /"period"/, /^$/],
    [["publish", "2023-06"], 1, /^$/, /没有任何目标/],
  ])("%j exits %i, results apart from complaints", (words, status, output, errors) => {
    expect(runCommand(words, scratchFolder())).toEqual({
      status,
      stdout: expect.stringMatching(output),
      stderr: expect.stringMatching(errors),
    });
  });

  it("ingests, keeps its log out of the results, and comes to its end", () => {
    const home = scratchFolder();
    const { status, stdout, stderr } = runCommand(["ingest", DEMO, "--json"], home);
    expect([status, JSON.parse(stdout).files[0].outcome]).toEqual([0, "accepted"]);
    expect(stderr).toMatch(/^读取 就业社保月报202306\.csv 全部读取 数据\d+个 问题0个\n$/);
    expect(readdirSync(join(home, "vault"))).toHaveLength(1);
  });
});
