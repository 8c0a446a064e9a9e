import type { InsertObject, Kysely } from "kysely";
import type { Tables } from "./database.ts";

const ROWS_A_STATEMENT = 100; // more gains nothing, and 100 rows of any table stay far below 32,766 parameters

/**
 * Inserts things as rows, many to a statement; the caller has opened the transaction.
 *
 * @param toRow makes the row of a thing and its place in the list; called chunk by chunk, so that a large file's
 * rows are never all in memory
 */
export async function insertRows<T extends keyof Tables & string, Thing>(
  database: Kysely<Tables>,
  table: T,
  things: readonly Thing[],
  toRow: (thing: Thing, ordinal: number) => InsertObject<Tables, T>,
): Promise<void> {
  for (let start = 0; start < things.length; start += ROWS_A_STATEMENT) {
    const chunk = things.slice(start, start + ROWS_A_STATEMENT);
    const rows = chunk.map((thing, index) => toRow(thing, start + index));
    await database.insertInto(table).values(rows).execute();
  }
}
