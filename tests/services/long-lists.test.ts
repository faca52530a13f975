import { expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { openedBackend } from '#tests/support/backend.ts';
import { employer, madeUpId, worker } from '#tests/support/made-up-parties.ts';
import { finishedLetter, passAndSend, twoOffices } from './support/two-offices.ts';

const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => ({
    ...worker(`工人${String(index).padStart(4, '0')}`),
    idNo: madeUpId('310118', '19850312', index % 1000),
  }));

it('takes a file of two thousand people and two hundred claims, and a letter from it', async () => {
  const { asks, does, exchange } = await twoOffices();
  const parties = [...crowd(1999), employer('某某建筑有限公司')];
  const claims = Array.from({ length: 200 }, (_, index) => ({ code: 'wage', basis: `第${index}项` }));
  const { id } = await asks.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties, claims });
  const dossier = id as DossierId;
  const view = await asks.ask('dossier.get', { dossier });
  expect(view.parties.map(({ name }) => name)).toEqual(parties.map(({ name }) => name));
  expect(view.claims).toHaveLength(200);
  expect(view.row.title.length).toBeLessThan(200);
  expect((await asks.ask('dossier.list', { filter: { text: '工人1998' } })).total).toBe(1);
  const tooMany = await asks.refusal('dossier.receive', {
    ...{ side: 'arb', receivedOn: '2026-03-10', parties: crowd(2001) },
  });
  expect(tooMany).toMatchObject({ kind: 'bad-input', field: 'parties' });

  const letter = await finishedLetter(asks, does, dossier);
  const [item] = letter.items;
  if (!item) throw new Error('a begun letter has an item');
  const items = Array.from({ length: 100 }, (_, index) => ({
    ...{ ...item, id: `i${index}`, questions: `问题${index}：`.repeat(500) },
  }));
  const partner = does.open.office;
  const { id: request } = await asks.ask('paper.submit', { dossier, partner, letter: { ...letter, items } });
  await passAndSend(asks, request);
  await exchange();
  const there = await does.ask('request.get', { request: request as never });
  expect(there.commission?.items).toEqual(items);
});

it('pages a history and an audit of hundreds of lines without a hole', async () => {
  const office = await openedBackend();
  const parties = [worker('周某某'), employer('某某物流有限公司')];
  const { id } = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-10', parties });
  const dossier = id as DossierId;
  const party = (await office.ask('dossier.get', { dossier })).parties[0]?.id ?? '';
  for (let index = 0; index < 230; index += 1) {
    await office.ask('note.add', { dossier, text: `备注${index}` });
    await office.ask('party.reveal', { dossier, party, reason: `核对${index}` });
  }
  const history = new Set<string>();
  const audit: string[] = [];
  const total = (await office.ask('dossier.history', { dossier })).total;
  for (let offset = 0; offset < total; offset += 37) {
    for (const row of (await office.ask('dossier.history', { dossier, offset, limit: 37 })).rows) history.add(row.id);
  }
  expect(history.size).toBe(total);
  const lines = (await office.ask('audit.list', {})).total;
  for (let offset = 0; offset < lines; offset += 41) {
    audit.push(...(await office.ask('audit.list', { offset, limit: 41 })).rows.map(({ reason }) => reason));
  }
  expect(audit.filter((reason) => reason.startsWith('核对'))).toHaveLength(230);
  expect(new Set(audit.filter((reason) => reason.startsWith('核对'))).size).toBe(230);
  const beyond = await office.ask('dossier.history', { dossier, offset: 100_000_000, limit: 200 });
  expect(beyond).toEqual({ total, rows: [] });
});
