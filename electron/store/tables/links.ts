import type { OfficeId } from '#shared/base/ids.ts';
import type { Link } from '#shared/protocol/link.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** What is known of the exchange with an office; undefined before the first. */
export function findLink(db: ReadDb, office: OfficeId): Link | undefined {
  const row = db.get<{ text: string }>('SELECT text FROM link WHERE office = ?', office);
  // Written by saveLink below and by nothing else.
  return row && (JSON.parse(row.text) as Link);
}

/**
 * Keeps what is known of an exchange, in the transaction of the entries it speaks of. What is the same already is not
 * written: most ticks change nothing, and then nothing waits for the disk.
 */
export function saveLink(tx: WriteDb, link: Link): void {
  tx.run(
    `INSERT INTO link (office, text) VALUES (?, ?)
     ON CONFLICT (office) DO UPDATE SET text = excluded.text WHERE text <> excluded.text`,
    ...[link.partner, JSON.stringify(link)],
  );
}
