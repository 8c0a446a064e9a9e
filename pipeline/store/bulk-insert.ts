import type { InsertObject, Kysely } from "kysely";
import type { Tables } from "./database.ts";

const ROWS_A_STATEMENT = 100; // more gains nothing, and 100 rows of any table stay far below 32,766 parameters

/** Inserts rows, many to a statement; the caller has opened the transaction. */
export async function insertRows<T extends keyof Tables & string>(
  database: Kysely<Tables>,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    await database
      .insertInto(table)
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute();
}
