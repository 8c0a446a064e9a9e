import { describe, expect, it } from "vitest";
import { answersInForce, insertAnswer, listGivenAnswers } from "../../pipeline/store/answers.ts";
import { listOpenQuestions } from "../../pipeline/store/questions.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { insertSubmission, isReadAs } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { dump, scratchFile } from "./raw-database.ts";
import { answer, hash, observation, question, reading, submission } from "./sample-rows.ts";

const WITHDRAWN = { verdict: "withdrawn", code: null, scope: null } as const;

describe("insertAnswer(store, answer)", () => {
  it("keeps every word said, and the last one on a question counts", async () => {
    const store = await freshStore();
    const words = [answer(), answer({ scope: "不含农户" }), answer(WITHDRAWN), answer({ verdict: "none", code: null })];
    for (const word of words) expect(await insertAnswer(store, word)).toBe("inserted");
    const given = await listGivenAnswers(store);
    expect(given).toEqual(words);
    expect(answersInForce(given)).toEqual([words[3]]);
    expect(answersInForce(given.slice(0, 3))).toEqual([]);
  });

  it("writes nothing where the same was said last, whenever it is said again", async () => {
    const store = await freshStore();
    expect(await insertAnswer(store, answer(WITHDRAWN))).toBe("known"); // there was nothing to take back
    expect(await insertAnswer(store, answer())).toBe("inserted");
    expect(await insertAnswer(store, answer({ answeredAt: "2024-01-01T00:00:00Z" }))).toBe("known");
    expect(await listGivenAnswers(store)).toEqual([answer()]);
  });

  it.each([
    ["source", { source: "finance" }],
    ["file", { source: null, sha256: hash("a") }],
    ["label", { label: "蒙古马" }],
    ["parent", { path: [] }],
    ["kind", { kind: "region", code: "150526" }],
  ] as const)("keeps answers of another %s apart", async (_, changes) => {
    const store = await freshStore();
    await insertAnswer(store, answer());
    await insertAnswer(store, answer(changes));
    expect(answersInForce(await listGivenAnswers(store))).toHaveLength(2);
    await insertAnswer(store, answer({ ...changes, ...WITHDRAWN }));
    expect(answersInForce(await listGivenAnswers(store))).toEqual([answer()]);
  });

  it("writes one row for many who say the same at once", async () => {
    const store = await freshStore();
    const results = await Promise.all(Array.from({ length: 8 }, () => insertAnswer(store, answer())));
    expect(results.filter((result) => result === "inserted")).toHaveLength(1);
  });
});

describe("the questions of a reading", () => {
  it("are those of the last reading, with file and source", async () => {
    const store = await freshStore();
    const take = (questions: readonly ReturnType<typeof question>[]) =>
      insertSubmission(store, reading(submission("a"), { observations: [observation()], questions }));
    expect(await take([question(), question({ label: "骆驼存栏" })])).toBe("inserted");
    expect((await listOpenQuestions(store)).map(({ label, file, source }) => [label, file, source])).toEqual([
      ["蒙古马存栏", "a.xlsx", "statistics"],
      ["骆驼存栏", "a.xlsx", "statistics"],
    ]);
    expect(await take([question()])).toBe("inserted");
    expect(await take([question()])).toBe("known");
    expect(await listOpenQuestions(store)).toEqual([
      {
        ...question(),
        sha256: hash("a"),
        file: "a.xlsx",
        source: "statistics",
        reported: [{ code: "industrial-value-added", scope: null }],
      },
    ]);
  });
});

describe("a reading that comes out the same under other seeds", () => {
  it("is noted once, and counts as read so; a new reading starts anew", async () => {
    const file = scratchFile();
    const store = await openStore(file);
    const take = (readAs: string, value: string) =>
      insertSubmission(
        store,
        reading(submission("a", { readAs: hash(readAs) }), { observations: [observation({ value })] }),
      );
    await take("old", "1");
    expect(await isReadAs(store, hash("a"), [hash("new")])).toBe(false);
    expect(await take("new", "1")).toBe("known");
    expect(await take("new", "1")).toBe("known");
    const known = await Promise.all(["old", "new"].map((readAs) => isReadAs(store, hash("a"), [hash(readAs)])));
    expect(known).toEqual([true, true]);
    await take("newer", "2");
    expect(await isReadAs(store, hash("a"), [hash("new")])).toBe(false);
    await closeStore(store);
    expect(dump(file).reading_check).toHaveLength(1);
  });
});
