import { sql } from "kysely";
import { ask, type Store } from "./database.ts";

/** The statements that would make this schema anew, by kind and name, one blank line between; as SQLite keeps them. */
export async function describeSchema(store: Store): Promise<string> {
  const query = sql<{ readonly sql: string }>`
    select sql from sqlite_master where sql is not null and name not like 'sqlite!_%' escape '!' order by type, name`;
  const { rows } = await ask(store, (database) => query.execute(database));
  return rows.map((row) => `${row.sql};\n`).join("\n");
}
