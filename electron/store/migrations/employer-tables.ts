/**
 * Employers across files, computed from the parties of type unit and the recorded acts over them. An employer is a group
 * of parties (home: to which code and name alone lead; base: where the party is counted) and may be merged into another
 * one: root is the last one of that way. total, latest and search belong to roots and cover everything merged into them.
 */
export const employerTables = `
CREATE TABLE employer (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, into_n INTEGER, merged_by TEXT, root INTEGER NOT NULL,
  members INTEGER NOT NULL, coded INTEGER NOT NULL, files INTEGER NOT NULL, newest INTEGER NOT NULL,
  name TEXT NOT NULL, code TEXT NOT NULL, words TEXT NOT NULL,
  total INTEGER NOT NULL, latest INTEGER NOT NULL, sort_key TEXT NOT NULL, search TEXT NOT NULL
) STRICT;
CREATE INDEX employer_root ON employer (root);
CREATE INDEX employer_latest ON employer (latest, n) WHERE total > 0;
CREATE INDEX employer_sorted ON employer (sort_key, n) WHERE total > 0;
-- dossier is the file's place in the order of receipt.
-- A row with base 0 holds the place of an employer people acted on while it has no parties, under its own id.
CREATE TABLE employer_party (
  party TEXT PRIMARY KEY, dossier INTEGER NOT NULL, home INTEGER NOT NULL, base INTEGER NOT NULL,
  code TEXT NOT NULL, name_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX employer_party_code ON employer_party (code, home) WHERE code <> '';
CREATE INDEX employer_party_name ON employer_party (name_key, home, base);
CREATE INDEX employer_party_base ON employer_party (base, dossier);
-- Parties a person split off, whether or not they stand on a file as an employer now.
CREATE TABLE employer_split (party TEXT PRIMARY KEY, base INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
