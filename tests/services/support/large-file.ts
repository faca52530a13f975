import { createHash } from 'node:crypto';
import { manifestIdField } from '#shared/contract/fields.ts';
import type { ExchangeOffice } from './exchange-office.ts';

const part = 1_048_576;

/** Bytes that follow from a seed, a part at a time, so that a large file never lies in memory whole. */
function partOf(seed: number, index: number, length: number): Uint8Array {
  return Uint8Array.from(Buffer.alloc(length, createHash('sha256').update(`${seed} ${index}`).digest()));
}

/** Takes in a file of `size` bytes and answers it as a letter names it. */
export async function takeIn({ ask }: Pick<ExchangeOffice, 'ask'>, name: string, size: number, seed: number) {
  const { upload } = await ask('file.begin', { name, size });
  for (let offset = 0; offset < size; offset += part) {
    const bytes = partOf(seed, offset / part, Math.min(part, size - offset));
    await ask('file.append', { upload, offset, bytes });
  }
  const taken = await ask('file.finish', { upload });
  return { manifest: manifestIdField.parse(taken.manifest), name, size: taken.size, pages: 1 };
}

/** SHA-256 of all bytes of a file, read as a screen reads it. */
export async function readWhole({ ask }: Pick<ExchangeOffice, 'ask'>, file: string): Promise<string> {
  const hash = createHash('sha256');
  const manifest = manifestIdField.parse(file);
  for (let offset = 0; ; ) {
    const { bytes, size } = await ask('file.read', { manifest, offset, length: part });
    hash.update(bytes);
    offset += bytes.length;
    if (bytes.length === 0 || offset >= size) return `${offset} ${hash.digest('hex')}`;
  }
}
