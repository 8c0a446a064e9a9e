import { type Kysely, sql } from "kysely";

/**
 * Lets a 件 be numbered before its 全宗号 is known: until now the beginning of the packages' names stood in its place.
 *
 * SQLite changes no column: the table is made anew, and nothing points at it.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    "ALTER TABLE package_item RENAME TO old_package_item",
    `CREATE TABLE package_item (
  package TEXT NOT NULL REFERENCES package (name),
  item TEXT NOT NULL CHECK (item <> ''),
  fonds TEXT CHECK (fonds <> ''),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention IN ('Y', 'D30', 'D10')),
  department TEXT NOT NULL CHECK (department <> ''),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 9999),
  content_sha256 TEXT CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (package, item)
) STRICT, WITHOUT ROWID`,
    `CREATE UNIQUE INDEX package_item_number
  ON package_item (coalesce(fonds, ''), year, retention, department, ordinal, package)`,
    `INSERT INTO package_item (package, item, fonds, year, retention, department, ordinal, content_sha256)
  SELECT old.package, old.item,
    nullif(old.fonds, substr(old.package, 1, length(old.package) - length('-2023Q2-' || package.version))),
    old.year, old.retention, old.department, old.ordinal, old.content_sha256
  FROM old_package_item AS old JOIN package ON package.name = old.package`,
    "DROP TABLE old_package_item",
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
