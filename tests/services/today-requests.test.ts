import { describe, expect, it } from 'vitest';
import type { RequestId } from '#shared/base/ids.ts';
import { acceptedDossier, day, finishedLetter, passAndSend, twoOffices } from './support/two-offices.ts';

describe('the day of two offices', () => {
  it('shows a letter until it is sent, what must still leave, and what the partner must answer', async () => {
    const offices = await twoOffices();
    const { asks, does, exchange, clock } = offices;
    const dossier = (await acceptedDossier(asks)) as never;
    const letter = await finishedLetter(asks, does, dossier);
    const submitted = await asks.ask('paper.submit', { dossier, partner: does.open.office, letter });
    const request = submitted.id as RequestId;
    const drafted = await asks.ask('today.get', {});
    expect(drafted.inApproval.map(({ id, todo, about }) => [id, todo, about])).toEqual([
      [request, 'examine', 'request'],
    ]);
    expect(drafted.waitingForUs).toEqual([]);

    const number = await passAndSend(asks, request);
    const sent = await asks.ask('today.get', {});
    expect(sent.inApproval).toEqual([]);
    expect(sent.toSend.local).toBeGreaterThan(0);
    const view = await asks.ask('dossier.get', { dossier });
    expect(view.row.openRequests).toBe(1);
    expect(view.requests).toEqual([
      {
        id: request,
        kind: 'ARB_INVESTIGATE',
        number,
        partner: '吴江区劳动人事争议仲裁院',
        state: 'sent',
        word: 'local',
      },
    ]);

    await exchange();
    expect((await asks.ask('today.get', {})).toSend).toEqual({ local: 0, sent: 0 });
    expect((await asks.ask('dossier.get', { dossier })).requests[0]?.word).toBe('receipted');
    const there = await does.ask('today.get', {});
    expect(there.arrived.map(({ id, number: named, todo }) => [id, named, todo])).toEqual([[request, number, 'read']]);
    expect(there.waitingForUs.map(({ id, todo, since }) => [id, todo, since])).toEqual([
      [request, 'register', '2026-03-12'],
    ]);
    const due = there.waitingForUs[0]?.due;
    expect(due).toMatchObject({ ruleId: 'REQ.REGISTER', due: '2026-03-13', confidence: 'default' });
    const explained = await does.ask('deadline.explain', { id: due?.id ?? '' });
    expect(explained).toMatchObject({
      about: number,
      deadline: { legal: '2026-03-13', rule: { standing: 'reference' } },
    });
    const { name: asking } = await asks.ask('office.get', {});
    expect(explained.events.map(({ type, decidedBy }) => [type, decidedBy])).toEqual([['START', asking]]);

    clock.set('2026-03-16T09:00');
    expect((await does.ask('today.get', {})).overdue.map(({ id, todo }) => [id, todo])).toEqual([
      [request, 'register'],
    ]);
    await does.ask('request.register', { request, on: day('2026-03-16') });
    const registered = await does.ask('today.get', {});
    expect(registered.overdue).toEqual([]);
    expect(registered.dueThisWeek.map(({ id, todo }) => [id, todo])).toEqual([[request, 'review']]);
    const listed = await does.ask('deadline.list', { to: day('2026-03-31') });
    expect(listed.rows.map(({ request: of, dossier: file, number: named }) => [of, file, named])).toEqual([
      [request, null, number],
    ]);
    await exchange();
    clock.set('2026-03-23T09:00');
    const late = await asks.ask('today.get', {});
    expect(late.overdue.map(({ id, todo }) => [id, todo])).toEqual([[request, 'urge']]);
    expect(await asks.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
