import { describe, expect, test } from 'vitest';
import { findFile } from '#electron/store/tables/files.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { readWhole } from './support/large-file.ts';
import { twoOffices } from './support/two-offices.ts';
import { exchangeOver, letterWith, type Seen, watched } from './support/watched-ways.ts';

const chunk = 4_194_304;

async function watchedOffices() {
  const offices = await twoOffices();
  const { asks, does, clock } = offices;
  const seen: Seen = [];
  const hook: { run: (what: string) => void | Promise<void> } = { run: () => undefined };
  const see = async (what: string): Promise<void> => {
    seen.push(what);
    await hook.run(what);
  };
  const sending = exchangeOver(asks, clock, { folder: (transport) => watched(transport, see) });
  const fetching = exchangeOver(does, clock, { folder: (transport) => watched(transport, see) });
  const hashesOf = (manifest: string): readonly string[] => {
    const row = findFile(asks.open.store.db, manifest as never);
    return (JSON.parse(row?.text ?? '{}') as { chunks: readonly string[] }).chunks;
  };
  const rows = async (desk = asks) => (await desk.ask('transfer.list', {})).rows;
  const arrange = (file: { readonly manifest: string }, act: 'pause' | 'resume' | 'front', desk = asks) => {
    const [direction, office] = desk === asks ? (['out', does] as const) : (['in', asks] as const);
    return desk.ask('transfer.arrange', {
      ...{ direction, office: office.open.office, manifest: file.manifest as never, act },
    });
  };
  return { ...offices, seen, hook, sending, fetching, hashesOf, rows, arrange };
}

const chunksIn = (seen: Seen): readonly string[] =>
  seen.filter((what) => what.startsWith('chunk ')).map((what) => what.slice(6));

describe('a large file on its way', () => {
  test('lets a letter pass that is sent meanwhile, and is itself on no way twice', async () => {
    const all = await watchedOffices();
    const { asks, does, seen, hook, sending, fetching } = all;
    const large = await letterWith(all, { name: '监控录像.bin', size: 7 * chunk, seed: 1 });
    const small = await letterWith(all, { name: '台账.bin', size: 1000, seed: 2 });
    await large.send();
    let sent = false;
    hook.run = async (what) => {
      if (sent || !what.startsWith('chunk ')) return;
      sent = true;
      await small.send();
    };
    await sending.round(false);
    expect(sent).toBe(true);
    const first = seen.findIndex((what) => what.startsWith('chunk '));
    const letter = seen.findIndex((what, at) => at > first && what.startsWith('put '));
    expect(chunksIn(seen.slice(first, letter)).length).toBeLessThanOrEqual(2);
    expect(chunksIn(seen).toSorted()).toEqual(
      [...all.hashesOf(large.file.manifest), ...all.hashesOf(small.file.manifest)].toSorted(),
    );
    await fetching.round(false);
    expect((await does.ask('request.get', { request: large.id as never })).files).toMatchObject([{ have: 7, of: 7 }]);
    expect(await readWhole(does, large.file.manifest)).toBe(await readWhole(asks, large.file.manifest));
  });

  test('can be read of in its letter before any part of it came', async () => {
    const all = await watchedOffices();
    const { does, hook, sending, fetching } = all;
    const large = await letterWith(all, { name: '监控录像.bin', size: 3 * chunk, seed: 3 });
    await large.send();
    await sending.round(false);
    const read: unknown[] = [];
    hook.run = async (what) => {
      if (!what.startsWith('get ') || read.length > 0) return;
      read.push(await does.ask('request.get', { request: large.id as never }));
    };
    await fetching.round(false);
    expect(read).toMatchObject([{ files: [{ name: '监控录像.bin', have: 0, of: 3 }] }]);
  });

  test('says how far it is: what lies on its way, and what the other office has signed for', async () => {
    const all = await watchedOffices();
    const { sending, fetching, rows, does } = all;
    const size = 3 * chunk - 10;
    const { send, id, file } = await letterWith(all, { name: '监控录像.bin', size, seed: 4 });
    await send();
    const row = { direction: 'out', name: '监控录像.bin', size, request: id, manifest: file.manifest, paused: false };
    expect(await rows()).toMatchObject([{ ...row, held: 0, underWay: 0 }]);
    await sending.round(false);
    expect(await rows()).toMatchObject([{ ...row, held: 0, underWay: size }]);
    all.hook.run = (what) => {
      if (what === `get ${all.hashesOf(file.manifest)[2]}`) throw new Error('the program ends here');
    };
    await fetching.round(true);
    await fetching.round(true);
    expect(await rows(does)).toMatchObject([{ ...row, direction: 'in', held: 2 * chunk, underWay: 0 }]);
    await sending.round(true);
    expect(await rows()).toMatchObject([{ ...row, held: 2 * chunk, underWay: chunk - 10 }]);
    all.hook.run = () => undefined;
    for (const loop of [fetching, fetching, sending]) await loop.round(true);
    expect([await rows(), await rows(does)]).toEqual([[], []]);
  });
});

