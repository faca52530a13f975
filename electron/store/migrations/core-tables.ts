/** Facts and what travels: the tables no projection may replace. Times are milliseconds since 1970, dates 'YYYY-MM-DD'. */
export const coreTables = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE chain (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  head_seq INTEGER NOT NULL,
  head_id TEXT NOT NULL
) STRICT;

-- Rowids follow arrival, so entries of one day lie together on disk. key is the first 48 bits of the id's hash: an
-- index of whole ids would touch a page of its own for nearly every entry. bodiless is 1 while body_hash names a body
-- that is not here: withheld, not arrived yet or erased.
CREATE TABLE entry (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  key INTEGER NOT NULL,
  chain INTEGER NOT NULL REFERENCES chain (n),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  header TEXT NOT NULL,
  signature TEXT NOT NULL,
  body_hash TEXT,
  bodiless INTEGER NOT NULL,
  UNIQUE (chain, seq)
) STRICT;
CREATE INDEX entry_key ON entry (key);
CREATE INDEX entry_bodiless ON entry (body_hash) WHERE bodiless = 1;
-- The few facts of the office's own chains that every card and every proof ask for.
CREATE INDEX entry_rare ON entry (kind) WHERE kind = 'office.amended' OR kind = 'partner.added';

CREATE TABLE body (
  entry INTEGER PRIMARY KEY REFERENCES entry (n),
  text TEXT NOT NULL
) STRICT;

-- Bodies destroyed at the end of their retention, and by which entry; they never come in again.
CREATE TABLE erased_body (
  hash TEXT PRIMARY KEY,
  erased_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE arrival (
  n INTEGER PRIMARY KEY REFERENCES entry (n),
  date TEXT NOT NULL
) STRICT;

-- Entries that are kept but not part of a chain here: waiting for an earlier one, rejected, forked or orphaned.
CREATE TABLE held_entry (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL,
  header TEXT NOT NULL,
  signature TEXT NOT NULL,
  body TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'rejected', 'fork', 'orphan')),
  reason TEXT NOT NULL,
  office TEXT NOT NULL,
  date TEXT NOT NULL
) STRICT;
CREATE INDEX held_entry_chain ON held_entry (chain, seq);

CREATE TABLE file (
  n INTEGER PRIMARY KEY,
  manifest TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  key BLOB NOT NULL,
  size INTEGER NOT NULL,
  plain_hash TEXT,
  missing INTEGER NOT NULL
) STRICT;
CREATE INDEX file_plain_hash ON file (plain_hash) WHERE plain_hash IS NOT NULL;
CREATE INDEX file_missing ON file (n) WHERE missing > 0;

CREATE TABLE file_chunk (
  file INTEGER NOT NULL REFERENCES file (n),
  position INTEGER NOT NULL,
  hash TEXT NOT NULL,
  stored INTEGER NOT NULL,
  -- 1: it was here once and was found gone or damaged.
  lost INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_chunk_hash ON file_chunk (hash);

-- Which entries name which files.
CREATE TABLE entry_file (
  entry INTEGER NOT NULL REFERENCES entry (n) ON DELETE CASCADE,
  manifest TEXT NOT NULL,
  PRIMARY KEY (entry, manifest)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_file_manifest ON entry_file (manifest);

-- What a person arranged of a file on its way: 1 where no network carries it for now; the highest place goes first.
CREATE TABLE transfer (
  office TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  manifest TEXT NOT NULL,
  paused INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (office, direction, manifest)
) STRICT, WITHOUT ROWID;

-- Key material of the office, sealed to the recovery key.
CREATE TABLE office_secret (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each window that writes in a form: none overwrites or discards what another one keeps.
CREATE TABLE draft (
  key TEXT NOT NULL,
  writer TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  saves INTEGER NOT NULL,
  PRIMARY KEY (key, writer)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  code TEXT NOT NULL,
  source TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB,
  settled TEXT
) STRICT;

CREATE TABLE stream_out (
  office TEXT NOT NULL,
  n INTEGER NOT NULL,
  entry INTEGER REFERENCES entry (n),
  id TEXT,
  root TEXT NOT NULL,
  PRIMARY KEY (office, n),
  CHECK ((entry IS NULL) <> (id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_out_entry ON stream_out (entry, office);
CREATE INDEX stream_out_id ON stream_out (id, office) WHERE id IS NOT NULL;

-- The streams of the devices that wrote this data before, as they were when the next one began.
CREATE TABLE stream_past (
  office TEXT NOT NULL,
  device TEXT NOT NULL,
  n INTEGER NOT NULL,
  entry INTEGER REFERENCES entry (n),
  id TEXT,
  root TEXT NOT NULL,
  PRIMARY KEY (office, device, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_past_entry ON stream_past (entry, office);

-- Which entries came at which place of which partner device's stream: what goes back to its writer when it asks.
CREATE TABLE in_stream (
  n INTEGER PRIMARY KEY,
  office TEXT NOT NULL,
  device TEXT NOT NULL,
  UNIQUE (office, device)
) STRICT;
CREATE TABLE stream_in (
  stream INTEGER NOT NULL REFERENCES in_stream (n),
  n INTEGER NOT NULL,
  entry INTEGER,
  id TEXT,
  PRIMARY KEY (stream, n)
) STRICT, WITHOUT ROWID;

-- Keys that root keys certified or that stood on a partner's card, for good: the past must stay verifiable. text and
-- signature: the certificate, null for a key from a card.
CREATE TABLE device_key (
  office TEXT NOT NULL,
  device TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT,
  signature TEXT,
  PRIMARY KEY (office, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_out (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  office TEXT NOT NULL,
  first_n INTEGER NOT NULL,
  last_n INTEGER NOT NULL,
  about TEXT NOT NULL,
  sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  given_at INTEGER
) STRICT;
CREATE INDEX bundle_out_office ON bundle_out (office, last_n);

-- Everything known of the exchange with one partner office, as the exchange step keeps it; JSON text.
CREATE TABLE link (
  office TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bundles that came before an earlier run of their stream.
CREATE TABLE held_bundle (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- Entries stored in their chains that this version cannot read yet.
CREATE TABLE not_understood (
  entry TEXT PRIMARY KEY,
  office TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which partners described a file to us and are asked for its missing chunks.
CREATE TABLE file_source (
  manifest TEXT NOT NULL,
  office TEXT NOT NULL,
  PRIMARY KEY (manifest, office)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_in (
  n INTEGER PRIMARY KEY,
  office TEXT NOT NULL,
  device TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  signature TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (office, device, incarnation, number)
) STRICT;

-- The day on which an office stored an opening entry of ours, as the first receipt of it that names the entry says.
CREATE TABLE stored_opening (
  entry INTEGER NOT NULL REFERENCES entry (n),
  office TEXT NOT NULL,
  date TEXT NOT NULL,
  PRIMARY KEY (entry, office)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_out (
  n INTEGER PRIMARY KEY,
  office TEXT NOT NULL,
  device TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  signature TEXT NOT NULL,
  at INTEGER NOT NULL,
  given_at INTEGER,
  UNIQUE (office, device, number)
) STRICT;
`;
