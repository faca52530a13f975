import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestIdField } from '#shared/contract/fields.ts';
import { type ExchangeOffice, exchangeOffice } from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const office = (): Promise<ExchangeOffice> => exchangeOffice('qingpu-arb');

/** Takes a small file in by one part. */
async function takeSmall({ ask }: ExchangeOffice, name: string, bytes: Uint8Array) {
  const { upload } = await ask('file.begin', { name, size: bytes.length });
  if (bytes.length > 0) await ask('file.append', { upload, offset: 0, bytes });
  return ask('file.finish', { upload });
}

const staging = ({ folder }: ExchangeOffice): readonly string[] => {
  const chunks = join(folder, 'chunks');
  return readdirSync(chunks).filter((name) => name.startsWith('intake-'));
};

describe('taking a file in', () => {
  test('gives the same bytes back, from any place on', async () => {
    const { ask } = await office();
    const { manifest, size } = await takeIn({ ask }, '台账.bin', 9_000_001, 3);
    expect(size).toBe(9_000_001);
    const id = manifestIdField.parse(manifest);
    const read = async (offset: number, length: number) =>
      (await ask('file.read', { manifest: id, offset, length })).bytes;
    const whole = Buffer.concat([await read(4_194_000, 304), await read(4_194_304, 196)]);
    const parts = Buffer.concat([await read(4_194_000, 100), await read(4_194_100, 204), await read(4_194_304, 196)]);
    expect(parts.equals(whole)).toBe(true);
    expect((await read(9_000_000, 1_048_576)).length).toBe(1);
    expect((await read(9_000_001, 10)).length).toBe(0);
    expect((await read(2_000_000_000, 10)).length).toBe(0);
  });

  test('takes a part that is sent again once', async () => {
    const { ask } = await office();
    const { upload } = await ask('file.begin', { name: '笔录.txt', size: 12 });
    expect(await ask('file.append', { upload, offset: 0, bytes: utf8('first ') })).toEqual({ received: 6 });
    expect(await ask('file.append', { upload, offset: 0, bytes: utf8('first ') })).toEqual({ received: 6 });
    expect(await ask('file.append', { upload, offset: 6, bytes: utf8('second') })).toEqual({ received: 12 });
    expect(await ask('file.append', { upload, offset: 6, bytes: utf8('second') })).toEqual({ received: 12 });
    const { manifest } = await ask('file.finish', { upload });
    const { bytes } = await ask('file.read', { manifest: manifestIdField.parse(manifest), offset: 0, length: 100 });
    expect(new TextDecoder().decode(bytes)).toBe('first second');
  });

  test('keeps parts in order that are sent without waiting', async () => {
    const { ask } = await office();
    const { upload } = await ask('file.begin', { name: '笔录.txt', size: 26 });
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    await Promise.all(letters.map((letter, offset) => ask('file.append', { upload, offset, bytes: utf8(letter) })));
    const { manifest } = await ask('file.finish', { upload });
    const { bytes } = await ask('file.read', { manifest: manifestIdField.parse(manifest), offset: 0, length: 100 });
    expect(new TextDecoder().decode(bytes)).toBe(letters.join(''));
  });

  test('refuses a hole, more than was said, an end before the end, and unknown uploads', async () => {
    const { ask, refusal } = await office();
    const { upload } = await ask('file.begin', { name: '笔录.txt', size: 10 });
    await ask('file.append', { upload, offset: 0, bytes: utf8('abc') });
    expect(await refusal('file.append', { upload, offset: 5, bytes: utf8('f') })).toMatchObject({
      ...{ code: 'file.out-of-order', facts: { expected: 3 } },
    });
    expect(await refusal('file.append', { upload, offset: 2, bytes: utf8('cd') })).toMatchObject({
      code: 'file.out-of-order',
    });
    expect(await refusal('file.append', { upload, offset: 3, bytes: utf8('12345678') })).toMatchObject({
      code: 'file.longer-than-said',
    });
    expect(await refusal('file.finish', { upload })).toMatchObject({
      code: 'file.not-whole',
      facts: { received: 3, size: 10 },
    });
    await ask('file.append', { upload, offset: 3, bytes: utf8('defghij') });
    await ask('file.finish', { upload });
    expect((await refusal('file.finish', { upload })).kind).toBe('not-found');
    expect((await refusal('file.append', { upload, offset: 0, bytes: utf8('a') })).kind).toBe('not-found');
  });

  test('takes an empty file, and the same bytes twice as one', async () => {
    const desk = await office();
    const empty = await takeSmall(desk, '空.txt', new Uint8Array());
    expect(empty).toMatchObject({ size: 0, warning: null });
    const one = await takeSmall(desk, '一.txt', utf8('同样的内容'));
    const chunks = readdirSync(join(desk.folder, 'chunks'), { recursive: true }).length;
    const two = await takeSmall(desk, '二.txt', utf8('同样的内容'));
    expect(two.manifest).toBe(one.manifest);
    expect(readdirSync(join(desk.folder, 'chunks'), { recursive: true }).length).toBe(chunks);
  });

  test('gives two files their bytes when they are taken in at the same time', async () => {
    const { ask } = await office();
    const [one, two] = await Promise.all([
      takeIn({ ask }, '一.bin', 2_500_000, 11),
      takeIn({ ask }, '二.bin', 2_500_000, 12),
    ]);
    expect(one.manifest).not.toBe(two.manifest);
    expect(await readWhole({ ask }, one.manifest)).not.toBe(await readWhole({ ask }, two.manifest));
  });

  test('warns when name and content differ and when the content can run, and stops neither', async () => {
    const desk = await office();
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    expect(await takeSmall(desk, '照片.png', png)).toMatchObject({ mime: 'image/png', warning: null });
    expect(await takeSmall(desk, '照片.pdf', Uint8Array.from([...png, 1]))).toMatchObject({
      ...{ mime: 'image/png', warning: 'file.type-differs' },
    });
    expect(await takeSmall(desk, '发票.pdf', utf8('MZ\u0000 and so on'))).toMatchObject({ warning: 'file.executable' });
    expect(await takeSmall(desk, '无后缀', utf8('%PDF-1.7'))).toMatchObject({ mime: 'application/pdf', warning: null });
  });
});

