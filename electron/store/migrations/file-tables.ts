/**
 * What was read out of the bytes of files. Not projections: a rebuild keeps them, since reading anew takes hours, and
 * they hold nothing that is not in the bytes.
 */
export const fileTables = `
CREATE TABLE file_text (
  manifest TEXT PRIMARY KEY, state TEXT NOT NULL, text TEXT NOT NULL, pages INTEGER, tries INTEGER NOT NULL
) STRICT;
CREATE INDEX file_text_waiting ON file_text (state) WHERE state = 'waiting';
CREATE TABLE file_thumbnail (manifest TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
`;
