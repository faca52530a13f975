import { expect, it } from 'vitest';
import type { DossierId, EntryId, UserId } from '#shared/base/ids.ts';
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

it('follows the row of the day a limit began once more, as the file does', async () => {
  const office = await testOffice({ now: '2026-03-20T09:00' });
  const me = (await office.ask('office.get', {})).me.id;
  const rule = 'ARB.MED_ORG';
  const eight = {
    rule,
    from: localDate('2026-03-16'),
    off: false,
    amount: 8,
    unit: 'working-day',
    roll: 'none',
  } as const;
  const { id } = await office.ask('rule.propose', { ...eight, basis: '本院办公会纪要', reason: '与调解组织商定' });
  const second = (await office.ask('person.add', { name: '陆某某', roles: ['head'] })).id as UserId;
  await office.ask('person.actAs', { id: second });
  await office.ask('law.confirm', { id: id as EntryId });
  await office.ask('person.actAs', { id: me });
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  const limit = { dossier, ruleId: rule } as const;
  await office.ask('clock.start', { ...limit, on: localDate('2026-03-10') });
  await office.ask('clock.record', { ...limit, type: 'STOP', on: localDate('2026-03-12') });
  await office.ask('clock.start', { ...limit, on: localDate('2026-03-17') });
  const { deadline } = await office.ask('deadline.explain', { id: `${dossier}:${rule}` });
  expect(deadline).toMatchObject({ legal: '2026-03-27', rule: { amount: 8 } });
  const compared = (await office.ask('rule.compare', { dossier, a: 'own', b: 'CN' })).rows.find(
    (row) => row.rule === rule,
  );
  expect(compared).toMatchObject({ a: { due: '2026-03-27', amount: 8 }, b: { due: '2026-03-31', amount: 10 } });
});
