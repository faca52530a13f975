/**
 * How each person arranges the desk. No facts: nothing of it leaves the office, and a rebuild leaves it alone. `seen` counts
 * on within a window, so that the file seen longest ago is known without a clock; `closed` is 1 for one that can be
 * opened again.
 */
export const workplaceTables = `
CREATE TABLE saved_filter (
  id TEXT PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, filter TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_filter_person ON saved_filter (person, id);
CREATE TABLE open_file (
  person TEXT NOT NULL, window TEXT NOT NULL, dossier TEXT NOT NULL, place INTEGER NOT NULL, seen INTEGER NOT NULL,
  closed INTEGER NOT NULL, PRIMARY KEY (person, window, dossier)
) STRICT, WITHOUT ROWID;
`;
