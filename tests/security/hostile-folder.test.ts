import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Cursor, Transport } from '#electron/exchange/transport.ts';
import { carriers, freshRoot, parcel, them, us } from '#tests/exchange/support/carriers.ts';
import { sentRequest, twoOffices } from '#tests/services/support/two-offices.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

const none: Cursor = new Set();
const inboxOf = (root: string): string => join(root, 'inbox', us);
const fileOf = (root: string, id: string): string => join(inboxOf(root), `${id}.xb`);
const pipe = (path: string): void => void execFileSync('mkfifo', [path]);
const hasPipes = process.platform !== 'win32';

async function textsOf(transport: Transport): Promise<readonly string[]> {
  const { items } = unwrap(await transport.receive(us, none));
  const texts: string[] = [];
  for (const item of items) texts.push(new TextDecoder().decode(unwrap(await item.read())));
  return texts.toSorted();
}

describe.runIf(hasPipes).for(carriers)('a $name somebody laid traps in', ({ over }) => {
  test('gives no link for a package, wherever it leads, and takes the true ones beside it', async () => {
    const root = freshRoot();
    const transport = over(root);
    const [own, secret] = [parcel('a bundle'), parcel('the keys of this machine')];
    unwrap(await transport.put(us, own.id, own.bytes));
    const outside = join(tempFolder(), 'secret');
    writeFileSync(outside, secret.bytes);
    symlinkSync(outside, fileOf(root, secret.id));
    symlinkSync(fileOf(root, 'nowhere'), fileOf(root, parcel('dangling').id));
    symlinkSync('/dev/zero', fileOf(root, parcel('endless').id));
    expect(await textsOf(transport)).toEqual(['a bundle']);
  });

  test('gives no link for a chunk, and counts one as no copy of ours', async () => {
    const root = freshRoot();
    const transport = over(root);
    const chunk = parcel('a chunk');
    const outside = join(tempFolder(), 'elsewhere');
    writeFileSync(outside, chunk.bytes);
    const place = join(root, 'chunks', chunk.id.slice(0, 2), chunk.id);
    mkdirSync(join(place, '..'), { recursive: true });
    symlinkSync(outside, place);
    expect(unwrap(await transport.getChunk(them, chunk.id))).toBeUndefined();
    expect(unwrap(await transport.chunksFrom(them, [chunk.id]))).toEqual(new Set());
    unwrap(await transport.putChunk(them, chunk.id, chunk.bytes));
    expect(lstatSync(place).isFile()).toBe(true);
    expect(readFileSync(outside)).toEqual(Buffer.from(chunk.bytes));
  });

  test('gives all other chunks where something stands in the place of a folder of chunks', async () => {
    const root = freshRoot();
    const transport = over(root);
    const [one, two] = [parcel('a chunk'), parcel('another chunk')];
    unwrap(await transport.putChunk(them, one.id, one.bytes));
    writeFileSync(join(root, 'chunks', two.id.slice(0, 2)), 'in the way');
    expect(unwrap(await transport.chunksFrom(them, [one.id, two.id]))).toEqual(new Set([one.id]));
    expect(unwrap(await transport.getChunk(them, two.id))).toBeUndefined();
    expect(unwrap(await transport.getChunk(them, one.id))).toEqual(Buffer.from(one.bytes));
  });

  test('waits for no pipe, reads none, and lays a package over one', async () => {
    const root = freshRoot();
    const transport = over(root);
    const [one, chunk] = [parcel('a bundle'), parcel('a chunk')];
    mkdirSync(inboxOf(root), { recursive: true });
    mkdirSync(join(root, 'chunks', chunk.id.slice(0, 2)), { recursive: true });
    pipe(fileOf(root, one.id));
    pipe(join(root, 'chunks', chunk.id.slice(0, 2), chunk.id));
    expect(await textsOf(transport)).toEqual([]);
    expect(unwrap(await transport.getChunk(them, chunk.id))).toBeUndefined();
    unwrap(await transport.put(us, one.id, one.bytes));
    expect(await textsOf(transport)).toEqual(['a bundle']);
  });

  test('follows no link that stands for an inbox: nothing is read, written or removed behind it', async () => {
    const root = freshRoot();
    const transport = over(root);
    const [own, theirs] = [parcel('ours'), parcel('what lies elsewhere')];
    const elsewhere = tempFolder();
    const abandoned = join(elsewhere, `${theirs.id}.xb.0a1b2c3d4e5f.new`);
    for (const path of [join(elsewhere, `${theirs.id}.xb`), abandoned]) writeFileSync(path, theirs.bytes);
    utimesSync(abandoned, 1, 1);
    mkdirSync(join(root, 'inbox'));
    symlinkSync(elsewhere, inboxOf(root));
    expect(refusal(await transport.receive(us, none))).toBe('unreachable');
    expect(refusal(await transport.put(us, own.id, own.bytes))).toBe('unreachable');
    await transport.takeBack(us, theirs.id);
    unwrap(await transport.clearUnfinished(Date.now()));
    expect(readdirSync(elsewhere)).toHaveLength(2);
    rmSync(inboxOf(root));
    unwrap(await transport.put(us, own.id, own.bytes));
    expect(await textsOf(transport)).toEqual(['ours']);
  });

  test('fails, and does not break, where a folder stands in the place of our package', async () => {
    const root = freshRoot();
    const transport = over(root);
    const own = parcel('ours');
    mkdirSync(join(fileOf(root, own.id), 'inside'), { recursive: true });
    expect((await transport.put(us, own.id, own.bytes)).ok).toBe(false);
    expect(unwrap(await transport.receive(us, none)).items).toEqual([]);
    renameSync(fileOf(root, own.id), join(root, 'away'));
    unwrap(await transport.put(us, own.id, own.bytes));
    expect(await textsOf(transport)).toEqual(['ours']);
  });

  test('gives a file that grew meanwhile no more memory than a package may have', async () => {
    const root = freshRoot();
    const transport = over(root);
    const own = parcel('ours');
    unwrap(await transport.put(us, own.id, own.bytes));
    const [item] = unwrap(await transport.receive(us, none)).items;
    appendFileSync(fileOf(root, own.id), 'x'.repeat(1_000));
    expect(unwrap((await item?.read()) ?? expect.fail('nothing lay there')).length).toBe(own.bytes.length + 1_000);
    truncateSync(fileOf(root, own.id), 70 * 1_048_576);
    expect((await item?.read())?.ok).toBe(false);
    expect(unwrap(await transport.receive(us, none)).items).toEqual([]);
  });

  test('reads nothing by a name that only looks like one of ours', async () => {
    const root = freshRoot();
    const transport = over(root);
    const { id } = parcel('ours');
    mkdirSync(inboxOf(root), { recursive: true });
    const names = [
      `${id}\n.xb`,
      `${id}.xb\n`,
      `${id.toUpperCase()}.xb`,
      `${id}.XB`,
      `${id}.xb `,
      `>${id}.xb`,
      'x'.repeat(255),
    ];
    for (const name of names) writeFileSync(join(inboxOf(root), name), 'foreign');
    expect(unwrap(await transport.receive(us, none)).items).toEqual([]);
  });
});

