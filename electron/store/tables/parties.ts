import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A party of a file with its numbers in full; masks are the business of whoever shows it. */
export type PartyRow = {
  readonly id: string;
  readonly dossier: DossierId;
  /** Order inside the file. */
  readonly position: number;
  readonly role: string;
  readonly type: string;
  readonly name: string;
  readonly idKind: string;
  readonly idNo: string;
  readonly uscc: string;
  readonly legalRep: string;
  readonly phone: string;
  readonly address: string;
};

const columns = `id, dossier, position, role, type, name, id_kind AS idKind, id_no AS idNo, uscc, legal_rep AS legalRep,
  phone, address`;

/** The parties of a file in their order. */
export function partiesOf(db: ReadDb, dossier: DossierId): readonly PartyRow[] {
  return db.all<PartyRow>(`SELECT ${columns} FROM party WHERE dossier = ? ORDER BY position`, dossier);
}

/** A party as it is called. */
export type NamedParty = Pick<PartyRow, 'id' | 'role' | 'type' | 'name'>;

/** The first parties of a file by name, 200 at most and reporters never: what may be shown where files are looked for. */
export function partiesNamed(db: ReadDb, dossier: DossierId): readonly NamedParty[] {
  return db.all<NamedParty>(
    `SELECT id, role, type, name FROM party WHERE dossier = ? AND role <> 'reporter' ORDER BY position LIMIT 200`,
    dossier,
  );
}

/** One party, when it belongs to the file. */
export function findParty(db: ReadDb, dossier: DossierId, id: string): PartyRow | undefined {
  return db.get<PartyRow>(`SELECT ${columns} FROM party WHERE id = ? AND dossier = ?`, id, dossier);
}

/** The place after the last party of a file. */
export function nextPartyPosition(db: ReadDb, dossier: DossierId): number {
  const row = db.get<{ n: number | null }>('SELECT max(position) AS n FROM party WHERE dossier = ?', dossier);
  return (row?.n ?? 0) + 1;
}

/** Puts a party, in place of what was there under its id. */
export function putParty(tx: WriteDb, row: PartyRow): void {
  tx.run(
    `INSERT INTO party (id, dossier, position, role, type, name, id_kind, id_no, uscc, legal_rep, phone, address)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET role = excluded.role, type = excluded.type, name = excluded.name,
       id_kind = excluded.id_kind, id_no = excluded.id_no, uscc = excluded.uscc, legal_rep = excluded.legal_rep,
       phone = excluded.phone, address = excluded.address`,
    ...[row.id, row.dossier, row.position, row.role, row.type, row.name, row.idKind, row.idNo, row.uscc],
    ...[row.legalRep, row.phone, row.address],
  );
}

/** Takes a party off its file. */
export function removeParty(tx: WriteDb, dossier: DossierId, id: string): void {
  tx.run('DELETE FROM party WHERE id = ? AND dossier = ?', id, dossier);
}
