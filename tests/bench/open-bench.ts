import { randomBytes } from 'node:crypto';
import { unlockByPassphrase } from '#electron/sealing/custody.ts';
import type { OpenOffice } from '#electron/services/context.ts';
import { openOffice } from '#electron/services/session/open-office.ts';
import { lockFolder } from '#electron/store/folder-lock.ts';
import { localDate } from '#shared/base/local-date.ts';
import { benchPassphrase } from './many-dossiers.ts';

const openedAt = Date.parse('2026-11-20T01:00:00Z');

/** The measured data opened the way the product opens it. */
export async function openBench(folder: string): Promise<{ readonly open: OpenOffice; readonly close: () => void }> {
  const lock = lockFolder(folder);
  if (!lock.ok) throw new Error(lock.error.code);
  const key = await unlockByPassphrase(folder, benchPassphrase, openedAt);
  if (!key.ok) throw new Error(key.error.code);
  const opened = openOffice(lock.value, key.value, {
    random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
    moment: { at: openedAt, today: localDate('2026-11-20') },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const { open } = opened.value;
  return {
    open,
    close: () => {
      open.store.close();
      lock.value.release();
    },
  };
}
