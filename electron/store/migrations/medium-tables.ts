/** What was written to media. No facts: a rebuild leaves it alone. Times are milliseconds since 1970. */
export const mediumTables = `
-- A row an act and office. up_to: how far the stream of our device reached; after_n: the last receipt of the office that
-- was here by then; packages and print: all of ours for the office that lay on the medium afterwards.
CREATE TABLE medium_out (
  n INTEGER PRIMARY KEY,
  office TEXT NOT NULL,
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  folder TEXT NOT NULL,
  device TEXT NOT NULL,
  up_to INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  packages INTEGER NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  print TEXT NOT NULL,
  after_n INTEGER NOT NULL
) STRICT;
`;
