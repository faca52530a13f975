import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { scanFolder, withScan } from './scan-folder.ts';

/** Reads a piece of a scan; the page takes it in like any other file. */
export const readScan: Handler<'scanner.read'> = async (context, { offset, length, ...scan }) => {
  const folder = scanFolder(context);
  if (!folder.ok) return folder;
  const read = await withScan(folder.value, scan, async (file) => {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  });
  return read.ok ? ok({ bytes: read.value }) : read;
};
