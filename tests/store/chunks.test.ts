import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { chunkFolder, chunkPath } from '#electron/store/chunks/chunk-files.ts';
import { chunkSize } from '#electron/store/chunks/cipher.ts';
import { beginIntake, clearIntakes, type TakenFile } from '#electron/store/chunks/intake.ts';
import { largestFile, readManifest } from '#electron/store/chunks/manifest.ts';
import { createFileReader } from '#electron/store/chunks/read.ts';
import { chunkForSending, expectFile, receiveChunk, setChunkAside } from '#electron/store/chunks/received.ts';
import type { Store } from '#electron/store/store.ts';
import {
  chunkBitmap,
  type FileRow,
  findFile,
  incompleteFiles,
  insertFile,
  missingChunks,
} from '#electron/store/tables/files.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { filesUnder, openForTest } from './support/store-fixture.ts';

const create = () => openForTest(tempFolder(), { mode: 'create' });

async function takeIn(store: Store, parts: readonly Uint8Array[]): Promise<TakenFile> {
  const intake = beginIntake(store, suiteOne, trueRandom);
  for (const part of parts) unwrap(await intake.append(part));
  return unwrap(await intake.finish());
}

async function readAll(store: Store, manifest: ManifestId): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of createFileReader(store, suiteOne).stream(manifest)) parts.push(unwrap(part));
  return Buffer.concat(parts);
}

function fileRow(store: Store, manifest: ManifestId): FileRow {
  const row = findFile(store.db, manifest);
  if (!row) throw new Error('no such file');
  return row;
}

function chunksOf(store: Store, manifest: ManifestId): readonly string[] {
  return readManifest(fileRow(store, manifest).text)?.chunks ?? [];
}

