import type { UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A person of the office. */
export type PersonRow = {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly string[];
  readonly cardNo: string;
  readonly phone: string;
  /** False for somebody who has left: kept for what was signed, offered for nothing new. */
  readonly active: boolean;
};

type Row = Omit<PersonRow, 'roles' | 'active'> & { readonly roles: string; readonly active: number };

const columns = 'id, name, roles, card_no AS cardNo, phone, active';

// Written by putPerson below and by nothing else.
const toPerson = (row: Row): PersonRow => ({
  ...row,
  roles: JSON.parse(row.roles) as readonly string[],
  active: row.active === 1,
});

/** Everybody, active people first, in the order they were added. */
export function allPeople(db: ReadDb): readonly PersonRow[] {
  return db.all<Row>(`SELECT ${columns} FROM person ORDER BY active DESC, id`).map(toPerson);
}

/** One person. */
export function findPerson(db: ReadDb, id: UserId): PersonRow | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM person WHERE id = ?`, id);
  return row && toPerson(row);
}

/** Names by id, for lists that show who did something. */
export function peopleNames(db: ReadDb): ReadonlyMap<string, string> {
  const rows = db.all<{ id: string; name: string }>('SELECT id, name FROM person');
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Puts a person, in place of what was there under the id. */
export function putPerson(tx: WriteDb, row: PersonRow): void {
  tx.run(
    `INSERT INTO person (id, name, roles, card_no, phone, active) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, card_no = excluded.card_no,
       phone = excluded.phone, active = excluded.active`,
    ...[row.id, row.name, JSON.stringify(row.roles), row.cardNo, row.phone, row.active ? 1 : 0],
  );
}
