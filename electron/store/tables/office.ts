import type { OfficeId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** This office as its letters name it. `settings` is JSON text of what was changed from the defaults. */
export type OfficeRow = {
  readonly id: OfficeId;
  readonly name: string;
  /** Six-digit division code. */
  readonly region: string;
  readonly side: 'arbitration' | 'inspection' | 'both';
  readonly address: string;
  readonly postcode: string;
  readonly phone: string;
  readonly uscc: string;
  readonly settings: string;
};

/** This office; undefined before its first fact was written. */
export function findOffice(db: ReadDb): OfficeRow | undefined {
  return db.get<OfficeRow>('SELECT id, name, region, side, address, postcode, phone, uscc, settings FROM office');
}

/** Puts this office. */
export function putOffice(tx: WriteDb, row: OfficeRow): void {
  tx.run(
    `INSERT INTO office (id, name, region, side, address, postcode, phone, uscc, settings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, region = excluded.region,
       side = excluded.side, address = excluded.address, postcode = excluded.postcode, phone = excluded.phone,
       uscc = excluded.uscc, settings = excluded.settings`,
    ...[row.id, row.name, row.region, row.side, row.address, row.postcode, row.phone, row.uscc, row.settings],
  );
}
