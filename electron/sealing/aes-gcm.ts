import { createCipheriv, createDecipheriv } from 'node:crypto';

const tagBytes = 16;
const sliceBytes = 65_536;

/**
 * Runs a cipher over bytes in slices into one buffer and frees each slice at once: a second copy of every attachment
 * chunk would otherwise stay until the collector comes by.
 */
function inSlices(cipher: { update: (bytes: Uint8Array) => Buffer }, bytes: Uint8Array, into: Buffer): void {
  for (let offset = 0; offset < bytes.length; offset += sliceBytes) {
    const slice = cipher.update(bytes.subarray(offset, offset + sliceBytes));
    into.set(slice, offset);
    const { buffer } = slice;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === sliceBytes) buffer.transfer(0);
  }
}

/** AES-256-GCM. The nonce (12 bytes) is never used twice under one key. The tag is the last 16 bytes of the answer. */
export function aesEncrypt(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  const sealed = Buffer.alloc(plain.length + tagBytes);
  inSlices(cipher, plain, sealed);
  cipher.final();
  sealed.set(cipher.getAuthTag(), plain.length);
  return sealed;
}

/** Opens what `aesEncrypt` made; undefined when key, nonce, aad or bytes are not those. */
export function aesDecrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  bytes: Uint8Array,
): Uint8Array | undefined {
  if (bytes.length < tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const plain = Buffer.alloc(bytes.length - tagBytes);
  inSlices(decipher, bytes.subarray(0, -tagBytes), plain);
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}
