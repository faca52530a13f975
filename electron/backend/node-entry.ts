import type { FromBackend, ToBackend } from './bridge.ts';
import { openForShell } from './open-desks.ts';
import { serveBridge } from './serve-bridge.ts';

/**
 * The backend as a child process of plain Node, forked with `serialization: 'advanced'`: the same bridge as under
 * Electron, so that what crosses between processes is tested without Electron's binary.
 */
const receive = serveBridge(
  (message: FromBackend) => process.send?.(message),
  openForShell,
  () => process.exit(0),
);
// Only the parent holds the other end of this channel.
process.on('message', (message) => receive(message as ToBackend));
process.on('disconnect', () => receive({ kind: 'stop' }));
