import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { lstat, mkdir, rename } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { namesOfDocument } from '#electron/store/tables/dossier-files.ts';
import { fileByPlainHash } from '#electron/store/tables/files.ts';
import { err } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { keptFolder, onFolder, scanFolder, withScan } from './scan-folder.ts';

/** Names tried before giving up: 'a.pdf', 'a (2).pdf' … */
const mostNames = 1_000;

async function plainHash(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) hash.update(part);
  return hash.digest('hex');
}

async function freeName(folder: string, wanted: string): Promise<string> {
  const { name, ext } = parse(wanted);
  for (let nth = 1; nth <= mostNames; nth++) {
    const tried = nth === 1 ? wanted : `${name} (${nth})${ext}`;
    if ((await lstat(join(folder, tried)).catch(() => undefined)) === undefined) return tried;
  }
  throw Object.assign(new Error('no free name'), { code: 'EEXIST' });
}

/** Moves a scan aside once its very bytes lie on a dossier. */
export const putScanAway: Handler<'scanner.putAway'> = async (context, scan) => {
  const folder = scanFolder(context);
  if (!folder.ok) return folder;
  const hash = await withScan(folder.value, scan, plainHash);
  if (!hash.ok) return hash;
  const { db } = context.open.store;
  const known = fileByPlainHash(db, hash.value);
  if (known === undefined || namesOfDocument(db, known.manifest).length === 0) return err(refused('scanner.not-kept'));
  return onFolder(folder.value, async () => {
    const kept = join(folder.value, keptFolder);
    await mkdir(kept, { recursive: true });
    const name = await freeName(kept, scan.name);
    await rename(join(folder.value, scan.name), join(kept, name));
    return { movedTo: join(keptFolder, name) };
  });
};
