import { type Kysely, sql } from "kysely";
import type { Tables } from "./database.ts";

/** A code in a seed's table that names no row of the table it points to. */
export interface DanglingCode {
  readonly year: number | null; // of the plan it stands in; null outside plans
  readonly text: string; // Chinese: which row, which code, which table
}

interface Link {
  readonly table: string;
  readonly column: string;
  readonly key: string; // that names a row of the table
  readonly to: string;
  readonly words: string; // the rows, for people
}

const LINKS: readonly Link[] = [
  { table: "indicator", column: "publisher", key: "code", to: "bureau", words: "指标" },
  { table: "plan", column: "region", key: "year", to: "region", words: "计划" },
  { table: "target", column: "indicator", key: "id", to: "indicator", words: "目标" },
  { table: "target", column: "region", key: "id", to: "region", words: "目标" },
  { table: "target", column: "relative_indicator", key: "id", to: "indicator", words: "目标" },
  { table: "target", column: "relative_region", key: "id", to: "region", words: "目标" },
  { table: "target", column: "bureau", key: "id", to: "bureau", words: "目标" },
  { table: "milestone", column: "bureau", key: "id", to: "bureau", words: "项目任务" },
];

/** Every code that leads nowhere, table by table; the database itself would only say that there is one. */
export async function listDanglingCodes(database: Kysely<Tables>): Promise<readonly DanglingCode[]> {
  const dangling: DanglingCode[] = [];
  for (const link of LINKS) dangling.push(...(await followLink(database, link)));
  return dangling;
}

async function followLink(database: Kysely<Tables>, link: Link): Promise<readonly DanglingCode[]> {
  const { table, column, key, to, words } = link;
  const year = table === "indicator" ? sql`null` : sql.ref("a.year");
  const [name, code] = [sql.ref(`a.${key}`), sql.ref(`a.${column}`)];
  const query = sql<{ readonly year: number | null; readonly name: string | number; readonly code: string }>`
    select ${year} as year, ${name} as name, ${code} as code from ${sql.table(table)} as a
    left join ${sql.table(to)} as b on b.code = ${code} where ${code} is not null and b.code is null order by ${name}`;
  const { rows } = await query.execute(database);
  return rows.map((row) => ({
    year: row.year,
    text: `${words} ${row.name} 用到的 ${JSON.stringify(row.code)} 不在 ${to} 表中`,
  }));
}
