import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChild } from '#tests/store/support/child.ts';
import { madeUpOffice, testBackend } from '#tests/support/backend.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const script = new URL('support/make-in-steps.ts', import.meta.url).href;

/** Makes an office in a child process and answers a copy of its folder for each step: what a kill there leaves. */
async function foldersAfterKill(...about: readonly string[]): Promise<readonly string[]> {
  const copies = tempFolder();
  const { code, output } = await runChild(script, join(tempFolder(), '.'), copies, ...about).ended;
  expect(code, output).toBe(0);
  const names = readdirSync(copies).toSorted();
  expect(names).toHaveLength(Number(output));
  return names.map((name) => join(copies, name));
}

const rootOf = (folder: string): string => readdirSync(folder).toSorted().join(' ');

test('a kill while an office is set up leaves none, and another can be set up, or the whole one', async () => {
  const seen = new Set<string>();
  for (const folder of await foldersAfterKill()) {
    const backend = await testBackend({ folder, keychain: true });
    const { state } = await backend.ask('session.status', {});
    seen.add(state);
    if (state === 'empty') await backend.ask('session.create', madeUpOffice);
    expect(await backend.ask('office.get', {})).toMatchObject({ id: 'qingpu-arb' });
    expect((await backend.ask('store.verify', {})).problems).toEqual([]);
    await backend.close();
  }
  expect(seen).toEqual(new Set(['empty', 'open']));
});

test('a kill during a restore leaves an empty machine that takes the copy, or the whole restored office', async () => {
  const office = await testBackend({ keychain: true });
  const { recoveryKey } = await office.ask('session.create', madeUpOffice);
  const { manifest } = await takeIn(office, '材料.bin', Buffer.alloc(10_000, 7));
  const { path } = await office.ask('backup.make', { folder: tempFolder() });

  const seen = new Map<string, string>();
  for (const folder of await foldersAfterKill(path, recoveryKey)) seen.set(rootOf(folder), folder);
  const states = new Set<string>();
  for (const folder of seen.values()) {
    const backend = await testBackend({ folder });
    const { state } = await backend.ask('session.status', {});
    states.add(state);
    const passphrase = 'after the restore';
    if (state === 'empty') await backend.ask('backup.restore', { folder: path, recoveryKey, passphrase });
    else await backend.ask('session.unlock', { passphrase });
    expect((await backend.ask('store.verify', {})).problems).toEqual([]);
    const { bytes } = await backend.ask('file.read', { manifest, offset: 0, length: 1_048_576 });
    expect(Buffer.from(bytes).equals(Buffer.alloc(10_000, 7))).toBe(true);
    await backend.close();
  }
  expect(states).toEqual(new Set(['empty', 'locked']));
});
