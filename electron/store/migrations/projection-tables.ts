/**
 * What screens list and search: everything here is computed from entries by `apply` and can be dropped and rebuilt.
 * Dates are 'YYYY-MM-DD', money is fen, booleans are 0 and 1, lists are JSON text.
 */
export const projectionTables = `
CREATE TABLE office (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, side TEXT NOT NULL,
  address TEXT NOT NULL, postcode TEXT NOT NULL, phone TEXT NOT NULL, uscc TEXT NOT NULL,
  settings TEXT NOT NULL
) STRICT;
CREATE TABLE device (
  id TEXT PRIMARY KEY, key TEXT NOT NULL
) STRICT;
CREATE TABLE person (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, card_no TEXT NOT NULL, phone TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
-- n is the place in the order of receipt: what lists and the search index name a file by.
CREATE TABLE dossier (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, side TEXT NOT NULL, status TEXT NOT NULL, window_no TEXT NOT NULL, case_no TEXT,
  number_key TEXT NOT NULL, title TEXT NOT NULL, cause TEXT NOT NULL, handler TEXT, channel TEXT NOT NULL,
  branch TEXT NOT NULL,
  received_on TEXT NOT NULL, accepted_on TEXT, closed_on TEXT, close_type TEXT,
  next_due TEXT, next_deadline TEXT, open_requests INTEGER NOT NULL, revision INTEGER NOT NULL,
  stage TEXT NOT NULL, lead_no TEXT
) STRICT;
-- Each index holds everything a list without words filters by, so that counting and paging never touch the rows.
CREATE INDEX dossier_due ON dossier (next_due, n, status, side, handler) WHERE next_due IS NOT NULL;
CREATE INDEX dossier_status ON dossier (status, next_due, n, side, handler);
CREATE INDEX dossier_received ON dossier (received_on, n, status, side, handler);
CREATE INDEX dossier_number ON dossier (number_key, n, status, side, handler);
CREATE INDEX dossier_unclocked ON dossier (received_on, id) WHERE next_deadline IS NULL AND status <> 'closed';
-- Long texts stay out of the rows that lists walk over.
CREATE TABLE dossier_text (
  dossier TEXT PRIMARY KEY, summary TEXT NOT NULL, close_note TEXT NOT NULL
) STRICT;
CREATE TABLE party (
  id TEXT PRIMARY KEY, dossier TEXT NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL, type TEXT NOT NULL,
  name TEXT NOT NULL, id_kind TEXT NOT NULL, id_no TEXT NOT NULL, uscc TEXT NOT NULL, legal_rep TEXT NOT NULL,
  phone TEXT NOT NULL, address TEXT NOT NULL
) STRICT;
CREATE INDEX party_dossier ON party (dossier, position);
CREATE TABLE claim (
  id TEXT PRIMARY KEY, dossier TEXT NOT NULL, position INTEGER NOT NULL, code TEXT NOT NULL, amount_fen INTEGER,
  from_on TEXT, to_on TEXT, formula TEXT NOT NULL, inputs TEXT NOT NULL, awarded_fen INTEGER, finality TEXT NOT NULL,
  mediated_fen INTEGER, payer TEXT NOT NULL, basis TEXT NOT NULL
) STRICT;
CREATE INDEX claim_dossier ON claim (dossier, position);
CREATE TABLE note (
  id TEXT PRIMARY KEY, dossier TEXT NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX note_dossier ON note (dossier, id);
CREATE TABLE dossier_file (
  id TEXT PRIMARY KEY, dossier TEXT NOT NULL, manifest TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
  mime TEXT NOT NULL, volume TEXT NOT NULL, added_on TEXT NOT NULL, person TEXT NOT NULL, note TEXT NOT NULL,
  series TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, newest INTEGER NOT NULL
) STRICT;
CREATE INDEX dossier_file_dossier ON dossier_file (dossier, id);
CREATE INDEX dossier_file_manifest ON dossier_file (manifest, dossier);
CREATE TABLE clock_event (
  id TEXT PRIMARY KEY, dossier TEXT NOT NULL, rule_id TEXT NOT NULL, of_part TEXT NOT NULL, type TEXT NOT NULL,
  on_date TEXT NOT NULL, amount INTEGER, ground TEXT NOT NULL, basis TEXT NOT NULL, decided_by TEXT NOT NULL,
  paper TEXT NOT NULL, note TEXT NOT NULL, position INTEGER NOT NULL, withdrawn_by TEXT NOT NULL
) STRICT;
CREATE INDEX clock_event_dossier ON clock_event (dossier, rule_id);
-- Without a rowid: every row of a list looks one up by its id, and finds it in one step instead of two.
CREATE TABLE deadline (
  id TEXT PRIMARY KEY, about TEXT NOT NULL, subject TEXT NOT NULL, rule_id TEXT NOT NULL, of_part TEXT NOT NULL,
  due TEXT, target TEXT,
  soon_from TEXT, resume_by TEXT, state TEXT NOT NULL, provisional INTEGER NOT NULL, confidence TEXT NOT NULL,
  calendar_version TEXT NOT NULL, pack_version TEXT NOT NULL, runs_out INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_office ON deadline (due, id) WHERE state = 'running' AND runs_out = 0;
-- What somebody should have resumed.
CREATE INDEX deadline_resume ON deadline (resume_by, id) WHERE state = 'suspended' AND resume_by IS NOT NULL;
CREATE INDEX deadline_subject ON deadline (subject);
CREATE INDEX deadline_due ON deadline (state, due, id);
CREATE TABLE about (
  subject TEXT NOT NULL, entry TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (subject, n)
) STRICT, WITHOUT ROWID;
-- start is the place the series was made to begin behind; last is never below it.
CREATE TABLE number_series (
  series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, start INTEGER NOT NULL, PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE partner (
  office TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, card TEXT NOT NULL, card_hash TEXT NOT NULL,
  confirmed INTEGER NOT NULL, renewed TEXT, folder TEXT NOT NULL, server INTEGER NOT NULL
) STRICT;
-- One row a request of ours or to us, the ones still in approval included. next_due is the day the list sorts by.
CREATE TABLE request (
  id TEXT PRIMARY KEY, direction TEXT NOT NULL, kind TEXT NOT NULL, partner TEXT NOT NULL, dossier TEXT,
  number TEXT, register_no TEXT, title TEXT NOT NULL, urgency TEXT NOT NULL, state TEXT NOT NULL, actor TEXT NOT NULL,
  agreed TEXT, promised TEXT, next_due TEXT, next_deadline TEXT, sent_on TEXT, stored_on TEXT, unread INTEGER NOT NULL,
  flags TEXT NOT NULL, own_head TEXT, own_on TEXT, own_proof TEXT NOT NULL, heard_on TEXT, search TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT;
CREATE INDEX request_due ON request (next_due, id, actor, direction);
CREATE INDEX request_actor ON request (actor, next_due, id, direction);
CREATE INDEX request_dossier ON request (dossier);
CREATE INDEX request_partner ON request (partner, state);
-- What our receipts tell the storing day of.
CREATE INDEX request_unregistered ON request (partner, id, stored_on)
  WHERE state = 'sent' AND direction = 'in' AND stored_on IS NOT NULL;
CREATE INDEX request_unread ON request (next_due, id) WHERE unread = 1;
-- Letters on their way through the office. steps is the whole course, earlier texts included.
CREATE TABLE paper (
  request TEXT NOT NULL, type TEXT NOT NULL, hash TEXT NOT NULL, content TEXT NOT NULL, partner TEXT NOT NULL,
  dossier TEXT, number TEXT, stage TEXT NOT NULL, steps TEXT NOT NULL, scan TEXT, sent TEXT, submitted TEXT NOT NULL,
  PRIMARY KEY (request, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_stage ON paper (stage);
CREATE INDEX paper_dossier ON paper (dossier) WHERE dossier IS NOT NULL;
CREATE TABLE audit_line (
  id TEXT PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, act TEXT NOT NULL, about TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
`;
