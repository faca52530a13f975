import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolderTransport } from '#electron/exchange/folder.ts';
import { isBefore } from '#electron/exchange/nats/nats-health.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import { startExchangeLoop } from '#electron/services/sync/exchange-loop.ts';
import { err } from '#shared/base/result.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import type { Desk } from './support/desk.ts';
import { type ExchangeOffice, exchangeOffice, introduce, meet, sendLetter } from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';
import { officeServer } from './support/office-server.ts';
import { sentRequest, twoOffices } from './support/two-offices.ts';

const statusOf = async (office: ExchangeOffice) => {
  const { partners, ways } = await office.ask('sync.status', {});
  const [partner] = partners;
  if (!partner) throw new Error('an office without a partner');
  return { partner, ways };
};

const noLog = { info: () => undefined, warn: () => undefined };

describe('a folder that hangs in the middle of a round', () => {
  test('keeps no other way waiting, and is not asked again before it answered', async () => {
    const { asks, does, clock } = await twoOffices();
    await sentRequest({ asks, does });
    const dead = tempFolder();
    await asks.ask('partner.add', {
      bytes: (await strangerCard()).bytes,
      confirmed: true,
    });
    await asks.ask('partner.setFolder', { office: 'jiashan-arb' as never, folder: dead });
    const share = Promise.withResolvers<Awaited<ReturnType<Transport['receive']>>>();
    let asked = 0;
    const loop = startExchangeLoop(asks.session, { clock, random: trueRandom, log: noLog }, 0, {
      folder: (path) => {
        const transport = createFolderTransport(path);
        if (path !== dead) return transport;
        const receive = (): typeof share.promise => {
          asked += 1;
          return share.promise;
        };
        return { ...transport, receive };
      },
      server: () => {
        throw new Error('no server is set');
      },
    });
    const hanging = loop.round(true);
    const arrived = Promise.withResolvers<void>();
    const stop = asks.session.onChanged(({ topics }) => {
      if (topics.includes('sync')) arrived.resolve();
    });
    await arrived.promise;
    stop();
    const again = loop.round(false);
    await does.loop.round(true);
    expect((await does.ask('request.list', { limit: 10 })).rows).toHaveLength(1);
    expect(asked).toBe(1);
    share.resolve(err('unreachable'));
    await Promise.all([hanging, again]);
    await loop.stop();
  });
});

async function strangerCard() {
  const stranger = await exchangeOffice('jiashan-arb', '330421');
  return stranger.ask('partner.ownCard', {});
}

type Two = { readonly asks: ExchangeOffice; readonly does: ExchangeOffice };

async function strangers(): Promise<Two> {
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  await introduce(asks, does, '');
  await introduce(does, asks, '');
  return { asks, does };
}

