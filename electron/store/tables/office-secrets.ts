import type { ReadDb, WriteDb } from '../db.ts';

/**
 * Key material of the office that must survive this device: sealed to the recovery key, so that neither the database
 * nor a backup opens it alone. 'root' certifies devices; 'sealing' opens what partners sealed to us.
 */
export type OfficeSecret = {
  readonly id: string;
  readonly purpose: 'root' | 'sealing';
  readonly sealed: Uint8Array;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
};

/** Keeps a sealed secret; an id is written once. */
export function keepOfficeSecret(tx: WriteDb, secret: OfficeSecret): void {
  tx.run(
    'INSERT INTO office_secret (id, purpose, sealed, made_at) VALUES (?, ?, ?, ?)',
    secret.id,
    secret.purpose,
    secret.sealed,
    secret.madeAt,
  );
}

/** Keeps a secret under another seal: the recovery key was renewed. */
export function resealOfficeSecret(tx: WriteDb, id: string, sealed: Uint8Array): void {
  tx.run('UPDATE office_secret SET sealed = ? WHERE id = ?', sealed, id);
}

/** All sealed secrets, oldest first. */
export function officeSecrets(db: ReadDb): readonly OfficeSecret[] {
  return db.all('SELECT id, purpose, sealed, made_at AS madeAt FROM office_secret ORDER BY made_at, id');
}
