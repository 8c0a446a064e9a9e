import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";

/** Creates the table of reminders: one row a recipient and day, so that nobody is reminded twice a day. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE reminder (
  day TEXT NOT NULL CHECK (date(day) IS day),
  recipient TEXT NOT NULL CHECK (recipient <> '' AND recipient NOT GLOB '*[^a-z0-9-]*'),
  stage TEXT NOT NULL CHECK (stage IN ('before', 'due', 'overdue', 'escalated')),
  periods TEXT NOT NULL CHECK (json_type(periods) = 'array'),
  channel TEXT NOT NULL CHECK (channel IN ('shared-folder', 'mail')),
  address TEXT NOT NULL CHECK (address <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  subject TEXT NOT NULL CHECK (subject <> ''),
  body TEXT NOT NULL CHECK (body <> ''),
  message_id TEXT UNIQUE CHECK (message_id GLOB '<?*@?*>'),
  state TEXT NOT NULL CHECK (state IN ('reserved', 'handed', 'sent', 'refused')),
  reserved_at TEXT NOT NULL CHECK (reserved_at ${TIMESTAMP}),
  code TEXT CHECK (code <> ''),
  reply TEXT CHECK (reply <> ''),
  PRIMARY KEY (day, recipient),
  CHECK ((message_id IS NOT NULL) = (channel = 'mail'))
) STRICT`)
    .execute(db);
}
