import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCourierTransport } from '#electron/exchange/courier.ts';
import { createFolderTransport } from '#electron/exchange/folder.ts';
import type { Transport } from '#electron/exchange/transport.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** A carrier under test: how it is made over a folder that exists. */
export type Carrier = { readonly name: string; readonly over: (root: string) => Transport };

/** Every carrier whose bytes lie in files. */
export const carriers: readonly Carrier[] = [
  { name: 'folder', over: createFolderTransport },
  { name: 'courier', over: createCourierTransport },
];

/** The two offices of these tests. */
export const us = 'qingpu-arb' as OfficeId;
export const them = 'wujiang-arb' as OfficeId;

/** A fresh folder to carry through. */
export function freshRoot(): string {
  const root = join(tempFolder(), 'shared');
  mkdirSync(root);
  return root;
}

/** Bytes with the hash they are handed over under. */
export function parcel(text: string): { readonly id: string; readonly bytes: Uint8Array } {
  const bytes = new TextEncoder().encode(text);
  return { id: suiteOne.hash(bytes), bytes };
}