describe('taking in and reading', () => {
  const sizes = [0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize + 77];

  test.each(sizes)('%i bytes come back as they were', async (size) => {
    const store = create();
    const bytes = randomBytes(size);
    const taken = await takeIn(store, [bytes]);
    expect(taken).toMatchObject({ size, known: false, plainHash: createHash('sha256').update(bytes).digest('hex') });
    expect((await readAll(store, taken.manifest)).equals(bytes)).toBe(true);
    expect(chunksOf(store, taken.manifest)).toHaveLength(Math.max(1, Math.ceil(size / chunkSize)));
    expect(fileRow(store, taken.manifest).missing).toBe(0);
  });

  test('parts of any length give the same plain bytes, and any stretch can be read', async () => {
    const store = create();
    const reader = createFileReader(store, suiteOne);
    const cuts = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        cuts,
        fc.nat(12_000_000),
        fc.integer({ min: 1, max: 1_000_000 }),
        async (lengths, offset, length) => {
          const parts = lengths.map((one) => randomBytes(one));
          const whole = Buffer.concat(parts);
          const { manifest } = await takeIn(store, parts);
          expect((await readAll(store, manifest)).equals(whole)).toBe(true);
          const stretch = unwrap(await reader.read(manifest, offset, length));
          const end = Math.min(offset + length, (Math.floor(offset / chunkSize) + 1) * chunkSize);
          expect(Buffer.from(stretch).equals(whole.subarray(offset, end))).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('stretches asked for at the same time do not disturb each other', async () => {
    const store = create();
    const whole = randomBytes(3 * chunkSize);
    const { manifest } = await takeIn(store, [whole]);
    const reader = createFileReader(store, suiteOne);
    const offsets = [0, 2, 1, 0, 0, 2, 1, 1].map((position, index) => position * chunkSize + index);
    const stretches = await Promise.all(offsets.map((offset) => reader.read(manifest, offset, 1000)));
    for (const [index, offset] of offsets.entries()) {
      const stretch = stretches[index];
      expect(stretch && Buffer.from(unwrap(stretch)).equals(whole.subarray(offset, offset + 1000))).toBe(true);
    }
  });

  test('the same bytes a second time use the same file and leave no second copy', async () => {
    const store = create();
    const bytes = randomBytes(chunkSize + 5);
    const first = await takeIn(store, [bytes]);
    const before = [...filesUnder(chunkFolder(store.folder)).keys()];
    const second = await takeIn(store, [bytes.subarray(0, 9), bytes.subarray(9)]);
    expect(second).toEqual({ ...first, known: true });
    expect([...filesUnder(chunkFolder(store.folder)).keys()]).toEqual(before);
  });

  test('equal bytes of two offices have nothing in common on disk', async () => {
    const bytes = randomBytes(1000);
    const [a, b] = [create(), create()];
    const [one, two] = [await takeIn(a, [bytes]), await takeIn(b, [bytes])];
    expect(one.manifest).not.toBe(two.manifest);
    expect(chunksOf(a, one.manifest)).not.toEqual(chunksOf(b, two.manifest));
  });

  test('giving up leaves nothing, and so does a kill once the program has started again', async () => {
    const store = create();
    const intake = beginIntake(store, suiteOne, trueRandom);
    unwrap(await intake.append(randomBytes(chunkSize + 1)));
    const killed = beginIntake(store, suiteOne, trueRandom);
    unwrap(await killed.append(randomBytes(chunkSize + 1)));
    expect(readdirSync(chunkFolder(store.folder))).toHaveLength(2);
    await intake.cancel();
    expect(readdirSync(chunkFolder(store.folder))).toHaveLength(1);
    await clearIntakes(store.folder);
    expect(readdirSync(chunkFolder(store.folder))).toHaveLength(0);
  });

  test('more than 2 GiB is refused before anything of it is written', async () => {
    const store = create();
    const intake = beginIntake(store, suiteOne, trueRandom);
    // Only the length is looked at.
    const huge = new Proxy(new Uint8Array(), {
      get: (target, key) => (key === 'length' ? largestFile + 1 : Reflect.get(target, key)),
    });
    expect(refusal(await intake.append(huge))).toEqual({ code: 'file-too-large' });
    expect(existsSync(chunkFolder(store.folder))).toBe(false);
  });
});

describe('damage', () => {
  test('every kind of damage to a chunk is told with its place, and nothing wrong is ever read', async () => {
    const store = create();
    const bytes = randomBytes(2 * chunkSize + 10);
    const { manifest } = await takeIn(store, [bytes]);
    const hashes = chunksOf(store, manifest);
    const path = chunkPath(store.folder, hashes[1] ?? '');
    const whole = readFileSync(path);
    const flipped = Buffer.from(whole);
    flipped[1000] = (flipped[1000] ?? 0) ^ 1;
    const swapped = readFileSync(chunkPath(store.folder, hashes[0] ?? ''));
    for (const wrong of [flipped, whole.subarray(0, 100), Buffer.alloc(0), swapped]) {
      writeFileSync(path, wrong);
      const read = await createFileReader(store, suiteOne).read(manifest, chunkSize, 10);
      expect(refusal(read)).toEqual({ code: 'chunk-damaged', position: 1, hash: hashes[1] });
    }
    const seen: boolean[] = [];
    for await (const part of createFileReader(store, suiteOne).stream(manifest)) seen.push(part.ok);
    expect(seen).toEqual([true, false]);
    expect(await chunkForSending(store.folder, hashes[1] ?? '', suiteOne)).toBeUndefined();
  });

  test('a damaged chunk is set aside, asked for again, and the file is whole once it came', async () => {
    const store = create();
    const bytes = randomBytes(chunkSize + 10);
    const { manifest } = await takeIn(store, [bytes]);
    const hash = chunksOf(store, manifest)[1] ?? '';
    const path = chunkPath(store.folder, hash);
    const whole = readFileSync(path);
    writeFileSync(path, 'scraps');
    unwrap(await setChunkAside(store, hash, 7));
    expect(readFileSync(join(store.folder, 'quarantine', `chunk-7-${hash}`), 'utf8')).toBe('scraps');
    expect(incompleteFiles(store.db)).toEqual([{ manifest, missing: 1 }]);
    expect(refusal(await createFileReader(store, suiteOne).read(manifest, chunkSize, 1))).toEqual({
      code: 'chunk-damaged',
      position: 1,
      hash,
    });
    expect(unwrap(await receiveChunk(store, hash, whole, suiteOne))).toEqual({ outcome: 'stored', whole: [manifest] });
    expect((await readAll(store, manifest)).equals(bytes)).toBe(true);
  });

  test('chunks that change places, or a manifest that leaves the end out, are not read', async () => {
    const store = create();
    const { manifest } = await takeIn(store, [randomBytes(2 * chunkSize)]);
    const row = fileRow(store, manifest);
    const [a, b] = chunksOf(store, manifest);
    const forged = [
      { chunks: [b ?? '', a ?? ''], size: row.size },
      { chunks: [a ?? ''], size: chunkSize },
    ];
    for (const [index, { chunks, size }] of forged.entries()) {
      const id = `${index}` as ManifestId;
      const text = row.text.replace(/"chunks":\[[^\]]*\]/, `"chunks":${JSON.stringify(chunks)}`);
      const file = { ...row, manifest: id, size, text: text.replace(/"size":\d+/, `"size":${size}`) };
      unwrap(transaction(store, (tx) => ok(insertFile(tx, file, chunks, true))));
      const read = await createFileReader(store, suiteOne).read(id, 0, 1);
      expect(refusal(read)).toMatchObject({ code: 'chunk-damaged', position: 0 });
    }
  });

  test('an unknown file is told', async () => {
    const reader = createFileReader(create(), suiteOne);
    expect(refusal(await reader.read('none' as ManifestId, 0, 1))).toEqual({ code: 'file-unknown' });
    const parts = [];
    for await (const part of reader.stream('none' as ManifestId)) parts.push(part.ok);
    expect(parts).toEqual([false]);
  });
});

describe('receiving', () => {
  test('chunks arrive in any order, each once, and only wanted and sound ones are taken', async () => {
    const [sender, receiver] = [create(), create()];
    const bytes = randomBytes(9 * 10 + 2 * chunkSize);
    const { manifest } = await takeIn(sender, [bytes]);
    const row = fileRow(sender, manifest);
    const hashes = chunksOf(sender, manifest);
    const chunk = async (index: number): Promise<Uint8Array> =>
      (await chunkForSending(sender.folder, hashes[index] ?? '', suiteOne)) ?? new Uint8Array();
    const give = async (index: number) => receiveChunk(receiver, hashes[index] ?? '', await chunk(index), suiteOne);

    expect(unwrap(await give(0))).toEqual({ outcome: 'unwanted', whole: [] });
    unwrap(transaction(receiver, (tx) => expectFile(tx, manifest, { text: row.text, key: row.key }, suiteOne)));
    expect([...chunkBitmap(receiver.db, manifest)]).toEqual([0]);
    expect(unwrap(await give(2))).toEqual({ outcome: 'stored', whole: [] });
    expect([...chunkBitmap(receiver.db, manifest)]).toEqual([0b0010_0000]);
    expect(missingChunks(receiver.db, manifest)).toEqual([hashes[0], hashes[1]]);
    expect(unwrap(await give(2))).toEqual({ outcome: 'unwanted', whole: [] });
    const wrong = await receiveChunk(receiver, hashes[0] ?? '', await chunk(1), suiteOne);
    expect(refusal(wrong)).toEqual({ code: 'chunk-damaged' });
    expect(refusal(await createFileReader(receiver, suiteOne).read(manifest, 0, 1)).code).toBe('file-incomplete');
    unwrap(await give(1));
    expect(unwrap(await give(0))).toEqual({ outcome: 'stored', whole: [manifest] });
    expect((await readAll(receiver, manifest)).equals(bytes)).toBe(true);
    expect(incompleteFiles(receiver.db)).toEqual([]);
  });

  test('descriptions that are not of the file the signed entry names are refused', async () => {
    const [sender, receiver] = [create(), create()];
    const { manifest } = await takeIn(sender, [randomBytes(10)]);
    const { text, key } = fileRow(sender, manifest);
    const wrong = [
      { text: text.replace('"size":10', '"size":11'), key },
      { text: ` ${text}`, key },
      { text: '{}', key },
      { text: '', key },
      { text, key: key.subarray(1) },
      { text, key: key.map((byte) => byte ^ 1) },
    ];
    for (const grant of wrong) {
      const answer = transaction(receiver, (tx) => expectFile(tx, manifest, grant, suiteOne));
      expect(refusal(answer)).toEqual({ code: 'manifest-malformed' });
    }
    expect(findFile(receiver.db, manifest)).toBeUndefined();
  });

  test('hostile manifests are refused, never an error', () => {
    const hash = 'a'.repeat(64);
    const known = `"keyHash":"${hash}"`;
    const hostile = [
      'null',
      '[]',
      `{"chunkSize":4194304,"chunks":[],${known},"size":0,"v":1}`,
      `{"chunkSize":1,"chunks":["${hash}"],${known},"size":1,"v":1}`,
      `{"chunkSize":4194304,"chunks":["../../etc/passwd"],${known},"size":1,"v":1}`,
      `{"chunkSize":4194304,"chunks":["${hash}"],${known},"size":-1,"v":1}`,
      `{"chunkSize":4194304,"chunks":["${hash}"],${known},"size":1e300,"v":1}`,
      `{"chunkSize":4194304,"chunks":["${hash}"],${known},"size":1,"v":1,"x":1}`,
      `{"chunkSize":4194304,"chunks":["${hash}"],${known},"size":4194305,"v":1}`,
      `{"chunkSize":4194304,"chunks":["${hash}"],"keyHash":"a","size":1,"v":1}`,
      `{"chunkSize":4194304,"chunks":["${hash}"],"size":1,"v":1}`,
    ];
    for (const text of hostile) expect(readManifest(text)).toBeUndefined();
    expect(readManifest(`{"chunkSize":4194304,"chunks":["${hash}"],${known},"size":1,"v":1}`)).toBeDefined();
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readManifest(text)).toBeUndefined();
      }),
    );
  });
});
