import { execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePeriod } from "../../../pipeline/model/period.ts";
import { archivedHome, makeWritable, PACKAGE } from "../../support/archived-home.ts";
import { callCommand } from "../../support/call-command.ts";
import { runScheduled } from "../../support/run-scheduled.ts";
import { scratchFolder } from "../../support/scratch-home.ts";

const DAY = "2023-08-15T06:00:00.000Z";

/** A program that notes that it was started, and makes no PDFs. */
function office(): { readonly program: string; readonly wasStarted: () => boolean } {
  const folder = scratchFolder();
  const [program, mark] = [join(folder, "office"), join(folder, "started")];
  writeFileSync(program, `#!/bin/sh\ntouch ${mark}\n`);
  chmodSync(program, 0o755);
  return { program, wasStarted: () => existsSync(mark) };
}

describe("the job archive", () => {
  it("packs the quarter before, says which checks failed, and is done with errors in the data", async () => {
    const home = await archivedHome();
    makeWritable(join(home, PACKAGE));
    execFileSync("rm", ["-r", join(home, PACKAGE)]);
    const { program, wasStarted } = office();
    const run = await runScheduled(home, "archive", DAY, { JINDU_OFFICE: program });
    expect([run.outcome, run.counts.failedChecks]).toEqual(["done-with-errors", 1]);
    expect(run.note).toContain("2023-04-monthly"); // was never made
    expect(readdirSync(join(home, "archive"))).toEqual(["TL-FGW-2023Q2-1"]);
    expect(wasStarted()).toBe(true);
  });

  it("leaves a package that stands as it is, without starting LibreOffice", async () => {
    const home = await archivedHome();
    const { program, wasStarted } = office();
    const run = await runScheduled(home, "archive", DAY, { JINDU_OFFICE: program });
    expect([run.outcome, run.counts.packages]).toEqual(["done-with-errors", undefined]);
    expect(readdirSync(join(home, "archive"))).toEqual(["TL-FGW-2023Q2-1"]);
    expect(wasStarted()).toBe(false);
  });

  it("notes a quarter without papers, without starting LibreOffice: no failure", async () => {
    const { program, wasStarted } = office();
    const period = parsePeriod("2023-Q1");
    const run = await runScheduled(await archivedHome(), "archive", DAY, {
      JINDU_OFFICE: program,
      ...(period && { period }),
    });
    expect(run).toMatchObject({ outcome: "done", counts: {}, note: expect.stringContaining("2023-Q1"), error: null });
    expect(wasStarted()).toBe(false);
  });

  it("fails where the package is damaged, and says where and what to do", async () => {
    const home = await archivedHome();
    makeWritable(join(home, PACKAGE));
    appendFileSync(join(home, PACKAGE, "bag-info.txt"), "x");
    const run = await runScheduled(home, "archive", DAY);
    expect([run.outcome, run.error?.includes(PACKAGE)]).toEqual(["failed", true]);
  });

  it("is run for a quarter that a person names, not for a month in it", async () => {
    const home = await archivedHome();
    const call = (period: string) =>
      callCommand(["jobs", "run", "archive", "--period", period, "--json"], home, { JINDU_OFFICE: "none" });
    const { status, stdout } = await call("2023-Q2");
    expect([status, JSON.parse(stdout).runs[0].outcome]).toEqual([1, "done-with-errors"]);
    expect((await call("2023-05")).status).toBe(2);
  });
});
