import type { FileHandle } from 'node:fs/promises';
import { withPlainFile } from './plain-file.ts';

/** Bytes looked at in one go. */
const piece = 262_144;

async function agree(file: FileHandle, bytes: Uint8Array): Promise<boolean> {
  const buffer = Buffer.alloc(Math.min(piece, bytes.byteLength + 1));
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return at === bytes.byteLength;
    if (!buffer.subarray(0, bytesRead).equals(bytes.subarray(at, at + bytesRead))) return false;
    at += bytesRead;
  }
}

/**
 * Whether a file holds exactly these bytes; a link, a folder or a pipe in its place does not. It is read a piece at a time,
 * so that large chunks are not held twice.
 */
export async function holdsBytes(path: string, bytes: Uint8Array): Promise<boolean> {
  const agreed = await withPlainFile(path, async (file, size) => size === bytes.byteLength && agree(file, bytes));
  return agreed ?? false;
}
