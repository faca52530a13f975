import { createCipheriv, createDecipheriv } from 'node:crypto';

const tagBytes = 16;

/** AES-256-GCM. The nonce (12 bytes) is never used twice under one key. The tag is the last 16 bytes of the answer. */
export function aesEncrypt(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
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
  const plain = decipher.update(bytes.subarray(0, -tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}
