import { z } from "zod";
import type { Region } from "../model/region.ts";
import { repeatedKeys, requireNoProblems } from "../model/seed-row.ts";
import { type CsvRow, integer, parseRows, regionCode, text, textList } from "./csv-rows.ts";

const regionRow = z
  .strictObject({
    code: regionCode,
    name: text,
    short_name: text,
    aliases: textList,
    kind: z.enum(["province", "city", "city-level", "county", "development-zone"]),
    order: integer(0, 999),
    note: z.string(),
  })
  .transform(({ code, name, short_name, aliases, kind, order }): Region => {
    return { code, name, shortName: short_name, aliases, kind, order };
  });

/**
 * Reads seeds/regions.csv, in the order that tables list regions in.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID listing every bad row, a code, a place in the order or a name that two rows claim
 */
export function parseRegions(rows: readonly CsvRow[], file: string): readonly Region[] {
  const regions = parseRows(rows, file, regionRow);
  requireNoProblems([
    ...repeatedKeys(regions, "代码", ({ code }) => [code]),
    ...repeatedKeys(regions, "次序", ({ order }) => [String(order)]),
    ...repeatedKeys(regions, "名称", ({ name, shortName, aliases }) => [name, shortName, ...aliases]),
  ]);
  return regions.map(({ value }) => value).sort((a, b) => a.order - b.order);
}
