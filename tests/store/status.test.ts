import { readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { makePeriod } from "../../pipeline/model/period.ts";
import { type EditionRecord, insertEdition } from "../../pipeline/store/editions.ts";
import { insertRun } from "../../pipeline/store/runs.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { readStatus } from "../../pipeline/store/status.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { fingerprint, scratchFile, whileRaw, withRaw } from "./raw-database.ts";
import { CITY, hash, issue, observation, reading, run, submission } from "./sample-rows.ts";

function edition(version: number, period = makePeriod(2023, 6)): EditionRecord {
  return {
    ...{ period, kind: "monthly", region: CITY, version, state: "draft", asOf: null, contentSha256: hash("x") },
    ...{ createdAt: "2023-07-11T01:02:03Z", path: `editions/v${version}` },
  };
}

async function filledFile(): Promise<string> {
  const file = scratchFile();
  const store = await openStore(file);
  const warning = { ...issue("A2"), severity: "warning" } as const;
  const issues = [issue("A1"), warning, warning];
  await insertSubmission(
    store,
    reading(submission("a"), { observations: [observation(), observation({ cell: "A1" })], issues }),
  );
  await insertSubmission(store, reading(submission("b"), { run: run({ subject: "b" }) }));
  for (const version of [1, 10, 2]) await insertEdition(store, edition(version), run());
  await insertEdition(store, edition(3, makePeriod(2023, 5)), run());
  const last = { outcome: "failed", error: "磁盘已满", startedAt: "2023-07-12T00:00:00Z" } as const;
  await insertRun(store, run({ job: "publish", ...last, finishedAt: "2023-07-12T00:00:01Z" }));
  await insertRun(store, run());
  await closeStore(store);
  return file;
}

describe("readStatus(file)", () => {
  it("counts what is there and leaves no trace", async () => {
    const file = await filledFile();
    const before = fingerprint(file);
    expect(readStatus(file)).toMatchObject({
      ...{ submissions: 2, observations: 2, issues: { error: 1, warning: 2, info: 0 } },
      lastRun: {
        job: "publish",
        subject: null,
        outcome: "failed",
        error: "磁盘已满",
        finishedAt: "2023-07-12T00:00:01Z",
      },
      editions: [
        { period: "2023-05", kind: "monthly", region: CITY, version: 3, path: "editions/v3" },
        { period: "2023-06", kind: "monthly", region: CITY, version: 10, path: "editions/v10" },
      ],
    });
    expect(fingerprint(file)).toEqual(before);
    expect(readdirSync(dirname(file))).toEqual(["jindu.sqlite"]);
  });

  it("reads while another process writes", async () => {
    const file = await filledFile();
    await whileRaw(file, async (raw) => {
      raw.exec("BEGIN IMMEDIATE; DELETE FROM run");
      expect(readStatus(file)?.lastRun?.job).toBe("publish");
    });
  });

  it("is empty of everything in a new database, and null where there is none", async () => {
    const file = scratchFile();
    expect(readStatus(file)).toBeNull();
    writeFileSync(file, "");
    expect(readStatus(file)).toBeNull();
    await closeStore(await openStore(file));
    const issues = { error: 0, warning: 0, info: 0 };
    expect(readStatus(file)).toEqual({
      submissions: 0,
      observations: 0,
      issues,
      lastRun: null,
      restoration: null,
      editions: [],
      schedule: null,
      atWork: null,
      waiting: [],
      lastLook: null,
      backup: null,
    });
  });

  it.each<[string, (file: string) => void]>([
    ["what is no database", (file) => writeFileSync(file, "PK\u0003\u0004".repeat(500))],
    ["another program's database", (file) => withRaw(file, (raw) => void raw.exec("CREATE TABLE address (name)"))],
  ])("refuses %s", (_, prepare) => {
    const file = scratchFile();
    prepare(file);
    expect(() => readStatus(file)).toThrow(expect.objectContaining({ code: "STORE_FAILED", location: { file } }));
  });
});
