import type { Store } from '#electron/store/store.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { type Scan, scanFolder, scansIn } from './scan-folder.ts';

/** Scans shown at once, and milliseconds a file has to stay as it is before it counts as written. */
const [mostShown, stillMs] = [200, 1_000];

/** What each file looked like, and since when. */
type Looks = Map<string, { readonly scan: Scan; readonly since: number }>;

const looks = new WeakMap<Store, Looks>();

/** Looks again; answers which files have stayed as they are. An empty one is still to be written. */
function still(store: Store, scans: readonly Scan[], now: number): readonly Scan[] {
  const before: Looks = looks.get(store) ?? new Map();
  const next: Looks = new Map();
  for (const scan of scans) {
    const last = before.get(scan.name);
    const same = last?.scan.size === scan.size && last.scan.changed === scan.changed;
    next.set(scan.name, { scan, since: same ? last.since : now });
  }
  looks.set(store, next);
  // Either way: the clock may have been set back since.
  return scans.filter(({ name, size }) => size > 0 && Math.abs(now - (next.get(name)?.since ?? now)) >= stillMs);
}

/** What lies in the scanner's folder. */
export const listScans: Handler<'scanner.list'> = async (context) => {
  const folder = scanFolder(context);
  if (!folder.ok) return folder;
  const scans = await scansIn(folder.value);
  if (!scans.ok) return scans;
  const whole = still(context.open.store, scans.value, context.moment.at);
  return ok({
    ...{ folder: folder.value, scans: whole.slice(0, mostShown) },
    ...{ writing: scans.value.length - whole.length, more: Math.max(0, whole.length - mostShown) },
  });
};
