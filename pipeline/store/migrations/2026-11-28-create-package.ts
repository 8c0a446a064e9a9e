import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";
const HASH = (column: string) => `length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*'`;

/** Creates the tables of what an edition was made by, of the packages archived, and of the 件 in them. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    `CREATE TABLE edition_basis (
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  rules TEXT NOT NULL CHECK (rules <> ''),
  files TEXT NOT NULL CHECK (json_type(files) = 'object'),
  PRIMARY KEY (period, kind, region, version),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version)
) STRICT, WITHOUT ROWID`,
    `CREATE TABLE package (
  quarter TEXT NOT NULL CHECK (quarter GLOB '[12][0-9][0-9][0-9]-Q[1-4]'),
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL UNIQUE CHECK (name <> '' AND name NOT GLOB '*[^A-Za-z0-9-]*'),
  supersedes TEXT REFERENCES package (name) CHECK ((supersedes IS NULL) = (version = 1)),
  content_sha256 TEXT NOT NULL CHECK (${HASH("content_sha256")}),
  seal_sha256 TEXT NOT NULL CHECK (${HASH("seal_sha256")}),
  bagged_at TEXT NOT NULL CHECK (bagged_at ${TIMESTAMP}),
  PRIMARY KEY (quarter, version)
) STRICT, WITHOUT ROWID`,
    `CREATE TABLE package_item (
  fonds TEXT NOT NULL CHECK (fonds <> ''),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention IN ('Y', 'D30', 'D10')),
  department TEXT NOT NULL CHECK (department <> ''),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 9999),
  package TEXT NOT NULL REFERENCES package (name),
  item TEXT NOT NULL CHECK (item <> ''),
  PRIMARY KEY (fonds, year, retention, department, ordinal),
  UNIQUE (package, item)
) STRICT, WITHOUT ROWID`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
