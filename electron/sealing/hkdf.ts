import { createHmac } from 'node:crypto';

/** HKDF-SHA256 (RFC 5869) over HMAC, which every build of Electron's crypto has. Answers `length` bytes, at most 8160. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array | string, length = 32): Uint8Array {
  const extracted = createHmac('sha256', salt).update(secret).digest();
  const label = typeof info === 'string' ? Buffer.from(info, 'utf8') : info;
  const blocks: Buffer[] = [];
  let previous = Buffer.alloc(0);
  for (let index = 1; blocks.length * 32 < length; index += 1) {
    previous = createHmac('sha256', extracted).update(previous).update(label).update(Buffer.of(index)).digest();
    blocks.push(previous);
  }
  return Buffer.concat(blocks).subarray(0, length);
}
