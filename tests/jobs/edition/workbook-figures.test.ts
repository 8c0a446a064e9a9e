import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionInput } from "../../../pipeline/jobs/edition/input.ts";
import { publish } from "../../../pipeline/jobs/edition/publish.ts";
import { loadTemplates } from "../../../pipeline/jobs/edition/templates.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import { loadPlan } from "../../../pipeline/jobs/plan.ts";
import { judge } from "../../../pipeline/jobs/progress.ts";
import type { Edition, EditionKind } from "../../../pipeline/model/edition.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { readCsvRows } from "../../../pipeline/read/csv-rows.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { renderBriefing } from "../../../pipeline/report/briefing/write.ts";
import { renderCsv } from "../../../pipeline/report/data-csv.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { ledger } from "../../../pipeline/report/edition/ledger.ts";
import { keptAndHeld, readBriefingCharts } from "../../support/briefing-charts.ts";
import { cellsOf } from "../../support/chart-parts.ts";
import { memoryEffects, ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { sheetNamed } from "../../support/sheet-cells.ts";
import { cellsByAddress, leadsSomewhere, recomputedCells } from "../../support/sheet-formulas.ts";
import { shippedHome } from "../../support/shipped-home.ts";
import { shippedLetterhead, shippedTheme } from "../../support/shipped-templates.ts";

const MONTHS = [1, 3, 6];
const HOME = { root: ROOT, limits: DEFAULT_READ_LIMITS } as const;

describe("the papers of the shipped sheets", () => {
  let home = "";
  const editions = new Map<string, { readonly input: EditionInput; readonly edition: Edition }>();

  beforeAll(async () => {
    home = await shippedHome(afterAll);
    await withHome({ ...HOME, home }, async (open) => {
      const plan = loadPlan(ROOT, 2023, open.reference);
      const describeMonth = async (month: number, kind: EditionKind) => {
        const request = {
          period: makePeriod(2023, month),
          kind,
          asOf: null,
          templates: loadTemplates(ROOT, kind, open.reference),
        };
        const input = await editionInput(open, plan, await judge(open, plan, request), request);
        editions.set(`${month} ${kind}`, { input, edition: describeEdition(input) });
      };
      for (const month of MONTHS) await describeMonth(month, "monthly");
      await describeMonth(6, "quarterly");
      await describeMonth(12, "annual");
    });
  });

  it("give every printed text again where they have a formula", () => {
    const counts = [...editions].map(([name, { edition }]) => {
      const cells = ["指标对照", "分旗县市区"].flatMap((sheet) => recomputedCells(sheetNamed(edition, sheet)));
      expect([name, cells.filter(({ text, recomputed }) => text !== recomputed)]).toEqual([name, []]);
      return cells.length;
    });
    expect(Math.min(...counts)).toBeGreaterThan(10);
    expect(Math.max(...counts)).toBeGreaterThan(150);
  });

  it("make a formula of all that is computed from the cells beside it", () => {
    const { edition } = editions.get("6 monthly") as { edition: Edition };
    const sheet = sheetNamed(edition, "指标对照");
    const computed = ["完成率（%）", "序时（%）", "差距", "尚需"].map((header) =>
      sheet.columns.findIndex((column) => column.header === header),
    );
    const bare = sheet.rows.flatMap((row) =>
      row.kind === "section"
        ? []
        : computed.flatMap((at) => {
            const cell = row.cells[at];
            return cell?.kind === "number" && cell.formula === undefined ? [cell.figure] : [];
          }),
    );
    expect(bare).toEqual([]);
  });

  it("link every actual and every source to a cell that is there", () => {
    for (const { edition } of editions.values()) {
      for (const sheet of edition.sheets) {
        for (const cell of cellsByAddress(sheet).values()) {
          const link = cell.kind === "text" || cell.kind === "number" ? cell.link : undefined;
          if (link === undefined || link.startsWith("http")) continue;
          expect([link, leadsSomewhere(link, edition)]).toEqual([link, true]);
        }
      }
      const sources = sheetNamed(edition, "数据来源");
      const at = (header: string) => sources.columns.findIndex((column) => column.header === header);
      const unused = sources.rows.flatMap((row) => {
        const used = row.kind === "data" ? row.cells[at("用于")] : undefined;
        const value = row.kind === "data" ? row.cells[at("数值")] : undefined;
        return used?.kind === "text" && used.link === undefined && value?.kind === "number" ? [value.figure] : [];
      });
      expect(unused.filter((figure) => !/^region\/150500\/|\/trend\//.test(figure))).toEqual([]); // not printed where nothing is beside it
    }
  });

  it("list in 数据 what the store knows up to the period, and the same in data.csv", async () => {
    const folder = scratchFolder();
    for (const { input, edition } of editions.values()) {
      const sheet = sheetNamed(edition, "数据");
      expect(sheet.rows.length).toBeGreaterThanOrEqual(input.series.length);
      const places = new Set(
        readRows(folder, renderCsv(sheet)).map((row) => `${row.文件}|${row.工作表}|${row.单元格}`),
      );
      const unlisted = input.series.filter(({ file, sheet: tab, cell }) => !places.has(`${file}|${tab}|${cell}`));
      expect(unlisted).toEqual([]);
      const rows = readRows(folder, renderCsv(sheet));
      const reasons = new Set(rows.filter((row) => row.数值 === "").map((row) => row.状态));
      expect([...reasons].sort()).toEqual(["不适用", "缺"]);
      expect(input.series.filter(({ period }) => period > edition.period)).toEqual([]);
    }
  });

  it.each([
    ["6 monthly", 0], // no room for one in four pages
    ["6 quarterly", 3],
    ["12 annual", 2],
  ])(
    "of %s have %d charts in the briefing: cache, workbook within, ledger and database are one",
    async (name, count) => {
      const { input, edition } = editions.get(name) as { edition: Edition; input: EditionInput };
      const charts = readBriefingCharts(await renderBriefing(edition, shippedTheme(), shippedLetterhead()));
      expect(charts).toHaveLength(count);
      const { figures } = ledger(edition);
      const inDatabase = new Set(
        input.vintages.map(({ sha256, sheet, cell, value }) => `${sha256} ${sheet} ${cell} ${value}`),
      );
      for (const [index, chart] of charts.entries()) {
        const { kept, held } = keptAndHeld(chart, cellsOf);
        expect(kept).toEqual(held);
        for (const { name: head, categories, values } of chart.series) {
          for (const [at, value] of values.points) {
            const place = `图${index + 1} ${head.points.get(0)}/${categories.points.get(at)}`;
            const [figure, ...others] = figures.filter(({ places }) => places.some((one) => one.place === place));
            const texts = figure?.places.filter((one) => one.place === place).map(({ text }) => Number(text));
            expect([place, others, texts]).toEqual([place, [], [Number(value)]]);
            const unknown = figure?.observations.filter(
              ({ sha256, sheet, cell, value: read }) => !inDatabase.has(`${sha256} ${sheet} ${cell} ${read}`),
            );
            expect([place, unknown]).toEqual([place, []]);
          }
        }
      }
    },
  );

  it("stand beside data.csv in the edition's folder", async () => {
    const request = { period: makePeriod(2023, 6), kind: "monthly", asOf: null } as const;
    const { folder, files } = await withHome({ ...HOME, home }, (open) => publish(open, request, memoryEffects()));
    expect(files).toContain("data.csv");
    const { edition } = editions.get("6 monthly") as { edition: Edition };
    const expected = Buffer.from(renderCsv(sheetNamed(edition, "数据")));
    expect(readFileSync(join(folder, "data.csv")).equals(expected)).toBe(true);
  });
});

function readRows(folder: string, bytes: Uint8Array) {
  const file = join(folder, "data.csv");
  writeFileSync(file, bytes);
  return readCsvRows(file).map(({ fields }) => fields);
}
