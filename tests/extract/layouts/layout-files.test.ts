import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { extractBook } from "../../../pipeline/extract/book.ts";
import { readBook } from "../../../pipeline/read/book.ts";
import { parseSource } from "../../../pipeline/reference/sources.ts";
import { type FileForm, type OfficeSheet, officeFile } from "../../support/office-files.ts";
import { scratchFolder } from "../../support/scratch-home.ts";
import { LAYOUTS } from "./all-layouts.ts";
import { factOf, factsOf, type Layout, line, withProfile } from "./layout.ts";
import { type Score, scoreOf } from "./layout-score.ts";
import { scoreTable } from "./score-table.ts";

const FORMS: readonly FileForm[] = ["xlsx", "xls", "ods", "csv", "html"];

/** What a form cannot carry, or its writer does not. */
const LOST: Readonly<Record<string, readonly FileForm[]>> = {
  L5: ["csv"], // 商业 is a section because it is merged over the table
  L10: ["ods"], // SheetJS writes no dates into .ods
};

/** Cells that nobody can settle: two values in one cell. */
const UNSETTLED: Readonly<Record<string, number>> = { L14: 1 };

const folder = scratchFolder(afterAll);
const scores: { layout: Layout; cold: Score; told: Score }[] = [];

async function write(sheets: readonly OfficeSheet[], id: string, form: FileForm): Promise<string> {
  const path = join(folder, `${id}报表.${form === "html" ? "xls" : form}`);
  writeFileSync(path, await officeFile(sheets, form));
  return path;
}

function sheetOfLayout({ rows, merges = [], name = "Sheet1" }: Layout): OfficeSheet {
  return { name, rows, merges };
}

function expectedLines(layout: Layout): readonly string[] {
  return [...factsOf(layout)].map(([cell, fact]) => line(cell, fact)).sort();
}

describe("the layouts of the field, as files", () => {
  const files = LAYOUTS.flatMap((layout) =>
    FORMS.filter((form) => !LOST[layout.id]?.includes(form)).map((form) => [layout.id, form, layout] as const),
  );

  it.each(files)(
    "%s is read from .%s: every cell right with its profile, none wrong without",
    async (id, form, layout) => {
      const book = await readBook(await write([sheetOfLayout(layout)], id, form));
      const told = withProfile(layout);
      for (const each of [layout, told]) {
        const { observations, issues } = scoreOf(each, book).extraction;
        expect(observations.map((observation) => line(observation.cell, factOf(observation))).sort()).toEqual(
          expectedLines(each),
        );
        const hides = form === "xlsx"; // the other forms, as written here, hide nothing
        const questions = (each.questions ?? []).filter(([, code]) => hides || code !== "hidden-content");
        expect(issues.map(({ cell, code }) => [cell, code])).toEqual(questions);
      }
      const [cold, known] = [scoreOf(layout, book), scoreOf(told, book)];
      expect([cold.wrong, known.wrong, known.asked]).toEqual([[], [], UNSETTLED[id] ?? 0]);
      expect(known.right + known.asked).toBe(known.cells);
      if (form === "xlsx") scores.push({ layout, cold, told: known });
    },
  );

  it("L8 in one book: the sheet behind a chart is left, the cards are read", async () => {
    const cards = LAYOUTS.filter(({ id }) => id.startsWith("L8"));
    const names: Readonly<Record<string, string>> = { L8A: "投资", L8B: "主要指标", L8C: "对比图数据" };
    const sheets = cards.map((layout) => ({ ...sheetOfLayout(layout), name: names[layout.id] ?? "" }));
    const book = await readBook(await write(sheets, "L8", "xlsx"));
    const yaml = "title: 邵阳市统计局月报卡\nbureau: statistics\nrecognise: [邵阳市主要经济指标, 对比图数据]\n";
    const profile = parseSource("cards", `${yaml}leave:\n  sheets: ["对比图*"]\n`, "cards.yaml");
    const vocabulary = {
      ...(cards[0]?.vocabulary ?? withProfile(LAYOUTS[0] as Layout).vocabulary),
      sources: [profile],
    };
    const { observations, issues, dispositions } = extractBook(book, vocabulary);
    const expected = cards.filter(({ id }) => id !== "L8C").flatMap((layout) => [...factsOf(layout)]);
    expect(observations.map((observation) => line(observation.cell, factOf(observation)))).toEqual(
      expect.arrayContaining(expected.map(([cell, fact]) => line(cell, fact))),
    );
    expect(observations).toHaveLength(expected.length);
    expect(issues).toEqual([]);
    expect(dispositions.filter(({ sheet, kind }) => sheet === "对比图数据" && kind !== "ignored")).toEqual([]);
  });

  afterAll(() => {
    process.stdout.write(`${scoreTable(scores)}\n`);
  });
});

describe("the profiles of the layouts", () => {
  it.each(LAYOUTS.flatMap(({ id, profiled }) => (profiled ? [[id, profiled.yaml] as const] : [])))(
    "%s needs at most 25 lines",
    (_, yaml) => {
      expect(yaml.trimEnd().split("\n").length).toBeLessThanOrEqual(25);
    },
  );
});
