import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sentRequest, twoOffices } from './support/two-offices.ts';

const folderOf = async (desk: Awaited<ReturnType<typeof twoOffices>>['asks']): Promise<string> =>
  (await desk.ask('partner.list', {}))[0]?.folder ?? '';

test('rubbish under a false name is not read in every round, and what replaces it is', async () => {
  const { asks, does, clock } = await twoOffices();
  const inbox = join(await folderOf(does), 'inbox', does.open.office);
  mkdirSync(inbox, { recursive: true });
  const path = join(inbox, `${'a'.repeat(64)}.xb`);
  writeFileSync(path, 'rubbish');
  const wasRead = async (): Promise<boolean> => {
    utimesSync(path, 0, Date.now() / 1000);
    const before = statSync(path).atimeMs;
    await does.loop.round(false);
    return statSync(path).atimeMs !== before;
  };
  // Only where the file system notes when a file is read.
  const noted = await wasRead();
  const told: boolean[] = [];
  for (const minute of ['09:30', '09:31', '09:31', '09:32']) {
    clock.set(`2026-03-12T${minute}`);
    told.push(await wasRead());
  }
  if (noted) expect(told).toEqual([false, true, false, true]);
  await sentRequest({ asks, does });
  await asks.loop.round(true);
  const [genuine] = readdirSync(inbox).filter((name) => !name.startsWith('aaaa'));
  expect(genuine).toBeDefined();
  await does.loop.round(false);
  expect((await does.ask('request.list', { direction: 'in' })).total).toBe(1);
});
