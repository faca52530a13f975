import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromWire, toWire } from '#electron/host/wire.ts';
import type { Bridge } from '#shared/contract/client.ts';
import type { Change } from '#shared/contract/topics.ts';
import { topics } from '#shared/contract/topics.ts';
import { type Attacked, hostUnderAttack } from './support/host-under-attack.ts';

type Listener = (event: { readonly data: string }) => void;

/** A page that runs the script the host serves, with a `fetch` that sends what a browser would and a stream by hand. */
async function pageOf(host: Attacked, desk: 'own' | 'partner') {
  const cookie = await host.signIn(desk);
  const base = `${host.origin}/${desk}/`;
  const streams = new Map<string, Listener>();
  const addresses: string[] = [];
  const given = { up: false };
  class EventSource {
    get readyState(): number {
      return given.up ? 2 : 1;
    }
    constructor(address: string) {
      addresses.push(new URL(address, base).href);
    }
    addEventListener(name: string, listener: Listener): void {
      streams.set(name, listener);
    }
  }
  const browserFetch = (address: string, init: { headers: object }) =>
    fetch(new URL(address, base), { ...init, headers: { ...init.headers, cookie, origin: host.origin } });
  const window: { fetch: unknown; EventSource: unknown; xieban?: Bridge } = { fetch: browserFetch, EventSource };
  const served = await fetch(`${base}host-bridge.js`, { headers: { cookie } });
  runInNewContext(await served.text(), {
    window,
    Uint8Array,
    Object,
    Array,
    JSON,
    Set,
    String,
    RangeError,
    btoa,
    atob,
  });
  return { window, streams, addresses, given, cookie, type: served.headers.get('content-type') };
}

describe('the bridge the browser host gives its page', () => {
  let host: Attacked;
  beforeAll(async () => {
    host = await hostUnderAttack({ partner: true });
  });
  afterAll(() => host.close());

  it('is a script of its own file that exposes two frozen functions and nothing else', async () => {
    const { window, type } = await pageOf(host, 'own');
    expect(type).toBe('text/javascript; charset=utf-8');
    expect(Object.keys(window).sort()).toEqual(['EventSource', 'fetch', 'xieban']);
    expect(Object.keys(window.xieban ?? {}).sort()).toEqual(['invoke', 'onChanged']);
    expect(Object.isFrozen(window.xieban)).toBe(true);
    expect(() => {
      window.xieban = { invoke: () => Promise.resolve(), onChanged: () => () => undefined };
    }).toThrow(TypeError);
  });

  it('carries a call with bytes to its own desk and back', async () => {
    const own = await pageOf(host, 'own');
    const partner = await pageOf(host, 'partner');
    host.asked.length = 0;
    const input = {
      bytes: Uint8Array.from([0, 1, 254, 255]),
      text: '协办',
      $bytes: 'typed by a person',
      list: [null, 1],
    };
    expect(await own.window.xieban?.invoke('echo', input)).toEqual({ ok: true, value: input });
    await partner.window.xieban?.invoke('other', {});
    expect(host.asked.map(({ desk, name }) => [desk, name])).toEqual([
      ['own', 'echo'],
      ['partner', 'other'],
    ]);
    expect(host.asked[0]?.input).toEqual(input);
  });

  it('announces what the stream says, and everything after a break', async () => {
    const { window, streams, addresses } = await pageOf(host, 'own');
    const heard: Change[] = [];
    const stop = window.xieban?.onChanged((change) => heard.push(change));
    window.xieban?.onChanged(() => undefined);
    expect(addresses).toEqual([`${host.origin}/own/events`]);
    const everything = JSON.stringify({ topics, revision: 0 });
    streams.get('hello')?.({ data: everything });
    expect(heard).toEqual([]);
    streams.get('changed')?.({ data: '{"topics":["dossier"],"revision":7}' });
    streams.get('hello')?.({ data: everything });
    expect(heard).toEqual([
      { topics: ['dossier'], revision: 7 },
      { topics, revision: 0 },
    ]);
    stop?.();
    streams.get('changed')?.({ data: '{"topics":["dossier"],"revision":8}' });
    expect(heard).toHaveLength(2);
  });

  it('opens the stream again once calls are taken, after a host that was started anew had turned it away', async () => {
    const { window, streams, addresses, given } = await pageOf(host, 'own');
    const heard: Change[] = [];
    window.xieban?.onChanged((change) => heard.push(change));
    streams.get('hello')?.({ data: JSON.stringify({ topics, revision: 0 }) });
    streams.get('error')?.({ data: '' });
    await window.xieban?.invoke('echo', {});
    expect(addresses).toHaveLength(1);
    given.up = true;
    streams.get('error')?.({ data: '' });
    expect(addresses).toHaveLength(1);
    await window.xieban?.invoke('echo', {});
    expect(addresses).toHaveLength(2);
    streams.get('hello')?.({ data: JSON.stringify({ topics, revision: 0 }) });
    expect(heard).toEqual([{ topics, revision: 0 }]);
  });

  it('streams the changes of one desk to that desk only', async () => {
    const cookie = await host.signIn('own');
    const stream = await fetch(`${host.origin}/own/events`, { headers: { cookie } });
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const hello = await reader?.read();
    expect(hello?.value).toContain('event: hello');
    host.announce('partner', { topics: ['sync'], revision: 1 });
    host.announce('own', { topics: ['request'], revision: 2 });
    const change = await reader?.read();
    expect(change?.value).toBe('event: changed\ndata: {"topics":["request"],"revision":2}\n\n');
    await reader?.cancel();
  });

  it('ends streams that are too many instead of holding them open', async () => {
    const cookie = await host.signIn('own');
    const open = await Promise.all(
      Array.from({ length: 40 }, () => fetch(`${host.origin}/own/events`, { headers: { cookie } })),
    );
    const firsts = await Promise.allSettled(open.map(async (stream) => stream.body?.getReader().read()));
    const alive = firsts.filter((first) => first.status === 'fulfilled' && first.value?.value !== undefined);
    expect(alive.length).toBeLessThanOrEqual(32);
    expect(alive.length).toBeGreaterThan(0);
  });

  it('brings every value of the contract through its wire form unchanged', () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        bytes,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$')), tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(fromWire(JSON.parse(JSON.stringify(toWire(value))))).toEqual(value);
      }),
    );
  });
});
