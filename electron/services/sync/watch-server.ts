import type { ServerSettings } from '../server/server-settings.ts';
import type { OpenServer, ServerHealth, ServerLink } from './ways.ts';

/** How long a look counts, and how long somebody who asks waits for one that is under way; milliseconds. */
const goodForMs = 5_000;
const patienceMs = 400;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** What of a server's health a screen shows as a state of its own; figures that move all the time are no news. */
const stateOf = (health: ServerHealth | undefined): string =>
  JSON.stringify([health?.state, health?.server?.version, health?.problems]);

/**
 * Opens the office's server. Its health is asked for in the background: a server that hangs must keep no screen waiting.
 * `onNews` is called when a look came to something else than the one before.
 */
export function watchServer(settings: ServerSettings, link: ServerLink, onNews: () => void): OpenServer {
  let known: ServerHealth | undefined;
  let lookedAt = 0;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const before = stateOf(known);
    known = await link.health();
    lookedAt = performance.now();
    looking = undefined;
    if (stateOf(known) !== before) onNews();
  };
  return {
    ...{ settings, link },
    health: async () => {
      if (!known || performance.now() - lookedAt > goodForMs) looking ??= look();
      if (looking) await Promise.race([looking, pause(patienceMs)]);
      return known;
    },
  };
}