describe('the order of files', () => {
  test('follows the urgency of their letters, and what a person moved to the front, also in an exchange begun anew', async () => {
    const all = await watchedOffices();
    const { rows, arrange, seen, sending, asks, clock } = all;
    const letters = [
      await letterWith(all, { name: '一.bin', size: 1000, seed: 5 }),
      await letterWith(all, { name: '二.bin', size: 1000, seed: 6 }),
      await letterWith(all, { name: '三.bin', size: 1000, seed: 7, urgency: 'urgent' }),
    ];
    for (const { send } of letters) await send();
    const names = async () => (await rows()).map(({ name }) => name);
    expect(await names()).toEqual(['三.bin', '一.bin', '二.bin']);
    await arrange(letters[1]?.file ?? { manifest: '' }, 'front');
    expect(await names()).toEqual(['二.bin', '三.bin', '一.bin']);
    await sending.stop();
    const again = exchangeOver(asks, clock, {
      folder: (transport) => watched(transport, (what) => void seen.push(what)),
    });
    await again.round(false);
    const order = [1, 2, 0].flatMap((at) => all.hashesOf(letters[at]?.file.manifest ?? ''));
    expect(chunksIn(seen)).toEqual(order);
  });

  test('knows no file that is over, nor one of another office', async () => {
    const { asks, does } = await watchedOffices();
    const nobody = { direction: 'out', manifest: '0'.repeat(64) as never, act: 'front' } as const;
    const refused = await asks.refusal('transfer.arrange', { ...nobody, office: does.open.office });
    expect(refused).toEqual({ kind: 'not-found', code: 'not-found.transfer' });
  });
});

describe('a file a person paused', () => {
  test('goes by no network and by a stick all the same', async () => {
    const all = await watchedOffices();
    const { asks, does, rows, arrange, sending, seen } = all;
    const { send, file } = await letterWith(all, { name: '监控录像.bin', size: 2 * chunk, seed: 8 });
    await send();
    await arrange(file, 'pause');
    await sending.round(true);
    expect(chunksIn(seen)).toEqual([]);
    expect(await rows()).toMatchObject([{ paused: true, held: 0, underWay: 0 }]);
    const stick = tempFolder();
    expect((await asks.ask('courier.export', { folder: stick })).lines).toMatchObject([{ files: 1 }]);
    await does.ask('courier.import', { folder: stick });
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
  });

  test('goes on where it was once it is resumed', async () => {
    const all = await watchedOffices();
    const { arrange, sending, seen, hook } = all;
    const { send, file } = await letterWith(all, { name: '监控录像.bin', size: 5 * chunk, seed: 9 });
    await send();
    hook.run = async (what) => {
      if (what.startsWith('chunk ') && chunksIn(seen).length === 2) await arrange(file, 'pause');
    };
    await sending.round(false);
    expect(chunksIn(seen)).toHaveLength(2);
    await arrange(file, 'resume');
    await sending.round(false);
    expect(chunksIn(seen)).toEqual(all.hashesOf(file.manifest));
  });

  test('is not fetched by the office that paused it, and fetched once it goes on', async () => {
    const all = await watchedOffices();
    const { does, arrange, sending, fetching, rows, seen } = all;
    const { send, file } = await letterWith(all, { name: '监控录像.bin', size: 3 * chunk, seed: 10 });
    await send();
    await sending.round(false);
    all.hook.run = async (what) => {
      if (what.startsWith('get ')) await arrange(file, 'pause', does);
    };
    await fetching.round(false);
    const fetched = () => seen.filter((what) => what.startsWith('get ')).length;
    expect(fetched()).toBe(2);
    expect(await rows(does)).toMatchObject([{ direction: 'in', paused: true, held: 2 * chunk }]);
    all.hook.run = () => undefined;
    await arrange(file, 'resume', does);
    await fetching.round(false);
    expect(fetched()).toBe(3);
    expect(await rows(does)).toEqual([]);
  });
});
