import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ReviewTask, review } from "../../pipeline/commands/review.ts";
import { normaliseConfig } from "../../pipeline/config.ts";
import { herdSheet, reviewHome, reviewRoot } from "../jobs/review-home.ts";
import { memoryEffects, ROOT } from "../support/scratch-home.ts";

const OPAQUE = ["joined", "left", "errors", "answer"]; // lists and objects that are described elsewhere

/** Fields by their way from the top: `files[].file`. */
function fieldsOf(value: unknown, way = ""): readonly string[] {
  if (Array.isArray(value) && typeof value[0] === "object") return fieldsOf(value[0], `${way}[]`);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [way];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = way === "" ? key : `${way}.${key}`;
    return OPAQUE.includes(key) ? [own] : fieldsOf(inner, own);
  });
}

function documentedFields(readme: string): readonly string[] {
  const text = readFileSync(join(ROOT, readme), "utf8");
  const rows = text.split("\n").filter((line) => /^\| `(?:questions|answers|files)\[\]|^\| `(?:id|isNew)`/.test(line));
  return rows.flatMap((row) => [...(row.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, field = ""]) => field));
}

function reviewer() {
  const root = reviewRoot();
  const home = reviewHome(root);
  const config = { ...normaliseConfig({ JINDU_HOME: home.home }), root };
  const print = async (task: ReviewTask, json: boolean) => {
    const written: string[] = [];
    await review(task, { json }, config, memoryEffects(), (text) => written.push(text));
    return written.join("\n");
  };
  return { ingest: home.ingest, print, json: async (task: ReviewTask) => JSON.parse(await print(task, true)) };
}

describe("review --json", () => {
  it("prints just the fields that the READMEs describe", async () => {
    const { ingest, json } = reviewer();
    await ingest("6.csv", herdSheet("甲牧报", 6, ["新建高标准农田地,万亩,3.2"]));
    const list = await json({ task: "list" });
    const { id } = list.questions[0];
    const resolved = await json({ task: "resolve", id, words: "new-farmland" });
    const moved = await json({ task: "resolve", id, words: "new-and-upgraded-farmland" });
    const undone = await json({ task: "undo", id });
    const answers = await json({ task: "answers" });
    const printed = [list, answers, resolved].flatMap((value) => fieldsOf(value)).sort();
    expect([...documentedFields("README.md")].sort()).toEqual(printed);
    expect([...documentedFields("README.zh-CN.md")].sort()).toEqual(printed);
    expect(fieldsOf(undone).toSorted()).toEqual(fieldsOf(resolved).toSorted());
    expect(answers.answers.map(Object.keys)).toEqual(
      [resolved, moved, undone].map(({ answer }) => Object.keys(answer)),
    );
    const [{ joined, left }] = moved.files;
    expect([...joined, ...left]).toMatchObject([
      { cell: "C3", indicator: "new-and-upgraded-farmland", value: "3.2", reason: null },
      { cell: "C3", indicator: "new-farmland", value: "3.2", reason: null },
    ]);
  });
});

describe("review", () => {
  it("tells where a figure was and where it is that a better answer moves", async () => {
    const { ingest, json, print } = reviewer();
    await ingest("6.csv", herdSheet("甲牧报", 6, ["新建高标准农田地,万亩,3.2"]));
    const [{ id }] = (await json({ task: "list" })).questions;
    await print({ task: "resolve", id, words: "new-farmland" }, false);
    const text = await print({ task: "resolve", id, words: "new-and-upgraded-farmland" }, false);
    const figures = text.split("\n").filter((line) => line.includes("C3"));
    expect(figures.map((line) => line.trim().split(/ {2,}/).at(-1))).toEqual([
      "new-and-upgraded-farmland",
      "new-farmland",
    ]);
  });
});
