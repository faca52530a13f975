import { expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { testOffice } from '#tests/support/office.ts';

it('computes one file under two sets of rules beside each other and stores nothing', async () => {
  const office = await testOffice({ now: '2026-05-18T14:20', region: '330421' });
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  await office.ask('dossier.accept', { dossier, on: localDate('2026-03-02') });
  const event = { dossier, ruleId: 'ARB.LIMIT', ground: '33-delegation' };
  // Zhejiang leaves the time of a commissioned investigation out; the nation's rows know no such ground.
  await office.ask('clock.record', { ...event, type: 'EXCLUDE_BEGIN', on: localDate('2026-03-10') });
  await office.ask('clock.record', { ...event, type: 'EXCLUDE_END', on: localDate('2026-03-20') });
  const before = await office.ask('deadline.list', { limit: 200 });
  const same = await office.ask('rule.compare', { dossier, a: 'own', b: '33' });
  expect(same).toMatchObject({ a: expect.stringMatching(/^CN\+33 /), b: expect.stringMatching(/^CN\+33 /) });
  expect(same.choices).toEqual(expect.arrayContaining(['own', 'CN', '33']));
  for (const { a, b } of same.rows) expect(a).toEqual(b);
  const { a, b, rows } = await office.ask('rule.compare', { dossier, a: 'CN', b: '33' });
  expect([a.split(' ')[0], b.split(' ')[0]]).toEqual(['CN', 'CN+33']);
  const limit = rows.find(({ rule }) => rule === 'ARB.LIMIT');
  expect([limit?.a?.due, limit?.b?.due]).toEqual(['2026-04-16', '2026-04-27']);
  expect(await office.ask('deadline.list', { limit: 200 })).toEqual(before);
  const unknown = '01890000-0000-7000-8000-000000000000' as DossierId;
  expect(await office.refusal('rule.compare', { dossier: unknown, a: 'CN', b: '33' })).toMatchObject({
    code: 'not-found.dossier',
  });
});
