import { CompiledQuery, type Kysely } from "kysely";
import type { Tables } from "./database.ts";

const ROWS_A_STATEMENT = 100; // more gains nothing, and 100 rows of any table stay far below 32,766 parameters

/**
 * Inserts things as rows, many to a statement; the caller has opened the transaction.
 *
 * The statement is written here, once for all full chunks; to have Kysely build each anew costs a third of SQLite's work.
 *
 * @param toRow makes the row of a thing and its place in the list, all columns of it; called chunk by chunk, so that a
 * large file's rows are never all in memory
 */
export async function insertRows<T extends keyof Tables & string, Thing>(
  database: Kysely<Tables>,
  table: T,
  things: readonly Thing[],
  toRow: (thing: Thing, ordinal: number) => Tables[T],
): Promise<void> {
  let statement = { text: "", rows: 0 };
  for (let start = 0; start < things.length; start += ROWS_A_STATEMENT) {
    const rows = things.slice(start, start + ROWS_A_STATEMENT).map((thing, index) => toRow(thing, start + index));
    const columns = Object.keys(rows[0] ?? {}) as (keyof Tables[T] & string)[];
    if (statement.rows !== rows.length)
      statement = { text: insertText(table, columns, rows.length), rows: rows.length };
    const values = rows.flatMap((row) => columns.map((column) => row[column]));
    await database.executeQuery(CompiledQuery.raw(statement.text, values));
  }
}

function insertText(table: string, columns: readonly string[], rows: number): string {
  const row = `(${columns.map(() => "?").join(", ")})`;
  const names = columns.map((column) => `"${column}"`).join(", ");
  return `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: rows }, () => row).join(", ")}`;
}
