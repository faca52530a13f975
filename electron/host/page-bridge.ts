import type { Bridge } from '#shared/contract/client.ts';
import type { Change } from '#shared/contract/topics.ts';
import { fromWire, toWire } from './wire.ts';

type EventStream = {
  readonly addEventListener: (name: string, listener: (event: { readonly data: string }) => void) => void;
  /** 2 once the browser has given the stream up. */
  readonly readyState: number;
};

/** What the bridge needs of the page's `window`. */
export type BridgePage = {
  readonly fetch: (
    url: string,
    init: object,
  ) => Promise<{ readonly status: number; readonly text: () => Promise<string> }>;
  readonly EventSource: new (url: string) => EventStream;
};

/** The two directions of `wire.ts`, handed in so that this function names nothing outside itself. */
export type WireFunctions = {
  readonly toWire: (value: unknown) => unknown;
  readonly fromWire: (value: unknown) => unknown;
};

/**
 * Gives the page of the browser host the same `xieban` that Electron's preload gives its window: `invoke` as a POST,
 * `onChanged` over server-sent events. When the stream comes back after a break, everything counts as changed, because
 * announcements may have been missed. Runs in the page from its own text: it must stay self-contained.
 */
export function installBridge(page: BridgePage, wire: WireFunctions): void {
  const listeners = new Set<(change: Change) => void>();
  let stream: EventStream | undefined;
  const announce = (data: string): void => {
    const change = JSON.parse(data) as Change;
    for (const listener of listeners) listener(change);
  };
  let greeted = false;
  const listen = (): void => {
    const opened = new page.EventSource('events');
    stream = opened;
    // A host that was started anew turns the stream away for good; it is opened again once calls are taken.
    opened.addEventListener('error', () => {
      if (opened.readyState === 2 && stream === opened) stream = undefined;
    });
    stream.addEventListener('changed', (event) => announce(event.data));
    stream.addEventListener('hello', (event) => {
      if (greeted) announce(event.data);
      greeted = true;
    });
  };
  const bridge: Bridge = {
    invoke: async (name, input) => {
      const answer = await page.fetch('invoke', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, input: wire.toWire(input) }),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
      });
      const reply = wire.fromWire(JSON.parse(await answer.text()));
      if (answer.status !== 401 && stream === undefined && listeners.size > 0) listen();
      return reply;
    },
    onChanged: (listener) => {
      listeners.add(listener);
      if (stream === undefined) listen();
      return () => {
        listeners.delete(listener);
      };
    },
  };
  Object.defineProperty(page, 'xieban', { value: Object.freeze(bridge), enumerable: true });
}

/** The script file the host serves beside the interface; it runs before the interface does. */
export const pageBridgeScript = `(${installBridge.toString()})(window, { toWire: ${toWire.toString()}, fromWire: ${fromWire.toString()} });\n`;