describe('an intake that ends early', () => {
  test('by being cancelled leaves nothing on the disk', async () => {
    const desk = await office();
    const { upload } = await desk.ask('file.begin', { name: '大.bin', size: 6_000_000 });
    for (let offset = 0; offset < 5_242_880; offset += 1_048_576) {
      await desk.ask('file.append', { upload, offset, bytes: new Uint8Array(1_048_576) });
    }
    expect(staging(desk)).toHaveLength(1);
    await desk.ask('file.cancel', { upload });
    expect(staging(desk)).toEqual([]);
    expect((await desk.refusal('file.cancel', { upload })).kind).toBe('not-found');
  });

  test('by the end of the program is cleaned at the next start, and what was whole stays', async () => {
    const desk = await office();
    const kept = await takeIn(desk, '留.bin', 5_000_000, 21);
    const { upload } = await desk.ask('file.begin', { name: '大.bin', size: 6_000_000 });
    for (let offset = 0; offset < 5_242_880; offset += 1_048_576) {
      await desk.ask('file.append', { upload, offset, bytes: new Uint8Array(1_048_576) });
    }
    const half = join(desk.folder, 'chunks', 'intake-0123456789abcdef');
    mkdirSync(half);
    writeFileSync(join(half, 'scrap'), 'left by a kill');
    await desk.restart();
    expect(staging(desk)).toEqual([]);
    expect((await desk.refusal('file.append', { upload, offset: 0, bytes: utf8('a') })).kind).toBe('not-found');
    expect(await readWhole(desk, kept.manifest)).toContain('5000000 ');
  });

  test('may be begun again at most twenty times at once', async () => {
    const { ask, refusal } = await office();
    const uploads = [];
    for (let file = 0; file < 20; file += 1) uploads.push((await ask('file.begin', { name: 'x', size: 1 })).upload);
    expect(await refusal('file.begin', { name: 'x', size: 1 })).toMatchObject({ code: 'file.too-many-at-once' });
    await ask('file.cancel', { upload: uploads[0] ?? '' });
    await ask('file.begin', { name: 'x', size: 1 });
  });
});

describe('reading', () => {
  test('an unknown file is not found', async () => {
    const { refusal } = await office();
    const manifest = manifestIdField.parse('0'.repeat(64));
    expect((await refusal('file.read', { manifest, offset: 0, length: 10 })).kind).toBe('not-found');
  });

  test('a file whose chunk was changed on the disk says so instead of giving wrong bytes', async () => {
    const desk = await office();
    const { manifest } = await takeIn(desk, '台账.bin', 100_000, 5);
    const chunks = readdirSync(join(desk.folder, 'chunks'), { recursive: true, withFileTypes: true });
    const chunk = chunks.find((entry) => entry.isFile());
    writeFileSync(join(chunk?.parentPath ?? '', chunk?.name ?? ''), Buffer.alloc(100_028));
    const id = manifestIdField.parse(manifest);
    expect(await desk.refusal('file.read', { manifest: id, offset: 0, length: 10 })).toMatchObject({ kind: 'damaged' });
  });
});
