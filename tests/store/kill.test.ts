import { existsSync, statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { startScript } from "./child-script.ts";
import { insertLarge } from "./large-submission.ts";
import { dump, scratchFile } from "./raw-database.ts";

const SIZES = { submission: 1, observation: 10_000, data_issue: 2, run: 1 };
const NOTHING = { submission: 0, observation: 0, data_issue: 0, run: 0 };

describe("a process killed while it takes in a file", () => {
  it.each([
    ["begun", NOTHING],
    ["midway", NOTHING],
    ["observed", NOTHING],
    ["logged", NOTHING],
    ["done", SIZES],
  ])("%s: leaves all of it or nothing, and a second try gives the same", async (point, expected) => {
    const file = scratchFile();
    expect(await startScript("insert-killed.ts", file, point).end).toMatchObject({ signal: "SIGKILL", stderr: "" });
    await expectWhole(file, expected);
  });

  it("in the midst of writing: leaves nothing, and a second try gives the same", async () => {
    const file = scratchFile();
    const child = startScript("insert-killed.ts", file, "undisturbed");
    while (!existsSync(`${file}-wal`) || statSync(`${file}-wal`).size < 1_000_000) await setTimeout(1);
    child.kill("SIGKILL");
    expect(await child.end).toMatchObject({ signal: "SIGKILL" });
    await expectWhole(file, NOTHING);
  });
});

async function expectWhole(file: string, expected: Readonly<Record<string, number>>): Promise<void> {
  const store = await openStore(file);
  expect(sizes(file)).toMatchObject(expected);
  await insertLarge(store);
  await closeStore(store);
  expect(sizes(file)).toMatchObject(SIZES);
}

function sizes(file: string): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(dump(file)).map(([table, rows]) => [table, rows.length]));
}
