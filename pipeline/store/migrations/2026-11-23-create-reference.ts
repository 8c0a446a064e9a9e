import { type Kysely, sql } from "kysely";

const CODE = (column: string) => `CHECK (${column} <> '' AND ${column} NOT GLOB '*[^a-z0-9-]*')`;
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
 * Creates the tables that mirror the seeds, so that figures can be joined to targets in SQL.
 *
 * Their keys to each other are checked at the end of a transaction, because a seed is replaced as a whole.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const create = (statement: string) => sql.raw(statement).execute(db);

  await create(`CREATE TABLE seed (
  name TEXT NOT NULL PRIMARY KEY ${CODE("name")},
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT`);

  await create(`CREATE TABLE bureau (
  code TEXT NOT NULL PRIMARY KEY ${CODE("code")},
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  aliases TEXT NOT NULL ${JSON_LIST("aliases")}
) STRICT`);

  await create(`CREATE TABLE region (
  code TEXT NOT NULL PRIMARY KEY ${REGION("code")},
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  aliases TEXT NOT NULL ${JSON_LIST("aliases")},
  kind TEXT NOT NULL CHECK (kind IN ('city', 'city-level', 'county', 'development-zone')),
  display_order INTEGER NOT NULL
) STRICT`);

  await create(`CREATE TABLE indicator (
  code TEXT NOT NULL PRIMARY KEY ${CODE("code")},
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  decimals INTEGER NOT NULL CHECK (decimals >= 0),
  nature TEXT NOT NULL CHECK (nature IN ('flow', 'stock', 'rate', 'index')),
  price TEXT CHECK (price IN ('real', 'nominal')),
  cadence TEXT NOT NULL CHECK (cadence IN ('monthly', 'quarterly', 'half-yearly', 'annual')),
  first_month INTEGER NOT NULL CHECK (first_month BETWEEN 1 AND 12),
  judged_from INTEGER NOT NULL CHECK (judged_from BETWEEN 1 AND 12),
  publisher TEXT NOT NULL REFERENCES bureau (code) DEFERRABLE INITIALLY DEFERRED
) STRICT`);

  await create(`CREATE TABLE indicator_alias (
  text TEXT NOT NULL PRIMARY KEY CHECK (text <> ''),
  indicator TEXT NOT NULL REFERENCES indicator (code) DEFERRABLE INITIALLY DEFERRED,
  scope TEXT CHECK (scope <> '')
) STRICT`);

  await create(`CREATE TABLE plan (
  year INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 1900 AND 2199),
  title TEXT NOT NULL,
  document_number TEXT NOT NULL,
  region TEXT NOT NULL REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  chapters TEXT NOT NULL ${JSON_LIST("chapters")}
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
  CHECK (basis IN ('event', 'quota') OR low IS NOT NULL OR high IS NOT NULL),
  CHECK (CASE WHEN op IN ('>=', '>') THEN high IS NULL
    WHEN op IN ('<=', '<') THEN low IS NULL
    WHEN op = 'range' THEN (low IS NULL) = (high IS NULL)
    ELSE low IS high END)
) STRICT`);
  await create("CREATE INDEX target_year ON target (year)");

  await create(`CREATE TABLE milestone (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  year INTEGER NOT NULL REFERENCES plan (year) DEFERRABLE INITIALLY DEFERRED,
  chapter INTEGER NOT NULL CHECK (chapter >= 0),
  project TEXT CHECK (project <> ''),
  task TEXT NOT NULL CHECK (task <> ''),
  action TEXT NOT NULL CHECK (action <> ''),
  due TEXT ${PERIOD("due")},
  bureau TEXT REFERENCES bureau (code) DEFERRABLE INITIALLY DEFERRED,
  bureau_is_our_reading INTEGER NOT NULL ${FLAG("bureau_is_our_reading")},
  note TEXT,
  ${SOURCE_SPAN}
) STRICT`);
  await create("CREATE INDEX milestone_year ON milestone (year)");
}