describeWith('nats-server', "the office's server", () => {
  test('carries a letter with its file, leaves nothing of it, and says how it does', async () => {
    const { asks, does } = await strangers();
    await officeServer(asks, does);
    expect((await statusOf(asks)).partner.ways).toEqual([{ kind: 'server', reached: expect.any(Boolean) }]);
    const file = await takeIn(asks, '台账.bin', 9_000_000, 1);
    const request = await sendLetter(asks, does, [file]);
    await meet(asks, does);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
    expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
    await does.restart();
    const left = async () => (await statusOf(does)).ways[0]?.server;
    await expect.poll(async () => (await left())?.storedBytes).toBeLessThan(100_000);
    expect(await left()).toMatchObject({ pending: 0 });
    const { partner, ways } = await statusOf(asks);
    expect(partner).toMatchObject({ reachable: 'yes', local: 0, sent: 0, ways: [{ kind: 'server', reached: true }] });
    expect(ways).toMatchObject([{ kind: 'server', state: 'reached', problem: null }]);
    expect(ways[0]?.server).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+/), pending: 0, problems: [] });
    expect(ways[0]?.server?.tooOld).toBe(isBefore(ways[0]?.server?.version ?? '', '2.12.3'));
  });

  test('that is away is said calmly, and everything goes over the folder meanwhile', async () => {
    const { asks, does } = await strangers();
    const server = await officeServer(asks, does);
    await meet(asks, does);
    await server.kill();
    const shared = join(tempFolder(), 'shared');
    mkdirSync(shared);
    for (const [office, partner] of [[asks, does] as const, [does, asks] as const]) {
      await office.ask('partner.setFolder', { office: partner.id, folder: shared });
    }
    const request = await sendLetter(asks, does);
    await meet(asks, does);
    expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
    const { partner, ways } = await statusOf(asks);
    expect(partner.reachable).toBe('yes');
    const byKind = new Map(ways.map((way) => [way.kind, way]));
    expect(byKind.get('folder')).toMatchObject({ state: 'reached', problem: null });
    expect(byKind.get('server')).toMatchObject({ state: 'away', problem: 'carrier.unreachable' });
    expect(byKind.get('server')?.lastSeen).not.toBeNull();
  });

  test('is said to be last seen before this start too, and takes up what is waiting once it is back', async () => {
    const { asks, does } = await strangers();
    const server = await officeServer(asks, does);
    await meet(asks, does);
    await server.kill();
    await asks.restart();
    await asks.sit('clerk');
    const request = await sendLetter(asks, does);
    await asks.round();
    const { ways } = await statusOf(asks);
    expect(ways).toMatchObject([{ state: 'away', lastSeen: expect.stringMatching(/^2026-/) }]);
    expect((await asks.ask('request.get', { request })).row.word).toBe('local');
    expect((await asks.ask('sync.now', {})).outOfReach).toEqual(['wujiang-arb（测试）']);
    await server.start();
    await meet(asks, does);
    expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
  });

  test('is told of chunks that came by folder, and its stream of files holds none of them for long', async () => {
    const { asks, does } = await strangers();
    const shared = join(tempFolder(), 'shared');
    mkdirSync(shared);
    await officeServer(asks, does);
    for (const [office, partner] of [[asks, does] as const, [does, asks] as const]) {
      await office.ask('partner.setFolder', { office: partner.id, folder: shared });
    }
    const file = await takeIn(asks, '台账.bin', 9_000_000, 2);
    await sendLetter(asks, does, [file]);
    await meet(asks, does);
    await meet(asks, does);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
    // A look counts for seconds; after a restart it is a new one.
    await does.restart();
    const stored = async () => (await statusOf(does)).ways.find(({ kind }) => kind === 'server')?.server?.storedBytes;
    await expect.poll(stored).toBeLessThan(100_000);
    rmSync(shared, { recursive: true });
  });

  test('is told of chunks that came by stick, and keeps none of those that lay there for long', async () => {
    const { asks, does } = await strangers();
    await officeServer(asks, does);
    const file = await takeIn(asks, '台账.bin', 9_000_000, 2);
    await sendLetter(asks, does, [file]);
    const stored = async () => (await statusOf(does)).ways[0]?.server?.storedBytes;
    await asks.round();
    await expect.poll(stored, { timeout: 20_000 }).toBeGreaterThan(9_000_000);
    const stick = tempFolder();
    await asks.ask('courier.export', { folder: stick });
    await does.ask('courier.import', { folder: stick });
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
    await does.round();
    await expect.poll(stored, { timeout: 20_000 }).toBeLessThan(100_000);
  });

  test('brings a letter there and its receipt back by events alone, long before any round of the clock', async () => {
    const { asks, does, clock } = await twoOffices();
    for (const desk of [asks, does]) desk.as('head');
    await officeServer(onServer(asks), onServer(does));
    for (const desk of [asks, does]) desk.as('clerk');
    const began = performance.now();
    const ports = {
      clock: { now: () => clock.now() + Math.round(performance.now() - began) },
      random: trueRandom,
      log: noLog,
    };
    const hour = 3_600_000;
    const loops = [asks, does].map((desk) => startExchangeLoop(desk.session, ports, hour));
    for (const loop of loops) await loop.round(true);
    const receipted = Promise.withResolvers<void>();
    let sent = '';
    asks.session.onChanged(() => {
      if (sent === '') return;
      void asks.ask('request.get', { request: sent as never }).then(({ row }) => {
        if (row.word === 'receipted') receipted.resolve();
      });
    });
    sent = await sentRequest({ asks, does });
    asks.session.announce(['sync']);
    await receipted.promise;
    expect((await does.ask('request.list', { limit: 10 })).rows).toHaveLength(1);
    for (const loop of loops) await loop.stop();
  });
});

/** A desk as the helper for servers takes it. */
const onServer = ({ ask, open, loop }: Desk): Parameters<typeof officeServer>[0] => ({
  id: open.office,
  ask,
  round: () => loop.round(true),
});
