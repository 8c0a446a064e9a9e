import { type Kysely, sql } from "kysely";

const REGION = (column: string) => `CHECK (length(${column}) = 6 AND ${column} NOT GLOB '*[^0-9]*')`;
const FLAG = (column: string) => `CHECK (${column} IN (0, 1))`;
const JSON_LIST = (column: string) => `CHECK (json_type(${column}) = 'array')`;
const PERIOD = (column: string) =>
  `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(${column}, 6) BETWEEN '01' AND '12')`;
const DECIMAL = (column: string) =>
  `CHECK ((${column} GLOB '[0-9]*' OR ${column} GLOB '-[0-9]*') AND ${column} GLOB '*[0-9]'` +
  ` AND ${column} NOT GLOB '*[^0-9.-]*' AND ${column} NOT GLOB '?*-*' AND ${column} NOT GLOB '*.*.*')`;
const SOURCE_SPAN = `source_text TEXT NOT NULL CHECK (source_text <> ''),
  source_start INTEGER NOT NULL CHECK (source_start >= 0),
  source_end INTEGER NOT NULL CHECK (source_end > source_start)`;

/**
 * Lets a goal be held against another figure (高于全区平均增速), and a place be of the level above the city.
 *
 * SQLite changes no constraint of a table, so both tables are made anew. All tables that mirror the seeds are emptied,
 * because they point at each other, and filled again when the program next opens the database.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const create = (statement: string) => sql.raw(statement).execute(db);

  for (const table of ["milestone", "target", "plan", "indicator_alias", "indicator", "region", "seed"])
    await create(`DELETE FROM ${table}`);
  await create("DROP TABLE target");
  await create("DROP TABLE region");

  await create(`CREATE TABLE region (
  code TEXT NOT NULL PRIMARY KEY ${REGION("code")},
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  aliases TEXT NOT NULL ${JSON_LIST("aliases")},
  kind TEXT NOT NULL CHECK (kind IN ('province', 'city', 'city-level', 'county', 'development-zone')),
  display_order INTEGER NOT NULL
) STRICT`);

  await create(`CREATE TABLE target (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  year INTEGER NOT NULL REFERENCES plan (year) DEFERRABLE INITIALLY DEFERRED,
  chapter INTEGER NOT NULL CHECK (chapter >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  indicator TEXT REFERENCES indicator (code) DEFERRABLE INITIALLY DEFERRED,
  quantity TEXT NOT NULL
    CHECK (quantity IN ('value', 'yoy', 'mom', 'change', 'rank', 'share', 'index', 'contribution')),
  basis TEXT NOT NULL CHECK (basis IN ('flow', 'growth', 'keep', 'attain', 'event', 'quota')),
  op TEXT NOT NULL CHECK (op IN ('>=', '<=', '<', '>', '=', '~', 'range')),
  low TEXT ${DECIMAL("low")},
  high TEXT ${DECIMAL("high")},
  relative_indicator TEXT REFERENCES indicator (code) DEFERRABLE INITIALLY DEFERRED,
  relative_region TEXT REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
  unit TEXT NOT NULL,
  scope TEXT CHECK (scope <> ''),
  comparable_scopes TEXT NOT NULL ${JSON_LIST("comparable_scopes")},
  region TEXT NOT NULL REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
  due TEXT NOT NULL ${PERIOD("due")},
  strength TEXT NOT NULL CHECK (strength IN ('约束性', '预期性', '力争')),
  explicit INTEGER NOT NULL ${FLAG("explicit")},
  headline INTEGER NOT NULL ${FLAG("headline")},
  bureau TEXT REFERENCES bureau (code) DEFERRABLE INITIALLY DEFERRED,
  bureau_is_our_reading INTEGER NOT NULL ${FLAG("bureau_is_our_reading")},
  review INTEGER NOT NULL ${FLAG("review")},
  note TEXT,
  ${SOURCE_SPAN},
  CHECK ((relative_indicator IS NULL) = (relative_region IS NULL)),
  CHECK (relative_indicator IS NULL OR (low IS NULL AND high IS NULL)),
  CHECK (basis IN ('event', 'quota') OR relative_indicator IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL),
  CHECK (CASE WHEN op IN ('>=', '>') THEN high IS NULL
    WHEN op IN ('<=', '<') THEN low IS NULL
    WHEN op = 'range' THEN (low IS NULL) = (high IS NULL)
    ELSE low IS high END)
) STRICT`);
  await create("CREATE INDEX target_year ON target (year)");
}
