import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";
const HASH = (column: string) => `length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*'`;

/** Creates the table of what went to whom: a row for each recipient, edition and content, so that none gets it twice. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  await sql
    .raw(`CREATE TABLE delivery (
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  content_sha256 TEXT NOT NULL CHECK (${HASH("content_sha256")}),
  channel TEXT NOT NULL CHECK (channel IN ('shared-folder', 'mail')),
  address TEXT NOT NULL CHECK (address <> ''),
  role TEXT NOT NULL CHECK (role IN ('leader', 'office', 'bureau', 'archivist')),
  name TEXT NOT NULL CHECK (name <> ''),
  papers TEXT NOT NULL CHECK (json_type(papers) = 'array'),
  message_id TEXT UNIQUE CHECK (message_id GLOB '<?*@?*>'),
  state TEXT NOT NULL CHECK (state IN ('reserved', 'handed', 'sent', 'refused', 'bounced')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  reserved_at TEXT NOT NULL CHECK (reserved_at ${TIMESTAMP}),
  settled_at TEXT CHECK (settled_at ${TIMESTAMP}),
  code TEXT CHECK (code <> ''),
  reply TEXT CHECK (reply <> ''),
  PRIMARY KEY (period, kind, region, content_sha256, channel, address),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version),
  CHECK ((message_id IS NOT NULL) = (channel = 'mail')),
  CHECK ((settled_at IS NOT NULL) = (state IN ('sent', 'refused', 'bounced')))
) STRICT`)
    .execute(db);
}
