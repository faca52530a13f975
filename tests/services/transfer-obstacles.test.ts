import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courierFolder, createCourierTransport } from '#electron/exchange/courier.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import { fetchFiles } from '#electron/services/sync/fetch-files.ts';
import { missingChunks } from '#electron/store/tables/files.ts';
import { err } from '#shared/base/result.ts';
import { describeWithSmallDisk, smallDisk } from '#tests/store/support/small-disk.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { readWhole } from './support/large-file.ts';
import { type TwoOffices, twoOffices } from './support/two-offices.ts';
import { exchangeOver, letterWith, type Seen, watched } from './support/watched-ways.ts';

const chunk = 4_194_304;

/** A carrier with a bad place where the chunk lies that it is asked for first. */
function withBadPlace(transport: Transport): Transport {
  let bad: string | undefined;
  return {
    ...transport,
    getChunk: (from, hash) => {
      bad ??= hash;
      return hash === bad ? Promise.resolve(err('error')) : transport.getChunk(from, hash);
    },
  };
}

async function twoFiles(offices: TwoOffices) {
  const large = await letterWith(offices, { name: '监控录像.bin', size: 3 * chunk, seed: 1 });
  const small = await letterWith(offices, { name: '台账.bin', size: 1000, seed: 2 });
  for (const { send } of [large, small]) await send();
  return { large, small };
}

const filesAt = async ({ does }: TwoOffices, request: string) =>
  (await does.ask('request.get', { request: request as never })).files;

describe('a part of a file that cannot be read where it lies', () => {
  test('keeps no other part and no other file from coming out of a folder', async () => {
    const all = await twoOffices();
    const { large, small } = await twoFiles(all);
    await all.asks.loop.round(false);
    const fetching = exchangeOver(all.does, all.clock, { folder: (transport) => withBadPlace(transport) });
    await fetching.round(false);
    expect(await filesAt(all, large.id)).toMatchObject([{ have: 2, of: 3 }]);
    expect(await filesAt(all, small.id)).toMatchObject([{ have: 1, of: 1 }]);
  });

  test('is named of a stick with its reason, and all the rest comes', async () => {
    const all = await twoOffices();
    const { asks, does, clock } = all;
    const { large, small } = await twoFiles(all);
    const stick = tempFolder();
    await asks.ask('courier.export', { folder: stick });
    const path = join(stick, courierFolder);
    const chunks = join(path, 'chunks');
    // The letters come by a stick without their files.
    const aside = join(stick, 'aside');
    renameSync(chunks, aside);
    await does.ask('courier.import', { folder: stick });
    renameSync(aside, chunks);
    const exchange = { open: does.open, clock, random: trueRandom };
    const transport = withBadPlace(createCourierTransport(path));
    const fetched = unwrap(await fetchFiles(exchange, transport, asks.open.office, 'by-hand'));
    expect(fetched).toMatchObject({ unread: [{ code: 'carrier.error' }], whole: [small.file.manifest], more: false });
    expect(fetched.chunks).toHaveLength(3);
    await does.ask('courier.import', { folder: stick });
    expect(await readWhole(does, large.file.manifest)).toBe(await readWhole(asks, large.file.manifest));
  });
});

describeWithSmallDisk('an office whose disk is full', () => {
  test('fetches one part a round to see whether there is room, and all once there is', async () => {
    const all = await twoOffices();
    const { asks, does, clock } = all;
    const disk = smallDisk(30_000).folder;
    const filler = join(disk, 'filler');
    writeFileSync(filler, Buffer.alloc(24_000 * 1024));
    rmSync(join(does.folder, 'chunks'), { recursive: true, force: true });
    symlinkSync(disk, join(does.folder, 'chunks'));
    const { send, file } = await letterWith(all, { name: '监控录像.bin', size: 5 * chunk, seed: 3 });
    await send();
    await asks.loop.round(false);
    const seen: Seen = [];
    const fetching = exchangeOver(does, clock, { folder: (one) => watched(one, (what) => void seen.push(what)) });
    const asked = () => seen.splice(0).filter((what) => what.startsWith('get ')).length;
    await fetching.round(false);
    expect([asked(), missingChunks(does.open.store.db, file.manifest).length]).toEqual([2, 4]);
    await fetching.round(false);
    expect(asked()).toBe(1);
    const stick = tempFolder();
    await asks.ask('courier.export', { folder: stick });
    expect(await does.refusal('courier.import', { folder: stick })).toMatchObject({ code: 'storage.disk-full' });
    rmSync(filler);
    await fetching.round(false);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
  });
});
