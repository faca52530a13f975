import type { DeviceId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** Keeps the public signing key (base64url) of a device of this office. */
export function putDevice(tx: WriteDb, device: DeviceId, key: string): void {
  tx.run('INSERT INTO device (id, key) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', device, key);
}

/** Public signing keys of this office's devices, those before a restore included. */
export function officeDevices(db: ReadDb): readonly (readonly [DeviceId, string])[] {
  return db.all<{ id: DeviceId; key: string }>('SELECT id, key FROM device').map(({ id, key }) => [id, key]);
}
