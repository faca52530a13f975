/** What the chunk store needs of a cryptographic suite; the suites of electron/sealing fit it. */
export type ChunkCipher = {
  /** Lower-case hex of the hash. */
  readonly hash: (bytes: Uint8Array) => string;
  readonly encrypt: (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array) => Uint8Array;
  /** Undefined when the bytes are not what was encrypted. */
  readonly decrypt: (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, bytes: Uint8Array) => Uint8Array | undefined;
  /** Ciphers other offices make their files with: what is taken in here never is, what arrives may be. */
  readonly others?: readonly ChunkCipher[];
};

/** This cipher and the others, its own first. */
export function allCiphers(cipher: ChunkCipher): readonly ChunkCipher[] {
  return [cipher, ...(cipher.others ?? [])];
}

/** Whether bytes are those a hash names, whichever cipher the file they are of was made with. */
export function isNamedBy(bytes: Uint8Array, hash: string, cipher: ChunkCipher): boolean {
  return allCiphers(cipher).some((one) => one.hash(bytes) === hash);
}

/** Plain bytes of every chunk but the last. */
export const chunkSize = 4_194_304;

/** Where a chunk stands in its file. */
export type ChunkPlace = { readonly position: number; readonly last: boolean };

/**
 * The nonce of a chunk is its position: every file has a random key of its own, so no nonce repeats under a key. The
 * associated data names the position and the end, so that chunks cannot be moved, left out or appended.
 */
function frame({ position, last }: ChunkPlace): { readonly nonce: Uint8Array; readonly aad: Uint8Array } {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(position, 8);
  return { nonce, aad: Buffer.from(`xieban-chunk-v1\n${position}\n${last ? 'last' : 'more'}`) };
}

/** Encrypts one chunk of a file. */
export function sealChunk(cipher: ChunkCipher, key: Uint8Array, place: ChunkPlace, plain: Uint8Array): Uint8Array {
  const { nonce, aad } = frame(place);
  return cipher.encrypt(key, nonce, aad, plain);
}

/** Decrypts one chunk; undefined when it is not that chunk of that file. */
export function openChunk(
  cipher: ChunkCipher,
  key: Uint8Array,
  place: ChunkPlace,
  bytes: Uint8Array,
): Uint8Array | undefined {
  const { nonce, aad } = frame(place);
  return cipher.decrypt(key, nonce, aad, bytes);
}
