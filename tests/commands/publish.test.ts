import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCommand } from "../support/call-command.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const DEMO = join(ROOT, "seeds/sheets/demo/人社局/就业社保月报202306.csv");

describe("jindu publish", () => {
  it("gives each state of knowledge one version, however often and in whatever turn it is asked for", async () => {
    const home = scratchFolder();
    const early = join(ROOT, "seeds/sheets/demo/财政局/财政收支2023年6月.xls");
    await callCommand(["ingest", DEMO, early], home);
    const publish = async (...words: string[]) =>
      JSON.parse((await callCommand(["publish", "2023-06", "--json", ...words], home)).stdout);
    const dates = [[], ["--as-of", "2023-07-31"], [], ["--as-of", "2023-07-31"], []];
    const editions: Awaited<ReturnType<typeof publish>>[] = [];
    for (const words of dates) editions.push(await publish(...words));
    expect(editions.map(({ version, isNew }) => [version, isNew])).toEqual([
      [1, true],
      [2, true],
      [1, false],
      [2, false],
      [1, false],
    ]);
    expect(readdirSync(join(home, "editions/2023-06-monthly")).sort()).toEqual(["v1", "v2"]);
    expect(readdirSync(editions[0].folder).sort()).toEqual([
      "briefing.docx",
      "certificate.json",
      "data.csv",
      "edition.json",
      "workbook.xlsx",
    ]);
    expect(editions[0].illustrative).toBe(true);
  });
});

interface Traced {
  readonly id: string;
  readonly observations: readonly { readonly cell: string }[];
}

describe("jindu publish --kind quarterly", () => {
  it("writes the quarter's paper under its last month, apart from the month's", async () => {
    const home = scratchFolder();
    await callCommand(["ingest", DEMO], home);
    const publish = async (...words: string[]) =>
      JSON.parse((await callCommand(["publish", ...words, "--json"], home)).stdout);
    const month = await publish("2023-06");
    const quarter = await publish("2023-Q2", "--kind", "quarterly");
    const again = await publish("2023-06", "--kind", "quarterly");
    expect([month, quarter, again].map(({ period, kind, version, isNew }) => [period, kind, version, isNew])).toEqual([
      ["2023-06", "monthly", 1, true],
      ["2023-06", "quarterly", 1, true],
      ["2023-06", "quarterly", 1, false],
    ]);
    const { title } = JSON.parse(readFileSync(join(quarter.folder, "edition.json"), "utf8"));
    expect(title).toBe("2023年上半年通辽市国民经济和社会发展计划执行情况");
    const { status, stdout } = await callCommand(["prove", "2023-06-quarterly", "--json"], home);
    const { ok, figures, matched, unmatched, certified } = JSON.parse(stdout);
    expect({ status, ok, unmatched, certified }).toEqual({ status: 0, ok: true, unmatched: [], certified: true });
    expect([figures > 100, matched]).toEqual([true, figures]);
    const elsewhere = join(scratchFolder(), "改名.docx");
    copyFileSync(join(quarter.folder, "briefing.docx"), elsewhere);
    const traced = JSON.parse((await callCommand(["trace", elsewhere, "--json"], scratchFolder())).stdout);
    const known = JSON.parse(readFileSync(join(quarter.folder, "edition.json"), "utf8")).figures as Traced[];
    const cellsOf = new Map(known.map(({ id, observations }) => [id, observations.map(({ cell }) => cell).sort()]));
    expect(traced.figures.length).toBeGreaterThan(100);
    for (const { id, texts, cells } of traced.figures) {
      expect(texts.length).toBeGreaterThan(0);
      expect([...new Set(cells.map(({ cell }: { cell: string }) => cell))].sort()).toEqual([
        ...new Set(cellsOf.get(id)),
      ]);
    }
    const inBook = JSON.parse(
      (await callCommand(["trace", join(quarter.folder, "workbook.xlsx"), traced.figures[0].id, "--json"], home))
        .stdout,
    );
    expect(inBook.figures[0].cells).toEqual(known.find(({ id }) => id === traced.figures[0].id)?.observations);
  });

  it("names the quarter that a month belongs to", async () => {
    const { stderr } = await callCommand(["publish", "2023-05", "--kind", "quarterly"], scratchFolder());
    expect(stderr).toContain("publish 2023-Q2 --kind quarterly");
  });
});
