import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extractBook } from "../../pipeline/extract/book.ts";
import { loadReference } from "../../pipeline/jobs/reference.ts";
import { readBook } from "../../pipeline/read/book.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const FOLDER = join(ROOT, "seeds/sheets/published");
const addresses = readFileSync(join(ROOT, "seeds/sources/PUBLISHED.md"), "utf8");
const { indicators, regions, sources } = loadReference(ROOT);

const books = await Promise.all(
  readdirSync(FOLDER)
    .sort()
    .map(async (file) => {
      const book = await readBook(join(FOLDER, file));
      return { file, extraction: extractBook(book, { indicators, regions, sources, city: "150500" }) };
    }),
);

describe("extractBook over seeds/sheets/published", () => {
  it.each(books)("reads $file without an error", ({ extraction }) => {
    expect(extraction.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(extraction.illustrative).toBe(false);
    expect(extraction.source?.name).toMatch(/^published-/);
  });

  it.each(books)("knows where $file comes from, and the list of addresses says the same", ({ file, extraction }) => {
    const line = addresses.split("\n").find((text) => text.startsWith(`| ${file} |`));
    expect(extraction.url).not.toBeNull();
    expect(line?.endsWith(`| ${extraction.url} |`)).toBe(true);
    const { vintage } = extraction;
    const isStated = [`| ${vintage}（据网址） |`, `| 未注明，收录于${vintage} |`].some((words) =>
      line?.includes(words),
    );
    expect(isStated).toBe(true);
  });

  it("gives each source its own profile", () => {
    const names = books.map(({ extraction }) => extraction.source?.name);
    expect(new Set(names).size).toBe(books.length);
  });

  const facts = books.flatMap(({ extraction }) =>
    extraction.observations
      .filter(({ value }) => value !== null)
      .map((o) => [o.indicator, o.region, o.period, o.span, o.quantity, o.scope ?? "", o.value, o.unit].join(" ")),
  );

  // The outcomes of 2023 by which the annual paper judges the plan.
  it.each([
    "gdp 150500 2023-12 ytd yoy  5.2 %",
    "industrial-value-added 150500 2023-12 ytd yoy  0.5 %",
    "fixed-asset-investment 150500 2023-12 ytd yoy  24.3 %",
    "retail-sales 150500 2023-12 ytd yoy  4.5 %",
    "budget-revenue 150500 2023-12 ytd yoy  9 %",
    "key-projects 150500 2023-12 ytd value  612 个",
    "signed-projects 150500 2023-12 ytd value  591 个",
    "investment-in-place 150500 2023-12 ytd yoy  68.6 %",
    "higher-level-funds 150500 2023-12 ytd yoy  26.8 %",
    "grain-output 150500 2023-12 ytd value  189 亿斤",
    "cattle 150500 2023-12 instant value 肉牛 385.8 万头",
    "new-and-upgraded-farmland 150500 2023-12 ytd value  56 万亩",
    "gdp 150526 2023-12 ytd value  188.69 亿元",
    "registered-population 150526 2022-12 instant value  30.3476 万人",
    "urban-unemployment 150500 2022-12 instant value  3.89 %",
    "cpi 150500 2022-12 ytd yoy 主城区 2.4 %",
    "started-key-projects-rate 150500 2022-06 ytd value  92 %",
    "spring-signed-amount 150500 2023-03 month value  1027.15 亿元",
  ])("finds %s", (fact) => {
    expect(facts).toContain(fact);
  });

  it("takes no figure from a bound, and never the sum for the plan's 新建", () => {
    const codes = facts.map((fact) => fact.split(" ").slice(0, 5).join(" "));
    expect(codes).not.toContain("budget-revenue 150500 2023-12 ytd value");
    expect(codes).not.toContain("total-new-energy-capacity 150500 2023-12 instant value");
    expect(codes).not.toContain("loans 150500 2023-12 instant value");
    expect(facts.filter((fact) => fact.startsWith("new-farmland "))).toEqual([]);
    const inexact = books.flatMap(({ extraction }) =>
      extraction.issues.filter(({ code }) => code === "inexact-number"),
    );
    expect(inexact).toHaveLength(4);
  });
});
