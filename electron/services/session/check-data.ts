import { checkStore, quarantineDatabase } from '#electron/store/check.ts';
import type { Ports } from '../context.ts';
import type { Session } from './session.ts';

/**
 * Checks every page of the data that was opened last, once, after the first screen has been answered. Data that fails is
 * closed and set aside by renaming, never deleted: the desk is empty then, and a copy can be restored.
 */
export function createDataCheck(session: Session, ports: Pick<Ports, 'clock' | 'log'>): () => void {
  let checked: unknown;
  return () => {
    const open = session.open();
    if (!open || checked === open) return;
    checked = open;
    const check = checkStore(open.store);
    if (check.ok || check.error.code !== 'database-damaged') return;
    ports.log.warn('data.damaged');
    session.lock();
    quarantineDatabase(session.place.lock.folder, ports.clock.now());
    session.announce(['session']);
  };
}
