/**
 * What this office changed of the calendar and the rules that ship. A slot is one year ('calendar/2027') or one
 * row of the rules ('rules/office/ARB.ACCEPT') or a file of rules ('rules/pack'); content is canonical JSON, '' stands for what ships.
 */
export const lawTables = `
CREATE TABLE law_change (
  id TEXT PRIMARY KEY, n INTEGER NOT NULL, slot TEXT NOT NULL, base TEXT NOT NULL, content TEXT NOT NULL,
  reason TEXT NOT NULL, state TEXT NOT NULL, proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL,
  decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, decided_why TEXT NOT NULL
) STRICT;
CREATE INDEX law_change_n ON law_change (n);
CREATE TABLE law_slot (
  slot TEXT PRIMARY KEY, change TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- The days a confirmed change moved, in the order they were listed.
CREATE TABLE law_moved (
  change TEXT NOT NULL, position INTEGER NOT NULL, about TEXT NOT NULL, subject TEXT NOT NULL, rule_id TEXT NOT NULL,
  of_part TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (change, position)
) STRICT, WITHOUT ROWID;
`;
