import { expect, it } from "vitest";
import { describeEdition } from "../../pipeline/report/edition/describe.ts";
import { printedFigures } from "../../pipeline/report/edition/places.ts";
import { longerBriefing } from "../../tools/bench/edition.ts";
import { juneInput } from "../support/edition-month-fixture.ts";
import { shippedBriefing } from "../support/shipped-templates.ts";

it("longerBriefing(edition) has ten tables of 30 rows, the edition's charts, and no figure that it does not have", () => {
  const edition = describeEdition(juneInput({ kind: "quarterly", template: shippedBriefing("quarterly") }));
  const { blocks } = longerBriefing(edition);
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.rows.length] : []));
  expect(tables).toEqual(Array(10).fill(30));
  const charts = (all: typeof blocks) => all.filter(({ kind }) => kind === "chart");
  expect(charts(blocks)).toEqual(charts(edition.blocks));
  expect(charts(blocks).length).toBeGreaterThan(0);
  const known = new Set(edition.figures.map(({ id }) => id));
  expect(printedFigures({ sheets: [], blocks }).filter(({ figure }) => !known.has(figure))).toEqual([]);
});
