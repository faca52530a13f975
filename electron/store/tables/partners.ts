import type { OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A partner office (协作机构) as its card names it, with how it is reached. */
export type PartnerRow = {
  readonly office: OfficeId;
  readonly name: string;
  /** Six-digit division code. */
  readonly region: string;
  /** The card file of three lines, as it was taken. */
  readonly card: string;
  readonly cardHash: string;
  /** A person compared the fingerprint with the partner. */
  readonly confirmed: boolean;
  /** When its card was renewed by a later one that came with a package; null when a person took the card held. */
  readonly renewedOn: LocalDate | null;
  /** The exchange folder shared with it; empty for none. */
  readonly folder: string;
  /** Whether the office's server leads to it. */
  readonly server: boolean;
};

type Row = Omit<PartnerRow, 'confirmed' | 'server'> & { readonly confirmed: number; readonly server: number };

const columns = 'office, name, region, card, card_hash AS cardHash, confirmed, renewed AS renewedOn, folder, server';
const toPartner = (row: Row): PartnerRow => ({
  ...row,
  confirmed: row.confirmed === 1,
  server: row.server === 1,
});

/** Every partner, by name. */
export function allPartners(db: ReadDb): readonly PartnerRow[] {
  return db.all<Row>(`SELECT ${columns} FROM partner ORDER BY name, office`).map(toPartner);
}

/** One partner. */
export function findPartner(db: ReadDb, office: OfficeId): PartnerRow | undefined {
  const row = db.get<Row>(`SELECT ${columns} FROM partner WHERE office = ?`, office);
  return row && toPartner(row);
}

/** Puts a partner's card; ways and confirmation of a known partner stay. */
export function putPartnerCard(tx: WriteDb, row: Omit<PartnerRow, 'folder' | 'server'>): void {
  tx.run(
    `INSERT INTO partner (office, name, region, card, card_hash, confirmed, renewed, folder, server)
     VALUES (?, ?, ?, ?, ?, ?, ?, '', 0)
     ON CONFLICT (office) DO UPDATE SET name = excluded.name, region = excluded.region, card = excluded.card,
       card_hash = excluded.card_hash, renewed = excluded.renewed, confirmed = max(confirmed, excluded.confirmed)`,
    ...[row.office, row.name, row.region, row.card, row.cardHash, row.confirmed ? 1 : 0, row.renewedOn],
  );
}

/** Notes that a person compared the fingerprint. */
export function confirmPartner(tx: WriteDb, office: OfficeId): void {
  tx.run('UPDATE partner SET confirmed = 1 WHERE office = ?', office);
}

/** Sets the exchange folder of a partner. */
export function setPartnerFolder(tx: WriteDb, office: OfficeId, folder: string): void {
  tx.run('UPDATE partner SET folder = ? WHERE office = ?', folder, office);
}

/** Sets whether the office's server leads to a partner. */
export function setPartnerServer(tx: WriteDb, office: OfficeId, on: boolean): void {
  tx.run('UPDATE partner SET server = ? WHERE office = ?', on ? 1 : 0, office);
}
