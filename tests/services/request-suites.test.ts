import { expect, test } from 'vitest';
import { chainEntries, chainHeads } from '#electron/store/tables/entries.ts';
import { enclosure } from './support/enclosure.ts';
import {
  acceptedDossier,
  acceptedThere,
  day,
  finishedLetter,
  fullReply,
  passAndSend,
  twoOffices,
} from './support/two-offices.ts';

test('two offices of suite 2 carry a request with its files from letter to close, all of it in suite 2', async () => {
  const offices = await twoOffices('2026-03-12T09:30', ['s2', 's2']);
  const { asks, does, exchange, clock } = offices;
  const dossier = await acceptedDossier(asks);
  const file = await enclosure(asks, '申请书.txt', '申请书全文。'.repeat(200));
  const letter = { ...(await finishedLetter(asks, does, dossier)), files: [file] };
  const to = { dossier: dossier as never, partner: does.open.office, letter };
  const { id } = await asks.ask('paper.submit', to);
  await passAndSend(asks, id);
  const request = id as never;
  await exchange();
  expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
  clock.set('2026-03-16T09:02');
  await acceptedThere(offices, request, '2026-03-16');
  await exchange();
  clock.set('2026-03-20T15:00');
  await does.ask('paper.submitReply', { request, reply: fullReply() });
  await passAndSend(does, request);
  await exchange();
  await asks.ask('request.close', { request, on: day('2026-03-20') });
  await exchange();
  const [ours, theirs] = [await asks.ask('request.get', { request }), await does.ask('request.get', { request })];
  expect([ours.row.state, theirs.row.state]).toEqual(['closed', 'closed']);
  expect(theirs.digest).toBe(ours.digest);
  for (const desk of [asks, does]) {
    const { db } = desk.open.store;
    const ids = chainHeads(db).flatMap(({ chain }) => chainEntries(db, chain).map((entry) => entry.id));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((entry) => !entry.startsWith('s2:'))).toEqual([]);
    expect(await desk.ask('store.verify', {})).toMatchObject({ problems: [], files: [] });
  }
});
