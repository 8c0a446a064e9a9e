import { describe, expect, it } from "vitest";
import { startScript } from "../store/child-script.ts";
import { herdSheet, reviewHome, reviewRoot } from "./review-home.ts";

const JUNE = herdSheet("甲牧报", 6, ["新建高标准农田地,万亩,3.2"]);
const MAY = herdSheet("甲牧报", 5, ["新建高标准农田地,万亩,2.2"]);
const JOINED = ["5.csv C3 new-farmland 150500 - 2.2", "6.csv C3 new-farmland 150500 - 3.2"];
const WAITING = ["5.csv C3 ? 150500 - 2.2", "6.csv C3 ? 150500 - 3.2"];

async function killed(point: number, words: string) {
  const root = reviewRoot();
  const home = reviewHome(root);
  await home.ingest("5.csv", MAY);
  await home.ingest("6.csv", JUNE);
  const id = (await home.questions())[0]?.id ?? "";
  if (words === "undo") await home.resolve(id, "new-farmland");
  const end = await startScript("../jobs/answer-killed.ts", root, home.home, id, words, String(point)).end;
  expect(end).toMatchObject({ signal: "SIGKILL", stderr: "" });
  return { home, id };
}

describe("a process killed while it answers", () => {
  it.each([
    [2, "questions"],
    [2, "progress"],
    [2, "ingest"],
    [2, "resolve"],
    [4, "questions"],
    [4, "ingest"],
  ] as const)("at step %i: the next %s catches up with all files", async (point, next) => {
    const { home, id } = await killed(point, "new-farmland");
    expect((await home.facts()).filter((fact) => fact.includes("?"))).toHaveLength(point === 2 ? 2 : 1);
    if (next === "questions") await home.questions();
    if (next === "progress") expect(await home.actual("2023-073")).toBe("3.2");
    if (next === "ingest") await home.ingest("another.csv", herdSheet("乙牧报", 6, ["一般公共预算收入,亿元,5"]));
    if (next === "resolve") expect((await home.resolve(id, "new-farmland")).isNew).toBe(false);
    expect((await home.facts()).filter((fact) => !fact.startsWith("another"))).toEqual(JOINED);
    expect(await home.questions()).toEqual([]);
  });

  it("before the answer is written: nothing has happened, and a second try goes through", async () => {
    const { home, id } = await killed(1, "new-farmland");
    expect([await home.answers(), await home.facts()]).toEqual([[], WAITING]);
    await home.resolve(id, "1");
    expect(await home.facts()).toEqual(JOINED);
  });

  it("after an answer is taken back: no paper's figures rest on it any more", async () => {
    const { home } = await killed(2, "undo");
    expect(await home.facts()).toEqual(JOINED);
    expect(await home.actual("2023-073")).toBeNull();
    expect(await home.facts()).toEqual(WAITING);
  });
});
