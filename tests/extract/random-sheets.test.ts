import { describe, expect, it } from "vitest";
import { type Extraction, makeExtract } from "../../pipeline/extract/book.ts";
import { type Book, toAddress } from "../../pipeline/model/cell.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { SEEDS } from "./clerk/clerk-sheet.ts";
import type { Meaning } from "./random/block.ts";
import { openChance } from "./random/chance.ts";
import { type RandomSheet, randomSheet } from "./random/compose.ts";

const SHEETS = 1000;
const DROPS = 250; // sheets of which words are lost, one at a time
const WORDS_LOST = 4; // of each

const extract = makeExtract(SEEDS);

type Fact = Meaning & { readonly value: number | string | null };

/** Everything about a figure in one line; 12.0 is 12. */
function line({ indicator, region, period, span, quantity, scope, unit, value }: Fact): string {
  return [indicator, region, period, span, quantity, scope ?? "", Number(value), unit].join(" | ");
}

function settled({ observations }: Extraction): readonly (Observation & Fact)[] {
  return observations.filter(
    (o): o is Observation & Fact => o.value !== null && o.indicator !== null && o.region !== null && o.unit !== null,
  );
}

/** Figures read as something else than they are, with the seed by which the sheet can be made again. */
function wrongIn(seed: number, truth: RandomSheet["truth"], book: Book, change = ""): readonly string[] {
  return settled(extract(book)).flatMap((observation) => {
    const fact = truth.get(observation.cell);
    return fact && line(fact) === line(observation)
      ? []
      : [`seed ${seed}${change} ${observation.cell}: ${line(observation)} is ${fact ? line(fact) : "no figure"}`];
  });
}

describe("extractBook(book) over sheets made from their meaning", () => {
  it(`reads every figure of ${SHEETS} sheets, and asks nothing`, () => {
    const trouble: string[] = [];
    let figures = 0;
    for (let seed = 0; seed < SHEETS; seed++) {
      const { book, truth, shapes } = randomSheet(seed);
      const extraction = extract(book);
      const read = new Map(settled(extraction).map((observation) => [observation.cell, line(observation)]));
      for (const [cell, fact] of truth)
        if (read.get(cell) !== line(fact))
          trouble.push(`seed ${seed} (${shapes}) ${cell}: ${read.get(cell) ?? "not read"} is ${line(fact)}`);
      for (const { code, cell } of extraction.issues.filter(({ severity }) => severity === "error"))
        trouble.push(`seed ${seed} (${shapes}) ${cell}: ${code}`);
      for (const cell of read.keys()) if (!truth.has(cell)) trouble.push(`seed ${seed} ${cell}: no figure`);
      figures += truth.size;
    }
    expect(trouble).toEqual([]);
    expect(figures).toBeGreaterThan(40_000);
  });

  it("reads nothing wrong where a head, a label, a title or a unit is lost", () => {
    const trouble: string[] = [];
    for (let seed = 0; seed < DROPS; seed++) {
      const { book, truth } = randomSheet(seed);
      const chance = openChance(seed * 7 + 1);
      const [sheet] = book.sheets;
      const cells = sheet?.cells ?? [];
      const words = [...cells].filter(
        ({ row, column, raw }) => raw.type === "text" && !truth.has(toAddress(row, column)),
      );
      for (let time = 0; time < WORDS_LOST; time++) {
        const lost = chance.pick(words);
        const rest = [...cells].filter((cell) => cell !== lost);
        const at = ` without ${toAddress(lost.row, lost.column)}`;
        if (sheet) trouble.push(...wrongIn(seed, truth, { ...book, sheets: [{ ...sheet, cells: rest }] }, at));
      }
    }
    expect(trouble).toEqual([]);
  });
});
