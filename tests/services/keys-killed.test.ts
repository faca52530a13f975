import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unlockByPassphrase } from '#electron/sealing/custody.ts';
import { readDeviceKeys } from '#electron/sealing/device-keys.ts';
import { runChild } from '#tests/store/support/child.ts';
import { madeUpOffice, testBackend } from '#tests/support/backend.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const script = new URL('support/change-in-steps.ts', import.meta.url).href;
const passphrase = 'the one and only';
const soon = Date.now() + 3_600_000;

/** What decides which sealing keys there are: both generations of the device file, and how far the database was written. */
function stateOf(folder: string): string {
  const texts = ['device.1', 'device.2'].map((name) =>
    readdirSync(folder).includes(name) ? readFileSync(join(folder, name), 'utf8') : '',
  );
  const log = statSync(join(folder, 'xieban.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  return [...texts, log].join(' ');
}

/** The keys the card names, and those this device opens with, after a kill left the folder like this. */
async function afterKill(folder: string): Promise<{ card: readonly string[]; held: readonly string[]; older: number }> {
  const backend = await testBackend({ folder, now: new Date(soon).toISOString().slice(0, 16) });
  await backend.ask('session.unlock', { passphrase });
  const { bytes } = await backend.ask('partner.ownCard', {});
  const { older } = await backend.ask('keys.sealing', {});
  await backend.close();
  const { sealing } = JSON.parse(Buffer.from(bytes).toString('utf8').split('\n')[1] ?? '') as {
    sealing: readonly { readonly key: string }[];
  };
  const dataKey = unwrap(await unlockByPassphrase(folder, passphrase, soon));
  const keys = unwrap(readDeviceKeys(folder, dataKey));
  return { card: sealing.map(({ key }) => key), held: keys.sealing.map(({ publicKey }) => publicKey), older };
}

test('a kill while a sealing key is made leaves a card of a key this device opens with, and the older one opens too', async () => {
  const office = await testBackend({ now: '2026-03-17T09:30' });
  await office.ask('session.create', { ...madeUpOffice, passphrase });
  await office.close();
  const copies = tempFolder();
  const { code, output } = await runChild(script, office.folder, copies, passphrase, '', 'keys.rotate').ended;
  expect(code, output).toBe(0);
  const names = readdirSync(copies).toSorted();
  // Stretching a passphrase is slow: steps that leave the same keys and the same log are looked at once.
  const different = new Map(names.toReversed().map((name) => [stateOf(join(copies, name)), join(copies, name)]));
  expect(different.size).toBeGreaterThan(2);
  const olders: number[] = [];
  const first = (await afterKill(join(copies, names[0] ?? ''))).held.at(-1);
  for (const folder of [...different.values()].toReversed()) {
    const { card, held, older } = await afterKill(folder);
    expect(card).toHaveLength(1);
    expect(held).toContain(card[0]);
    expect(held).toContain(first);
    olders.push(older);
  }
  // Of the one before until the database was written, of the new one from then on.
  expect(olders).toEqual(olders.toSorted((a, b) => a - b));
  expect([olders[0], olders.at(-1)]).toEqual([0, 1]);
});
