import { type Kysely, sql } from "kysely";

const MONTH = (column: string) =>
  `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(${column}, 6) BETWEEN '01' AND '12')`;
const CELL = (column: string) =>
  `CHECK (${column} GLOB '[A-Z]*[0-9]' AND ${column} NOT GLOB '*[^A-Z0-9]*'
    AND ${column} NOT GLOB '*[0-9][A-Z]*' AND ${column} NOT GLOB '*[A-Z]0*')`;

/** Creates the table of what bureaus report of projects; the three amounts are JSON objects of value, unit and cell. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const create = (statement: string) => sql.raw(statement).execute(db);

  await create(`CREATE TABLE milestone_report (
  sha256 TEXT NOT NULL,
  reading INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL ${CELL("cell")},
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  project TEXT NOT NULL CHECK (project <> ''),
  project_key TEXT NOT NULL CHECK (project_key <> ''),
  period TEXT NOT NULL ${MONTH("period")},
  words TEXT CHECK (words <> ''),
  words_cell TEXT ${CELL("words_cell")},
  state TEXT CHECK (state IN ('未启动', '前期', '开工', '在建', '竣工', '投产', '达产')),
  halted INTEGER NOT NULL CHECK (halted IN (0, 1)),
  planned_start TEXT ${MONTH("planned_start")},
  started TEXT ${MONTH("started")},
  planned_finish TEXT ${MONTH("planned_finish")},
  finished TEXT ${MONTH("finished")},
  planned_investment TEXT CHECK (json_type(planned_investment) = 'object'),
  completed_investment TEXT CHECK (json_type(completed_investment) = 'object'),
  percent TEXT CHECK (json_type(percent) = 'object'),
  PRIMARY KEY (sha256, reading, sheet, cell),
  FOREIGN KEY (sha256, reading) REFERENCES submission (sha256, reading),
  CHECK ((words IS NULL) = (words_cell IS NULL)),
  CHECK (halted = 0 OR state IS NOT NULL)
) STRICT, WITHOUT ROWID`);
  await create("CREATE INDEX milestone_report_period ON milestone_report (period, project_key)");

  for (const change of ["UPDATE", "DELETE"])
    await create(`CREATE TRIGGER milestone_report_no_${change.toLowerCase()} BEFORE ${change} ON milestone_report
BEGIN SELECT RAISE(ABORT, 'milestone_report is append-only'); END`);
  // INSERT OR REPLACE deletes without firing the triggers above.
  await create(`CREATE TRIGGER milestone_report_no_replace BEFORE INSERT ON milestone_report
WHEN EXISTS (SELECT 1 FROM milestone_report WHERE sha256 = NEW.sha256 AND reading = NEW.reading
  AND sheet = NEW.sheet AND cell = NEW.cell)
BEGIN SELECT RAISE(ABORT, 'milestone_report is append-only'); END`);
}
