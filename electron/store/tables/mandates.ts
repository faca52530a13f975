import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** For whom and by what an agent of a file acts; `principals` are ids of parties with commas between. */
export type MandateRow = {
  /** The agent's own row among the parties. */
  readonly party: string;
  readonly dossier: DossierId;
  readonly kind: string;
  readonly authority: string;
  readonly standing: string;
  readonly scope: string;
  readonly paperOn: string | null;
  readonly principals: string;
  /** The day it ended, and why. */
  readonly endedOn: string | null;
  readonly endedWhy: string;
};

const columns = `party, dossier, kind, authority, standing, scope, paper_on AS paperOn, principals, ended_on AS endedOn,
  ended_why AS endedWhy`;

/** What is known of an agent's mandate. */
export function findMandate(db: ReadDb, dossier: DossierId, party: string): MandateRow | undefined {
  return db.get<MandateRow>(`SELECT ${columns} FROM mandate WHERE party = ? AND dossier = ?`, party, dossier);
}

/** Puts a mandate, in place of what was known of the agent. */
export function putMandate(tx: WriteDb, row: MandateRow): void {
  tx.run(
    `INSERT INTO mandate (party, dossier, kind, authority, standing, scope, paper_on, principals, ended_on, ended_why)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (party) DO UPDATE SET kind = excluded.kind, authority = excluded.authority,
       standing = excluded.standing, scope = excluded.scope, paper_on = excluded.paper_on,
       principals = excluded.principals, ended_on = excluded.ended_on, ended_why = excluded.ended_why`,
    ...[row.party, row.dossier, row.kind, row.authority, row.standing, row.scope, row.paperOn, row.principals],
    ...[row.endedOn, row.endedWhy],
  );
}

/** A party as choices name it. */
export type NamedRow = { readonly id: string; readonly name: string; readonly role: string };

/** The agents of a file in its order. */
export function agentsOf(db: ReadDb, dossier: DossierId): readonly NamedRow[] {
  return db.all<NamedRow>(
    "SELECT id, name, role FROM party WHERE dossier = ? AND role = 'agent' ORDER BY position",
    dossier,
  );
}

/** The parties of a file with one of these roles in its order, at most `limit`. */
export function partiesInRoles(
  db: ReadDb,
  dossier: DossierId,
  roles: readonly string[],
  limit: number,
): readonly NamedRow[] {
  return db.all<NamedRow>(
    `SELECT id, name, role FROM party WHERE dossier = ? AND role IN (SELECT value FROM json_each(?))
     ORDER BY position LIMIT ?`,
    ...[dossier, JSON.stringify(roles), limit],
  );
}

/** The parties of a file among these ids, in its order. */
export function partiesAmong(db: ReadDb, dossier: DossierId, ids: readonly string[]): readonly NamedRow[] {
  return db.all<NamedRow>(
    `SELECT id, name, role FROM party WHERE id IN (SELECT value FROM json_each(?)) AND dossier = ? ORDER BY position`,
    ...[JSON.stringify(ids), dossier],
  );
}
