CREATE INDEX milestone_report_period ON milestone_report (period, project_key);

CREATE INDEX milestone_year ON milestone (year);

CREATE INDEX observation_fact ON observation (indicator, region, period);

CREATE UNIQUE INDEX package_item_number
  ON package_item (coalesce(fonds, ''), year, retention, department, ordinal, package);

CREATE INDEX scheduled_run_by_time ON scheduled_run (job, scheduled_for);

CREATE INDEX scheduled_run_pending ON scheduled_run (scheduled_for) WHERE outcome IS NULL;

CREATE INDEX target_year ON target (year);

CREATE TABLE answer (
  ordinal INTEGER NOT NULL PRIMARY KEY CHECK (ordinal >= 1),
  source TEXT CHECK (source <> ''),
  sha256 TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
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
) STRICT;

CREATE TABLE approval (
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  approved_at TEXT NOT NULL CHECK (approved_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  approved_by TEXT CHECK (approved_by <> ''),
  PRIMARY KEY (period, kind, region, version),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE bureau (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> '' AND code NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  aliases TEXT NOT NULL CHECK (json_type(aliases) = 'array')
) STRICT;

CREATE TABLE data_issue (
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
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
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
  reserved_at TEXT NOT NULL CHECK (reserved_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  settled_at TEXT CHECK (settled_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  code TEXT CHECK (code <> ''),
  reply TEXT CHECK (reply <> ''),
  PRIMARY KEY (period, kind, region, version, channel, address),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version),
  CHECK ((message_id IS NOT NULL) = (channel = 'mail')),
  CHECK ((settled_at IS NOT NULL) = (state IN ('sent', 'refused', 'bounced')))
) STRICT;

CREATE TABLE edition (
  period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(period, 6) BETWEEN '01' AND '12'),
  kind TEXT NOT NULL CHECK (kind IN ('monthly', 'quarterly', 'annual')),
  region TEXT NOT NULL CHECK (length(region) = 6 AND region NOT GLOB '*[^0-9]*'),
  version INTEGER NOT NULL CHECK (version >= 1),
  as_of TEXT CHECK (date(as_of) IS as_of),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  path TEXT NOT NULL CHECK (path <> '' AND path NOT GLOB '/*' AND path NOT GLOB '*..*' AND path NOT GLOB '*:*'), state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'delivered', 'undelivered', 'corrected')), makings TEXT CHECK (length(makings) = 64 AND makings NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (period, kind, region, version)
) STRICT;

CREATE TABLE edition_basis (
  period TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  rules TEXT NOT NULL CHECK (rules <> ''),
  files TEXT NOT NULL CHECK (json_type(files) = 'object'), known TEXT CHECK (json_type(known) = 'object'),
  PRIMARY KEY (period, kind, region, version),
  FOREIGN KEY (period, kind, region, version) REFERENCES edition (period, kind, region, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE heartbeat (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  owner TEXT NOT NULL CHECK (owner <> ''),
  started_at TEXT NOT NULL CHECK (started_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  beat_at TEXT NOT NULL CHECK (beat_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  stopped_at TEXT CHECK (stopped_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT, WITHOUT ROWID;

CREATE TABLE held_paper (
  period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('monthly', 'quarterly', 'annual')),
  problem TEXT NOT NULL CHECK (problem <> ''),
  since TEXT NOT NULL CHECK (since GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  PRIMARY KEY (period, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> '' AND code NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  decimals INTEGER NOT NULL CHECK (decimals >= 0),
  nature TEXT NOT NULL CHECK (nature IN ('flow', 'stock', 'rate', 'index')),
  price TEXT CHECK (price IN ('real', 'nominal')),
  cadence TEXT NOT NULL CHECK (cadence IN ('monthly', 'quarterly', 'half-yearly', 'annual')),
  first_month INTEGER NOT NULL CHECK (first_month BETWEEN 1 AND 12),
  judged_from INTEGER NOT NULL CHECK (judged_from BETWEEN 1 AND 12),
  publisher TEXT NOT NULL REFERENCES bureau (code) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE indicator_alias (
  text TEXT NOT NULL PRIMARY KEY CHECK (text <> ''),
  indicator TEXT NOT NULL REFERENCES indicator (code) DEFERRABLE INITIALLY DEFERRED,
  scope TEXT CHECK (scope <> '')
) STRICT;

CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);

CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);

CREATE TABLE mail_report (
  id TEXT NOT NULL CHECK (id <> ''),
  message_id TEXT NOT NULL CHECK (message_id GLOB '<?*@?*>'),
  action TEXT NOT NULL CHECK (action IN ('failed', 'delayed', 'delivered', 'relayed', 'expanded', 'displayed')),
  status TEXT CHECK (status GLOB '[245].[0-9]*.[0-9]*'),
  words TEXT CHECK (words <> ''),
  received_at TEXT NOT NULL CHECK (received_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  file TEXT NOT NULL,
  stamp TEXT NOT NULL,
  PRIMARY KEY (id, message_id, action)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_key (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  secret TEXT NOT NULL CHECK (length(secret) = 64 AND secret NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE milestone (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  year INTEGER NOT NULL REFERENCES plan (year) DEFERRABLE INITIALLY DEFERRED,
  chapter INTEGER NOT NULL CHECK (chapter >= 0),
  project TEXT CHECK (project <> ''),
  task TEXT NOT NULL CHECK (task <> ''),
  action TEXT NOT NULL CHECK (action <> ''),
  due TEXT CHECK (due GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(due, 6) BETWEEN '01' AND '12'),
  bureau TEXT REFERENCES bureau (code) DEFERRABLE INITIALLY DEFERRED,
  bureau_is_our_reading INTEGER NOT NULL CHECK (bureau_is_our_reading IN (0, 1)),
  note TEXT,
  source_text TEXT NOT NULL CHECK (source_text <> ''),
  source_start INTEGER NOT NULL CHECK (source_start >= 0),
  source_end INTEGER NOT NULL CHECK (source_end > source_start)
) STRICT;

CREATE TABLE milestone_report (
  sha256 TEXT NOT NULL,
  reading INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  cell TEXT NOT NULL CHECK (cell GLOB '[A-Z]*[0-9]' AND cell NOT GLOB '*[^A-Z0-9]*'
    AND cell NOT GLOB '*[0-9][A-Z]*' AND cell NOT GLOB '*[A-Z]0*'),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  project TEXT NOT NULL CHECK (project <> ''),
  project_key TEXT NOT NULL CHECK (project_key <> ''),
  period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(period, 6) BETWEEN '01' AND '12'),
  words TEXT CHECK (words <> ''),
  words_cell TEXT CHECK (words_cell GLOB '[A-Z]*[0-9]' AND words_cell NOT GLOB '*[^A-Z0-9]*'
    AND words_cell NOT GLOB '*[0-9][A-Z]*' AND words_cell NOT GLOB '*[A-Z]0*'),
  state TEXT CHECK (state IN ('未启动', '前期', '开工', '在建', '竣工', '投产', '达产')),
  halted INTEGER NOT NULL CHECK (halted IN (0, 1)),
  planned_start TEXT CHECK (planned_start GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(planned_start, 6) BETWEEN '01' AND '12'),
  started TEXT CHECK (started GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(started, 6) BETWEEN '01' AND '12'),
  planned_finish TEXT CHECK (planned_finish GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(planned_finish, 6) BETWEEN '01' AND '12'),
  finished TEXT CHECK (finished GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(finished, 6) BETWEEN '01' AND '12'),
  planned_investment TEXT CHECK (json_type(planned_investment) = 'object'),
  completed_investment TEXT CHECK (json_type(completed_investment) = 'object'),
  percent TEXT CHECK (json_type(percent) = 'object'),
  PRIMARY KEY (sha256, reading, sheet, cell),
  FOREIGN KEY (sha256, reading) REFERENCES submission (sha256, reading),
  CHECK ((words IS NULL) = (words_cell IS NULL)),
  CHECK (halted = 0 OR state IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
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
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
  question TEXT NOT NULL PRIMARY KEY CHECK (length(question) = 64 AND question NOT GLOB '*[^0-9a-f]*'),
  candidates TEXT NOT NULL CHECK (json_type(candidates) = 'array')
) STRICT, WITHOUT ROWID;

CREATE TABLE package (
  quarter TEXT NOT NULL CHECK (quarter GLOB '[12][0-9][0-9][0-9]-Q[1-4]'),
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL UNIQUE CHECK (name <> '' AND name NOT GLOB '*[^A-Za-z0-9-]*'),
  supersedes TEXT REFERENCES package (name) CHECK ((supersedes IS NULL) = (version = 1)),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  seal_sha256 TEXT NOT NULL CHECK (length(seal_sha256) = 64 AND seal_sha256 NOT GLOB '*[^0-9a-f]*'),
  bagged_at TEXT NOT NULL CHECK (bagged_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'), placed INTEGER NOT NULL DEFAULT 1 CHECK (placed IN (0, 1)),
  PRIMARY KEY (quarter, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE package_item (
  package TEXT NOT NULL REFERENCES package (name),
  item TEXT NOT NULL CHECK (item <> ''),
  fonds TEXT CHECK (fonds <> ''),
  year INTEGER NOT NULL,
  retention TEXT NOT NULL CHECK (retention IN ('Y', 'D30', 'D10')),
  department TEXT NOT NULL CHECK (department <> ''),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 9999),
  content_sha256 TEXT CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (package, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  year INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 1900 AND 2199),
  title TEXT NOT NULL,
  document_number TEXT NOT NULL,
  region TEXT NOT NULL REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  chapters TEXT NOT NULL CHECK (json_type(chapters) = 'array')
) STRICT;

CREATE TABLE question (
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
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_check (
  sha256 TEXT NOT NULL,
  reading INTEGER NOT NULL,
  read_as TEXT NOT NULL CHECK (length(read_as) = 64 AND read_as NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (sha256, reading, read_as),
  FOREIGN KEY (sha256, reading) REFERENCES submission (sha256, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bureau TEXT NOT NULL CHECK (bureau <> ''),
  stamp TEXT NOT NULL CHECK (stamp <> ''),
  file TEXT NOT NULL CHECK (file <> ''),
  received_at TEXT NOT NULL CHECK (received_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
  PRIMARY KEY (sha256, bureau, stamp)
) STRICT, WITHOUT ROWID;

CREATE TABLE region (
  code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 6 AND code NOT GLOB '*[^0-9]*'),
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  aliases TEXT NOT NULL CHECK (json_type(aliases) = 'array'),
  kind TEXT NOT NULL CHECK (kind IN ('province', 'city', 'city-level', 'county', 'development-zone')),
  display_order INTEGER NOT NULL
) STRICT;

CREATE TABLE reminder (
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
  reserved_at TEXT NOT NULL CHECK (reserved_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  code TEXT CHECK (code <> ''),
  reply TEXT CHECK (reply <> ''), state TEXT NOT NULL DEFAULT 'reserved' CHECK (state IN ('reserved', 'handed', 'sent', 'refused', 'bounced')),
  PRIMARY KEY (day, recipient),
  CHECK ((message_id IS NOT NULL) = (channel = 'mail'))
) STRICT;

CREATE TABLE restoration (
  restored_at TEXT PRIMARY KEY CHECK (restored_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  backed_up_at TEXT NOT NULL CHECK (backed_up_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  CHECK (backed_up_at <= restored_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  job TEXT NOT NULL CHECK (job <> '' AND job NOT GLOB '*[^a-z0-9-]*'),
  started_at TEXT NOT NULL CHECK (started_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  finished_at TEXT NOT NULL CHECK (finished_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'done-with-errors', 'failed')),
  subject TEXT CHECK (subject <> ''),
  counts TEXT NOT NULL CHECK (json_type(counts) = 'object'),
  error TEXT CHECK (error <> ''),
  CHECK ((error IS NOT NULL) = (outcome = 'failed'))
) STRICT;

CREATE TABLE schedule_mark (
  job TEXT NOT NULL PRIMARY KEY CHECK (job <> '' AND job NOT GLOB '*[^a-z0-9-]*'),
  looked_at TEXT NOT NULL CHECK (looked_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT, WITHOUT ROWID;

CREATE TABLE scheduled_run (
  job TEXT NOT NULL CHECK (job <> '' AND job NOT GLOB '*[^a-z0-9-]*'),
  due TEXT NOT NULL CHECK (due <> ''),
  scheduled_for TEXT NOT NULL CHECK (scheduled_for GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  reserved_at TEXT NOT NULL CHECK (reserved_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  started_at TEXT CHECK (started_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  finished_at TEXT CHECK (finished_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  step INTEGER NOT NULL CHECK (step >= 0),
  outcome TEXT CHECK (outcome IN ('done', 'done-with-errors', 'failed', 'skipped', 'overlapped')),
  counts TEXT NOT NULL CHECK (json_type(counts) = 'object'),
  note TEXT CHECK (note <> ''),
  error TEXT CHECK (error <> ''),
  PRIMARY KEY (job, due),
  CHECK ((outcome IS NULL) = (finished_at IS NULL)),
  CHECK ((error IS NOT NULL) = (outcome IS 'failed'))
) STRICT, WITHOUT ROWID;

CREATE TABLE seed (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> '' AND name NOT GLOB '*[^a-z0-9-]*'),
  content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64 AND content_sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE sighting (
  place TEXT NOT NULL PRIMARY KEY CHECK (place <> ''),
  stamp TEXT NOT NULL CHECK (stamp <> ''),
  since TEXT NOT NULL CHECK (since GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
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
) STRICT;

CREATE TABLE target (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  year INTEGER NOT NULL REFERENCES plan (year) DEFERRABLE INITIALLY DEFERRED,
  chapter INTEGER NOT NULL CHECK (chapter >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  indicator TEXT REFERENCES indicator (code) DEFERRABLE INITIALLY DEFERRED,
  quantity TEXT NOT NULL
    CHECK (quantity IN ('value', 'yoy', 'mom', 'change', 'rank', 'share', 'index', 'contribution')),
  basis TEXT NOT NULL CHECK (basis IN ('flow', 'growth', 'keep', 'attain', 'event', 'quota')),
  op TEXT NOT NULL CHECK (op IN ('>=', '<=', '<', '>', '=', '~', 'range')),
  low TEXT CHECK ((low GLOB '[0-9]*' OR low GLOB '-[0-9]*') AND low GLOB '*[0-9]' AND low NOT GLOB '*[^0-9.-]*' AND low NOT GLOB '?*-*' AND low NOT GLOB '*.*.*'),
  high TEXT CHECK ((high GLOB '[0-9]*' OR high GLOB '-[0-9]*') AND high GLOB '*[0-9]' AND high NOT GLOB '*[^0-9.-]*' AND high NOT GLOB '?*-*' AND high NOT GLOB '*.*.*'),
  relative_indicator TEXT REFERENCES indicator (code) DEFERRABLE INITIALLY DEFERRED,
  relative_region TEXT REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
  unit TEXT NOT NULL,
  scope TEXT CHECK (scope <> ''),
  comparable_scopes TEXT NOT NULL CHECK (json_type(comparable_scopes) = 'array'),
  region TEXT NOT NULL REFERENCES region (code) DEFERRABLE INITIALLY DEFERRED,
  due TEXT NOT NULL CHECK (due GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(due, 6) BETWEEN '01' AND '12'),
  strength TEXT NOT NULL CHECK (strength IN ('约束性', '预期性', '力争')),
  explicit INTEGER NOT NULL CHECK (explicit IN (0, 1)),
  headline INTEGER NOT NULL CHECK (headline IN (0, 1)),
  bureau TEXT REFERENCES bureau (code) DEFERRABLE INITIALLY DEFERRED,
  bureau_is_our_reading INTEGER NOT NULL CHECK (bureau_is_our_reading IN (0, 1)),
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  note TEXT,
  source_text TEXT NOT NULL CHECK (source_text <> ''),
  source_start INTEGER NOT NULL CHECK (source_start >= 0),
  source_end INTEGER NOT NULL CHECK (source_end > source_start),
  CHECK ((relative_indicator IS NULL) = (relative_region IS NULL)),
  CHECK (relative_indicator IS NULL OR (low IS NULL AND high IS NULL)),
  CHECK (basis IN ('event', 'quota') OR relative_indicator IS NOT NULL OR low IS NOT NULL OR high IS NOT NULL),
  CHECK (CASE WHEN op IN ('>=', '>') THEN high IS NULL
    WHEN op IN ('<=', '<') THEN low IS NULL
    WHEN op = 'range' THEN (low IS NULL) = (high IS NULL)
    ELSE low IS high END)
) STRICT;

CREATE TRIGGER answer_no_delete BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'answer is append-only'); END;

CREATE TRIGGER answer_no_replace BEFORE INSERT ON answer
WHEN EXISTS (SELECT 1 FROM answer WHERE ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'answer is append-only'); END;

CREATE TRIGGER answer_no_update BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'answer is append-only'); END;

CREATE TRIGGER milestone_report_no_delete BEFORE DELETE ON milestone_report
BEGIN SELECT RAISE(ABORT, 'milestone_report is append-only'); END;

CREATE TRIGGER milestone_report_no_replace BEFORE INSERT ON milestone_report
WHEN EXISTS (SELECT 1 FROM milestone_report WHERE sha256 = NEW.sha256 AND reading = NEW.reading
  AND sheet = NEW.sheet AND cell = NEW.cell)
BEGIN SELECT RAISE(ABORT, 'milestone_report is append-only'); END;

CREATE TRIGGER milestone_report_no_update BEFORE UPDATE ON milestone_report
BEGIN SELECT RAISE(ABORT, 'milestone_report is append-only'); END;

CREATE TRIGGER observation_no_delete BEFORE DELETE ON observation
BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END;

CREATE TRIGGER observation_no_replace BEFORE INSERT ON observation
WHEN EXISTS (SELECT 1 FROM observation WHERE sha256 = NEW.sha256 AND reading = NEW.reading
  AND sheet = NEW.sheet AND cell = NEW.cell)
BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END;

CREATE TRIGGER observation_no_update BEFORE UPDATE ON observation
BEGIN SELECT RAISE(ABORT, 'observation is append-only'); END;

CREATE TRIGGER question_no_delete BEFORE DELETE ON question
BEGIN SELECT RAISE(ABORT, 'question is append-only'); END;

CREATE TRIGGER question_no_replace BEFORE INSERT ON question
WHEN EXISTS (SELECT 1 FROM question WHERE sha256 = NEW.sha256 AND reading = NEW.reading AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'question is append-only'); END;

CREATE TRIGGER question_no_update BEFORE UPDATE ON question
BEGIN SELECT RAISE(ABORT, 'question is append-only'); END;

CREATE TRIGGER reading_check_no_delete BEFORE DELETE ON reading_check
BEGIN SELECT RAISE(ABORT, 'reading_check is append-only'); END;

CREATE TRIGGER reading_check_no_update BEFORE UPDATE ON reading_check
BEGIN SELECT RAISE(ABORT, 'reading_check is append-only'); END;

CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'submission is append-only'); END;

CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission
BEGIN SELECT RAISE(ABORT, 'submission is append-only'); END;

CREATE VIEW current_submission AS SELECT * FROM submission AS s
WHERE reading = (SELECT max(reading) FROM submission WHERE sha256 = s.sha256);
