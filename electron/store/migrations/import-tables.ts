/** Tables that were taken in, and which file came with which line of them; all computed from entries. */
export const importTables = `
-- state: open (begun, perhaps not to its end), done, undone. head is the line of the titles, planned how many files
-- the table came to.
CREATE TABLE import_batch (
  id TEXT PRIMARY KEY, n INTEGER NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, name TEXT NOT NULL,
  manifest TEXT NOT NULL, charset TEXT NOT NULL, sheet TEXT NOT NULL, head INTEGER NOT NULL, side TEXT NOT NULL,
  columns TEXT NOT NULL, planned INTEGER NOT NULL, state TEXT NOT NULL, undone_by TEXT NOT NULL, undone_at TEXT NOT NULL,
  reason TEXT NOT NULL, withdrawn INTEGER NOT NULL
) STRICT;
CREATE INDEX import_batch_n ON import_batch (n);
-- n is the last fact of the import about the file: whatever was recorded about it later is somebody's work.
CREATE TABLE import_file (
  batch TEXT NOT NULL, line INTEGER NOT NULL, dossier TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (batch, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_file_dossier ON import_file (dossier);
`;
