import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { madeUpOffice, type TestBackend, testBackend } from '#tests/support/backend.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

type Copy = { readonly path: string; readonly recoveryKey: string; readonly chunk: string };

/** A true copy of an office with one file, in the hands of somebody who can change the folder. */
async function copy(): Promise<Copy> {
  const office = await testBackend({ keychain: true });
  const { recoveryKey } = await office.ask('session.create', madeUpOffice);
  const party = { role: 'applicant' as const, type: 'person' as const, name: '周某某' };
  const { id } = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties: [party] });
  const { manifest } = await takeIn(office, '扫描件.pdf', Buffer.from('盖章的扫描件'));
  await office.ask('dossier.attach', { dossier: id as never, manifest, name: '扫描件.pdf' });
  const { path } = await office.ask('backup.make', { folder: tempFolder() });
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const chunk = names.find((name) => /[0-9a-f]{64}$/.test(name)) ?? expect.fail('the copy has the file');
  return { path, recoveryKey, chunk: join(path, chunk) };
}

const restore = async ({ path, recoveryKey }: Copy) => {
  const fresh = await testBackend();
  return { fresh, typed: { folder: path, recoveryKey, passphrase: 'after the restore' } };
};

async function isRefused(one: Copy): Promise<TestBackend> {
  const { fresh, typed } = await restore(one);
  expect(await fresh.refusal('backup.restore', typed)).toMatchObject({ code: 'storage.backup-damaged' });
  expect(await fresh.ask('session.status', {})).toMatchObject({ state: 'empty' });
  return fresh;
}

const pipe = (path: string): void => void execFileSync('mkfifo', [path]);

describe.skipIf(process.platform === 'win32')('a copy somebody laid traps in', () => {
  test.for([
    ['a pipe', pipe],
    ['a link to a file without end', (path: string) => symlinkSync('/dev/zero', path)],
    ['a folder', (path: string) => mkdirSync(path)],
    [
      'a file of 8 GB',
      (path: string) => {
        writeFileSync(path, '');
        truncateSync(path, 8_000_000_000);
      },
    ],
  ] as const)('with %s for the words about it or for its database is refused at once', async ([, lay]) => {
    for (const name of ['about.json', 'xieban.db']) {
      const one = await copy();
      rmSync(join(one.path, name));
      lay(join(one.path, name));
      await isRefused(one);
    }
  });

  test('with links and pipes for the parts of files is restored without them, and nothing behind them is read', async () => {
    const one = await copy();
    const aside = join(tempFolder(), 'aside');
    renameSync(one.chunk, aside);
    symlinkSync(aside, one.chunk);
    const folder = join(one.path, 'chunks', 'ff');
    mkdirSync(folder, { recursive: true });
    pipe(join(folder, 'f'.repeat(64)));
    symlinkSync('/dev/zero', join(folder, `${'f'.repeat(63)}0`));
    symlinkSync('/etc', join(one.path, 'chunks', 'ee'));
    const { fresh, typed } = await restore(one);
    const { damaged } = await fresh.ask('backup.restore', typed);
    expect(damaged).toHaveLength(1);
    expect((await fresh.ask('store.verify', {})).files).toEqual(damaged);
    const kept = readdirSync(fresh.folder, { recursive: true, encoding: 'utf8' });
    expect(kept.filter((name) => /[0-9a-f]{64}/.test(name))).toEqual([]);
  });
});

test('a place for a copy whose name no disk takes is refused as one that is not there', async () => {
  const office = await testBackend({ keychain: true });
  await office.ask('session.create', madeUpOffice);
  const [folder, loop] = [join(tempFolder(), '长'.repeat(200)), join(tempFolder(), 'loop')];
  if (process.platform !== 'win32') symlinkSync(loop, loop);
  for (const place of [folder, loop]) {
    expect(await office.refusal('backup.make', { folder: place })).toMatchObject({ code: 'backup.folder-missing' });
  }
});
