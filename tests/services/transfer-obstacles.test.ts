import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courierFolder, createCourierTransport } from '#electron/exchange/courier.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import { fetchFiles } from '#electron/services/sync/fetch-files.ts';
import type { WriteDb } from '#electron/store/db.ts';
import { noteFileSource } from '#electron/store/tables/arrived.ts';
import { noteFilesNamed } from '#electron/store/tables/entry-files.ts';
import { findFile, insertFile, missingChunks } from '#electron/store/tables/files.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { describeWithSmallDisk, smallDisk } from '#tests/store/support/small-disk.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import type { Desk } from './support/desk.ts';
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

function writing({ open }: Desk, work: (tx: WriteDb) => void): void {
  unwrap(transaction(open.store, (tx) => ok(work(tx))));
}

describe('a stick for a partner who lacks more files than are looked at in one turn', () => {
  const many = 520;
  const nth = (n: number): ManifestId => n.toString(16).padStart(64, '0') as ManifestId;

  test('carries every one of them, and what stands behind all others is taken from it', async () => {
    const all = await twoOffices();
    const { asks, does } = all;
    const { send, file } = await letterWith(all, { name: '台账.bin', size: 1000, seed: 4 });
    await send();
    const row = findFile(asks.open.store.db, file.manifest) ?? expect.fail('it was taken in');
    // The entries of the letter name more: here copies of one file that cost nothing, there files of which nothing will ever come.
    writing(asks, (tx) => {
      const named = tx.all<{ entry: number }>('SELECT entry FROM entry_file WHERE manifest = ?', file.manifest);
      for (let n = 0; n < many; n += 1) {
        insertFile(tx, { ...row, manifest: nth(n), plainHash: null }, [], true);
        for (const { entry } of named) noteFilesNamed(tx, entry, [nth(n)]);
      }
    });
    writing(does, (tx) => {
      for (let n = 0; n < many; n += 1) {
        insertFile(tx, { ...row, manifest: nth(n), plainHash: null }, [nth(n)], false);
        noteFileSource(tx, nth(n), asks.open.office);
      }
    });
    const stick = tempFolder();
    expect((await asks.ask('courier.export', { folder: stick })).lines).toMatchObject([{ files: many + 1 }]);
    expect((await does.ask('courier.import', { folder: stick })).lines).toMatchObject([{ files: 1 }]);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
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
