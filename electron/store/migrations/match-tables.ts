/**
 * By what parties are recognised on other files. A key is the first 48 bits of a keyed hash, never a number or a name;
 * its secret is made with the file and stays in it. The table is a projection and comes out of a rebuild.
 */
export const matchTables = `
INSERT INTO meta (key, value) VALUES ('match-secret', lower(hex(randomblob(32))));
CREATE TABLE party_key (
  key INTEGER NOT NULL, dossier INTEGER NOT NULL, PRIMARY KEY (key, dossier)
) STRICT, WITHOUT ROWID;
`;
