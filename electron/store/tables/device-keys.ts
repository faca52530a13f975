import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import type { SignedDocument } from '#shared/protocol/signed-document.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A device's public signing key (base64url) an office answers for, with its certificate; null for a key from a card. */
export type KnownKey = { readonly device: DeviceId; readonly key: string; readonly certificate: SignedDocument | null };

type Row = Omit<KnownKey, 'certificate'> & { readonly text: string | null; readonly signature: string | null };

/** Keeps a key for good; a certificate is kept also where the key is known from a card. */
export function keepDeviceKey(tx: WriteDb, office: OfficeId, { device, key, certificate }: KnownKey): void {
  tx.run(
    `INSERT INTO device_key (office, device, key, text, signature) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (office, device) DO UPDATE SET text = coalesce(text, excluded.text),
       signature = coalesce(signature, excluded.signature)`,
    ...[office, device, key, certificate?.text ?? null, certificate?.signature ?? null],
  );
}

/** Every key of an office's devices that was ever certified to us, those of today included. */
export function knownKeys(db: ReadDb, office: OfficeId): readonly KnownKey[] {
  const rows = db.all<Row>('SELECT device, key, text, signature FROM device_key WHERE office = ?', office);
  return rows.map(({ device, key, text, signature }) => ({
    ...{ device, key },
    certificate: text !== null && signature !== null ? { text, signature } : null,
  }));
}
