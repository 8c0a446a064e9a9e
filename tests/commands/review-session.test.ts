import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../../pipeline/terminal.ts";
import { callCommand } from "../support/call-command.ts";
import { officeFile } from "../support/office-files.ts";
import type { CommandResult } from "../support/run-command.ts";
import { scratchFolder } from "../support/scratch-home.ts";

describe("jindu review", () => {
  it("lists, resolves, lists the answers and takes one back, on the terminal and in JSON", async () => {
    const home = scratchFolder();
    const file = join(scratchFolder(), "a.csv");
    writeFileSync(file, "通辽市2023年1—6月主要指标,,\n指标,计量单位,累计\n新建高标准农田地,万亩,3.2\n");
    expect((await callCommand(["ingest", file], home)).stdout).toMatch(
      /请与编报人员联系确认[\s\S]*\n1 个名称待答复：npm run -s jindu -- review list\n$/,
    );
    const review = (...words: string[]) => callCommand(["review", ...words], home);
    const [question] = JSON.parse((await review("list", "--json")).stdout).questions;
    expect(question).toMatchObject({
      kind: "indicator",
      label: "新建高标准农田地",
      path: [],
      source: null,
      figures: 1,
    });
    const lines = (await review("list")).stdout.split("\n");
    expect(lines[2]).toContain(`${question.id}  指标  新建高标准农田地`);
    expect(lines[2]).toMatch(/1 {2}只此文件 {2}a\.csv › a › A3$/);
    expect(lines[3]).toMatch(/^ +1 new-farmland 新建高标准农田面积$/);
    expect(new Set(lines.slice(1, 3).map(displayWidth)).size).toBe(1); // the rule is as wide as the row
    const resolved = await review("resolve", question.id, "1");
    expect([resolved.status, resolved.stderr.includes(" at ")]).toEqual([0, false]);
    expect(resolved.stdout).toMatch(
      /只对文件 a\.csv 有效[\s\S]*归入 1 个数：\n {2}a\.csv › a › C3 {2}3\.2万亩 {2}2023年上半年/,
    );
    expect((await review("list")).stdout).toBe("没有待答复的名称。\n");
    const [answer] = JSON.parse((await review("answers", "--json")).stdout).answers;
    expect(answer).toMatchObject({
      id: question.id,
      verdict: "is",
      code: "new-farmland",
      state: "in-force",
      file: "a.csv",
    });
    expect((await review("answers")).stdout).toContain("new-farmland 新建高标准农田面积");
    const undone = JSON.parse((await review("undo", question.id, "--json")).stdout);
    expect([undone.isNew, undone.files[0].left[0]]).toMatchObject([true, { cell: "C3", value: "3.2" }]);
    expect(JSON.parse((await review("list", "--json")).stdout).questions).toHaveLength(1);
    const wrong = await review("resolve", question.id, "牛存栏"); // 万亩 is no unit of it
    expect([wrong.status, wrong.stdout.includes("新出现的问题 1 个")]).toEqual([1, true]);
    expect((await review("resolve", question.id, "--none")).stdout).toContain("不归入，不再问");
  });

  it("prints what a sheet says, and never hands it to the terminal to obey", async () => {
    const home = scratchFolder();
    const file = join(scratchFolder(), "a\u202eb.xlsx");
    const row = ["新建_x001B_[31m高标准\u202e农田地", "万亩", 3.2];
    const rows = [["通辽市2023年1—6月主要指标"], ["指标", "计量单位", "累计"], row];
    writeFileSync(file, await officeFile([{ name: "6月", rows, merges: [] }], "xlsx"));
    const asked = [
      ["ingest", file],
      ["ingest", file, "--json"],
      ["review", "list"],
      ["review", "list", "--json"],
    ];
    const printed: CommandResult[] = [];
    for (const words of asked) printed.push(await callCommand(words, home));
    for (const { stdout, stderr } of printed) expect(stdout + stderr).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(printed[2]?.stdout).toContain("新建(31m高标准农田地");
    expect(JSON.parse(printed[3]?.stdout ?? "").questions[0].label).toBe("新建\u001b(31m高标准\u202e农田地");
  });

  it("uses answers on a dry run, and leaves the home as it is", async () => {
    const home = scratchFolder();
    const file = join(scratchFolder(), "a.csv");
    writeFileSync(file, "通辽市2023年1—6月主要指标,,\n指标,计量单位,累计\n新建高标准农田地,万亩,3.2\n");
    await callCommand(["ingest", file], home);
    const [{ id }] = JSON.parse((await callCommand(["review", "list", "--json"], home)).stdout).questions;
    await callCommand(["review", "resolve", id, "new-farmland"], home);
    const before = readdirSync(home).sort();
    const [read] = JSON.parse((await callCommand(["ingest", file, "--dry-run", "--json"], home)).stdout).files;
    expect([read.issues, read.observations[0].indicator, readdirSync(home).sort()]).toEqual([
      [],
      "new-farmland",
      before,
    ]);
  });
});
