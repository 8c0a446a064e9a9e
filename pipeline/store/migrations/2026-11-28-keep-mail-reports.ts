import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";

/** What states there are from now on, by table. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  edition: ["draft", "approved", "delivered", "undelivered", "corrected"],
  reminder: ["reserved", "handed", "sent", "refused", "bounced"],
};

/**
 * Creates the table of what came back on mails, lets editions and reminders have a state for it, and keeps with a delivery its
 * papers' hashes and the Message-IDs that it had before.
 *
 * SQLite changes no constraint of a column; a column of the new kind takes the place of the old one, and no other table that
 * points at these has to be touched.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  for (const [table, [first, ...others]] of Object.entries(STATES)) {
    const list = [first, ...others].map((state) => `'${state}'`).join(", ");
    await run(
      `ALTER TABLE ${table} ADD COLUMN next_state TEXT NOT NULL DEFAULT '${first}' CHECK (next_state IN (${list}))`,
    );
    await run(`UPDATE ${table} SET next_state = state`);
    await run(`ALTER TABLE ${table} DROP COLUMN state`);
    await run(`ALTER TABLE ${table} RENAME COLUMN next_state TO state`);
  }
  await run(
    "ALTER TABLE delivery ADD COLUMN paper_sha256 TEXT NOT NULL DEFAULT '{}' CHECK (json_type(paper_sha256) = 'object')",
  );
  await run(
    "ALTER TABLE delivery ADD COLUMN earlier_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(earlier_ids) = 'array')",
  );
  await run(`CREATE TABLE mail_report (
  id TEXT NOT NULL CHECK (id <> ''),
  message_id TEXT NOT NULL CHECK (message_id GLOB '<?*@?*>'),
  action TEXT NOT NULL CHECK (action IN ('failed', 'delayed', 'delivered', 'relayed', 'expanded', 'displayed')),
  status TEXT CHECK (status GLOB '[245].[0-9]*.[0-9]*'),
  words TEXT CHECK (words <> ''),
  received_at TEXT NOT NULL CHECK (received_at ${TIMESTAMP}),
  file TEXT NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (id, message_id, action)
) STRICT, WITHOUT ROWID`);
}
