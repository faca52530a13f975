import type { MessageEvent } from 'electron';
import type { ToBackend } from './bridge.ts';
import { openForShell } from './open-desks.ts';
import { serveBridge } from './serve-bridge.ts';

/** The backend in Electron's utility process. Only the shell holds the other end of the port. */
const port = process.parentPort;
const receive = serveBridge(
  (message) => port.postMessage(message),
  openForShell,
  () => process.exit(0),
);
port.on('message', (event: MessageEvent) => receive(event.data as ToBackend));
