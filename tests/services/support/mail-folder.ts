import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** A package lying in an exchange folder. */
export type Lying = { readonly path: string; readonly bytes: Buffer };

/** An exchange folder and the hands of somebody who can change what lies in it. */
export type MailFolder = {
  readonly path: string;
  /** What lies ready for an office, in the order of names. */
  readonly inbox: (office: string) => readonly Lying[];
  /** Lays bytes down under their own hash, as an office would. */
  readonly lay: (office: string, bytes: Uint8Array) => string;
  /** Empties the inbox of an office. */
  readonly empty: (office: string) => void;
  /** Places of all chunks. */
  readonly chunks: () => readonly string[];
};

/** The hands over a folder that exists. */
export function mailFolder(path: string = tempFolder()): MailFolder {
  const folderOf = (office: string): string => {
    const folder = join(path, 'inbox', office);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  const inbox = (office: string): readonly Lying[] =>
    readdirSync(folderOf(office))
      .filter((name) => name.endsWith('.xb'))
      .map((name) => join(folderOf(office), name))
      .map((file) => ({ path: file, bytes: readFileSync(file) }));
  return {
    path,
    inbox,
    lay: (office, bytes) => {
      const file = join(folderOf(office), `${createHash('sha256').update(bytes).digest('hex')}.xb`);
      writeFileSync(file, bytes);
      return file;
    },
    empty: (office) => {
      for (const lying of inbox(office)) rmSync(lying.path);
    },
    chunks: () =>
      readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted(),
  };
}
