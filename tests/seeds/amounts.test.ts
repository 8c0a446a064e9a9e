import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkObservations } from "../../pipeline/check/observations.ts";
import { extractBook } from "../../pipeline/extract/book.ts";
import { loadReference } from "../../pipeline/jobs/reference.ts";
import { isZero } from "../../pipeline/model/decimal.ts";
import { readBook } from "../../pipeline/read/book.ts";
import { ROOT } from "../support/scratch-home.ts";

const reference = loadReference(ROOT);
const known = new Set<string>(
  reference.indicators.filter(({ yearly, isUpperBound }) => yearly !== null && !isUpperBound).map(({ code }) => code),
);
const bounded = new Set<string>(reference.indicators.filter((one) => one.isUpperBound).map(({ code }) => code));
const OTHER: Readonly<Record<string, string>> = { 万元: "亿元", 亿元: "万元" };

const sheets = readdirSync(join(ROOT, "seeds/sheets"), { recursive: true, withFileTypes: true }).filter(
  (entry) => entry.isFile() && /\.(csv|xlsx?)$/.test(entry.name),
);
const observations = (
  await Promise.all(
    sheets.map(async ({ parentPath, name }) => {
      const book = await readBook(join(parentPath, name));
      return extractBook(book, { ...reference, city: "150500" }).observations;
    }),
  )
).flat();

describe("checkObservations over seeds/sheets", () => {
  it("finds no amount unlikely", () => {
    const { issues } = checkObservations(observations, reference);
    expect(observations.length).toBeGreaterThan(1000);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("asks for every amount of the city in 万元 that is really in 亿元, where a total is known that it is a part of", () => {
    const slips = observations.flatMap((observation) => {
      const { quantity, value, unit, indicator, region } = observation;
      const isAmount = quantity === "value" && value !== null && !isZero(value) && bounded.has(indicator ?? "");
      return isAmount && unit === "亿元" && region === "150500" ? [{ ...observation, unit: "万元" }] : [];
    });
    const left = slips.filter((slip) => checkObservations([slip], reference).observations.length > 0);
    expect(slips.length).toBe(9);
    expect(left).toEqual([]);
  });

  it("asks for every amount in 万元 or 亿元 once it stands under the other, where the city's own is known", () => {
    const slips = observations.flatMap((observation) => {
      const { quantity, value, unit, indicator } = observation;
      const other = OTHER[unit ?? ""];
      const isAmount = quantity === "value" && value !== null && !isZero(value) && known.has(indicator ?? "");
      return isAmount && other !== undefined ? [{ ...observation, unit: other }] : [];
    });
    expect(slips.length).toBe(324);
    expect(slips.filter((slip) => checkObservations([slip], reference).observations.length > 0)).toEqual([]);
  });
});
