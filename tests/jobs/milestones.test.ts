import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { joinReports } from "../../pipeline/jobs/milestones.ts";
import { displayWidth } from "../../pipeline/terminal.ts";
import { milestone, report } from "../assess/milestone-fixture.ts";
import { runCommand } from "../support/run-command.ts";
import { scratchFolder } from "../support/scratch-home.ts";

const named = (project: string) => report({ project, key: project });

describe("joinReports(milestones, reports)", () => {
  const road = milestone({ id: "r1", project: "样本一级路", task: "续建样本一级路" });
  const opened = milestone({ id: "r2", project: "样本一级路", task: "样本一级路通车" });
  const plan = milestone({ id: "p", project: null, task: "《样本规划》" });
  const joined = (project: string) => {
    const { byMilestone, others } = joinReports([road, opened, plan], [named(project)]);
    return [[...byMilestone.keys()].sort().join(" "), others.length];
  };

  it.each([
    ["样本一级路", "r1 r2", 0],
    ["样本一级路项目", "r1 r2", 0],
    ["样本一级路建设项目", "r1 r2", 0],
    ["样 本 一级路", "r1 r2", 0],
    ["样本规划", "p", 0],
    ["样本一级公路", "", 1],
    ["样本一级路二期", "", 1],
    ["一级路", "", 1],
  ])("joins %s to %s, never by likeness", (project, ids, others) => {
    expect(joined(project)).toEqual([ids, others]);
  });
});

/** A sheet of one month as a bureau sends it, the plan's projects among others. */
function sheet(month: number, rows: readonly string[], day = "8"): string {
  const head = "序号,项目名称,年度计划投资,累计完成投资,形象进度,计划开工时间,责任单位";
  const body = rows.map((row, index) => `${index + 1},${row},市交通局`);
  return [
    `2023年${month}月重点项目进展情况表`,
    `填报日期：2023年${month + 1}月${day}日,单位：万元`,
    head,
    ...body,
    "",
  ].join("\n");
}

const BRIDGE = "大广高速与通辽高铁站快速路互通工程";
const LINE = "好通高速连接线一级路";

describe("jindu progress over lists of projects", () => {
  const home = scratchFolder(afterAll);
  const run = (...args: readonly string[]) => runCommand(args, home);
  const folder = join(home, "sheets");
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, `${name}.csv`), text);
  write("5月", sheet(5, [`${BRIDGE},8000,500,已开工,2023年4月`, `${LINE},3000,0,未开工,2023年4月`]));
  const june = [
    `${BRIDGE},8000,3100,主体完成40%，计划10月竣工,2023年4月`,
    `${LINE}项目,3000,0,前期手续办理中,2023年4月`,
  ];
  write("6月", sheet(6, [...june, "好通高速连接线二级路,900,100,在建,"]));
  const read = run("ingest", folder);
  const progress = (...args: readonly string[]) => JSON.parse(run("progress", "2023-06", "--json", ...args).stdout);
  const of = (document: ReturnType<typeof progress>, project: string) =>
    document.milestones.find((one: { project: string | null }) => one.project === project);

  it("says how many projects it read", () => {
    expect([read.status, read.stdout]).toEqual([
      0,
      expect.stringContaining("全部读取，数据 0 个，项目 3 个，问题 0 个"),
    ]);
  });

  it("judges every milestone of the plan, with the cells it rests on", () => {
    const document = progress();
    expect(document.milestones).toHaveLength(187);
    expect(of(document, BRIDGE)).toMatchObject({
      ...{
        action: "开工",
        state: "在建",
        verdict: "已完成",
        light: "green",
        reasonCodes: ["reached"],
      },
      ...{
        due: "2023-12",
        period: "2023-06",
        planned_start: "2023-04",
        completion: "38.8",
        expected: "33.3",
        gap: "5.4",
      },
      ...{ words: "主体完成40%，计划10月竣工", illustrative: false },
    });
    expect(of(document, LINE)).toMatchObject({ state: "前期", verdict: "严重滞后", light: "red" });
    expect(of(document, LINE).reports.map((one: { file: string; cell: string }) => `${one.file} ${one.cell}`)).toEqual([
      ...["6月.csv B5", "5月.csv B5"],
    ]);
    expect(of(document, "扎旗通用机场")).toMatchObject({ verdict: "无数据来源", light: "grey", reports: [] });
  });

  it("counts, and lists what the plan does not name with what is nearest", () => {
    const { milestoneTotals, otherProjects } = progress();
    expect(milestoneTotals.startRateToDate.text).toBe("开工率（截至当月应开）：已开工1个÷截至当月应开工2个×100＝50.0%");
    expect(milestoneTotals.investment).toEqual({
      ...{ value: "28.2", text: "投资完成率：累计完成投资3100万元÷年度计划投资11000万元×100＝28.2%" },
    });
    expect(otherProjects).toMatchObject([{ project: "好通高速连接线二级路", cell: "B6", nearest: [LINE] }]);
  });

  it("tells what was known by a day", () => {
    const document = progress("--as-of", "2023-06-30");
    expect(of(document, BRIDGE)).toMatchObject({ state: "开工", period: "2023-05", verdict: "已完成" });
    expect(of(document, LINE)).toMatchObject({ period: "2023-05", verdict: "未发布", light: "grey" });
    expect(of(progress("--as-of", "2023-06-01"), LINE).verdict).toBe("无数据来源");
  });

  it("prints a short block of at most a hundred columns, the late ones by name", () => {
    const { stdout } = run("progress", "2023-06");
    const block = stdout.slice(stdout.indexOf("项目和任务 187 项"));
    expect(block).toContain("已完成 1，严重滞后 1，无数据来源 185");
    expect(block).toContain("另报送计划以外的项目 1 个");
    expect(block).toMatch(/好通高速连接线一级路 .*开工 .*前期 .*严重滞后 .*红 .*应开未开/);
    expect(stdout.split("\n").filter((line) => displayWidth(line) > 100)).toEqual([]);
  });

  it("writes nothing the second time, and asks at the cell what it does not understand", () => {
    expect(run("ingest", folder).stdout).toBe(read.stdout);
    writeFileSync(join(home, "7月.csv"), sheet(7, [`${LINE},3000,0,有些眉目,2023年4月`]));
    const { status, stdout } = run("ingest", join(home, "7月.csv"), "--json");
    const [file] = JSON.parse(stdout).files;
    expect([status, file.outcome]).toEqual([1, "partial"]);
    expect(file.issues).toMatchObject([{ code: "unknown-state", severity: "error", cell: "E4" }]);
    expect(file.projects).toMatchObject([{ project: LINE, state: null, words: "有些眉目", words_cell: "E4" }]);
    const july = JSON.parse(run("progress", "2023-07", "--json").stdout);
    expect(of(july, LINE)).toMatchObject({ verdict: "未发布", reasonCodes: ["state-unsettled"] });
    expect(july.milestoneTotals.startRateToDate.text).toBe(
      "开工率（截至当月应开）：已开工1个÷截至当月应开工2个×100＝50.0%（其中2个按以前月份所报）",
    );
  });
});
