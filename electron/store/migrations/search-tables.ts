/**
 * Finding files. The index holds no text and is filled by the repository alone, without triggers, so that the file stays
 * readable for other tools; all of it is projected and comes out of a rebuild. Its rows are numbered by where the file
 * stands in lists (electron/store/search/place.ts).
 */
export const searchTables = `
CREATE TABLE search_text (
  n INTEGER PRIMARY KEY, short TEXT NOT NULL, long TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
  grams, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
-- Bytes gathered in memory before a part of the index is written: taking in many files at once writes fewer parts.
INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 16777216);
-- The kinds of files and how many there are of each, so that a list never has to count them.
CREATE TABLE dossier_kind (
  id INTEGER PRIMARY KEY, side TEXT NOT NULL, status TEXT NOT NULL, handler TEXT NOT NULL, n INTEGER NOT NULL,
  UNIQUE (side, status, handler)
) STRICT;
-- What lists filter and sort by, in numbers alone: all of it stays in memory, so that looking at many hits of a search
-- does not decrypt a page for each. slot is the last day as YYYYMMDD, or stands for the status where there is none.
CREATE TABLE dossier_key (
  n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, slot INTEGER NOT NULL
) STRICT;
`;
