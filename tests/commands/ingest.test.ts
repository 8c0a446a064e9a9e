import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCommand } from "../support/call-command.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const DEMO = join(ROOT, "seeds/sheets/demo/人社局/就业社保月报202306.csv");

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
