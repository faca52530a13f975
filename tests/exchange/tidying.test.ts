import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCourierTransport } from '#electron/exchange/courier.ts';
import { createFolderTransport } from '#electron/exchange/folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { freshRoot, parcel, them } from './support/carriers.ts';

const day = 86_400_000;
const inbox = (root: string): string => join(root, 'inbox', them);
const fileOf = (root: string, id: string): string => join(inbox(root), `${id}.xb`);
const chunkOf = (root: string, id: string): string => join(root, 'chunks', id.slice(0, 2), id);

describe('taking back', () => {
  test('removes one own package from a folder and nothing else; a second time changes nothing', async () => {
    const root = freshRoot();
    const transport = createFolderTransport(root);
    const [one, two] = [parcel('one'), parcel('two')];
    for (const { id, bytes } of [one, two]) await transport.put(them, id, bytes);
    await transport.takeBack(them, one.id);
    await transport.takeBack(them, one.id);
    expect(readdirSync(inbox(root))).toEqual([`${two.id}.xb`]);
  });

  test('never removes anything from a stick: it may be the only copy on its way', async () => {
    const root = freshRoot();
    const transport = createCourierTransport(root);
    const { id, bytes } = parcel('a bundle');
    await transport.put(them, id, bytes);
    expect(await transport.takeBack(them, id)).toMatchObject({ ok: true });
    expect(existsSync(fileOf(root, id))).toBe(true);
  });

  test('removes one chunk from a folder and no other; the rest still names itself', async () => {
    const root = freshRoot();
    const transport = createFolderTransport(root);
    const [one, two] = [parcel('one chunk'), parcel('another chunk')];
    for (const { id, bytes } of [one, two]) unwrap(await transport.putChunk(them, id, bytes));
    expect(unwrap(await transport.lyingChunks())).toEqual([one.id, two.id].toSorted());
    unwrap(await transport.takeBackChunk(one.id));
    unwrap(await transport.takeBackChunk(one.id));
    expect(unwrap(await transport.lyingChunks())).toEqual([two.id]);
    expect(existsSync(chunkOf(root, one.id))).toBe(false);
  });

  test('names no foreign file among the chunks', async () => {
    const root = freshRoot();
    const transport = createFolderTransport(root);
    const { id, bytes } = parcel('a chunk');
    unwrap(await transport.putChunk(them, id, bytes));
    const folder = join(root, 'chunks', id.slice(0, 2));
    const elsewhere = `${id.slice(0, 2) === 'ff' ? '00' : 'ff'}${id.slice(2)}`;
    for (const name of ['Thumbs.db', `${id}.0a1b2c3d4e5f.new`, elsewhere]) writeFileSync(join(folder, name), '');
    writeFileSync(join(root, 'chunks', 'readme'), '');
    expect(unwrap(await transport.lyingChunks())).toEqual([id]);
  });

  test('never removes a chunk from a stick', async () => {
    const root = freshRoot();
    const transport = createCourierTransport(root);
    const { id, bytes } = parcel('a chunk');
    unwrap(await transport.putChunk(them, id, bytes));
    expect(unwrap(await transport.lyingChunks())).toEqual([]);
    unwrap(await transport.takeBackChunk(id));
    expect(existsSync(chunkOf(root, id))).toBe(true);
  });
});

/** Files a killed writer left in a carrier, last written at a moment. */
function leftovers(root: string, at: number): readonly string[] {
  const { id } = parcel('unfinished');
  const paths = [`${fileOf(root, id)}.0a1b2c3d4e5f.new`, `${chunkOf(root, id)}.0a1b2c3d4e5f.new`];
  for (const path of paths) {
    writeFileSync(path, 'half');
    utimesSync(path, new Date(at), new Date(at));
  }
  return paths;
}

async function filled(over: (root: string) => ReturnType<typeof createFolderTransport>) {
  const root = freshRoot();
  const transport = over(root);
  const [bundle, chunk] = [parcel('a bundle'), parcel('unfinished')];
  unwrap(await transport.put(them, bundle.id, bundle.bytes));
  unwrap(await transport.putChunk(them, chunk.id, chunk.bytes));
  return { root, transport, bundle, chunk };
}

describe('what killed writers left unfinished', () => {
  test('goes from a folder after a day, and nothing else goes however old it is', async () => {
    const { root, transport, bundle, chunk } = await filled(createFolderTransport);
    const now = Date.now();
    const old = leftovers(root, now - day - 60_000);
    const strange = ['notes.new', `${bundle.id}.xb.tmp`, `${bundle.id}.xb.short.new`].map((name) =>
      join(inbox(root), name),
    );
    for (const path of strange) writeFileSync(path, 'not ours');
    for (const path of [...strange, fileOf(root, bundle.id), chunkOf(root, chunk.id)]) {
      utimesSync(path, new Date(now - 400 * day), new Date(now - 400 * day));
    }
    expect(unwrap(await transport.clearUnfinished(now))).toBe(2);
    for (const path of old) expect(existsSync(path)).toBe(false);
    for (const path of [...strange, fileOf(root, bundle.id), chunkOf(root, chunk.id)])
      expect(existsSync(path)).toBe(true);
    expect(readdirSync(root).toSorted()).toEqual(['chunks', 'inbox']);
  });

  test('stays while it may still be written: younger than a day', async () => {
    const { root, transport } = await filled(createFolderTransport);
    const young = leftovers(root, Date.now() - day + 60_000);
    expect(unwrap(await transport.clearUnfinished(Date.now()))).toBe(0);
    for (const path of young) expect(readFileSync(path, 'utf8')).toBe('half');
  });

  test('stays when only our clock or only the clock of the folder calls it old', async () => {
    const { root, transport } = await filled(createFolderTransport);
    const young = leftovers(root, Date.now());
    // Our clock runs ten days ahead: the folder's says that it was written just now.
    expect(unwrap(await transport.clearUnfinished(Date.now() + 10 * day))).toBe(0);
    const older = leftovers(root, Date.now() - 10 * day);
    // Our clock was set back a year: on the folder's it is ten days old.
    expect(unwrap(await transport.clearUnfinished(Date.now() - 365 * day))).toBe(0);
    for (const path of [...young, ...older]) expect(existsSync(path)).toBe(true);
  });

  test('stays on a stick', async () => {
    const { root, transport } = await filled(createCourierTransport);
    const old = leftovers(root, Date.now() - 10 * day);
    expect(unwrap(await transport.clearUnfinished(Date.now()))).toBe(0);
    for (const path of old) expect(existsSync(path)).toBe(true);
  });
});
