import { type Kysely, sql } from "kysely";
import { PipelineError } from "../errors.ts";
import type { Tables } from "./database.ts";

interface Link {
  readonly table: string;
  readonly column: string;
  readonly key: string; // that names a row of the table
  readonly to: string;
  readonly toKey: string;
  readonly words: string; // the rows, for people
}

const LINKS: readonly Link[] = [
  link("indicator", "publisher", "bureau", "指标", "code"),
  link("plan", "region", "region", "计划", "year"),
  link("target", "indicator", "indicator", "目标", "id"),
  link("target", "region", "region", "目标", "id"),
  link("target", "bureau", "bureau", "目标", "id"),
  link("milestone", "bureau", "bureau", "项目任务", "id"),
];

/**
 * Sees to it that every code in the seeds' tables names a row of another; call it before the transaction ends.
 *
 * @throws PipelineError SEED_INVALID, naming each code that leads nowhere: the database itself would only say that one does
 */
export async function requireLinks(database: Kysely<Tables>): Promise<void> {
  const dangling: string[] = [];
  for (const link of LINKS) dangling.push(...(await findDangling(database, link)));
  if (dangling.length === 0) return;
  throw new PipelineError("SEED_INVALID", `对照表之间对不上：${dangling.join("；")}`, {
    hint: "请在 seeds/ 中补上缺少的代码，或改正引用它的行",
  });
}

async function findDangling(database: Kysely<Tables>, link: Link): Promise<readonly string[]> {
  const { table, column, key, to, toKey, words } = link;
  const query = sql<{ readonly name: string | number; readonly code: string }>`
    select a.${sql.ref(key)} as name, a.${sql.ref(column)} as code from ${sql.table(table)} as a
    left join ${sql.table(to)} as b on b.${sql.ref(toKey)} = a.${sql.ref(column)}
    where a.${sql.ref(column)} is not null and b.${sql.ref(toKey)} is null order by a.${sql.ref(key)}`;
  const { rows } = await query.execute(database);
  return rows.map(({ name, code }) => `${words} ${name} 用到的 ${JSON.stringify(code)} 不在 ${to} 表中`);
}

function link(table: string, column: string, to: string, words: string, key: string): Link {
  return { table, column, key, to, toKey: "code", words };
}
