import { onTestFinished } from 'vitest';
import { createFolderTransport } from '#electron/exchange/folder.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import { type ExchangeLoop, startExchangeLoop } from '#electron/services/sync/exchange-loop.ts';
import type { ServerHealth, ServerLink } from '#electron/services/sync/ways.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import type { Desk, TestClock } from './desk.ts';
import { takeIn } from './large-file.ts';
import { acceptedDossier, finishedLetter, passAndSend } from './two-offices.ts';

/** What was asked of a carrier: 'put <id>', 'chunk <hash>' and 'get <hash>'. */
export type Seen = string[];

/** A carrier that notes what is handed over and fetched, before it is done. */
export function watched(transport: Transport, see: (what: string) => void | Promise<void>): Transport {
  return {
    ...transport,
    put: async (to, id, bytes) => {
      await see(`put ${id}`);
      return transport.put(to, id, bytes);
    },
    putChunk: async (to, hash, bytes) => {
      await see(`chunk ${hash}`);
      return transport.putChunk(to, hash, bytes);
    },
    getChunk: async (from, hash) => {
      await see(`get ${hash}`);
      return transport.getChunk(from, hash);
    },
  };
}

const health: ServerHealth = {
  ...{ state: 'connected', server: null, tooOld: null, durability: null, rttMs: null, pending: null, ackPending: null },
  ...{ replicas: null, storedBytes: null, mostBytes: null, problems: [], lastContact: null, lastError: null },
  lastErrorAt: null,
};

/** A carrier in the place of a server. */
export function asServer(transport: Transport): ServerLink {
  return {
    transport,
    onArrival: () => () => undefined,
    health: () => Promise.resolve(health),
    close: () => Promise.resolve(),
  };
}

/** The exchange of a desk over carriers of the test's own, in place of the one it has; it ends with the test. */
export function exchangeOver(
  { session }: Desk,
  clock: TestClock,
  carriers: { readonly folder?: (transport: Transport) => Transport; readonly server?: Transport },
): ExchangeLoop {
  const log = { info: () => undefined, warn: () => undefined };
  const loop = startExchangeLoop(session, { clock, random: trueRandom, log }, 0, {
    folder: (path) => (carriers.folder ?? ((transport) => transport))(createFolderTransport(path)),
    server: () => {
      if (!carriers.server) throw new Error('no server in this test');
      return asServer(carriers.server);
    },
  });
  onTestFinished(loop.stop);
  return loop;
}

/** A letter with one file of `size` bytes that is signed and waits to be sent. */
export async function letterWith(
  { asks, does }: { readonly asks: Desk; readonly does: Desk },
  { name, size, seed, urgency = 'normal' }: { name: string; size: number; seed: number; urgency?: 'normal' | 'urgent' },
) {
  const file = await takeIn(asks, name, size, seed);
  const dossier = await acceptedDossier(asks);
  const letter = { ...(await finishedLetter(asks, does, dossier)), files: [file], urgency };
  const { id } = await asks.ask('paper.submit', { dossier: dossier as never, partner: does.open.office, letter });
  return { id, file, send: () => passAndSend(asks, id) };
}