describe('an inbox somebody filled with rubbish', () => {
  /** A package whose name comes after nearly all others. */
  function lastPackage() {
    for (let n = 0; ; n += 1) {
      const found = parcel(`a bundle ${n}`);
      if (found.id.startsWith('fff')) return found;
    }
  }

  test('has 200 000 names: one look takes bounded memory and offers a bounded number', async () => {
    const [carrier] = carriers;
    // In memory where the system has that: so many files take a disk that is busy minutes.
    const root = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/xieban-test-') : freshRoot();
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    mkdirSync(inboxOf(root), { recursive: true });
    const count = existsSync('/dev/shm') ? 200_000 : 20_000;
    for (let n = 0; n < count; n += 1) writeFileSync(fileOf(root, n.toString(16).padStart(64, '0')), '');
    const transport = carrier?.over(root) ?? expect.fail('there is a folder carrier');
    const before = process.memoryUsage.rss();
    const { items, more } = unwrap(await transport.receive(us, none));
    expect(items.length).toBeLessThanOrEqual(1_000);
    expect(more).toBe(true);
    expect((process.memoryUsage.rss() - before) / 1_048_576).toBeLessThan(128);
  });

  test('is looked through to its end once, also where most of it is no file at all, and again the next time', async () => {
    const [carrier] = carriers;
    const root = freshRoot();
    const transport = carrier?.over(root) ?? expect.fail('there is a folder carrier');
    const own = lastPackage();
    unwrap(await transport.put(us, own.id, own.bytes));
    for (let n = 0; n < 2_500; n += 1) symlinkSync('/dev/zero', fileOf(root, n.toString(16).padStart(64, '0')));
    const look = async (from: Cursor): Promise<{ looks: number; ids: readonly string[]; cursor: Cursor }> => {
      const ids: string[] = [];
      let cursor = from;
      for (let looks = 1; looks < 20; looks += 1) {
        const found = unwrap(await transport.receive(us, cursor));
        ids.push(...found.items.map(({ id }) => id));
        cursor = found.cursor;
        if (!found.more) return { looks, ids, cursor };
      }
      return expect.fail('it never ends');
    };
    const { cursor, ...first } = await look(none);
    expect(first).toEqual({ looks: 3, ids: [own.id] });
    const repaired = parcel('a package in the place of a link');
    symlinkSync('/dev/zero', fileOf(root, repaired.id));
    const second = await look(cursor);
    expect(second.ids).toEqual([]);
    rmSync(fileOf(root, repaired.id));
    unwrap(await transport.put(us, repaired.id, repaired.bytes));
    expect((await look(second.cursor)).ids).toEqual([repaired.id]);
  });

  test('keeps no package behind the rubbish from being read in the end', async () => {
    const [carrier] = carriers;
    const root = freshRoot();
    const transport = carrier?.over(root) ?? expect.fail('there is a folder carrier');
    const own = lastPackage();
    unwrap(await transport.put(us, own.id, own.bytes));
    for (let n = 0; n < 3_500; n += 1) writeFileSync(fileOf(root, n.toString(16).padStart(64, '0')), 'rubbish');
    let cursor: Cursor = none;
    let looks = 0;
    for (let found = false; !found && looks < 10; looks += 1) {
      const { items, cursor: after } = unwrap(await transport.receive(us, cursor));
      found = items.some(({ id }) => id === own.id);
      // Nothing of it could be taken in: none of these names is remembered.
      cursor = new Set([...after].filter((name) => !name.endsWith('.xb') || name.startsWith('>')));
    }
    expect(looks).toBe(4);
  });
});

