import { type Kysely, sql } from "kysely";

/**
 * Creates the tables of what was received.
 *
 * A file is its bytes. It may be read more than once, with other hints, other seeds or a better program: each reading
 * that comes out differently is a submission of its own, and the last one counts (current_submission).
 *
 * Codes of indicators, regions and bureaus are plain text here, without a key to the seeds' tables: what a bureau
 * reported stays reported when a seed row is renamed or taken out.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const create = (statement: string) => sql.raw(statement).execute(db);

  await create(`CREATE TABLE submission (
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  reading INTEGER NOT NULL CHECK (reading >= 1),
  file TEXT NOT NULL CHECK (file <> ''),
  format TEXT CHECK (format <> '' AND format NOT GLOB '*[^a-z0-9]*'),
  source TEXT CHECK (source <> ''),
  bureau TEXT CHECK (bureau <> '' AND bureau NOT GLOB '*[^a-z0-9-]*'),
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  vintage TEXT NOT NULL CHECK (date(vintage) IS vintage),
  url TEXT CHECK (url <> ''),
  received_at TEXT NOT NULL
    CHECK (received_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  hints TEXT NOT NULL CHECK (json_type(hints) = 'object'),
  read_as TEXT NOT NULL CHECK (length(read_as) = 64 AND read_as NOT GLOB '*[^0-9a-f]*'),
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'partial', 'refused')),
  PRIMARY KEY (sha256, reading),
  CHECK (format IS NOT NULL OR outcome = 'refused')
) STRICT`);

  await create(`CREATE VIEW current_submission AS SELECT * FROM submission AS s
WHERE reading = (SELECT max(reading) FROM submission WHERE sha256 = s.sha256)`);

  await create(`CREATE TABLE observation (
  sha256 TEXT NOT NULL,
  reading INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL CHECK (cell GLOB '[A-Z]*[0-9]' AND cell NOT GLOB '*[^A-Z0-9]*'
    AND cell NOT GLOB '*[0-9][A-Z]*' AND cell NOT GLOB '*[A-Z]0*'),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  label TEXT NOT NULL,
  path TEXT NOT NULL CHECK (json_type(path) = 'array'),
  indicator TEXT CHECK (indicator <> '' AND indicator NOT GLOB '*[^a-z0-9-]*'),
  region TEXT CHECK (length(region) = 6 AND region NOT GLOB '*[^0-9]*'),
  period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(period, 6) BETWEEN '01' AND '12'),
  span TEXT NOT NULL CHECK (span IN ('month', 'quarter', 'ytd', 'year', 'instant')),
  quantity TEXT NOT NULL
    CHECK (quantity IN ('value', 'yoy', 'mom', 'change', 'rank', 'share', 'index', 'contribution')),
  scope TEXT CHECK (scope <> ''),
  value TEXT CHECK ((value GLOB '[0-9]*' OR value GLOB '-[0-9]*') AND value GLOB '*[0-9]'
    AND value NOT GLOB '*[^0-9.-]*' AND value NOT GLOB '?*-*' AND value NOT GLOB '*.*.*'),
  unit TEXT CHECK (unit <> ''),
  decimals INTEGER NOT NULL CHECK (decimals >= 0),
  status TEXT NOT NULL
    CHECK (status IN ('normal', 'provisional', 'estimated', 'missing', 'not-applicable', 'below-unit')),
  status_reason TEXT CHECK (status_reason <> ''),
  PRIMARY KEY (sha256, reading, sheet, cell),
  FOREIGN KEY (sha256, reading) REFERENCES submission (sha256, reading),
  CHECK ((value IS NULL) = (status IN ('missing', 'not-applicable', 'below-unit'))),
  CHECK (value IS NOT NULL OR status_reason IS NOT NULL)
) STRICT, WITHOUT ROWID`);
  await create("CREATE INDEX observation_fact ON observation (indicator, region, period)");

  await create(`CREATE TABLE data_issue (
  sha256 TEXT NOT NULL,
  reading INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  code TEXT NOT NULL CHECK (code <> '' AND code NOT GLOB '*[^a-z0-9-]*'),
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  sheet TEXT,
  cell TEXT,
  message TEXT NOT NULL CHECK (message <> ''),
  hint TEXT NOT NULL,
  PRIMARY KEY (sha256, reading, ordinal),
  FOREIGN KEY (sha256, reading) REFERENCES submission (sha256, reading)
) STRICT, WITHOUT ROWID`);

  await createGuards(create);
}

/** Makes what was received append-only: a new value is a new submission, never an overwrite. */
async function createGuards(create: (statement: string) => Promise<unknown>): Promise<void> {
  for (const table of ["submission", "observation"])
    for (const change of ["UPDATE", "DELETE"])
      await create(`CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`);
  // INSERT OR REPLACE deletes without firing the triggers above.
  await create(`CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation
WHEN EXISTS (SELECT 1 FROM observation WHERE sha256 = NEW.sha256 AND reading = NEW.reading
  AND sheet = NEW.sheet AND cell = NEW.cell)
BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END`);
}
