import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PHRASE_SLOTS } from "../../../pipeline/model/phrases.ts";
import { textOf } from "../../../pipeline/report/prose/runs.ts";
import { languageFindings } from "../../support/language-rules.ts";
import type { Row } from "./golden-facts.ts";
import { TELLERS, USED } from "./golden-tellers.ts";

const FOLDER = new URL("golden/", import.meta.url);

/** Each file is the table of one teller, every scalar as text; `say` is the sentence. */
const TABLES = readdirSync(FOLDER)
  .sort()
  .map((file) => ({
    name: file.replace(/\.yaml$/, ""),
    rows: parse(readFileSync(new URL(file, FOLDER), "utf8"), { schema: "failsafe" }) as readonly Row[],
  }));

/** Patterns that no sentence of the grammar alone reaches; their own tests tell them. */
const ELSEWHERE: readonly string[] = ["editor-note"];

describe.each(TABLES)("$name", ({ name, rows }) => {
  it.each(rows)("$say", (row) => {
    const teller = TELLERS[name];
    if (!teller) throw new Error(`no teller for golden/${name}.yaml`);
    const text = teller(row).map(textOf).join("");
    expect(text).toBe(row.say);
    expect(languageFindings([/。$/.test(text) ? text : `${text}。`])).toEqual([]);
  });
});

describe("the golden sentences", () => {
  it("are two hundred at least, no two of one table alike", () => {
    expect(TABLES.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThanOrEqual(200);
    for (const { name, rows } of TABLES) {
      const facts = rows.map((row) => JSON.stringify(row));
      expect([name, new Set(facts).size]).toEqual([name, facts.length]);
    }
  });
});

afterAll(() => {
  const untold = Object.keys(PHRASE_SLOTS).filter((name) => !USED.has(name) && !ELSEWHERE.includes(name));
  expect(untold, "patterns without a golden sentence").toEqual([]);
});
