import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { scratchFolder } from "../support/scratch-home.ts";

/** A month's growth as a bureau sends it; undated unless a day is given. */
function sheet(growth: string, { title = "", dated = "" } = {}): string {
  return [
    `通辽市2023年1—6月规模以上工业主要指标${title},,`,
    `${dated},,`,
    "指标名称,计量单位,累计同比增长",
    `规模以上工业增加值,%,${growth}`,
    "",
  ].join("\n");
}

describe("figures of one day that disagree, in two files", () => {
  const home = scratchFolder(afterAll);
  const run = (...args: readonly string[]) => runCommand(args, home);
  const write = (name: string, text: string) => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  const ingest = (name: string, text: string) => {
    const { status, stdout } = run("ingest", write(name, text), "--json");
    const [file] = JSON.parse(stdout).files;
    return {
      status,
      ...file,
      found: file.issues.map((one: { code: string; cell: string }) => `${one.code} ${one.cell}`),
    };
  };
  const first = ingest("k1.csv", sheet("6.8"));
  const second = ingest("k2.csv", sheet("7.1", { title: "（更正）" }));

  it("says so at the cell of the second, with what stands where in the first, and gives the sheet back", () => {
    expect([first.status, first.found]).toEqual([0, []]);
    expect([second.status, second.found]).toEqual([1, ["value-conflict C4"]]);
    expect(second.issues[0].message).toMatch(/^与 k1\.csv › .*C4 是同一个数，那里是 6\.8%，这里是 7\.1%$/);
    expect(second.issues[0].hint).toContain("填报日期");
    expect(existsSync(join(home, second.returned))).toBe(true);
  });

  it("says so in the terminal, for either file, as often as it comes, and writes nothing more", () => {
    const before = run("status", "--json").stdout;
    const { status, stdout } = run("ingest", join(home, "k1.csv"), join(home, "k2.csv"));
    expect(status).toBe(1);
    expect(stdout).toMatch(/错误 k1\.csv › .*与 k2\.csv › .*那里是 7\.1%，这里是 6\.8%/);
    expect(stdout).toMatch(/错误 k2\.csv › .*与 k1\.csv › .*那里是 6\.8%，这里是 7\.1%/);
    expect(run("status", "--json").stdout).toBe(before);
  });

  it("names the goal and what disagrees below the table of progress", () => {
    const { stdout } = run("progress", "2023-06");
    expect(stdout).toMatch(/灰 规模以上工业增加值：同一个数前后不一致：.*6\.8%.*7\.1%/);
  });

  it("is silent once a sheet of a later day says what counts, and about that sheet", () => {
    const third = ingest("k3.csv", sheet("7.1", { dated: "填报日期：2099年1月5日" }));
    expect([third.status, third.found]).toEqual([0, []]);
    expect(run("ingest", join(home, "k1.csv"), join(home, "k2.csv")).status).toBe(0);
    expect(run("progress", "2023-06").stdout).not.toContain("前后不一致");
  });
});
