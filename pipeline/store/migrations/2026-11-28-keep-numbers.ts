import { type Kysely, sql } from "kysely";

/**
 * Lets a 件 that is the same in a package and in the one that corrects it keep its number, and keeps what tells whether it is.
 *
 * SQLite changes no key: the table is made anew, and nothing points at it.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    "ALTER TABLE package_item RENAME TO old_package_item",
    `CREATE TABLE package_item (
  package TEXT NOT NULL REFERENCES package (name),
  item TEXT NOT NULL CHECK (item <> ''),
  fonds TEXT NOT NULL CHECK (fonds <> ''),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention IN ('Y', 'D30', 'D10')),
  department TEXT NOT NULL CHECK (department <> ''),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 9999),
  content_sha256 TEXT CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (package, item),
  UNIQUE (fonds, year, retention, department, ordinal, package)
) STRICT, WITHOUT ROWID`,
    `INSERT INTO package_item (package, item, fonds, year, retention, department, ordinal)
  SELECT package, item, fonds, year, retention, department, ordinal FROM old_package_item`,
    "DROP TABLE old_package_item",
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
