import { type Kysely, sql } from "kysely";

const TIMESTAMP = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'";
const COLUMNS = `period, kind, region, version, content_sha256, channel, address, role, name, papers, paper_sha256,
  message_id, earlier_ids, state, attempts, reserved_at, settled_at, code, reply`;

/** Tells deliveries by version rather than by content: a later version may say again what an earlier one said. */
// biome-ignore lint/suspicious/noExplicitAny: a migration outlives the table types of its day
export async function up(db: Kysely<any>): Promise<void> {
  const statements = [
    "ALTER TABLE delivery RENAME TO old_delivery",
    `CREATE TABLE delivery (
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  channel TEXT NOT NULL CHECK (channel IN ('shared-folder', 'mail')),
  address TEXT NOT NULL CHECK (address <> ''),
  role TEXT NOT NULL CHECK (role IN ('leader', 'office', 'bureau', 'archivist')),
  name TEXT NOT NULL CHECK (name <> ''),
  papers TEXT NOT NULL CHECK (json_type(papers) = 'array'),
  paper_sha256 TEXT NOT NULL CHECK (json_type(paper_sha256) = 'object'),
  message_id TEXT UNIQUE CHECK (message_id GLOB '<?*@?*>'),
  earlier_ids TEXT NOT NULL CHECK (json_type(earlier_ids) = 'array'),
  state TEXT NOT NULL CHECK (state IN ('reserved', 'handed', 'sent', 'refused', 'bounced')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  reserved_at TEXT NOT NULL CHECK (reserved_at ${TIMESTAMP}),
  settled_at TEXT CHECK (settled_at ${TIMESTAMP}),
  code TEXT CHECK (code <> ''),
  reply TEXT CHECK (reply <> ''),
  PRIMARY KEY (period, kind, region, version, channel, address),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version),
  CHECK ((message_id IS NOT NULL) = (channel = 'mail')),
  CHECK ((settled_at IS NOT NULL) = (state IN ('sent', 'refused', 'bounced')))
) STRICT`,
    `INSERT INTO delivery (${COLUMNS}) SELECT ${COLUMNS} FROM old_delivery`,
    "DROP TABLE old_delivery",
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
