import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Transport } from '#electron/exchange/transport.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { carriers, freshRoot, parcel, them, us } from './support/carriers.ts';

const none: ReadonlySet<string> = new Set();

async function takeAll(transport: Transport, office = them): Promise<readonly string[]> {
  const { items } = unwrap(await transport.receive(office, none));
  const texts: string[] = [];
  for (const item of items) texts.push(new TextDecoder().decode(unwrap(await item.read())));
  return texts.toSorted();
}

const inbox = (root: string): string => join(root, 'inbox', them);
const fileOf = (root: string, id: string): string => join(inbox(root), `${id}.xb`);

describe.for(carriers)('what is handed to a $name', ({ over }) => {
  test('is read whole by the office it is for, and by nobody else', async () => {
    const transport = over(freshRoot());
    const { id, bytes } = parcel('a bundle');
    unwrap(await transport.put(them, id, bytes));
    expect(await takeAll(transport)).toEqual(['a bundle']);
    expect(await takeAll(transport, us)).toEqual([]);
  });

  test('lies under names of lower-case letters, digits, dots and dashes only', async () => {
    const root = freshRoot();
    const transport = over(root);
    const [one, chunk] = [parcel('a bundle'), parcel('a chunk')];
    unwrap(await transport.put(them, one.id, one.bytes));
    unwrap(await transport.putChunk(them, chunk.id, chunk.bytes));
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
    expect(names).toHaveLength(6);
    for (const name of names) expect(name).toMatch(/^[a-z0-9./-]+$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('is taken once when it is handed over twice', async () => {
    const root = freshRoot();
    const transport = over(root);
    const { id, bytes } = parcel('a bundle');
    unwrap(await transport.put(them, id, bytes));
    const before = statSync(fileOf(root, id)).ino;
    unwrap(await transport.put(them, id, bytes));
    expect(statSync(fileOf(root, id)).ino).toBe(before);
    expect(readdirSync(inbox(root))).toEqual([`${id}.xb`]);
  });

  test('is not named again beyond a cursor, and named again once the cursor is forgotten', async () => {
    const transport = over(freshRoot());
    const [one, two] = [parcel('one'), parcel('two')];
    unwrap(await transport.put(them, one.id, one.bytes));
    const first = unwrap(await transport.receive(them, none));
    unwrap(await transport.put(them, two.id, two.bytes));
    const second = unwrap(await transport.receive(them, first.cursor));
    expect(second.items.map(({ id }) => id)).toEqual([two.id]);
    expect((await takeAll(transport)).length).toBe(2);
  });

  test('survives several writers of the same and of different bytes at once', async () => {
    const root = freshRoot();
    const parcels = Array.from({ length: 12 }, (_, index) => parcel(`bundle ${index % 6}`));
    const puts = await Promise.all(parcels.map(({ id, bytes }) => over(root).put(them, id, bytes)));
    expect(puts.every(({ ok }) => ok)).toBe(true);
    expect(await takeAll(over(root))).toEqual(['bundle 0', 'bundle 1', 'bundle 2', 'bundle 3', 'bundle 4', 'bundle 5']);
    expect(readdirSync(inbox(root)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('is written again when it lies there torn, changed or empty', async () => {
    const root = freshRoot();
    const transport = over(root);
    const { id, bytes } = parcel('a bundle of some length');
    const chunk = parcel('a chunk of some length');
    const spoils = [
      (path: string) => truncateSync(path, 5),
      (path: string) => truncateSync(path, 0),
      (path: string) => appendFileSync(path, 'more'),
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
        ),
    ];
    for (const spoil of spoils) {
      unwrap(await transport.put(them, id, bytes));
      unwrap(await transport.putChunk(them, chunk.id, chunk.bytes));
      spoil(fileOf(root, id));
      spoil(join(root, 'chunks', chunk.id.slice(0, 2), chunk.id));
      expect(unwrap(await transport.holds(them, id, bytes))).toBe(false);
      unwrap(await transport.put(them, id, bytes));
      unwrap(await transport.putChunk(them, chunk.id, chunk.bytes));
      expect(await takeAll(transport)).toEqual(['a bundle of some length']);
      expect(unwrap(await transport.getChunk(us, chunk.id))).toEqual(Buffer.from(chunk.bytes));
    }
  });
});

describe.for(carriers)('a $name in which others write too', ({ over }) => {
  test('names no foreign file, folder or unfinished write', async () => {
    const root = freshRoot();
    const transport = over(root);
    const { id, bytes } = parcel('a bundle');
    unwrap(await transport.put(them, id, bytes));
    const other = parcel('other').id;
    for (const name of ['.DS_Store', 'Thumbs.db', `${other}.xb.tmp`, `${other}.xb.0a1b2c3d4e5f.new`, other]) {
      writeFileSync(join(inbox(root), name), 'foreign');
    }
    writeFileSync(join(inbox(root), `${other.toUpperCase()}.XB`), 'foreign');
    mkdirSync(fileOf(root, other));
    expect(await takeAll(transport)).toEqual(['a bundle']);
  });

  test('offers nothing that is too large for a package or a chunk', async () => {
    const root = freshRoot();
    const transport = over(root);
    const [big, chunk] = [parcel('big').id, parcel('big chunk').id];
    mkdirSync(inbox(root), { recursive: true });
    writeFileSync(fileOf(root, big), '');
    truncateSync(fileOf(root, big), 5_000_000_000);
    mkdirSync(join(root, 'chunks', chunk.slice(0, 2)), { recursive: true });
    const chunkFile = join(root, 'chunks', chunk.slice(0, 2), chunk);
    writeFileSync(chunkFile, '');
    truncateSync(chunkFile, 5_000_000_000);
    expect(await takeAll(transport)).toEqual([]);
    expect(unwrap(await transport.getChunk(us, chunk))).toBeUndefined();
  });

  test('answers which chunks lie there, and nothing for one that does not', async () => {
    const transport = over(freshRoot());
    const [one, two] = [parcel('one'), parcel('two')];
    unwrap(await transport.putChunk(them, one.id, one.bytes));
    expect(unwrap(await transport.hasChunks(them, [one.id, two.id]))).toEqual(new Set([one.id]));
    expect(unwrap(await transport.getChunk(us, two.id))).toBeUndefined();
  });
});

describe.for(carriers)('a $name that is not there', ({ over }) => {
  const everything = async (transport: Transport): Promise<readonly string[]> => {
    const { id, bytes } = parcel('a bundle');
    return [
      refusal(await transport.put(them, id, bytes)),
      refusal(await transport.receive(us, none)),
      refusal(await transport.putChunk(them, id, bytes)),
      refusal(await transport.getChunk(us, id)),
      refusal(await transport.hasChunks(them, [id])),
    ];
  };

  test('is unreachable in every act, and nothing is made in its place', async () => {
    const root = freshRoot();
    rmSync(root, { recursive: true });
    expect(new Set(await everything(over(root)))).toEqual(new Set(['unreachable']));
    expect(existsSync(root)).toBe(false);
  });

  test('is unreachable when a file has taken its name', async () => {
    const root = freshRoot();
    rmSync(root, { recursive: true });
    writeFileSync(root, 'no folder');
    expect(new Set(await everything(over(root)))).toEqual(new Set(['unreachable']));
    expect(readFileSync(root, 'utf8')).toBe('no folder');
  });

  test('goes on where it was when it comes back, and an empty one in its place means nothing', async () => {
    const root = freshRoot();
    const transport = over(root);
    const { id, bytes } = parcel('a bundle');
    unwrap(await transport.put(them, id, bytes));
    renameSync(root, `${root}-away`);
    mkdirSync(root);
    expect(await takeAll(transport)).toEqual([]);
    expect(unwrap(await transport.holds(them, id, bytes))).toBe(false);
    rmSync(root, { recursive: true });
    renameSync(`${root}-away`, root);
    expect(await takeAll(transport)).toEqual(['a bundle']);
  });
});

describe('rights', () => {
  test('tells a folder this user may not write from one that is not there', async (ctx) => {
    if (process.getuid?.() === 0) ctx.skip('the administrator may write everywhere');
    const root = freshRoot();
    chmodSync(root, 0o500);
    const { id, bytes } = parcel('a bundle');
    for (const { over } of carriers) expect(refusal(await over(root).put(them, id, bytes))).toBe('read-only');
    chmodSync(root, 0o700);
  });
});