test.runIf(hasPipes)('two offices go on exchanging over a folder full of traps', async () => {
  const world = await twoOffices();
  const id = await sentRequest(world);
  const { open } = world.does;
  const folder = (await world.asks.ask('partner.list', {}))[0]?.folder ?? '';
  const inbox = join(folder, 'inbox', open.office);
  mkdirSync(inbox, { recursive: true });
  const trap = (n: number): string => join(inbox, `${n.toString(16).padStart(64, '0')}.xb`);
  symlinkSync('/etc/passwd', trap(1));
  symlinkSync('/dev/zero', trap(2));
  pipe(trap(3));
  mkdirSync(trap(4));
  writeFileSync(trap(5), '');
  writeFileSync(trap(6), 'rubbish');
  writeFileSync(trap(7), '');
  truncateSync(trap(7), 70 * 1_048_576);
  await world.exchange();
  expect((await world.does.ask('request.get', { request: id as never })).row.id).toBe(id);
  expect((await world.asks.ask('request.get', { request: id as never })).row.word).toBe('receipted');
  expect((await world.does.ask('sync.status', {})).quarantine).toEqual([]);
  expect([1, 2, 3, 4, 5, 6, 7].every((n) => existsSync(trap(n)) || lstatSync(trap(n)).isSymbolicLink())).toBe(true);
  expect(world.does.logged.filter((line) => line.startsWith('exchange.'))).toEqual([]);
});

test.runIf(hasPipes)('a stick whose package folder is a link is neither written nor read behind it', async () => {
  const { asks, does } = await twoOffices();
  await sentRequest({ asks, does });
  const [stick, elsewhere] = [tempFolder(), tempFolder()];
  symlinkSync(elsewhere, join(stick, 'xieban-courier'));
  expect(await asks.refusal('courier.export', { folder: stick })).toMatchObject({ kind: 'storage' });
  expect(readdirSync(elsewhere)).toEqual([]);
  await asks.ask('courier.export', { folder: elsewhere });
  rmSync(join(stick, 'xieban-courier'));
  symlinkSync(join(elsewhere, 'xieban-courier'), join(stick, 'xieban-courier'));
  expect((await does.ask('courier.import', { folder: stick })).lines).toEqual([]);
  expect((await does.ask('courier.import', { folder: elsewhere })).lines).toHaveLength(1);
});
