import { type Kysely, sql } from "kysely";

const HASH = (column: string) => `CHECK (length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*')`;

/**
 * Creates the tables of what readings asked and people answered.
 *
 * An answer is never changed: the last row on the same words within the same reach counts, 'withdrawn' among them.
 * reading_check says under what else a reading was found to come out the same, so that it is not made again.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const create = (statement: string) => sql.raw(statement).execute(db);

  await create(`CREATE TABLE question (
  sha256 TEXT NOT NULL,
  reading INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('indicator', 'region')),
  label TEXT NOT NULL CHECK (label <> ''),
  path TEXT NOT NULL CHECK (json_type(path) = 'array'),
  file_only INTEGER NOT NULL CHECK (file_only IN (0, 1)),
  sheet TEXT NOT NULL,
  cell TEXT,
  figures INTEGER NOT NULL CHECK (figures >= 0),
  PRIMARY KEY (sha256, reading, ordinal),
  FOREIGN KEY (sha256, reading) REFERENCES submission (sha256, reading)
) STRICT, WITHOUT ROWID`);

  await create(`CREATE TABLE reading_check (
  sha256 TEXT NOT NULL,
  reading INTEGER NOT NULL,
  read_as TEXT NOT NULL ${HASH("read_as")},
  PRIMARY KEY (sha256, reading, read_as),
  FOREIGN KEY (sha256, reading) REFERENCES submission (sha256, reading)
) STRICT, WITHOUT ROWID`);

  await create(`CREATE TABLE answer (
  ordinal INTEGER NOT NULL PRIMARY KEY CHECK (ordinal >= 1),
  source TEXT CHECK (source <> ''),
  sha256 TEXT ${HASH("sha256")},
  kind TEXT NOT NULL CHECK (kind IN ('indicator', 'region')),
  label TEXT NOT NULL CHECK (label <> ''),
  path TEXT NOT NULL CHECK (json_type(path) = 'array'),
  verdict TEXT NOT NULL CHECK (verdict IN ('is', 'none', 'withdrawn')),
  code TEXT CHECK (code <> '' AND code NOT GLOB '*[^a-z0-9-]*'),
  scope TEXT CHECK (scope <> ''),
  answered_at TEXT NOT NULL
    CHECK (answered_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  CHECK ((source IS NULL) <> (sha256 IS NULL)),
  CHECK ((code IS NOT NULL) = (verdict = 'is')),
  CHECK (scope IS NULL OR (code IS NOT NULL AND kind = 'indicator'))
) STRICT`);

  await createGuards(create);
}

/** Makes all three append-only; INSERT OR REPLACE deletes without firing the triggers of a deletion. */
async function createGuards(create: (statement: string) => Promise<unknown>): Promise<void> {
  for (const table of ["question", "reading_check", "answer"])
    for (const change of ["UPDATE", "DELETE"])
      await create(`CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`);
  await create(`CREATE TRIGGER question_no_replace BEFORE INSERT ON question
WHEN EXISTS (SELECT 1 FROM question WHERE sha256 = NEW.sha256 AND reading = NEW.reading AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'question is append-only'); END`);
  await create(`CREATE TRIGGER answer_no_replace BEFORE INSERT ON answer
WHEN EXISTS (SELECT 1 FROM answer WHERE ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'answer is append-only'); END`);
}
