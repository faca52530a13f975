/** The steps of files, the ties and joinings between them, and every number a file was given; all computed from entries. */
export const stepTables = `
-- id is the entry that recorded the step. struck_by and moved_by name the corrections; was is the day before the last one.
CREATE TABLE dossier_step (
  id TEXT PRIMARY KEY, dossier TEXT NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, on_date TEXT NOT NULL,
  type TEXT NOT NULL, ground TEXT NOT NULL, amount INTEGER, party TEXT NOT NULL, day TEXT NOT NULL,
  decided_by TEXT NOT NULL, paper TEXT NOT NULL, note TEXT NOT NULL, also_limits INTEGER NOT NULL,
  absent INTEGER NOT NULL,
  struck_by TEXT NOT NULL, moved_by TEXT NOT NULL, was TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
-- The book of closing: the steps that stand.
CREATE INDEX dossier_step_closed ON dossier_step (on_date, n)
  WHERE struck_by = '' AND code IN ('arb.close', 'lsi.close');
-- Papers numbered in series of their own.
CREATE INDEX dossier_step_numbered ON dossier_step (on_date, paper)
  WHERE paper <> '' AND code IN ('lsi.order', 'lsi.handle', 'lsi.penalise');
CREATE INDEX dossier_step_dossier ON dossier_step (dossier, n);
CREATE TABLE dossier_link (
  dossier TEXT NOT NULL, other TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (dossier, other, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_link_other ON dossier_link (other);
-- Files heard together: id is the entry that joined other to lead. What was parted or struck stays with its reason.
CREATE TABLE dossier_joining (
  id TEXT PRIMARY KEY, n INTEGER NOT NULL, lead TEXT NOT NULL, other TEXT NOT NULL, on_date TEXT NOT NULL,
  ground TEXT NOT NULL, decided_by TEXT NOT NULL, paper TEXT NOT NULL,
  parted_on TEXT NOT NULL, part_ground TEXT NOT NULL, part_decided_by TEXT NOT NULL, part_paper TEXT NOT NULL,
  struck_by TEXT NOT NULL, struck_reason TEXT NOT NULL
) STRICT;
CREATE INDEX dossier_joining_lead ON dossier_joining (lead, n);
CREATE INDEX dossier_joining_other ON dossier_joining (other, n);
-- What a person recorded of a collective case; an empty kind: it is none any more.
CREATE TABLE dossier_collective (
  dossier TEXT PRIMARY KEY, n INTEGER NOT NULL, kind TEXT NOT NULL, on_date TEXT NOT NULL, decided_by TEXT NOT NULL,
  note TEXT NOT NULL, representatives TEXT NOT NULL, elected_on TEXT NOT NULL, elected_paper TEXT NOT NULL
) STRICT;
CREATE TABLE given_number (
  series TEXT NOT NULL, year INTEGER NOT NULL, seq INTEGER NOT NULL, part INTEGER NOT NULL, text TEXT NOT NULL,
  dossier TEXT NOT NULL, on_date TEXT NOT NULL, void_on TEXT NOT NULL, void_reason TEXT NOT NULL,
  PRIMARY KEY (series, year, seq, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX given_number_on ON given_number (series, on_date, year, seq, part);
CREATE INDEX given_number_text ON given_number (text);
CREATE INDEX given_number_dossier ON given_number (dossier);
`;
