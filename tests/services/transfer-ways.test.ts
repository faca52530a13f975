import { describe, expect, test } from 'vitest';
import { createFolderTransport } from '#electron/exchange/folder.ts';
import { makeNatsKey } from '#electron/exchange/nats/credentials.ts';
import { findFile } from '#electron/store/tables/files.ts';
import { err } from '#shared/base/result.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import type { Desk } from './support/desk.ts';
import { readWhole } from './support/large-file.ts';
import { twoOffices } from './support/two-offices.ts';
import { exchangeOver, letterWith, type Seen, watched } from './support/watched-ways.ts';

const chunk = 4_194_304;

async function onServer(desk: Desk, partner: Desk): Promise<void> {
  desk.as('head');
  await desk.ask('server.set', { addresses: ['nats://127.0.0.1:4222'], credentials: makeNatsKey().seed });
  desk.as('clerk');
  await desk.ask('partner.setServer', { office: partner.open.office, on: true });
}

/** Two offices with a folder and a second carrier between them, each of which may be out of reach. */
async function twoWays() {
  const offices = await twoOffices();
  const { asks, does, clock } = offices;
  await onServer(asks, does);
  await onServer(does, asks);
  const second = tempFolder();
  const seen: Record<'folder' | 'server', Seen> = { folder: [], server: [] };
  const away = new Set<string>();
  const over = (desk: Desk, name: 'folder' | 'server') => (transport: ReturnType<typeof createFolderTransport>) => {
    const noting = watched(transport, (what) => void seen[name].push(what));
    const gone = (): boolean => away.has(name) || away.has(`${name} ${desk.open.office}`);
    const guarded = Object.entries(noting).map(([act, work]) => [
      act,
      (...what: readonly unknown[]) =>
        gone() ? Promise.resolve(err('unreachable')) : (work as (...all: readonly unknown[]) => unknown)(...what),
    ]);
    return Object.fromEntries(guarded) as typeof transport;
  };
  const loopOf = (desk: Desk) =>
    exchangeOver(desk, clock, {
      folder: over(desk, 'folder'),
      server: over(desk, 'server')(createFolderTransport(second)),
    });
  const chunksOn = (name: 'folder' | 'server') => seen[name].filter((what) => what.startsWith('chunk '));
  const hashesOf = (manifest: string): readonly string[] =>
    (JSON.parse(findFile(asks.open.store.db, manifest as never)?.text ?? '{}') as { chunks: string[] }).chunks;
  return { ...offices, away, chunksOn, hashesOf, sending: loopOf(asks), fetching: loopOf(does) };
}

describe('a file for a partner who is reached by two ways', () => {
  test('is handed over once in all, whichever way carries which part', async () => {
    const all = await twoWays();
    const { asks, does, chunksOn, sending, fetching } = all;
    const { send, file } = await letterWith(all, { name: '监控录像.bin', size: 9 * chunk, seed: 1 });
    await send();
    for (let round = 0; round < 3; round += 1) for (const loop of [sending, fetching]) await loop.round(false);
    // One that is asked for again may be compared where it lies, and lies nowhere else.
    const handed = [...new Set(chunksOn('folder')), ...new Set(chunksOn('server'))].map((what) => what.slice(6));
    expect(handed.toSorted()).toEqual(all.hashesOf(file.manifest).toSorted());
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
  });

  test('goes on by the other way when one is gone in the middle, and only what is lacking goes there', async () => {
    const all = await twoWays();
    const { asks, does, away, chunksOn, clock, sending, fetching } = all;
    away.add('server');
    const { send, file } = await letterWith(all, { name: '监控录像.bin', size: 6 * chunk, seed: 2 });
    await send();
    await sending.round(false);
    expect(chunksOn('folder')).toHaveLength(6);
    away.clear();
    away.add('folder wujiang-arb');
    clock.set('2026-03-12T09:31');
    await sending.round(true);
    await fetching.round(true);
    // The folder carries for the one office and not for the other: after a while the other way carries it as well.
    for (const time of ['09:43', '09:44', '09:45', '09:46']) {
      clock.set(`2026-03-12T${time}`);
      for (const loop of [sending, fetching]) await loop.round(true);
    }
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
    expect(new Set(chunksOn('server')).size).toBe(6);
  });
});

describe('a file over a network and a stick', () => {
  test('goes on the stick only as far as the other office has not signed for it', async () => {
    const all = await twoWays();
    const { asks, does, away, sending, fetching } = all;
    away.add('server');
    const { send, file } = await letterWith(all, { name: '监控录像.bin', size: 5 * chunk, seed: 3 });
    await send();
    await sending.round(false);
    await asks.ask('transfer.list', {});
    // Two parts come by the folder, and the office says so before it is out of reach.
    let fetched = 0;
    const partly = exchangeOver(does, all.clock, {
      folder: (transport) => ({
        ...transport,
        getChunk: (from, hash) => {
          fetched += 1;
          return fetched > 2 ? Promise.resolve(err('unreachable')) : transport.getChunk(from, hash);
        },
      }),
      server: createFolderTransport(tempFolder()),
    });
    await partly.round(true);
    await partly.round(true);
    await sending.round(true);
    const stick = tempFolder();
    const { lines } = await asks.ask('courier.export', { folder: stick });
    expect(lines).toMatchObject([{ files: 1 }]);
    expect(lines[0]?.bytes).toBeLessThan(4 * chunk);
    expect(lines[0]?.bytes).toBeGreaterThan(3 * chunk);
    await does.ask('courier.import', { folder: stick });
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
    await fetching.stop();
  });
});
