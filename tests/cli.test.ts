import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { displayWidth } from "../pipeline/terminal.ts";
import { USAGE } from "../pipeline/usage.ts";
import { callCommand } from "./support/call-command.ts";
import { officeFile } from "./support/office-files.ts";
import { type CommandResult, runCommand } from "./support/run-command.ts";
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

describe("jindu ingest", () => {
  it("answers the same for a file it knows, and writes nothing then", async () => {
    const home = scratchFolder();
    const first = await callCommand(["ingest", DEMO, "--json"], home);
    const second = await callCommand(["ingest", DEMO, "--json"], home);
    expect(JSON.parse(second.stdout)).toEqual(JSON.parse(first.stdout));
    expect(JSON.parse(first.stdout).files[0]).toMatchObject({ outcome: "accepted", format: "csv", issues: [] });
    expect(readdirSync(join(home, "vault"))).toHaveLength(1);
  });

  it("keeps the original of a file that it cannot read, and goes on with the others", async () => {
    const home = scratchFolder();
    const folder = scratchFolder();
    writeFileSync(join(folder, "a.xlsx"), "PK\u0003\u0004 cut short");
    writeFileSync(join(folder, "b.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const { status, stdout } = await callCommand(["ingest", folder, DEMO, "--json"], home);
    const files: { outcome: string; issues: { code: string }[] }[] = JSON.parse(stdout).files;
    expect(files.map(({ outcome, issues }) => [outcome, issues.map(({ code }) => code)])).toEqual([
      ["refused", ["file-refused"]],
      ["refused", ["file-refused"]],
      ["accepted", []],
    ]);
    expect(status).toBe(1);
    expect(
      readdirSync(join(home, "vault"), { recursive: true }).filter((name) => String(name).length > 60),
    ).toHaveLength(3);
  });

  it("says where the return is, on the terminal and from the home in JSON", async () => {
    const home = scratchFolder();
    const file = join(scratchFolder(), "a.csv");
    writeFileSync(file, "通辽市2023年6月消费情况\n指标,6月\n社会消费品零售总额,10.2\n");
    const [{ returned }] = JSON.parse((await callCommand(["ingest", file, "--json"], home)).stdout).files;
    expect(returned).toMatch(/^returns\/[\da-f]{12}\/核对结果\.xlsx$/);
    expect((await callCommand(["ingest", file], home)).stdout).toContain(join(home, returned));
    expect(existsSync(join(home, returned))).toBe(true);
  });

  it("tells on a dry run what became of every cell, and colours a copy", async () => {
    const out = join(scratchFolder(), "out.xlsx");
    const text = await callCommand(["ingest", DEMO, "--dry-run", "--annotate", out], scratchFolder());
    expect([text.status, existsSync(out)]).toEqual([0, true]);
    expect(text.stdout).toMatch(/去向 就业社保月报202306：采用 \d+，/);
    const [file] = JSON.parse(
      (await callCommand(["ingest", DEMO, "--dry-run", "--json"], scratchFolder())).stdout,
    ).files;
    expect(file.dispositions[0]).toMatchObject({ sheet: "就业社保月报202306", cell: "A1", kind: expect.any(String) });
    expect(file.returned).toBeNull();
    const folder = await callCommand(["ingest", join(DEMO, ".."), "--dry-run", "--annotate", out], scratchFolder());
    expect([folder.status, folder.stdout]).toEqual([2, ""]);
  });

  it("leaves no trace with --dry-run", async () => {
    const home = join(scratchFolder(), "home");
    mkdirSync(home);
    const { status } = await callCommand(["ingest", DEMO, "--dry-run", "--json"], home);
    expect([status, readdirSync(home)]).toEqual([0, []]);
    expect(existsSync(join(home, "jindu.sqlite"))).toBe(false);
  });
});

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

describe("jindu publish", () => {
  it("gives each state of knowledge one version, however often and in whatever turn it is asked for", async () => {
    const home = scratchFolder();
    const early = join(ROOT, "seeds/sheets/demo/财政局/财政收支2023年6月.xls");
    await callCommand(["ingest", DEMO, early], home);
    const publish = async (...words: string[]) =>
      JSON.parse((await callCommand(["publish", "2023-06", "--json", ...words], home)).stdout);
    const dates = [[], ["--as-of", "2023-07-31"], [], ["--as-of", "2023-07-31"], []];
    const editions: Awaited<ReturnType<typeof publish>>[] = [];
    for (const words of dates) editions.push(await publish(...words));
    expect(editions.map(({ version, isNew }) => [version, isNew])).toEqual([
      [1, true],
      [2, true],
      [1, false],
      [2, false],
      [1, false],
    ]);
    expect(readdirSync(join(home, "editions/2023-06-monthly")).sort()).toEqual(["v1", "v2"]);
    expect(readdirSync(editions[0].folder).sort()).toEqual([
      "briefing.docx",
      "certificate.json",
      "data.csv",
      "edition.json",
      "workbook.xlsx",
    ]);
    expect(editions[0].illustrative).toBe(true);
  });
});

describe("jindu publish --kind quarterly", () => {
  it("writes the quarter's paper under its last month, apart from the month's", async () => {
    const home = scratchFolder();
    await callCommand(["ingest", DEMO], home);
    const publish = async (...words: string[]) =>
      JSON.parse((await callCommand(["publish", ...words, "--json"], home)).stdout);
    const month = await publish("2023-06");
    const quarter = await publish("2023-Q2", "--kind", "quarterly");
    const again = await publish("2023-06", "--kind", "quarterly");
    expect([month, quarter, again].map(({ period, kind, version, isNew }) => [period, kind, version, isNew])).toEqual([
      ["2023-06", "monthly", 1, true],
      ["2023-06", "quarterly", 1, true],
      ["2023-06", "quarterly", 1, false],
    ]);
    const { title } = JSON.parse(readFileSync(join(quarter.folder, "edition.json"), "utf8"));
    expect(title).toBe("2023年上半年通辽市国民经济和社会发展计划执行情况");
    const { status, stdout } = await callCommand(["prove", "2023-06-quarterly", "--json"], home);
    const { ok, figures, matched, unmatched, certified } = JSON.parse(stdout);
    expect({ status, ok, unmatched, certified }).toEqual({ status: 0, ok: true, unmatched: [], certified: true });
    expect([figures > 100, matched]).toEqual([true, figures]);
  });

  it("names the quarter that a month belongs to", async () => {
    const { stderr } = await callCommand(["publish", "2023-05", "--kind", "quarterly"], scratchFolder());
    expect(stderr).toContain("publish 2023-Q2 --kind quarterly");
  });
});

describe("jindu plan show --json", () => {
  it("has the fields that scripts rely on", async () => {
    const { plan, targets, milestones, numbers } = JSON.parse(
      (await callCommand(["plan", "show", "--json"], scratchFolder())).stdout,
    );
    expect([numbers.total > 150, numbers.unaccounted]).toEqual([true, []]);
    expect(plan).toMatchObject({ year: 2023, documentNumber: "通政发〔2023〕21号" });
    expect(targets[0]).toMatchObject({
      ...{
        id: "2023-001",
        chapter: 0,
        name: "地区生产总值",
        indicator: "gdp",
        quantity: "yoy",
        op: "~",
        low: "7",
        high: "7",
      },
      ...{ unit: "%", due: "2023-12", strength: "预期性", explicit: true, review: false },
      source: { text: expect.any(String), start: expect.any(Number), end: expect.any(Number) },
    });
    expect(Object.keys(milestones[0])).toEqual(
      expect.arrayContaining(["id", "chapter", "project", "task", "action", "due", "source"]),
    );
  });
});

describe("jindu progress", () => {
  const home = scratchFolder(afterAll);
  const progress = async (...words: string[]) => (await callCommand(["progress", "2023-06", ...words], home)).stdout;
  beforeAll(() => callCommand(["ingest", DEMO], home));

  it("gives JSON for every target, and CSV that no spreadsheet takes for a formula", async () => {
    const json = JSON.parse(await progress("--json"));
    const jobs = json.assessments.find(({ name }: { name: string }) => name === "城镇新增就业");
    expect([json.period, json.region, jobs.light === "grey"]).toEqual(["2023-06", "150500", false]);
    expect(jobs.observations[0]).toMatchObject({ file: "就业社保月报202306.csv", sheet: expect.any(String) });
    const csv = await progress("--csv");
    expect(new Set(json.assessments.map(({ light }: { light: string }) => light)).size).toBeGreaterThan(1);
    expect(csv.startsWith("\ufeff编号,")).toBe(true);
    expect(csv.split("\r\n").filter((line) => line !== "")).toHaveLength(json.assessments.length + 1);
    expect(csv).not.toMatch(/(^|,)[=+@]/m);
  });

  it("judges by the rule set that is asked for, and says which", async () => {
    const rulesLine = async (...words: string[]) => (await progress(...words)).match(/^亮灯规则：.*$/m)?.[0];
    expect(await rulesLine()).toBe("亮灯规则：默认规则");
    expect(await rulesLine("--rules", "xuancheng")).toBe("亮灯规则：宣城规则");
    const judged = async (...words: string[]) => {
      const { rules, assessments } = JSON.parse(await progress("--json", ...words));
      return [rules, assessments.find(({ name }: { name: string }) => name === "城镇新增就业").verdict];
    };
    expect(await judged()).toEqual(["默认规则", "超序时"]);
    expect(await judged("--rules", "xuancheng")).toEqual(["宣城规则", "达序时"]); // which knows no 超序时
  });

  it("takes the rule set of JINDU_RULES, lets --rules overrule it, and refuses an unknown one with the list", async () => {
    const run = (rules: string, ...words: string[]) =>
      callCommand(["progress", "2023-06", "--json", ...words], home, { JINDU_RULES: rules });
    expect(JSON.parse((await run("jinzhai")).stdout).rules).toBe("金寨规则");
    expect(JSON.parse((await run("jinzhai", "--rules", "tianjin")).stdout).rules).toBe("天津规则");
    const { status, stderr } = await run("金寨");
    expect([status, stderr]).toEqual([2, expect.stringContaining("default、jinzhai、tianjin、xuancheng、yinchuan")]);
  });

  it("knows at --as-of only what was known then", async () => {
    const { assessments } = JSON.parse(await progress("--json", "--as-of", "2023-06-30"));
    expect(new Set(assessments.map(({ light }: { light: string }) => light))).toEqual(new Set(["grey"]));
  });
});
