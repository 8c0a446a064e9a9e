import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";
const PERIOD = `GLOB '[12][0-9][0-9][0-9]-[01][0-9]'`;

/** Creates the tables of what the program did: editions of the papers, and runs of jobs. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE edition (
  period TEXT NOT NULL CHECK (period ${PERIOD} AND substr(period, 6) BETWEEN '01' AND '12'),
  kind TEXT NOT NULL CHECK (kind IN ('monthly', 'quarterly', 'annual')),
  region TEXT NOT NULL CHECK (length(region) = 6 AND region NOT GLOB '*[^0-9]*'),
  version INTEGER NOT NULL CHECK (version >= 1),
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'delivered', 'corrected')),
  as_of TEXT CHECK (date(as_of) IS as_of),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  created_at TEXT NOT NULL CHECK (created_at ${TIMESTAMP}),
  path TEXT NOT NULL CHECK (path <> '' AND path NOT GLOB '/*' AND path NOT GLOB '*..*' AND path NOT GLOB '*:*'),
  PRIMARY KEY (period, kind, region, version)
) STRICT`)
    .execute(db);

  await sql
    .raw(`CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  job TEXT NOT NULL CHECK (job <> '' AND job NOT GLOB '*[^a-z0-9-]*'),
  started_at TEXT NOT NULL CHECK (started_at ${TIMESTAMP}),
  finished_at TEXT NOT NULL CHECK (finished_at ${TIMESTAMP}),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'done-with-errors', 'failed')),
  subject TEXT CHECK (subject <> ''),
  counts TEXT NOT NULL CHECK (json_type(counts) = 'object'),
  error TEXT CHECK (error <> ''),
  CHECK ((error IS NOT NULL) = (outcome = 'failed'))
) STRICT`)
    .execute(db);
}
