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
-- How many files there are of each kind, so that a list never has to count them.
CREATE TABLE dossier_count (
  side TEXT NOT NULL, status TEXT NOT NULL, handler TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (side, status, handler)
) STRICT, WITHOUT ROWID;
`;
