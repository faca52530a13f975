import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, testClock } from './support/desk.ts';

test('uploads of pages that were closed in the middle make room for others after ten minutes', async () => {
  const clock = testClock('2026-03-12T09:30');
  const { ask, refusal, folder } = await openDesk({ office: 'qingpu-arb', name: '青浦', region: '310118', clock });
  const begin = () => ask('file.begin', { name: 'x', size: 9_000_000 });
  const first = await begin();
  for (let offset = 0; offset < 5_242_880; offset += 1_048_576) {
    await ask('file.append', { upload: first.upload, offset, bytes: new Uint8Array(1_048_576) });
  }
  for (let others = 1; others < 20; others += 1) await begin();
  clock.set('2026-03-12T09:39');
  expect(await refusal('file.begin', { name: 'x', size: 1 })).toMatchObject({ code: 'file.too-many-at-once' });
  const last = { upload: first.upload, offset: 5_242_880, bytes: new Uint8Array(1_048_576) };
  await ask('file.append', last);
  clock.set('2026-03-12T09:42');
  const fresh = await begin();
  await ask('file.append', { ...last, offset: 6_291_456 });
  clock.set('2025-03-12T09:00');
  await begin();
  expect((await refusal('file.append', { ...last, offset: 7_340_032 })).kind).toBe('not-found');
  expect((await refusal('file.finish', { upload: fresh.upload })).kind).toBe('not-found');
  await expect.poll(() => readdirSync(join(folder, 'chunks'))).toEqual([]);
});
