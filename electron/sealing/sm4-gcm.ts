import { sm4 } from 'sm-crypto-v2';
import { hkdfSm3 } from './sm3.ts';

const tagBytes = 16;
const nonceBytes = 12;
const keyBytes = 16;
const longKeyBytes = 32;

/** SM4 (GB/T 32907-2016) in GCM (RFC 8998) under a 16-byte key. The tag is the last 16 bytes of the answer. */
export function sm4GcmEncrypt(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array {
  // The library checks neither length and would take what is missing for zeros.
  if (key.length !== keyBytes || nonce.length !== nonceBytes) throw new Error('SM4-GCM takes 16 and 12 bytes');
  const options = { mode: 'gcm', iv: nonce, associatedData: aad, output: 'array', outputTag: true } as const;
  const { output, tag } = sm4.encrypt(plain, key, options);
  if (tag?.length !== tagBytes) throw new Error('SM4-GCM gives a tag of 16 bytes');
  return Buffer.concat([output, tag]);
}

/** Opens what `sm4GcmEncrypt` made; undefined when key, nonce, aad or bytes are not those. */
export function sm4GcmDecrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  bytes: Uint8Array,
): Uint8Array | undefined {
  if (key.length !== keyBytes || nonce.length !== nonceBytes || bytes.length < tagBytes) return undefined;
  // Without a tag the library would decrypt anything: it is always given.
  const tag = bytes.subarray(-tagBytes);
  try {
    const options = { mode: 'gcm', iv: nonce, associatedData: aad, output: 'array', tag } as const;
    const plain: unknown = sm4.decrypt(bytes.subarray(0, -tagBytes), key, options);
    return plain instanceof Uint8Array ? Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * SM4 takes 16 bytes where the keys of files and seals have 32: its key is derived from all of them by HKDF-SM3. What is
 * encrypted is as strong as SM4, 128 bits, however long the key it hangs on.
 */
function shortKey(key: Uint8Array): Uint8Array {
  return hkdfSm3(key, 'xieban-sm4-key-v1', keyBytes);
}

/** SM4-GCM under the key that follows from 32 bytes. The nonce (12 bytes) is never used twice under one key. */
export function sm4Encrypt(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array {
  if (key.length !== longKeyBytes) throw new Error('a key has 32 bytes');
  return sm4GcmEncrypt(shortKey(key), nonce, aad, plain);
}

/** Opens what `sm4Encrypt` made; undefined when key, nonce, aad or bytes are not those. */
export function sm4Decrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  aad: Uint8Array,
  bytes: Uint8Array,
): Uint8Array | undefined {
  return key.length === longKeyBytes ? sm4GcmDecrypt(shortKey(key), nonce, aad, bytes) : undefined;
}
