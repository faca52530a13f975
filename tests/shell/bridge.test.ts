import { describe, expect, it } from 'vitest';
import { createBridgeClient, type FromBackend, type ToBackend } from '#electron/backend/bridge.ts';
import type { DeskBackend } from '#electron/backend/desks.ts';
import { type AskSecret, type OpenDesks, serveBridge } from '#electron/backend/serve-bridge.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Desk } from '#shared/contract/desk.ts';
import type { Change } from '#shared/contract/topics.ts';

/** Both ends of a bridge in one process; every message is cloned on its way, as between processes. */
function bridged(open: (announce: (desk: Desk, change: Change) => void, ask: AskSecret) => ReturnType<OpenDesks>) {
  const heard: string[] = [];
  let left = false;
  let announce = (_desk: Desk, _change: Change): void => undefined;
  let toShell = (_message: FromBackend): void => undefined;
  const toBackend = serveBridge(
    (message) => toShell(structuredClone(message)),
    (_order, ask) => open((desk, change) => announce(desk, change), ask),
    () => {
      left = true;
    },
  );
  const client = createBridgeClient((message: ToBackend) => toBackend(structuredClone(message)), {
    secret: async (act, bytes) => (act === 'wrap' ? bytes.toReversed() : null),
    changed: (desk, change) => heard.push(`${desk} ${change.revision}`),
    started: () => heard.push('started'),
    refused: (code) => heard.push(`refused ${code}`),
  });
  toShell = client.receive;
  const desksOf = (own: DeskBackend) =>
    ok({
      find: (desk: Desk) => (desk === 'own' ? own : undefined),
      onChanged: (listener: (desk: Desk, change: Change) => void) => {
        announce = listener;
        return () => undefined;
      },
      close: () => own.close(),
    });
  const start = () =>
    toBackend({ kind: 'start', order: { folder: '/data', sample: false, language: undefined, keychain: true } });
  return { client, heard, toBackend, start, desksOf, hasLeft: () => left };
}

const echo: DeskBackend = {
  invoke: async (name, input) => ({ ok: true, value: { name, input } }),
  onChanged: () => () => undefined,
  close: async () => undefined,
};

describe('the bridge between shell and backend', () => {
  it('carries calls that are answered in any order, bytes included', async () => {
    const gates = new Map<unknown, () => void>();
    const slow: DeskBackend = {
      ...echo,
      invoke: (name, input) => new Promise((resolve) => gates.set(name, () => resolve({ ok: true, value: input }))),
    };
    const bridge = bridged(async () => bridge.desksOf(slow));
    bridge.start();
    const first = bridge.client.invoke('own', 'first', { bytes: Uint8Array.from([1, 2]) });
    const second = bridge.client.invoke('own', 'second', 2);
    await new Promise((resolve) => setImmediate(resolve));
    gates.get('second')?.();
    expect(await second).toEqual({ ok: true, value: 2 });
    gates.get('first')?.();
    expect(await first).toEqual({ ok: true, value: { bytes: Uint8Array.from([1, 2]) } });
    expect(bridge.heard).toEqual(['started']);
  });

  it('answers for a desk that is not there', async () => {
    const bridge = bridged(async () => bridge.desksOf(echo));
    bridge.start();
    expect(await bridge.client.invoke('partner', 'x', {})).toEqual({
      ok: false,
      failure: { kind: 'not-found', code: 'not-found.desk' },
    });
  });

  it('announces changes with their desk', async () => {
    let say = (_desk: Desk, _change: Change): void => undefined;
    const bridge = bridged(async (announce) => {
      say = announce;
      return bridge.desksOf(echo);
    });
    bridge.start();
    await bridge.client.invoke('own', 'x', {});
    say('partner', { topics: ['sync'], revision: 9 });
    expect(bridge.heard).toEqual(['started', 'partner 9']);
  });

  it('says why the data cannot be worked on and answers calls all the same', async () => {
    const bridge = bridged(async () => err('in-use'));
    bridge.start();
    expect(await bridge.client.invoke('own', 'x', {})).toMatchObject({ failure: { code: 'backend.stopped' } });
    expect(bridge.heard).toEqual(['refused in-use']);
  });

  it('asks the keychain through the shell while it opens', async () => {
    const answers: unknown[] = [];
    const bridge = bridged(async (_announce, ask) => {
      answers.push(await ask('wrap', Uint8Array.from([1, 2, 3])), await ask('unwrap', Uint8Array.from([9])));
      return bridge.desksOf(echo);
    });
    bridge.start();
    await bridge.client.invoke('own', 'x', {});
    expect(answers).toEqual([Uint8Array.from([3, 2, 1]), null]);
  });

  it('closes the data before it leaves, and answers what comes afterwards', async () => {
    let closed = false;
    const closing: DeskBackend = {
      ...echo,
      close: async () => {
        expect(bridge.hasLeft()).toBe(false);
        closed = true;
      },
    };
    const bridge = bridged(async () => bridge.desksOf(closing));
    bridge.start();
    bridge.toBackend({ kind: 'stop' });
    await new Promise((resolve) => setImmediate(resolve));
    expect([closed, bridge.hasLeft()]).toEqual([true, true]);
    expect(await bridge.client.invoke('own', 'x', {})).toMatchObject({ ok: false });
  });

  it('leaves nothing unanswered when the process is gone', async () => {
    const never: DeskBackend = { ...echo, invoke: () => new Promise(() => undefined) };
    const bridge = bridged(async () => bridge.desksOf(never));
    bridge.start();
    const waiting = [bridge.client.invoke('own', 'a', {}), bridge.client.invoke('own', 'b', {})];
    bridge.client.gone();
    waiting.push(bridge.client.invoke('own', 'c', {}));
    for (const reply of await Promise.all(waiting)) {
      expect(reply).toEqual({ ok: false, failure: { kind: 'internal', code: 'backend.stopped' } });
    }
  });
});
