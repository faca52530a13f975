/**
 * Finding files. The index holds no text and is filled by the repository alone, without triggers, so that the file stays
 * readable for other tools; both tables are projections and come out of a rebuild.
 */
export const searchTables = `
CREATE TABLE search_text (
  n INTEGER PRIMARY KEY, short TEXT NOT NULL, long TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
  grams, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
-- The kinds of files and how many there are of each, so that a list never has to count them.
CREATE TABLE dossier_kind (
  id INTEGER PRIMARY KEY, side TEXT NOT NULL, status TEXT NOT NULL, handler TEXT NOT NULL, n INTEGER NOT NULL,
  UNIQUE (side, status, handler)
) STRICT;
-- What lists filter and sort by, in numbers alone: all of it stays in memory, so that putting many hits of a search in
-- order does not decrypt a page for each. due is the day as YYYYMMDD.
CREATE TABLE dossier_key (
  n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, due INTEGER
) STRICT;
`;
