import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runChild } from '#tests/store/support/child.ts';
import { madeUpOffice, testBackend } from '#tests/support/backend.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const script = new URL('support/change-in-steps.ts', import.meta.url).href;
const passphrase = 'the one before';
const next = 'the one afterwards';

/** What decides which key is in force: both generations of the key file, and how far the database was written. */
function stateOf(folder: string): string {
  const texts = ['keyring.1', 'keyring.2'].map((name) => readFileSync(join(folder, name), 'utf8'));
  const log = statSync(join(folder, 'xieban.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  return [...texts, log].join(' ');
}

/** A closed office, and a copy of its folder for each step of what the child did: what a kill there leaves. */
async function killed(...about: readonly string[]): Promise<{ folders: readonly string[]; recoveryKey: string }> {
  const office = await testBackend({ now: '2026-03-17T09:30' });
  const { recoveryKey } = await office.ask('session.create', { ...madeUpOffice, passphrase });
  await office.close();
  const copies = tempFolder();
  const { code, output } = await runChild(script, office.folder, copies, passphrase, ...about).ended;
  expect(code, output).toBe(0);
  const names = readdirSync(copies).toSorted();
  expect(names).toHaveLength(Number(output));
  // Stretching a passphrase is slow: steps that leave the same key files and the same log are looked at once.
  const different = new Map(names.toReversed().map((name) => [stateOf(join(copies, name)), join(copies, name)]));
  expect(different.size).toBeGreaterThan(2);
  return { folders: [...different.values()].toReversed(), recoveryKey };
}

const soon = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16);

async function opens(folder: string, typed: string): Promise<boolean> {
  const backend = await testBackend({ folder, now: soon });
  const reply = await backend.invoke('session.unlock', { passphrase: typed });
  await backend.close();
  return reply.ok;
}

test('a kill while the passphrase is changed leaves one of the two, and the new one leaves nothing of the old', async () => {
  const { folders, recoveryKey } = await killed(next);
  const seen = new Set<string>();
  for (const folder of folders) {
    const word = (await opens(folder, next)) ? next : passphrase;
    seen.add(word);
    if (word === passphrase) expect(await opens(folder, passphrase)).toBe(true);
    if (word === passphrase) continue;
    for (const slot of [1, 2]) {
      const alone = tempFolder();
      for (const name of readdirSync(folder).filter((one) => !/^(keyring|chunks|xieban\.l)/.test(one))) {
        copyFileSync(join(folder, name), join(alone, name));
      }
      copyFileSync(join(folder, `keyring.${slot}`), join(alone, 'keyring.1'));
      expect(await opens(alone, passphrase)).toBe(false);
    }
  }
  expect(seen).toEqual(new Set([passphrase, next]));
  const last = await testBackend({ folder: folders.at(-1) ?? '', now: soon });
  await last.ask('session.recover', { recoveryKey, passphrase });
});

test('a kill while a recovery key is made leaves the one before in force once the data was opened', async () => {
  const { folders, recoveryKey } = await killed();
  const inForce: boolean[] = [];
  for (const folder of folders) {
    const backend = await testBackend({ folder, now: soon });
    await backend.ask('session.unlock', { passphrase });
    const confirmed = await backend.invoke('session.confirmRecoveryKey', { recoveryKey });
    inForce.push(confirmed.ok);
    await backend.ask('session.lock', {});
    const recovered = await backend.invoke('session.recover', { recoveryKey, passphrase });
    expect(recovered.ok).toBe(confirmed.ok);
    if (!recovered.ok) await backend.ask('session.unlock', { passphrase });
    expect((await backend.ask('session.status', {})).recoveryKeyUnconfirmed).toBe(!confirmed.ok);
    await backend.close();
  }
  // Of the one before until the database was written, of the new one from then on.
  expect(inForce).toEqual(inForce.toSorted((a, b) => Number(b) - Number(a)));
  expect(inForce[0]).toBe(true);
  expect(inForce.at(-1)).toBe(false);
});
